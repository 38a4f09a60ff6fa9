/** The head of a letter (信函格式, GB/T 9704—2012, 10.1). */
import type { FrontMatter } from "../../core/plan/model.ts";
import { cleanLine, issuersOf } from "./front-matter-texts.ts";
import {
  LETTER_MARK_TOP,
  LETTER_NUMBER_SPACE,
  LETTER_RULE_SPACE,
  LETTER_RULE_WEIGHT,
  LETTER_RULE_WIDTH,
  LINES_ABOVE_TITLE,
  MARK_LEADING,
} from "./gbt9704.ts";
import { markLine, markSize, securityElements } from "./masthead-elements.ts";
import { blankLines, element, type OfficialElement, type Placement } from "./official-document.ts";
import { lineWidth, type Profile } from "./profile.ts";
import { characterWidth } from "./text-width.ts";

/** Between two issuers of one letter. */
const ISSUER_GAP = "　";

/**
 * Mark without 文件 over the double rule; below it the document number on the right, and on the left whatever there is of
 * copy number, classification and urgency, the first of them on the same line.
 */
export function letterElements(frontMatter: FrontMatter, profile: Profile): readonly OfficialElement[] {
  const mark = cleanLine(frontMatter.authorityMark) || issuersOf(frontMatter).join(ISSUER_GAP);
  const number = cleanLine(frontMatter.documentNumber);
  const security = securityElements(frontMatter);
  const [first, ...others] = security;
  const size = profile.authorityMarkSize ?? markSize(characterWidth(mark), lineWidth(profile));
  const placement = { spaceBefore: LETTER_NUMBER_SPACE, line: profile.line };
  const right = number === "" ? [] : [{ text: `\t${number}`, face: "own" as const }];
  const left = first?.runs.map((run) => ({
    ...run,
    face: first.role === "copy-number" ? ("own" as const) : ("strong" as const),
  }));
  return [
    ...(mark === "" ? [] : [element("letter-mark", mark, { placement: markPlacement(size) })]),
    element("letter-number", [...(left ?? []), ...right], {
      placement: { ...placement, tabs: [{ position: lineWidth(profile), alignment: "right" }] },
    }),
    ...others,
    ...blankLines(LINES_ABOVE_TITLE),
  ];
}

/** The mark and the double rule below it in a frame, for they begin above the margin of the page. */
function markPlacement(size: number): Placement {
  const line = markLine(size);
  const top = LETTER_MARK_TOP - Math.round(size * 10 * MARK_LEADING);
  const height = line + 20 * LETTER_RULE_SPACE + (20 / 8) * LETTER_RULE_WEIGHT;
  return { size, line, frame: { top, height, width: LETTER_RULE_WIDTH } };
}
