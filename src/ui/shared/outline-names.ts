/** Names of the parts of an outline, by id. */
import type { OutlineEntry } from "../../core/editor/outline.ts";

/** Every entry, parents before children. */
export function entriesIn(entries: readonly OutlineEntry[]): readonly OutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...entriesIn(entry.children)]);
}

/** The entry of a part; undefined where the part is gone. */
export function entryOf(entries: readonly OutlineEntry[], id: string): OutlineEntry | undefined {
  return entriesIn(entries).find((entry) => entry.id === id);
}
