/** Every repair by kind: what, where, before and after; each and all of a kind can be taken back. */
import { Button } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { repairKey } from "../../core/reading/decisions.ts";
import { messageOf } from "../../core/reading/outline.ts";
import type { ReadingNotice } from "../../core/reading/plan-reading.ts";
import { importStrings as strings } from "./import.strings.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { type RepairEntry, repairGroups } from "./repair-groups.ts";
import { shownText } from "./shown-text.ts";

export interface RepairsPaneProps {
  readonly document: ImportedDocument;
  readonly onTakeBack: (notices: readonly ReadingNotice[]) => void;
  readonly onAccept: (notices: readonly ReadingNotice[]) => void;
  readonly onShowLine: (line: number) => void;
}

export function RepairsPane({ document, onTakeBack, onAccept, onShowLine }: RepairsPaneProps): ReactNode {
  const groups = repairGroups(document);
  if (groups.length === 0) return <p className="import-no-repairs quiet">{strings.noRepairs}</p>;
  return (
    <div className="import-repairs">
      {groups.map(({ code, count, entries }) => {
        const standing = entries.filter(({ state }) => state === "done").map(({ notice }) => notice);
        const open = entries.filter(({ state }) => state !== "done").map(({ notice }) => notice);
        return (
          <section key={code}>
            <header>
              <h4>{messageOf(code, count)}</h4>
              {standing.length > 1 && (
                <Button size="small" appearance="subtle" onClick={() => onTakeBack(standing)}>
                  {strings.takeBackAll}
                </Button>
              )}
              {open.length > 1 && (
                <Button size="small" appearance="subtle" onClick={() => onAccept(open)}>
                  {strings.acceptAll}
                </Button>
              )}
            </header>
            <ul>
              {entries.map((entry) => (
                <Entry
                  key={repairKey(entry.notice)}
                  entry={entry}
                  onTakeBack={onTakeBack}
                  onAccept={onAccept}
                  onShowLine={onShowLine}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface EntryProps extends Omit<RepairsPaneProps, "document"> {
  readonly entry: RepairEntry;
}

function Entry({ entry: { notice, state }, onTakeBack, onAccept, onShowLine }: EntryProps): ReactNode {
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
