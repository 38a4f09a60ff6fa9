/** What a key does in the outline. */
import type { Command } from "prosemirror-state";
import { deleteMany, demoteMany, moveManyDown, moveManyUp, promoteMany } from "../editor/index.ts";
import type { OutlineRow } from "./outline-rows.ts";
import { allRows, type OutlineSelection, onlyRow, rangeTo, toggled } from "./outline-selection.ts";

export interface OutlineKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What is to be done; several at once for a key that folds and moves. */
export interface OutlineAction {
  readonly selection?: OutlineSelection;
  /** Folds the active row, or opens it. */
  readonly fold?: boolean;
  readonly command?: Command;
  /** Whether the command takes text away, which may be much: it is said, with the way back. */
  readonly deletes?: boolean;
  /** Into the text, to the active row or to where the caret was. */
  readonly leave?: "to-row" | "to-caret";
}

/** Undefined where the key means nothing here, and the window or the browser has it. */
export function actionOfKey(
  event: OutlineKey,
  rows: readonly OutlineRow[],
  selection: OutlineSelection,
  folded: ReadonlySet<string>,
): OutlineAction | undefined {
  if (event.altKey) return event.shiftKey ? moveBy(event.key, selection.ids) : undefined;
  if (event.ctrlKey || event.metaKey) return withControl(event.key, rows, selection);
  if (event.key === "Tab")
    return { command: event.shiftKey ? promoteMany(selection.ids) : demoteMany(selection.ids) };
  const target = targetOf(event.key, rows, selection.active, folded);
  if (!target) return alone(event.key, selection);
  const { id, fold } = target;
  if (fold !== undefined) return { fold };
  if (id === undefined) return {};
  return { selection: event.shiftKey ? rangeTo(selection, rows, id) : onlyRow(id) };
}

/** The keys that move parts and change their levels in the text do so here, with everything that is chosen. */
function moveBy(key: string, ids: ReadonlySet<string>): OutlineAction | undefined {
  switch (key) {
    case "ArrowUp":
      return { command: moveManyUp(ids) };
    case "ArrowDown":
      return { command: moveManyDown(ids) };
    case "ArrowLeft":
      return { command: promoteMany(ids) };
    case "ArrowRight":
      return { command: demoteMany(ids) };
    default:
      return undefined;
  }
}

function withControl(
  key: string,
  rows: readonly OutlineRow[],
  selection: OutlineSelection,
): OutlineAction | undefined {
  const index = rows.findIndex(({ entry }) => entry.id === selection.active);
  switch (key) {
    case "a":
    case "A":
      return { selection: allRows(selection, rows) };
    case " ":
      return { selection: toggled(selection, selection.active) };
    case "ArrowUp":
      return { selection: { ...selection, active: rows[index - 1]?.entry.id ?? selection.active } };
    case "ArrowDown":
      return { selection: { ...selection, active: rows[index + 1]?.entry.id ?? selection.active } };
    default:
      return undefined;
  }
}

function alone(key: string, { active, ids }: OutlineSelection): OutlineAction | undefined {
  switch (key) {
    case "Enter":
    case "F2":
      return { leave: "to-row" };
    case "Escape":
      return ids.size > 1 ? { selection: onlyRow(active) } : { leave: "to-caret" };
    case "Delete":
      return { command: deleteMany(ids), deletes: true };
    default:
      return undefined;
  }
}

/** Where a key of the tree pattern leads: another row, or this one opened or folded. */
function targetOf(
  key: string,
  rows: readonly OutlineRow[],
  active: string,
  folded: ReadonlySet<string>,
): { readonly id?: string | undefined; readonly fold?: boolean } | undefined {
  const index = rows.findIndex(({ entry }) => entry.id === active);
  const row = rows[index];
  if (!row) return undefined;
  const { entry } = row;
  switch (key) {
    case "ArrowDown":
      return { id: rows[index + 1]?.entry.id };
    case "ArrowUp":
      return { id: rows[index - 1]?.entry.id };
    case "Home":
      return { id: rows[0]?.entry.id };
    case "End":
      return { id: rows.at(-1)?.entry.id };
    case "ArrowRight":
      if (entry.children.length === 0) return {};
      return folded.has(entry.id) ? { fold: false } : { id: entry.children[0]?.id };
    case "ArrowLeft":
      if (entry.children.length > 0 && !folded.has(entry.id)) return { fold: true };
      return { id: row.parent };
    default:
      return undefined;
  }
}
