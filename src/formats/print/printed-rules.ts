/** Red double rules of a letter (GB/T 9704—2012, 10.1). */
import type { PrintedRule } from "../../core/official/printed-page.ts";
import {
  LETTER_LOWER_RULE,
  LETTER_RULE_WEIGHT,
  LETTER_RULE_WIDTH,
  PAGE_HEIGHT,
  PAGE_WIDTH,
} from "../docx/gbt9704.ts";

/** Twips in an eighth of a point, in which rules are given. */
export const RULE_UNIT = 2.5;
/** Weight of the thin line of a double rule and of the gap beside it, in twips: Word has them at 0.75 pt. */
const THIN = 15;
const THICK = LETTER_RULE_WEIGHT * RULE_UNIT;

/** The double rule below a letter's mark, thick over thin, whose upper edge is at `y`. */
export function upperLetterRule(y: number): readonly PrintedRule[] {
  return [letterRule(y, THICK), letterRule(y + THICK + THIN, THIN)];
}

/** The one at the foot of a letter's first page, thin over thick. */
export function lowerLetterRule(): readonly PrintedRule[] {
  const y = PAGE_HEIGHT - LETTER_LOWER_RULE;
  return [letterRule(y, THIN), letterRule(y + 2 * THIN, THICK)];
}

function letterRule(y: number, height: number): PrintedRule {
  const x = Math.round((PAGE_WIDTH - LETTER_RULE_WIDTH) / 2);
  return { x, y: Math.round(y), width: LETTER_RULE_WIDTH, height, red: true };
}
