/** The open changes of the plan, by the part they stand in. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { useStore } from "zustand";
import type { OpenChange } from "../../core/revise/open-changes.ts";
import { settleChanges } from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { entriesIn } from "../shared/outline-names.ts";
import { ChangeRow } from "./change-row.tsx";
import { reviseStrings as strings } from "./revise.strings.ts";

/** Rows that are shown at first: a list of a thousand is read by nobody and slow to draw. */
const FIRST_ROWS = 100;

export function ChangeList({ link }: { readonly link: EditorLink }): ReactNode {
  const changes = useStore(link, (facts) => facts.changes);
  const outline = useStore(link, (facts) => facts.outline);
  const [all, showAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const names = new Map(
    entriesIn(outline).map(({ id, label, heading }) => [id, label + (heading || strings.untitled)]),
  );
  const shown = all ? changes : changes.slice(0, FIRST_ROWS);

  const settle = useCallback(
    (deed: "accept" | "reject", isPicked: (open: OpenChange) => boolean) => {
      const row = document.activeElement?.closest("[data-change]");
      const index = row ? [...(list.current?.querySelectorAll("[data-change]") ?? [])].indexOf(row) : 0;
      link.run(settleChanges(deed, isPicked));
      // The row goes; the keyboard stays in the list, at the one that takes its place.
      requestAnimationFrame(() => requestAnimationFrame(() => focusRow(list.current, index)));
    },
    [link],
  );

  return (
    <>
      <ul className="revise-list" ref={list} aria-label={strings.title}>
        {groupsOf(shown).map(({ part, rows }) => (
          <li key={rows[0]?.change.key}>
            <div className="revise-part">
              <span>{part === null ? strings.outside : (names.get(part) ?? strings.gone)}</span>
              {rows.length > 1 && (
                <>
                  <Button
                    size="small"
                    appearance="subtle"
                    onClick={() => settle("accept", ({ change }) => change.part === part)}
                  >
                    {strings.acceptPart}
                  </Button>
                  <Button
                    size="small"
                    appearance="subtle"
                    onClick={() => settle("reject", ({ change }) => change.part === part)}
                  >
                    {strings.rejectPart}
                  </Button>
                </>
              )}
            </div>
            <ul>
              {rows.map((open) => (
                <ChangeRow key={open.change.key} link={link} open={open} onSettle={settle} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {changes.length > shown.length && (
        <Button size="small" onClick={() => showAll(true)}>
          {strings.more(changes.length - shown.length)}
        </Button>
      )}
    </>
  );
}

interface Group {
  readonly part: string | null;
  readonly rows: readonly OpenChange[];
}

/** Neighbours of one part together; what was deleted stands where it was. */
function groupsOf(changes: readonly OpenChange[]): readonly Group[] {
  const groups: { readonly part: string | null; readonly rows: OpenChange[] }[] = [];
  for (const open of changes) {
    const last = groups.at(-1);
    if (last?.part === open.change.part) last.rows.push(open);
    else groups.push({ part: open.change.part, rows: [open] });
  }
  return groups;
}

function focusRow(list: HTMLElement | null, index: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-change] .revise-what") ?? [])];
  (rows[index] ?? rows.at(-1))?.focus();
}
