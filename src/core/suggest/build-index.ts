/**
 * Building the suggestion index, and changing it by single items.
 *
 * The build reads all items twice (lengths, then grams), collects one entry per item and distinct gram, and
 * sorts the entries by gram with one counting sort.
 */
import { createColumns, createStringTable, ensureCapacity, writeRow } from "./columns.ts";
import { createGramTable, type GramTable, numberOfGram } from "./gram-table.ts";
import { countGrams, gramSet } from "./grams.ts";
import { DEFAULT_AVERAGES, eachItemGram, type FoldedItem, foldItem, impactOf } from "./item-grams.ts";
import type { FieldAverages, Postings, SuggestIndex } from "./suggest-index.ts";
import type { LibraryItem } from "./suggestion.ts";
import { defaultTopics, type Topics } from "./topics.ts";

/**
 * Index of the items. `topics` are the groups of words that speak of one matter; without them the groups that
 * come with the application are used, an empty list is allowed.
 */
export function buildIndex(items: readonly LibraryItem[], topics: Topics = defaultTopics()): SuggestIndex {
  const averages = averagesOf(items);
  const strings = {
    documentIds: createStringTable(),
    issuers: createStringTable(),
    sectionHeadings: createStringTable(),
  };
  const columns = createColumns(items.length);
  const entries = createEntries();
  const headings = createNumbers();
  const headingOffsets = new Uint32Array(items.length + 1);
  for (const [place, item] of items.entries()) {
    const folded = foldItem(item);
    writeRow(columns, place, item, folded, strings, topics);
    collectEntries(entries, folded, averages);
    for (const key of gramSet(folded.heading)) pushNumber(headings, key);
    headingOffsets[place + 1] = headings.length;
  }
  return {
    topics,
    averages,
    builtCount: items.length,
    count: items.length,
    removedCount: 0,
    postings: sortEntries(entries, items.length),
    added: { byKey: new Map(), headingCounts: new Map() },
    columns,
    ...strings,
    headingOffsets,
    headingKeys: headings.values.slice(0, headings.length),
    addedHeadingKeys: [],
    scores: new Float32Array(items.length),
  };
}

/** Makes one more item findable at once. Its id must not be in the index yet. */
export function addItem(index: SuggestIndex, item: LibraryItem): void {
  const place = index.count;
  const folded = foldItem(item);
  ensureCapacity(index.columns, place + 1);
  writeRow(index.columns, place, item, folded, index, index.topics);
  const weights = new Map<number, number>();
  const headingKeys = gramSet(folded.heading);
  eachItemGram(folded, index.averages, (key, weight) => {
    weights.set(key, (weights.get(key) ?? 0) + weight);
  });
  for (const [key, weight] of weights) {
    const entry = index.added.byKey.get(key) ?? { places: [], impacts: [] };
    entry.places.push(place);
    entry.impacts.push(impactOf(weight));
    index.added.byKey.set(key, entry);
  }
  for (const key of headingKeys) {
    const counts = index.added.headingCounts.get(key >>> 16) ?? new Map<number, number>();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    index.added.headingCounts.set(key >>> 16, counts);
  }
  index.addedHeadingKeys.push(headingKeys);
  index.count += 1;
}

/** Hides the items with these ids from search; unknown ids are ignored. */
export function removeItems(index: SuggestIndex, itemIds: ReadonlySet<number>): void {
  const { itemIds: ids, removed } = index.columns;
  for (let place = 0; place < index.count; place += 1) {
    if (removed[place] === 1 || !itemIds.has(ids[place] ?? -1)) continue;
    removed[place] = 1;
    index.removedCount += 1;
  }
}

function averagesOf(items: readonly LibraryItem[]): FieldAverages {
  if (items.length === 0) return DEFAULT_AVERAGES;
  const total = { heading: 0, section: 0, body: 0 };
  for (const item of items) {
    const folded = foldItem(item);
    total.heading += countGrams(folded.heading);
    total.section += countGrams(folded.section);
    total.body += countGrams(folded.body);
  }
  return {
    heading: total.heading / items.length,
    section: total.section / items.length,
    body: total.body / items.length,
  };
}

/** A list of numbers in a typed array that doubles when it is full. */
interface Numbers {
  values: Uint32Array;
  length: number;
}

