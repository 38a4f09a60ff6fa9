/**
 * The outline: one tree in which one row has the keyboard, and several may be chosen; Enter and a click go to the text.
 * What is chosen is moved, cut, copied, deleted and given another level together, each in one step of undo.
 */

import { undo } from "prosemirror-history";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { useStore } from "zustand";
import { DropLine } from "../drag/drop-line.tsx";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { outlineStrings as strings } from "./outline.strings.ts";
import { actionOfKey } from "./outline-keys.ts";
import { Branch, rowId } from "./outline-row.tsx";
import { type OutlineRow, outlineRows } from "./outline-rows.ts";
import { type OutlineSelection, onlyRow, rangeTo, stillShown, toggled } from "./outline-selection.ts";
import { useOutlineClipboard } from "./use-outline-clipboard.ts";
import { useOutlineDrag } from "./use-outline-drag.ts";
import "./outline.css";

export interface OutlinePanelProps {
  readonly link: EditorLink;
  readonly treeRef: RefObject<HTMLDivElement | null>;
}

const NONE: ReadonlySet<string> = new Set();

export function OutlinePanel({ link, treeRef }: OutlinePanelProps): ReactNode {
  const { bars } = useServices();
  const entries = useStore(link, (facts) => facts.outline);
  const here = useStore(link, ({ caret }) => caret?.itemId ?? caret?.sectionId ?? undefined);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<OutlineSelection>();
  const rows = outlineRows(entries, folded);
  const rowHere = rows.find((row) => row.entry.id === here);
  const selection = useCurrent(chosen, rows, rowHere);
  /** Tab changes levels only for who works in the tree: the key that led into it leads on. */
  const atWork = useRef(false);

  const fold = useCallback((id: string, close: boolean) => {
    setFolded((before) => {
      const next = new Set(before);
      if (close) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);

  // While the outline has the keyboard its rows are its own; else they follow the caret.
  useEffect(() => {
    if (here !== undefined && !treeRef.current?.contains(document.activeElement)) setChosen(undefined);
  }, [here, treeRef]);

  const latest = useRef({ rows, selection, goTo: link.goTo });
  latest.current = { rows, selection, goTo: link.goTo };
  const choose = useCallback(
    (id: string, event: MouseEvent) => {
      const { rows, selection = onlyRow(id), goTo } = latest.current;
      const together = event.shiftKey || event.ctrlKey || event.metaKey;
      if (event.shiftKey) setChosen(rangeTo(selection, rows, id));
      else setChosen(together ? toggled(selection, id) : onlyRow(id));
      if (together) treeRef.current?.focus();
      else goTo(id);
      atWork.current = true;
    },
    [treeRef],
  );
  useOutlineClipboard(link, treeRef, selection, () => setChosen(undefined));
  const dragging = useOutlineDrag({
    drag: link.drag,
    tree: treeRef,
    rows,
    selection,
    folded,
    fold,
    setChosen,
  });

  if (rows.length === 0 || !selection) return <p className="panel-message quiet">{strings.empty}</p>;

  const sayDeleted = () => {
    const after = link.plan();
    const takeBack = () => {
      bars.close("insert");
      // Whoever has written since undoes step by step.
      if (link.plan() === after) link.run(undo);
    };
    const actions = [{ label: strings.undo, run: takeBack }];
    bars.show({ topic: "insert", intent: "info", text: strings.deleted, actions, closable: true });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Tab" && !atWork.current) return;
    const action = actionOfKey(event, rows, selection, folded);
    if (!action) return;
    atWork.current = true;
    if (action.selection) setChosen(action.selection);
    if (action.fold !== undefined) fold(selection.active, action.fold);
    if (action.command) {
      setChosen(selection);
      if (link.run(action.command) && action.deletes) sayDeleted();
    }
    if (action.leave === "to-row") link.goTo(selection.active);
    if (action.leave === "to-caret") link.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  const branchOf = new Map(rows.map((row) => [row.entry.id, row.branch]));
  const chosenIn = Map.groupBy(selection.ids, (id) => branchOf.get(id));
  return (
    <div
      ref={treeRef}
      role="tree"
      tabIndex={0}
      aria-label={strings.tree}
      aria-multiselectable
      aria-activedescendant={rowId(selection.active)}
      className={dragging.isSource ? "outline outline-dragging" : "outline"}
      onKeyDown={press}
      onBlur={() => {
        atWork.current = false;
      }}
      {...dragging.handlers}
    >
      {entries.map((entry) => (
        <Branch
          key={entry.id}
          entry={entry}
          level={1}
          folded={folded}
          chosen={setOf(chosenIn.get(entry.id))}
          active={branchOf.get(selection.active) === entry.id ? selection.active : undefined}
          here={rowHere?.branch === entry.id ? here : undefined}
          onChoose={choose}
          onFold={fold}
        />
      ))}
      {dragging.line && <DropLine {...dragging.line} />}
    </div>
  );
}

function setOf(ids: readonly string[] | undefined): ReadonlySet<string> {
  return ids === undefined ? NONE : new Set(ids);
}

/** What is chosen now: as chosen here, else the row of the caret; beside a row that is gone, the next one. */
function useCurrent(
  chosen: OutlineSelection | undefined,
  rows: readonly OutlineRow[],
  rowHere: OutlineRow | undefined,
): OutlineSelection | undefined {
  const index = useRef(0);
  const left = chosen && stillShown(chosen, rows);
  const instead = chosen ? rows[Math.min(index.current, rows.length - 1)] : (rowHere ?? rows[0]);
  const selection = left ?? (instead && onlyRow(instead.entry.id));
  useEffect(() => {
    index.current = rows.findIndex(({ entry }) => selection?.ids.has(entry.id));
  });
  return selection;
}
