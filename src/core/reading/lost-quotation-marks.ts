/** Quotation marks lost on both sides: proposed around names that are always printed in them. */
import quoted from "./data/quoted-terms.json" with { type: "json" };
import type { Edit, Stage } from "./repair-text.ts";

const TERMS = new RegExp(
  `十[一二三四五六]五(?=规划|时期|期间|末|开局|收官)|${quoted.terms.map((term) => term.replace(/[+]/g, "\\+")).join("|")}`,
  "g",
);
/** Fewer may be the drafter's own way of writing. */
const FEWEST = 2;

/** The stage for a document that has not one quotation mark but several such names; else none. */
export function lostMarksStages(texts: readonly string[]): readonly Stage[] {
  let count = 0;
  for (const text of texts) {
    if (/["“”「」『』]/.test(text)) return [];
    if (count < FEWEST) count += [...text.matchAll(TERMS)].length;
  }
  return count < FEWEST ? [] : [{ code: "quotation-marks-lost", find }];
}

function find(text: string): readonly Edit[] {
  return [...text.matchAll(TERMS)].map(
    ({ 0: before, index }): Edit => ({ at: index, before, after: `“${before}”`, proposed: true }),
  );
}
