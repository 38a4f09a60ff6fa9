/** Dragging rows of the outline, and parts of the text over it. */
import { type DragEvent, type DragEventHandler, type RefObject, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { LEVEL_OF } from "../../core/editor/lines.ts";
import { showDragged } from "../drag/drag-image.ts";
import type { DropLineProps } from "../drag/drop-line.tsx";
import type { DropTarget, PartDrag } from "../drag/part-drag.ts";
import { createEdgeScroll, type EdgeScroll } from "../drag/scroll-at-edges.ts";
import { rowId } from "./outline-row.tsx";
import type { OutlineRow } from "./outline-rows.ts";
import { type OutlineSelection, onlyRow } from "./outline-selection.ts";

/** A folded row opens when the pointer rests on it, in milliseconds. */
const OPENS_AFTER = 700;

export interface OutlineDragOptions {
  readonly drag: PartDrag;
  readonly tree: RefObject<HTMLElement | null>;
  readonly rows: readonly OutlineRow[];
  readonly selection: OutlineSelection | undefined;
  readonly folded: ReadonlySet<string>;
  readonly fold: (id: string, close: boolean) => void;
  readonly setChosen: (selection: OutlineSelection) => void;
}

export interface OutlineDrag {
  /** Whether the chosen rows are what is dragged. */
  readonly isSource: boolean;
  /** Where they would land; undefined where nowhere. */
  readonly line: DropLineProps | undefined;
  readonly handlers: Readonly<
    Record<"onDragStart" | "onDragOver" | "onDragLeave" | "onDrop" | "onDragEnd", DragEventHandler>
  >;
}

export function useOutlineDrag(options: OutlineDragOptions): OutlineDrag {
  const { drag, tree, rows, selection, folded, fold, setChosen } = options;
  const { ids, target } = useStore(drag);
  const [line, setLine] = useState<DropLineProps>();
  const scroll = useRef<EdgeScroll>(undefined);
  const resting = useRef({ id: "", since: 0 });

  useEffect(() => () => scroll.current?.stop(), []);

  const stop = () => {
    scroll.current?.stop();
    scroll.current = undefined;
  };
  const start = (event: DragEvent) => {
    const id = partAt(event);
    const dragged = id !== undefined && selection?.ids.has(id) ? selection : id && onlyRow(id);
    if (!dragged || !drag.start(event.dataTransfer, dragged.ids, "outline", event.clientX))
      return event.preventDefault();
    setChosen(dragged);
    const first = rows.find(({ entry }) => dragged.ids.has(entry.id));
    if (first) showDragged(event.dataTransfer, first.entry, dragged.ids.size);
  };
  const over = (event: DragEvent) => {
    const { ids } = drag.getState();
    if (ids.size === 0 || !tree.current) return;
    scroll.current ??= createEdgeScroll(tree.current);
    scroll.current.at(event.clientY);
    const id = partAt(event);
    if (id !== resting.current.id) resting.current = { id: id ?? "", since: event.timeStamp };
    if (id !== undefined && folded.has(id) && event.timeStamp - resting.current.since > OPENS_AFTER)
      fold(id, false);
    drag.over("outline", gapAt(event, rows, id), event.clientX);
    const found = drag.getState().target;
    if (!found) return;
    if (found !== target) setLine(lineOf(found, rows, tree.current, ids.size));
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget instanceof Node && tree.current?.contains(event.relatedTarget)) return;
    stop();
    drag.over("outline", undefined, event.clientX);
  };
  const drop = (event: DragEvent) => {
    stop();
    if (drag.getState().ids.size === 0) return;
    event.preventDefault();
    drag.drop();
    tree.current?.focus();
  };
  const end = () => {
    stop();
    drag.end();
  };
  return {
    isSource: ids.size > 0 && [...ids].every((id) => selection?.ids.has(id)),
    line: target?.surface === "outline" ? line : undefined,
    handlers: { onDragStart: start, onDragOver: over, onDragLeave: leave, onDrop: drop, onDragEnd: end },
  };
}

/** Id of the row under the pointer. */
function partAt({ target }: DragEvent): string | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-part]") : null;
  return row?.dataset["part"];
}

/** The upper half of a row means before it, the lower before the next; below all rows is behind the last. */
function gapAt({ clientY }: DragEvent, rows: readonly OutlineRow[], id: string | undefined): string | null {
  const index = rows.findIndex(({ entry }) => entry.id === id);
  const box = id === undefined ? undefined : document.getElementById(rowId(id))?.getBoundingClientRect();
  if (id === undefined || !box) return null;
  return clientY < box.top + box.height / 2 ? id : (rows[index + 1]?.entry.id ?? null);
}

function lineOf(
  { before, place, label }: DropTarget,
  rows: readonly OutlineRow[],
  tree: HTMLElement,
  count: number,
): DropLineProps {
  const index = before === null ? rows.length : rows.findIndex(({ entry }) => entry.id === before);
  const parent = rows.findLast(
    ({ entry }, at) => at < index && place.inside > 0 && LEVEL_OF[entry.kind] === place.inside,
  );
  const beside = rows[Math.min(index, rows.length - 1)]?.entry.id ?? "";
  const box = document.getElementById(rowId(beside))?.getBoundingClientRect();
  const edge = index < rows.length ? box?.top : box?.bottom;
  const top = (edge ?? 0) - tree.getBoundingClientRect().top + tree.scrollTop;
  return { top, start: indentOf((parent?.level ?? 0) + 1), label, count };
}

/** Where the text of a row of this level begins, in pixels. */
function indentOf(level: number): number {
  return 8 + 14 * (level - 1);
}
