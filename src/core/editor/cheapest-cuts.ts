/** Where a plan that is too long can be shortened at the least cost. */
import { countCharacters } from "./character-count.ts";
import type { OutlineEntry } from "./outline.ts";

export type Cut =
  | {
      /** An item far longer than the other items of the plan. */
      readonly kind: "long-item";
      readonly block: string;
      /** 字数 beyond what the middle item has. */
      readonly saves: number;
    }
  | {
      /** A sentence that stands in the plan before. */
      readonly kind: "repeated";
      readonly block: string;
      readonly sentence: string;
      readonly saves: number;
    };

/** A text of a part, whose id `block` is. */
export interface PartText {
  readonly block: string;
  readonly text: string;
}

/** An item counts as long from this many times the middle length on. */
const LONG_FACTOR = 1.5;
/** Shorter sentences are headings and formulas, which may come again. */
const LEAST_SENTENCE = 12;

/** Cuts, those that save most first. `items` are the items of the outline, `texts` all texts in order. */
export function cheapestCuts(items: readonly OutlineEntry[], texts: readonly PartText[]): readonly Cut[] {
  return [...longItems(items), ...repeatedSentences(texts)].sort((one, other) => other.saves - one.saves);
}

function longItems(items: readonly OutlineEntry[]): readonly Cut[] {
  const lengths = items.map(({ characters }) => characters).sort((one, other) => one - other);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return items
    .filter(({ characters }) => characters > middle * LONG_FACTOR)
    .map(({ id, characters }) => ({ kind: "long-item", block: id, saves: characters - middle }));
}

function repeatedSentences(texts: readonly PartText[]): readonly Cut[] {
  const seen = new Set<string>();
  const cuts: Cut[] = [];
  for (const { block, text } of texts)
    for (const sentence of text.match(/[^。！？；]+[。！？；]?/g) ?? []) {
      const bare = sentence.replace(/[。！？；\s]+$/, "").trim();
      if (bare.length < LEAST_SENTENCE) continue;
      if (seen.has(bare))
        cuts.push({ kind: "repeated", block, sentence: bare, saves: countCharacters(sentence) });
      seen.add(bare);
    }
  return cuts;
}
