/** One change: what it is, who made it, and what to do with it. */
import { Button } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import type { Change } from "../../core/revise/change.ts";
import type { OpenChange } from "../../core/revise/open-changes.ts";
import { goToChange } from "../editor/index.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { dayTime } from "../shared/dates.ts";
import { changeName, reviseStrings as strings } from "./revise.strings.ts";

export interface ChangeRowProps {
  readonly link: EditorLink;
  readonly open: OpenChange;
  readonly onSettle: (deed: "accept" | "reject", isPicked: (open: OpenChange) => boolean) => void;
}

export const ChangeRow = memo(function ChangeRow({
  link,
  open: { change, record },
  onSettle,
}: ChangeRowProps): ReactNode {
  const { now } = useServices();
  const isThis = (open: OpenChange) => open.change.key === change.key;
  const name = changeName(change);
  const time = record ? dayTime(record.at, now()) : strings.justNow;
  return (
    <li className="review-row revise-row" data-change>
      <button
        type="button"
        className="review-sentence revise-what focusable"
        onClick={() => link.run(goToChange(change.key)) && link.focus()}
      >
        <b>{name}</b>
        <ChangedText change={change} />
      </button>
      <div className="review-foot">
        <span className="quiet">{strings.byline(record?.author || strings.noName, time)}</span>
        <Button
          size="small"
          aria-label={strings.deed(strings.accept, name)}
          onClick={() => onSettle("accept", isThis)}
        >
          {strings.accept}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={strings.deed(strings.reject, name)}
          onClick={() => onSettle("reject", isThis)}
        >
          {strings.reject}
        </Button>
      </div>
    </li>
  );
});

function ChangedText({ change }: { readonly change: Change }): ReactNode {
  if (change.kind === "text")
    return (
      <span>
        {change.deleted !== "" && <del>{change.deleted}</del>}
        {change.inserted !== "" && <ins>{change.inserted}</ins>}
      </span>
    );
  const text = change.text || strings.emptyLine;
  if (change.words) return <span>{text}</span>;
  if (change.kind === "inserted") return <ins>{text}</ins>;
  if (change.kind === "deleted") return <del>{text}</del>;
  return (
    <span>
      {change.kind === "kind" && <i>{strings.kindChanged(change.line)}</i>}
      {text}
    </span>
  );
}
