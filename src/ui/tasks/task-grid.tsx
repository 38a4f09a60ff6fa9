// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold rows that are placed by a virtual list.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is inside one cell and goes from cell to cell.
/** The task breakdown as a grid: keyboard first, only the rows in view are in the page. */
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Choice } from "./choices.ts";
import { COLUMNS, type Column, cellValue, isEditable, type Row, type ValueColumn } from "./task-rows.ts";
import { taskStrings as strings } from "./tasks.strings.ts";
import { type TaskTools, TextCell } from "./text-cell.tsx";
import { ValueCell } from "./value-cell.tsx";

export interface TaskGridProps {
  readonly rows: readonly Row[];
  readonly choices: (column: ValueColumn) => readonly Choice[];
  readonly tools: TaskTools;
  /** The same text in one column of several rows. */
  readonly onFill: (rows: readonly Row[], column: ValueColumn, text: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onLeave: () => void;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Pixels of a row of one line. */
const ROW_HEIGHT = 36;
const OVERSCAN = 8;
const PAGE_ROWS = 12;
/** Limits of the plan model. */
const NAME_LIMIT = 200;
const LONG_LIMIT = 2_000;

export function TaskGrid(props: TaskGridProps): ReactNode {
  const { rows, choices, tools, onFill, onUndo, onRedo, onLeave } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 1 });
  /** The other end of the selected rows. */
  const [anchor, setAnchor] = useState(0);
  const row = Math.min(active.row, rows.length - 1);
  const extract = useCallback(
    // The active row stays in the page wherever it is scrolled: it has the keyboard.
    (range: Range) => [...new Set([...defaultRangeExtractor(range), row])].sort((one, other) => one - other),
    [row],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    rangeExtractor: extract,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  useEffect(() => virtual.scrollToIndex(row, { align: "auto" }), [virtual, row]);

  const [from, to] = [Math.min(row, anchor), Math.max(row, anchor)];
  const goTo = (place: Place, extend = false) => {
    const next = Math.max(0, Math.min(rows.length - 1, place.row));
    setActive({ row: next, column: Math.max(0, Math.min(COLUMNS.length - 1, place.column)) });
    if (!extend) setAnchor(next);
  };
  const column = COLUMNS[active.column] ?? "task";
  const fill = (text: string) => {
    if (column !== "task") onFill(rows.slice(from, to + 1), column, text);
  };
  const press = (event: KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (altKey) return;
    if ((ctrlKey || metaKey) && key.toLowerCase() === "d") {
      const source = rows[from === to ? from - 1 : from];
      if (source && column !== "task") fill(cellValue(source, column).text);
    } else if (ctrlKey || metaKey) {
      if (key === "Home") goTo({ ...active, row: 0 });
      else if (key === "End") goTo({ ...active, row: rows.length - 1 });
      // A field that nothing is typed into has nothing of its own to undo.
      else if (key.toLowerCase() === "z") (shiftKey ? onRedo : onUndo)();
      else if (key.toLowerCase() === "y") onRedo();
      else return;
    } else if (key === "Delete") fill("");
    else if (key === "Escape") onLeave();
    else if (key === "Tab") {
      const next = active.column + (shiftKey ? -1 : 1);
      if (next < 0 || next >= COLUMNS.length) return;
      goTo({ row, column: next });
    } else {
      const step = STEPS[key];
      if (!step) return;
      goTo({ row: row + step.row, column: active.column + step.column }, shiftKey && step.column === 0);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      className="task-grid"
      role="grid"
      aria-label={strings.grid}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
    >
      <div className="task-row task-head" role="row" aria-rowindex={1}>
        {COLUMNS.map((each) => (
          <div key={each} role="columnheader" className={`task-cell task-${each}`}>
            {strings.columns[each]}
          </div>
        ))}
      </div>
      <div className="task-rows" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const shown = rows[index];
          if (!shown) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={rowClass(shown, index === row)}
              style={{ transform: `translateY(${start}px)` }}
            >
              {COLUMNS.map((each, place) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the active cell takes the keys
                <div
                  key={each}
                  role="gridcell"
                  aria-selected={place === active.column && index >= from && index <= to}
                  className={cellClass(shown, each)}
                  onClick={() => {
                    if (index !== row || place !== active.column) goTo({ row: index, column: place });
                  }}
                >
                  <Cell
                    row={shown}
                    column={each}
                    active={index === row && place === active.column}
                    choices={choices}
                    tools={tools}
                    onCommit={(text) => each !== "task" && onFill([shown], each, text)}
                    onKey={press}
                    onNext={(direction) =>
                      goTo(
                        direction === "down"
                          ? { row: index + 1, column: place }
                          : { row: index, column: place + 1 },
                      )
                    }
                  />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, Place>> = {
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
  PageDown: { row: PAGE_ROWS, column: 0 },
  PageUp: { row: -PAGE_ROWS, column: 0 },
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  Home: { row: 0, column: -COLUMNS.length },
  End: { row: 0, column: COLUMNS.length },
};

interface CellProps {
  readonly row: Row;
  readonly column: Column;
  readonly active: boolean;
  readonly choices: (column: ValueColumn) => readonly Choice[];
  readonly tools: TaskTools;
  readonly onCommit: (text: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onNext: (direction: "down" | "right") => void;
}

function Cell({ row, column, active, choices, tools, onCommit, onKey, onNext }: CellProps): ReactNode {
  if (column === "task") return <TextCell row={row} active={active} tools={tools} onKey={onKey} />;
  const { text, source } = cellValue(row, column);
  const origin = source === "item" && row.kind === "task" ? strings.inherited : "";
  const label = strings.cell(strings.columns[column], text, source === "text" ? strings.fromText : origin);
  if (active && isEditable(row, column)) {
    return (
      <ValueCell
        column={column}
        label={label}
        value={text}
        choices={choices(column)}
        limit={column === "target" || column === "support" ? LONG_LIMIT : NAME_LIMIT}
        onCommit={onCommit}
        onKey={onKey}
        onNext={onNext}
      />
    );
  }
  if (active) return <FocusedCell onKey={onKey} />;
  const note = column === "state" && row.kind === "task" ? row.task.progress.note : "";
  if (note === "") return text;
  return (
    <>
      {text}
      <span className="task-note" title={note}>
        {note}
      </span>
    </>
  );
}

/** A cell that cannot be filled in, but can be passed by the keyboard. */
function FocusedCell({ onKey }: { readonly onKey: (event: KeyboardEvent) => void }): ReactNode {
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => cell.current?.focus({ preventScroll: true }), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cell around it is the gridcell
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the focus of the grid goes from cell to cell
    <div ref={cell} className="task-empty" tabIndex={0} onKeyDown={onKey} />
  );
}

function rowClass(row: Row, active: boolean): string {
  const kind = row.kind === "item" ? "task-item" : row.task.counts ? "" : "task-not";
  return `task-row ${kind} ${active ? "task-active" : ""}`;
}

function cellClass(row: Row, column: Column): string {
  if (column === "task") return "task-cell task-task";
  const { source, text } = cellValue(row, column);
  const inherited = row.kind === "task" && source !== "task" && text !== "" ? "task-inherited" : "";
  const state = column === "state" && row.kind === "task" ? `task-state-${row.task.progress.state}` : "";
  return `task-cell task-${column} ${inherited} ${state}`;
}
