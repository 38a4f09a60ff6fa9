/** Where a line of one state of a text belongs in another state that does not have it there. */
import { isHeading } from "../editor/lines.ts";
import type { TextSide } from "./lines-by-key.ts";

/** The state in which the place is looked for. */
export interface PlaceTarget {
  readonly has: (key: string) => boolean;
  /** Whether the line stands among the others as it did in the other state. */
  readonly isFixed: (key: string) => boolean;
  readonly parentOf: (key: string) => string | null;
}

/**
 * Key of the line of `target` that the line `key` of `source` stands behind; null where nothing stands before it. A block
 * stays with its part wherever that has been moved; everything else keeps its place among the lines that were not moved.
 */
export function placeBehind(source: TextSide, target: PlaceTarget, key: string): string | null {
  const index = source.at.get(key) ?? 0;
  const line = source.lines[index];
  const parent = source.parents[index] ?? null;
  const stays = line && !isHeading(line) && parent !== null && !target.has(key) && target.has(parent);
  for (let before = index - 1; before >= 0; before -= 1) {
    const candidate = source.keys[before] ?? "";
    if (!target.has(candidate)) continue;
    const isOwn = isUnder(candidate, parent, parentIn(source)) && isUnder(candidate, parent, target.parentOf);
    if (stays ? isOwn : target.isFixed(candidate)) return candidate;
  }
  return null;
}

/** Whether a line is the heading `part` or stands anywhere under it. */
export function isUnder(key: string, part: string | null, parentOf: (key: string) => string | null): boolean {
  let each: string | null = key;
  while (each !== null && each !== part) each = parentOf(each);
  return each === part;
}

/** The heading that a line of this state stands under. */
export function parentIn(side: TextSide): (key: string) => string | null {
  return (key) => side.parents[side.at.get(key) ?? -1] ?? null;
}

/** A state as it is, for `placeBehind`. */
export function targetOf(side: TextSide, moved: ReadonlySet<string>): PlaceTarget {
  return {
    has: (key) => side.at.has(key),
    isFixed: (key) => !moved.has(key),
    parentOf: parentIn(side),
  };
}
