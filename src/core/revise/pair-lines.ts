/** Which lines of two states of one text belong together, and what happened to each as a whole. */
import type { Attrs } from "prosemirror-model";
import { isHeading, type PlacedLine } from "../editor/lines.ts";
import type { TextSide } from "./lines-by-key.ts";

export interface LinePairs {
  readonly base: TextSide;
  readonly now: TextSide;
  /** Keys of lines that stand elsewhere among those of both states. */
  readonly moved: ReadonlySet<string>;
  /** Keys of lines whose kind, attributes or level was changed, and not just because lines around them came or went. */
  readonly rekinded: ReadonlySet<string>;
}

/** Pairs lines by their keys. */
export function pairLines(base: TextSide, now: TextSide): LinePairs {
  const moved = movedKeys(base, now);
  const structural = structuralKeys(base, now, moved);
  const rekinded = new Set<string>();
  for (const [index, key] of now.keys.entries()) {
    const before = base.at.get(key);
    if (before === undefined) continue;
    const old = base.lines[before];
    const line = now.lines[index];
    if (!old || !line) continue;
    const placed = !samePlace(old, line) && !moved.has(key) && !isConsequence(base, now, key, structural);
    if (placed || !sameKind(old, line)) rekinded.add(key);
  }
  return { base, now, moved, rekinded };
}

/** Whether both lines are of one kind, with the same attributes. */
function sameKind(one: PlacedLine, other: PlacedLine): boolean {
  return one.kind === other.kind && sameAttributes(one.attributes, other.attributes);
}

/** Ids are told by the key. */
function sameAttributes(one: Attrs, other: Attrs): boolean {
  return one === other || Object.keys(one).every((name) => name === "id" || one[name] === other[name]);
}

function samePlace(one: PlacedLine, other: PlacedLine): boolean {
  return one.inside === other.inside && one.closing === other.closing;
}

/** Keys of headings that came, went, moved or changed their kind: what moves the level of lines around them. */
function structuralKeys(base: TextSide, now: TextSide, moved: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [index, key] of base.keys.entries()) {
    const old = base.lines[index];
    const place = now.at.get(key);
    const line = place === undefined ? undefined : now.lines[place];
    if (!old || !(isHeading(old) || (line && isHeading(line)))) continue;
    if (old.kind !== line?.kind || moved.has(key)) found.add(key);
  }
  for (const [index, key] of now.keys.entries()) {
    const line = now.lines[index];
    if (line && isHeading(line) && !base.at.has(key)) found.add(key);
  }
  return found;
}

/** Whether a line has another level only because the headings around it are other ones. */
function isConsequence(base: TextSide, now: TextSide, key: string, structural: ReadonlySet<string>): boolean {
  if (structural.size === 0) return false;
  return [base, now].some((side) => {
    const index = side.at.get(key) ?? -1;
    const line = side.lines[index];
    const parent = side.parents[index];
    const next = side.nextHeadings[index];
    const follows = line && !isHeading(line) && next && structural.has(next);
    return follows || (parent && structural.has(parent));
  });
}

/** Of the lines in both states as few as possible count as moved: all but the longest run that kept its order. */
function movedKeys(base: TextSide, now: TextSide): ReadonlySet<string> {
  const common = now.keys.filter((key) => base.at.has(key));
  const places = common.map((key) => base.at.get(key) ?? 0);
  if (places.every((place, index) => index === 0 || (places[index - 1] ?? 0) < place)) return NONE;
  const kept = longestRise(places);
  return new Set(common.filter((_, index) => !kept.has(index)));
}

const NONE: ReadonlySet<string> = new Set();

/** Indexes of a longest rising subsequence of different numbers. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index);
  return kept;
}
