/**
 * Postings out of items: the weighted grams are collected item after item and then sorted by gram with one
 * counting sort.
 */
import { createGramTable, type GramTable, numberOfGram } from "./gram-table.ts";
import { eachItemGram, type FoldedItem, impactOf } from "./item-grams.ts";
import type { FieldAverages, Postings } from "./suggest-index.ts";

/** A list of numbers in a typed array that doubles when it is full. */
export interface Numbers {
  values: Uint32Array;
  length: number;
}

/** Entries of all items so far, one per item and distinct gram, in the order of the items. */
export interface Entries {
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

/** No entries yet. */
export function createEntries(): Entries {
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

/** Adds the entries of the next item. */
export function collectEntries(entries: Entries, item: FoldedItem, averages: FieldAverages): void {
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

/** The entries of `items` items by gram. */
export function sortEntries(entries: Entries, items: number): Postings {
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

/** An empty list. */
export function createNumbers(): Numbers {
  return { values: new Uint32Array(1 << 12), length: 0 };
}

/** Appends a number. */
export function pushNumber(numbers: Numbers, value: number): void {
  if (numbers.length === numbers.values.length) {
    const larger = new Uint32Array(numbers.length * 2);
    larger.set(numbers.values);
    numbers.values = larger;
  }
  numbers.values[numbers.length] = value;
  numbers.length += 1;
}
