/** What to look for: the grams of the drafter's text, weighted, and its topics. */
import genericWords from "./data/generic-words.json" with { type: "json" };
import { eachGram, foldText, gramSet, isHan, pairKey } from "./grams.ts";
import type { SuggestIndex } from "./suggest-index.ts";
import { countTopics, strongestTopics, type TopicWeight } from "./topics.ts";

/** Where a gram of the query comes from, with its weight. */
export const GRAM_WEIGHTS = { typed: 1, generic: 0.2, topic: 0.7, completion: 0.2, section: 0.1 } as const;
export type GramSource = keyof typeof GRAM_WEIGHTS;

/** Words that the last character may grow into. */
const COMPLETIONS = 8;
/** A gram in more items than this share says nothing, … */
const COMMON_SHARE = 0.25;
/** … unless the library is so small that the share is a handful of items. */
const COMMON_COUNT = 20;
/** Grams kept however common they are, so that every query finds something. */
const KEPT_GRAMS = 2;
/** Most grams of one search, the most telling first: bounds the time of a long text. */
const MAX_GRAMS = 64;
/** Characters of typed text that count: the newest, about two sentences. */
const MAX_TYPED = 80;
/** Characters of a heading that count: the first, a longer one is text that lost its 。 */
const MAX_HEADING = 80;

/** What the drafter is writing. */
export interface SearchQuery {
  /** Typed text, without the ordinal. */
  readonly typed: string;
  /** Heading of the item whose body is being typed, else empty. */
  readonly heading: string;
  readonly sectionHeading: string;
  /** The drafter's bureau; its earlier items rank higher. Empty: unknown. */
  readonly issuer: string;
  /** Year of the plan being written; null: the newest year in the library. */
  readonly year: number | null;
  /** Items of this document are never found. */
  readonly excludedDocument?: string;
}

export interface QueryGram {
  readonly key: number;
  readonly weight: number;
  readonly source: GramSource;
  /** Row in the postings, −1 where only added items hold the gram. */
  readonly row: number;
  /** Items that hold the gram. */
  readonly count: number;
  /** Inverse document frequency. */
  readonly rarity: number;
}

export interface WeightedQuery {
  /** Grams that are searched, most telling first. */
  readonly grams: readonly QueryGram[];
  /** Every gram that was typed, generic and common ones included: for marking matches. */
  readonly typedKeys: ReadonlySet<number>;
  readonly topics: readonly TopicWeight[];
}

const GENERIC: ReadonlySet<number> = new Set(genericWords.words.flatMap((word) => [...gramSet(word)]));

/** Weighs a query against the index. */
export function weighQuery(index: SuggestIndex, query: SearchQuery): WeightedQuery {
  const typed = foldText(query.typed.slice(-MAX_TYPED));
  const text = `${foldText(query.heading.slice(0, MAX_HEADING))}\n${typed}`;
  const grams = new Map<number, QueryGram>();
  const typedKeys = new Set<number>();
  eachGram(text, (key) => {
    typedKeys.add(key);
    addGram(index, grams, key, GENERIC.has(key) ? "generic" : "typed");
  });
  const completion = isOpenEnded(index, grams, typed) ? "typed" : "completion";
  for (const key of completionsOf(index, typed)) addGram(index, grams, key, completion);
  const counts = new Map<number, number>();
  countTopics(index.topics, text, 1, counts);
  for (const group of counts.keys())
    for (const key of index.topics.groups[group]?.keys ?? []) addGram(index, grams, key, "topic");
  for (const key of gramSet(foldText(query.sectionHeading.slice(0, MAX_HEADING))))
    addGram(index, grams, key, "section");
  return { grams: searchedGrams(index, grams), typedKeys, topics: strongestTopics(counts) };
}

/** Items of the index that can be found. */
export function liveCount(index: SuggestIndex): number {
  return index.count - index.removedCount;
}

/** Whether a gram is in so many items that it tells nothing. */
export function isCommon(index: SuggestIndex, count: number): boolean {
  return count > Math.max(COMMON_COUNT, COMMON_SHARE * liveCount(index));
}

function addGram(index: SuggestIndex, grams: Map<number, QueryGram>, key: number, source: GramSource): void {
  const weight = GRAM_WEIGHTS[source];
  const known = grams.get(key);
  if (known !== undefined) {
    if (known.weight < weight && known.source !== "generic") grams.set(key, { ...known, weight, source });
    return;
  }
  const row = rowOf(index.postings.keys, key);
  const built = row < 0 ? 0 : (index.postings.offsets[row + 1] ?? 0) - (index.postings.offsets[row] ?? 0);
  const count = built + (index.added.byKey.get(key)?.places.length ?? 0);
  const items = Math.max(index.count, count);
  const rarity = Math.log(1 + (items - count + 0.5) / (count + 0.5));
  grams.set(key, { key, weight, source, row, count, rarity });
}

/** Whether the text so far hangs on its last character: nothing typed tells anything, and the last pair is no word. */
function isOpenEnded(index: SuggestIndex, grams: ReadonlyMap<number, QueryGram>, typed: string): boolean {
  for (const gram of grams.values())
    if (gram.source === "typed" && gram.count > 0 && !isCommon(index, gram.count)) return false;
  const last = grams.get(pairKey(typed.charCodeAt(typed.length - 2), typed.charCodeAt(typed.length - 1)));
  return typed.length < 2 || last === undefined || last.count === 0;
}

/** The pairs that begin with the last typed character and are most frequent in headings. */
function completionsOf(index: SuggestIndex, typed: string): readonly number[] {
  const last = typed.charCodeAt(typed.length - 1);
  if (Number.isNaN(last) || !isHan(last)) return [];
  const { keys, headingCounts } = index.postings;
  const counts = new Map(index.added.headingCounts.get(last));
  const end = firstRow(keys, pairKey(last, 0xffff));
  for (let row = firstRow(keys, pairKey(last, 0)); row < end; row += 1) {
    const count = headingCounts[row] ?? 0;
    const key = keys[row] ?? 0;
    if (count > 0) counts.set(key, count + (counts.get(key) ?? 0));
  }
  return [...counts]
    .sort((left, right) => right[1] - left[1] || left[0] - right[0])
    .slice(0, COMPLETIONS)
    .map(([key]) => key);
}

/** The grams worth looking up: common ones only as far as too few rare ones are left. */
function searchedGrams(index: SuggestIndex, grams: ReadonlyMap<number, QueryGram>): readonly QueryGram[] {
  const found = [...grams.values()].filter((gram) => gram.count > 0);
  const telling = found.filter((gram) => !isCommon(index, gram.count));
  const kept =
    telling.length >= KEPT_GRAMS
      ? telling
      : [...found].sort((left, right) => left.count - right.count).slice(0, KEPT_GRAMS);
  return kept
    .sort((left, right) => right.weight * right.rarity - left.weight * left.rarity)
    .slice(0, MAX_GRAMS);
}

/** Row of a gram in the postings, −1 where the built part does not have it. */
function rowOf(keys: Uint32Array, key: number): number {
  const row = firstRow(keys, key);
  return keys[row] === key ? row : -1;
}

/** First row whose gram is `key` or greater. */
function firstRow(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
