/** The grams of one item with their BM25F weight. */
import { countGrams, eachGram, foldText } from "./grams.ts";
import { FIELD_WEIGHTS, type FieldAverages } from "./suggest-index.ts";
import type { LibraryItem } from "./suggestion.ts";

/** How much a long field is held against its grams (b of BM25). */
const LENGTH_PENALTY = { heading: 0.5, section: 0.5, body: 0.75 } as const;
/** Weight at which a gram counts half (k1 of BM25). */
const SATURATION = 1.2;

/** Lengths assumed while no item is known. */
export const DEFAULT_AVERAGES: FieldAverages = { heading: 10, section: 12, body: 120 };

/** Texts of an item as they are compared. */
export interface FoldedItem {
  readonly heading: string;
  readonly section: string;
  readonly body: string;
}

export function foldItem(item: LibraryItem): FoldedItem {
  return {
    heading: foldText(item.heading),
    section: foldText(item.sectionHeading),
    body: foldText(item.body),
  };
}

/** Calls `visit` for each gram of the item's fields with what this one occurrence adds to its weight. */
export function eachItemGram(
  item: FoldedItem,
  averages: FieldAverages,
  visit: (key: number, weight: number, inHeading: boolean) => void,
): void {
  const heading = occurrenceWeight(item, averages, "heading");
  eachGram(item.heading, (key) => visit(key, heading, true));
  const section = occurrenceWeight(item, averages, "section");
  eachGram(item.section, (key) => visit(key, section, false));
  const body = occurrenceWeight(item, averages, "body");
  eachGram(item.body, (key) => visit(key, body, false));
}

/** A summed weight as the impact stored in the index: 1–255. */
export function impactOf(weight: number): number {
  return Math.max(1, Math.round((255 * weight) / (SATURATION + weight)));
}

function occurrenceWeight(item: FoldedItem, averages: FieldAverages, field: keyof FoldedItem): number {
  const penalty = LENGTH_PENALTY[field];
  const average = Math.max(1, averages[field]);
  return FIELD_WEIGHTS[field] / (1 - penalty + (penalty * countGrams(item[field])) / average);
}
