/** How much of a text is another text word for word, wherever its sentences stand there. */
import { foldText, gramOverlap, gramSet } from "../suggest/grams.ts";
import { diffText } from "./diff-text.ts";
import { sentencesOf } from "./sentences.ts";

/** A sentence and the one of the other text it is compared with; null where nothing there is like it. */
export interface AlignedSentence {
  readonly next: string;
  readonly last: string | null;
  /** Characters of the sentence that stand in the other one, in the same order. */
  readonly common: number;
}

/** Share of common grams below which two sentences are different ones. */
const LEAST_ALIKE = 0.12;

/** Pairs of sentences looked at; in longer texts only equal sentences are found. */
const MOST_PAIRS = 250_000;

/** Each sentence of `next` with the most similar one of `last`; one sentence of `last` may serve several. */
export function alignSentences(last: string, next: string): readonly AlignedSentence[] {
  const sources = sentencesOf(last).map((text) => ({ text, grams: gramSet(foldText(text)) }));
  const exact = new Set(sources.map(({ text }) => text));
  const sentences = sentencesOf(next);
  const isTooLong = sources.length * sentences.length > MOST_PAIRS;
  return sentences.map((sentence) => {
    if (exact.has(sentence)) return { next: sentence, last: sentence, common: sentence.length };
    if (isTooLong) return { next: sentence, last: null, common: 0 };
    const grams = gramSet(foldText(sentence));
    let best: string | null = null;
    let most = LEAST_ALIKE;
    for (const source of sources) {
      const alike = gramOverlap(source.grams, grams);
      if (alike <= most) continue;
      most = alike;
      best = source.text;
    }
    return { next: sentence, last: best, common: best === null ? 0 : commonLength(best, sentence) };
  });
}

/** Share of the characters of `next` that stand in `last`, 0–100, whole; 0 for an empty `next`. */
export function overlapOf(last: string, next: string): number {
  if (next === "") return 0;
  if (last === next) return FULL;
  const common = alignSentences(last, next).reduce((sum, sentence) => sum + sentence.common, 0);
  return percentOf(common, next.length);
}

const FULL = 100;

/** `part` of `whole` in per cent, rounded, but 100 only for all and 0 only for nothing. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0;
  if (part >= whole) return FULL;
  return Math.min(FULL - 1, Math.max(1, Math.round((part / whole) * FULL)));
}

function commonLength(last: string, next: string): number {
  let length = 0;
  for (const run of diffText(last, next)) if (run.kind === "equal") length += run.text.length;
  return length;
}
