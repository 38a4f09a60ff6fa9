/** 修订, in the panel 核稿: the switch, and the open changes. */
import { Button, Field, Input, Switch } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { MAX_AUTHOR_LENGTH } from "../../core/plan/item-notes.ts";
import { settleChanges, TEXT_COMMANDS, toggleTracking } from "../editor/index.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { ChangeList } from "./change-list.tsx";
import { reviseStrings as strings } from "./revise.strings.ts";
import { useStamp } from "./use-stamp.ts";
import "./revise.css";

export interface ReviseSectionProps {
  readonly link: EditorLink;
  readonly onExport: () => void;
}

export function ReviseSection({ link, onExport }: ReviseSectionProps): ReactNode {
  const { settings } = useServices();
  const stamp = useStamp();
  const author = useStore(settings, (values) => values.author);
  const tracking = useStore(link, (facts) => facts.tracking);
  const marked = useStore(link, (facts) => facts.changesMarked);
  const count = useStore(link, (facts) => facts.changes.length);
  const settleAll = (deed: "accept" | "reject") =>
    link.rewrite(
      "revisions",
      settleChanges(deed, () => true),
    );
  const go = (way: "next-change" | "previous-change") => link.run(TEXT_COMMANDS[way]) && link.focus();

  return (
    <section aria-label={strings.title}>
      <h3 className="review-head">
        {strings.title}
        {count > 0 && <span className="review-count">{count}</span>}
        <Switch
          className="revise-switch"
          label={strings.tracking}
          labelPosition="before"
          checked={tracking}
          onChange={() => link.run(toggleTracking(stamp))}
        />
      </h3>
      {tracking && (
        <Field label={strings.author} orientation="horizontal" size="small" className="revise-author">
          <Input
            size="small"
            placeholder={strings.authorPlaceholder}
            maxLength={MAX_AUTHOR_LENGTH}
            value={author}
            onChange={(_, { value }) => settings.change({ author: value })}
          />
        </Field>
      )}
      {count === 0 && <p className="quiet">{tracking ? strings.none : strings.hint}</p>}
      {count > 0 && !tracking && <p className="quiet revise-open">{strings.leftOpen}</p>}
      {count > 0 && (
        <>
          <div className="revise-bar">
            <Button size="small" onClick={() => go("previous-change")}>
              {strings.previous}
            </Button>
            <Button size="small" onClick={() => go("next-change")}>
              {strings.next}
            </Button>
            <span className="revise-gap" />
            <Button size="small" onClick={() => settleAll("accept")}>
              {strings.acceptAll}
            </Button>
            <Button size="small" onClick={() => settleAll("reject")}>
              {strings.rejectAll}
            </Button>
          </div>
          <ChangeList link={link} />
          <div className="revise-bar">
            <Button size="small" onClick={() => link.run(TEXT_COMMANDS["toggle-change-marks"])}>
              {marked ? strings.hideMarks : strings.showMarks}
            </Button>
            <Button size="small" onClick={onExport}>
              {strings.export}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
