/** Which rows of the outline are chosen together, by mouse and keys as in every list of files. */
import type { OutlineRow } from "./outline-rows.ts";

export interface OutlineSelection {
  /** Row that has the keyboard. */
  readonly active: string;
  /** Where a range begins. */
  readonly anchor: string;
  readonly ids: ReadonlySet<string>;
}

/** One row alone. */
export function onlyRow(id: string): OutlineSelection {
  return { active: id, anchor: id, ids: new Set([id]) };
}

/** All rows from the anchor to this one. */
export function rangeTo(
  { anchor }: OutlineSelection,
  rows: readonly OutlineRow[],
  id: string,
): OutlineSelection {
  const ends = [anchor, id].map((end) => rows.findIndex(({ entry }) => entry.id === end));
  const from = Math.max(0, Math.min(...ends));
  const to = Math.max(...ends);
  return { active: id, anchor, ids: new Set(rows.slice(from, to + 1).map(({ entry }) => entry.id)) };
}

/** The row added, or taken out; one row always stays. */
export function toggled({ ids }: OutlineSelection, id: string): OutlineSelection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { active: id, anchor: id, ids: next.size === 0 ? new Set([id]) : next };
}

/** Every row that is shown. */
export function allRows({ active }: OutlineSelection, rows: readonly OutlineRow[]): OutlineSelection {
  return { active, anchor: rows[0]?.entry.id ?? active, ids: new Set(rows.map(({ entry }) => entry.id)) };
}

/** The same without rows that are gone or folded away; undefined where the row with the keyboard is one of them. */
export function stillShown(
  { active, anchor, ids }: OutlineSelection,
  rows: readonly OutlineRow[],
): OutlineSelection | undefined {
  const shown = new Set(rows.map(({ entry }) => entry.id));
  if (!shown.has(active)) return undefined;
  const left = [...ids].filter((id) => shown.has(id));
  return {
    active,
    anchor: shown.has(anchor) ? anchor : active,
    ids: new Set(left.length === 0 ? [active] : left),
  };
}
