/** Every repair by kind: what, where, before and after; each and all of a kind can be taken back. */
import { Button } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { repairKey } from "../../core/reading/decisions.ts";
import { messageOf } from "../../core/reading/outline.ts";
import type { ReadingNotice } from "../../core/reading/plan-reading.ts";
import { importStrings as strings } from "./import.strings.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { type RepairEntry, type RepairGroup, repairGroups } from "./repair-groups.ts";
import { RepairPlaces } from "./repair-places.tsx";
import { shownText } from "./shown-text.ts";

export interface RepairsPaneProps {
  readonly document: ImportedDocument;
  readonly onTakeBack: (notices: readonly ReadingNotice[]) => void;
  readonly onAccept: (notices: readonly ReadingNotice[]) => void;
  /** The same for one place of a counted kind, by its key. */
  readonly onTakeBackPlace: (key: string) => void;
  readonly onAcceptPlace: (key: string) => void;
  readonly onShowLine: (line: number) => void;
}

export function RepairsPane({ document, ...actions }: RepairsPaneProps): ReactNode {
  const groups = repairGroups(document);
  if (groups.length === 0) return <p className="import-no-repairs quiet">{strings.noRepairs}</p>;
  return (
    <div className="import-repairs">
      {groups.map((group) => (
        <Group key={group.code} group={group} {...actions} />
      ))}
    </div>
  );
}

type Actions = Omit<RepairsPaneProps, "document">;

function Group({ group, ...actions }: Actions & { readonly group: RepairGroup }): ReactNode {
  const { code, count, entries, places } = group;
  const isFolded = places.length > 1;
  // A folded kind is decided as a whole even where it is one entry.
  const fewest = isFolded ? 1 : 2;
  const isTold = isFolded && places.every(({ state }) => state === "told");
  const standing = entries.filter(({ state }) => state === "done").map(({ notice }) => notice);
  const open = entries
    .filter(({ state, notice }) => state !== "done" || (isFolded && notice.count < places.length))
    .map(({ notice }) => notice);
  return (
    <section>
      <header>
        <h4>{messageOf(code, count)}</h4>
        {standing.length >= fewest && count > 0 && !isTold && (
          <Button size="small" appearance="subtle" onClick={() => actions.onTakeBack(standing)}>
            {strings.takeBackAll}
          </Button>
        )}
        {open.length >= fewest && !isTold && (
          <Button size="small" appearance="subtle" onClick={() => actions.onAccept(open)}>
            {entries.some(({ state }) => state === "proposed") ? strings.acceptAll : strings.restoreAll}
          </Button>
        )}
      </header>
      {isFolded ? (
        <RepairPlaces places={places} unlisted={count - places.length} {...actions} />
      ) : (
        <ul>
          {entries.map((entry) => (
            <Entry key={repairKey(entry.notice)} entry={entry} {...actions} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({
  entry: { notice, state },
  onTakeBack,
  onAccept,
  onShowLine,
}: Actions & { readonly entry: RepairEntry }): ReactNode {
  const { line, before, after } = notice;
  return (
    <li className={`import-repair import-repair-${state}`}>
      <span className="import-repair-place">
        {line !== null && (
          <Button size="small" appearance="transparent" onClick={() => onShowLine(line)}>
            {strings.line(line)}
          </Button>
        )}
      </span>
      <span className="import-repair-change">
        {[
          { label: strings.before, text: before },
          { label: strings.after, text: after },
        ]
          .filter(({ text }) => text !== "")
          .map(({ label, text }) => (
            <Fragment key={label}>
              <span className="quiet">{label}</span>
              <span>{shownText(text)}</span>
            </Fragment>
          ))}
      </span>
      <span className="import-repair-state quiet">
        {state === "done" ? strings.certain : state === "proposed" ? strings.proposed : strings.takenBack}
      </span>
      {state === "done" ? (
        <Button size="small" onClick={() => onTakeBack([notice])}>
          {strings.takeBack}
        </Button>
      ) : (
        <Button size="small" onClick={() => onAccept([notice])}>
          {state === "proposed" ? strings.accept : strings.restore}
        </Button>
      )}
    </li>
  );
}
