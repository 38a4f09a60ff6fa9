/** The lines of a text, each with a name under which it is found in an earlier state of the same text. */
import type { Node } from "prosemirror-model";
import { isHeading, LEVEL_OF, type PlacedLine, toLines } from "../editor/lines.ts";
import { perNode } from "../editor/memo.ts";

/** Key of the title, which has no id. */
export const TITLE_KEY = "title";

export interface TextSide {
  readonly lines: readonly PlacedLine[];
  /** Key of each line: the id of its block; of a part, section or item that of its lead. */
  readonly keys: readonly string[];
  /** Index of each key. */
  readonly at: ReadonlyMap<string, number>;
  /** Key of the heading that each line stands under; null at the top. */
  readonly parents: readonly (string | null)[];
  /** Key of the first heading behind each line; null behind the last one. */
  readonly nextHeadings: readonly (string | null)[];
}

/** The lines of a document by their keys. */
export const linesByKey: (doc: Node) => TextSide = perNode((doc) => {
  const lines = toLines(doc);
  const at = new Map<string, number>();
  const keys = lines.map((line, index) => {
    const id: string = line.kind === "title" ? TITLE_KEY : line.attributes["id"];
    // A damaged file may hold an id twice; each line still has to have a name of its own.
    let key = id;
    for (let copy = 2; at.has(key); copy += 1) key = `${id.slice(0, 56)}-${copy}`;
    at.set(key, index);
    return key;
  });
  return { lines, keys, at, parents: parentsOf(lines, keys), nextHeadings: nextHeadingsOf(lines, keys) };
});

function parentsOf(lines: readonly PlacedLine[], keys: readonly string[]): readonly (string | null)[] {
  /** The last heading of each level. */
  const open: (string | undefined)[] = [];
  return lines.map((line, index) => {
    const parent = line.inside === 0 ? null : (open[line.inside] ?? null);
    if (isHeading(line)) open[LEVEL_OF[line.kind]] = keys[index];
    return parent;
  });
}

function nextHeadingsOf(lines: readonly PlacedLine[], keys: readonly string[]): readonly (string | null)[] {
  const next: (string | null)[] = [];
  let following: string | null = null;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    next[index] = following;
    if (line && isHeading(line)) following = keys[index] ?? null;
  }
  return next;
}
