/**
 * The suggestion index: what search needs to know of the items, in typed arrays, without their texts.
 *
 * Items have places 0, 1, 2 … in it. The arrays of the built part (`postings`) never change;
 * items added later go to the end of the columns and into `added`, until the index is built anew.
 */
import type { Topics } from "./topics.ts";

/** Texts of an item that are searched, and how much a gram in each counts. */
export const FIELD_WEIGHTS = { heading: 4, section: 0.5, body: 1 } as const;

/** Which items hold a gram, and how strongly. Entries of gram `keys[k]` are `offsets[k]` to `offsets[k + 1]`. */
export interface Postings {
  /** Ascending. */
  readonly keys: Uint32Array;
  readonly offsets: Uint32Array;
  readonly places: Uint32Array;
  /** BM25F saturation 0–1 in 255ths. */
  readonly impacts: Uint8Array;
  /** Headings that hold the gram: tells how to complete a half-typed word. */
  readonly headingCounts: Uint32Array;
}

/** Average number of grams of each field, which BM25F measures a length against. */
export interface FieldAverages {
  readonly heading: number;
  readonly section: number;
  readonly body: number;
}

/** One row per item; arrays may be longer than `count` so that items can be added. */
export interface Columns {
  itemIds: Uint32Array;
  /** Index into `documentIds`. */
  documents: Uint32Array;
  /** Index into `issuers`. */
  issuers: Uint32Array;
  /** 0: unknown. */
  years: Uint16Array;
  /** Index into `sectionHeadings`. */
  sections: Uint32Array;
  /** Three group numbers an item; weight 0 where there are fewer. */
  topicGroups: Uint16Array;
  /** Weights of `topicGroups`, 0–1 in 255ths. */
  topicWeights: Uint8Array;
  /** 64 bytes an item. */
  signatures: Uint8Array;
  /** 1: removed, never found. */
  removed: Uint8Array;
}

/** Numbers for strings that many items share. */
export interface StringTable {
  readonly values: string[];
  readonly numbers: Map<string, number>;
}

/** Grams of items added after the build. */
export interface AddedPostings {
  readonly byKey: Map<number, { readonly places: number[]; readonly impacts: number[] }>;
  /** By the first character of a pair: the added headings that hold the pair. */
  readonly headingCounts: Map<number, Map<number, number>>;
}

export interface SuggestIndex {
  readonly topics: Topics;
  readonly averages: FieldAverages;
  /** Items in the built part. */
  readonly builtCount: number;
  /** Items in all, removed ones included. */
  count: number;
  removedCount: number;
  readonly postings: Postings;
  readonly added: AddedPostings;
  readonly columns: Columns;
  readonly documentIds: StringTable;
  readonly issuers: StringTable;
  readonly sectionHeadings: StringTable;
  /** Grams of the headings of built items: `headingKeys` from `headingOffsets[place]` on, ascending. */
  readonly headingOffsets: Uint32Array;
  readonly headingKeys: Uint32Array;
  /** The same for added items, by place − `builtCount`. */
  readonly addedHeadingKeys: Uint32Array[];
  /** Working memory of a search, one number an item; never saved. */
  scores: Float32Array;
}
