/** What was typed into the search of the library, taken apart, and where it stands in a text. */
import { foldText } from "./grams.ts";

/** Words that must all occur, as they stand; `initials`: the text may be first letters of pinyin. */
export interface SearchTerms {
  /** Folded, each once. */
  readonly words: readonly string[];
  readonly initials: string | null;
}

/** Most words of one search; more say no more. */
const MAX_WORDS = 12;
/** A phrase in Chinese or plain quotation marks stays whole, everything else is parted at blanks and marks. */
const PHRASE_OR_WORD = /[“"「]([^”"」]+)[”"」]|[^\s，,、；;。“”"「」]+/gu;

/** The terms of a typed text; none for a blank one. */
export function searchTermsOf(text: string): SearchTerms {
  const words = [...text.matchAll(PHRASE_OR_WORD)].map((match) => foldText((match[1] ?? match[0]).trim()));
  const distinct = [...new Set(words.filter((word) => word !== ""))].slice(0, MAX_WORDS);
  const letters = foldText(text).replace(/[\s']/g, "");
  return { words: distinct, initials: /^[a-z]{2,}$/.test(letters) ? letters : null };
}

/** UTF-16 ranges of the words in a text, ascending and apart from each other. */
export function wordRanges(text: string, words: readonly string[]): readonly [number, number][] {
  const folded = foldText(text);
  // Folding that changes lengths (㎡ → m2) would shift ranges; a text with such characters is shown without marks.
  if (folded.length !== text.length) return [];
  const ranges: [number, number][] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      ranges.push([at, at + word.length]);
  ranges.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  const merged: [number, number][] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push(range);
  }
  return merged;
}

/** Characters of a snippet, and how many of them stand before the first match. */
const SNIPPET_LENGTH = 90;
const BEFORE_MATCH = 24;

/** A passage of a text around the first of the ranges, with the ranges that lie in it. */
export function snippetOf(
  text: string,
  ranges: readonly (readonly [number, number])[],
): { readonly snippet: string; readonly matches: readonly [number, number][] } {
  const first = ranges[0]?.[0] ?? 0;
  const from = first > BEFORE_MATCH ? startAfterMark(text, first - BEFORE_MATCH, first) : 0;
  const to = Math.min(text.length, from + SNIPPET_LENGTH);
  const lead = from > 0 ? "…" : "";
  const shift = lead.length - from;
  return {
    snippet: lead + text.slice(from, to).replaceAll("\n", " ") + (to < text.length ? "…" : ""),
    matches: ranges
      .filter((range) => range[0] >= from && range[1] <= to)
      .map(([start, end]) => [start + shift, end + shift]),
  };
}

/** A passage begins after a punctuation mark where there is one near. */
function startAfterMark(text: string, from: number, before: number): number {
  const mark = text.slice(from, before).search(/[。；，\n]/);
  return mark < 0 ? from : from + mark + 1;
}
