/** The visible rows of the outline: a tree laid flat, without what is folded. */
import type { OutlineEntry } from "../../core/editor/outline.ts";

export interface OutlineRow {
  readonly entry: OutlineEntry;
  /** 1 at the top. */
  readonly level: number;
  readonly parent: string | undefined;
  /** Id of the entry at the top in whose branch this row is. */
  readonly branch: string;
}

export function outlineRows(
  entries: readonly OutlineEntry[],
  folded: ReadonlySet<string>,
  level = 1,
  parent?: string,
  top?: string,
): readonly OutlineRow[] {
  return entries.flatMap((entry) => {
    const branch = top ?? entry.id;
    const row = { entry, level, parent, branch };
    if (folded.has(entry.id)) return [row];
    return [row, ...outlineRows(entry.children, folded, level + 1, entry.id, branch)];
  });
}
