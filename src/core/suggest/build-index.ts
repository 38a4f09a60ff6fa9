/** Building the suggestion index, and changing it by single items. */
import { collectEntries, createEntries, createNumbers, pushNumber, sortEntries } from "./collect-postings.ts";
import { createColumns, createStringTable, ensureCapacity, writeRow } from "./columns.ts";
import { countGrams, gramSet } from "./grams.ts";
import { DEFAULT_AVERAGES, eachItemGram, foldItem, impactOf } from "./item-grams.ts";
import type { FieldAverages, SuggestIndex } from "./suggest-index.ts";
import type { LibraryItem } from "./suggestion.ts";
import { defaultTopics, type Topics } from "./topics.ts";

/** Items between two reports of progress. */
const PROGRESS_STEP = 1_000;

/**
 * Index of the items. `topics` are the groups of words that speak of one matter; without them the groups that
 * come with the application are used, an empty list is allowed. `progress` is told now and then how many items are done.
 */
export function buildIndex(
  items: readonly LibraryItem[],
  topics: Topics = defaultTopics(),
  progress: (done: number) => void = () => {},
): SuggestIndex {
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
    if (place % PROGRESS_STEP === 0) progress(place);
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
