import type { LibraryItem } from "../../core/suggest/suggestion.ts";

/**
 * Puts a text of another plan into ours as an item: behind the point with the id `after`, at the caret where there is
 * none. `writtenFor` is the year that its dates count from, where that is not the year of its source.
 */
export type InsertBeside = (item: LibraryItem, after: string | undefined, writtenFor?: number | null) => void;