interface Entries {
  readonly table: GramTable;
  /** Gram numbers and impacts, item after item; `ends[place]` is where the item's entries end. */
  readonly grams: Numbers;
  impacts: Uint8Array;
  readonly ends: number[];
  /** By gram number: items with it, items with it in the heading, and the sum for the current item. */
  counts: Uint32Array;
  headingCounts: Uint32Array;
  weights: Float32Array;
  inHeading: Uint8Array;
}

function createEntries(): Entries {
  const capacity = 1 << 12;
  return {
    table: createGramTable(),
    grams: createNumbers(),
    impacts: new Uint8Array(capacity),
    ends: [],
    counts: new Uint32Array(capacity),
    headingCounts: new Uint32Array(capacity),
    weights: new Float32Array(capacity),
    inHeading: new Uint8Array(capacity),
  };
}

function collectEntries(entries: Entries, item: FoldedItem, averages: FieldAverages): void {
  const start = entries.grams.length;
  eachItemGram(item, averages, (key, weight, inHeading) => {
    const number = numberOfGram(entries.table, key);
    if (number >= entries.counts.length) growCounts(entries);
    if (entries.weights[number] === 0) pushNumber(entries.grams, number);
    entries.weights[number] = (entries.weights[number] ?? 0) + weight;
    if (inHeading) entries.inHeading[number] = 1;
  });
  if (entries.grams.values.length > entries.impacts.length) {
    const larger = new Uint8Array(entries.grams.values.length);
    larger.set(entries.impacts);
    entries.impacts = larger;
  }
  for (let at = start; at < entries.grams.length; at += 1) {
    const number = entries.grams.values[at] ?? 0;
    entries.impacts[at] = impactOf(entries.weights[number] ?? 0);
    entries.counts[number] = (entries.counts[number] ?? 0) + 1;
    entries.headingCounts[number] = (entries.headingCounts[number] ?? 0) + (entries.inHeading[number] ?? 0);
    entries.weights[number] = 0;
    entries.inHeading[number] = 0;
  }
  entries.ends.push(entries.grams.length);
}

function sortEntries(entries: Entries, items: number): Postings {
  const { table, grams, ends, counts } = entries;
  const order = Uint32Array.from({ length: table.count }, (_, number) => number).sort(
    (left, right) => (table.keys[left] ?? 0) - (table.keys[right] ?? 0),
  );
  const keys = new Uint32Array(table.count);
  const headingCounts = new Uint32Array(table.count);
  const offsets = new Uint32Array(table.count + 1);
  const next = new Uint32Array(table.count);
  for (const [row, number] of order.entries()) {
    keys[row] = table.keys[number] ?? 0;
    headingCounts[row] = entries.headingCounts[number] ?? 0;
    next[number] = offsets[row] ?? 0;
    offsets[row + 1] = (offsets[row] ?? 0) + (counts[number] ?? 0);
  }
  const places = new Uint32Array(grams.length);
  const impacts = new Uint8Array(grams.length);
  let at = 0;
  for (let place = 0; place < items; place += 1) {
    for (const end = ends[place] ?? 0; at < end; at += 1) {
      const number = grams.values[at] ?? 0;
      const target = next[number] ?? 0;
      places[target] = place;
      impacts[target] = entries.impacts[at] ?? 0;
      next[number] = target + 1;
    }
  }
  return { keys, offsets, places, impacts, headingCounts };
}

function growCounts(entries: Entries): void {
  const capacity = entries.counts.length * 2;
  const counts = new Uint32Array(capacity);
  counts.set(entries.counts);
  entries.counts = counts;
  const headingCounts = new Uint32Array(capacity);
  headingCounts.set(entries.headingCounts);
  entries.headingCounts = headingCounts;
  const weights = new Float32Array(capacity);
  weights.set(entries.weights);
  entries.weights = weights;
  const inHeading = new Uint8Array(capacity);
  inHeading.set(entries.inHeading);
  entries.inHeading = inHeading;
}

function createNumbers(): Numbers {
  return { values: new Uint32Array(1 << 12), length: 0 };
}

function pushNumber(numbers: Numbers, value: number): void {
  if (numbers.length === numbers.values.length) {
    const larger = new Uint32Array(numbers.length * 2);
    larger.set(numbers.values);
    numbers.values = larger;
  }
  numbers.values[numbers.length] = value;
  numbers.length += 1;
}
