/** Which parts of a text the query matched, for marking and for saying why. */
import { eachGram, foldText } from "./grams.ts";
import type { WeightedQuery } from "./query-grams.ts";
import type { Topics } from "./topics.ts";

/** UTF-16 range of a text, end exclusive. */
export type Range = [from: number, to: number];

/** What to mark, prepared once for a query. */
export interface Marking {
  /** Grams that were typed, common ones included. */
  readonly typed: ReadonlySet<number>;
  /** Grams that make a marked part worth showing. */
  readonly telling: ReadonlySet<number>;
  /** Terms of the topic groups that the text touches. */
  readonly terms: readonly string[];
}

/** Weight from which a gram of the query is something the drafter meant. */
const MEANT = 0.5;

/** What to mark in an item that clearly answers the query: the typed words, and words of the same topic. */
export function markingOf(topics: Topics, query: WeightedQuery): Marking {
  const telling = query.grams.filter((gram) => gram.source === "typed" && gram.weight >= MEANT);
  return {
    typed: new Set([...query.typedKeys, ...telling.map((gram) => gram.key)]),
    telling: new Set(telling.map((gram) => gram.key)),
    terms: query.topics.flatMap((topic) => topics.groups[topic.group]?.terms ?? []),
  };
}

/** What to mark where nothing clear is found: every pair that brought the item up, but for the section's. */
export function looseMarkingOf(query: WeightedQuery): Marking {
  const keys = query.grams.filter((gram) => gram.source !== "section").map((gram) => gram.key);
  return { typed: new Set(keys), telling: new Set(keys), terms: [] };
}

/** Ranges of the text that hold typed words or words of the same topic: ascending, apart from each other. */
export function matchRanges(text: string, marking: Marking): readonly Range[] {
  const folded = foldText(text);
  const ranges = [...typedRanges(folded, marking), ...termRanges(folded, marking.terms)];
  const merged = mergeRanges(ranges);
  if (folded.length === text.length) return merged;
  const starts = foldedStarts(text);
  return mergeRanges(merged.map(([from, to]) => [unfolded(starts, from), unfolded(starts, to)]));
}

/** The words in the ranges, each once, in order; a part of another word is left out. */
export function wordsIn(text: string, ranges: readonly Range[]): readonly string[] {
  const words = [...new Set(ranges.map(([from, to]) => text.slice(from, to)))];
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word)));
}

function typedRanges(folded: string, marking: Marking): readonly Range[] {
  const ranges: Range[] = [];
  let current: Range | undefined;
  let telling = false;
  const close = () => {
    if (current !== undefined && telling) ranges.push(current);
    current = undefined;
    telling = false;
  };
  eachGram(folded, (key, from, to) => {
    if (!marking.typed.has(key)) return;
    if (current === undefined || from > current[1]) {
      close();
      current = [from, to];
    } else current[1] = to;
    telling ||= marking.telling.has(key);
  });
  close();
  return ranges;
}

function termRanges(folded: string, terms: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  for (const term of terms)
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length))
      ranges.push([at, at + term.length]);
  return ranges;
}

function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const [from, to] of [...ranges].sort((left, right) => left[0] - right[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) merged.push([from, to]);
  }
  return merged;
}

/** For each UTF-16 unit of the text, where its folded form begins; for texts whose length folding changes. */
function foldedStarts(text: string): readonly number[] {
  const starts: number[] = [];
  let length = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit += 1) starts.push(length);
    length += foldText(character).length;
  }
  return [...starts, length];
}

/** Offset in the original text of an offset in the folded one. */
function unfolded(starts: readonly number[], folded: number): number {
  const at = starts.findIndex((start) => start >= folded);
  return at < 0 ? starts.length - 1 : at;
}
