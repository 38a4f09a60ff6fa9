/** Ordinal words in the place of numbers: `第一、…` `第二、…` as the only headings of a document. */

import { chineseNumeralValue } from "../text/numerals.ts";
import { markerAt, ORDINAL_WORD, type Paragraph } from "./clean-lines.ts";
import type { Repairs } from "./repairs.ts";

/** One alone is the beginning of a sentence. */
const FEWEST = 2;

/**
 * Paragraphs that begin with ordinal words made sections; unchanged where other headings are numbered, for then the
 * words count inside a text, or where they do not count on from the first.
 */
export function readOrdinalWords(paragraphs: readonly Paragraph[], repairs: Repairs): readonly Paragraph[] {
  const numbered = paragraphs.some((paragraph) => HEADING_LEVELS.has(markerAt(paragraph)?.level ?? ""));
  if (numbered || repairs.isRefused(CODE)) return paragraphs;
  const numbers = paragraphs.map(({ text, role }) => {
    const word = role === null ? ORDINAL_WORD.exec(text)?.[1] : undefined;
    return word === undefined ? undefined : chineseNumeralValue(word);
  });
  const found = numbers.filter((number) => number !== undefined);
  if (found.length < FEWEST || found.some((number, index) => number !== index + 1)) return paragraphs;
  return paragraphs.map((paragraph, index) => {
    if (numbers[index] === undefined) return paragraph;
    const { line, text } = paragraph;
    const before = ORDINAL_WORD.exec(text)?.[0] ?? "";
    const state = repairs.stateAt(CODE, line, 0);
    repairs.count({
      code: CODE,
      line,
      at: 0,
      before,
      after: `${before
        .slice(1)
        .trim()
        .replace(/[，：]$/, "、")}`,
      state,
    });
    return state === "done" ? { ...paragraph, inferred: "section" } : paragraph;
  });
}

const CODE = "ordinal-words-read";
const HEADING_LEVELS: ReadonlySet<string> = new Set(["part", "section", "subsection", "item"]);
