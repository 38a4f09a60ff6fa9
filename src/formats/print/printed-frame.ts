/** Elements of the imprint, which stand in frames of their own (GB/T 9704—2012, 7.4). */
import type { PrintedRule, PrintedText } from "../../core/official/printed-page.ts";
import { IMPRINT_RULE_SPACE, LETTER_RULE_SPACE, PAGE_WIDTH } from "../docx/gbt9704.ts";
import type { Frame, OfficialElement } from "../docx/official-document.ts";
import { lineWidth, type Profile } from "../docx/profile.ts";
import { wrapped } from "./character-width.ts";
import { charactersOf, type StyleLookup } from "./characters.ts";
import { printedLine, sizeOf } from "./printed-line.ts";
import { RULE_UNIT, upperLetterRule } from "./printed-rules.ts";

const TWIPS_PER_POINT = 20;

export interface Printed {
  readonly texts: readonly PrintedText[];
  readonly rules: readonly PrintedRule[];
}

/** Text and rules of an element in its frame. */
export function printedFrame(
  element: OfficialElement,
  frame: Frame,
  styles: StyleLookup,
  profile: Profile,
): Printed {
  const { placement } = element;
  const style = styles(element.role);
  const { rules = {}, leftIndent = 0, rightIndent = 0, hanging = 0 } = placement;
  const outer = frame.width ?? lineWidth(profile);
  const edge = frame.width === undefined ? profile.leftMargin : Math.round((PAGE_WIDTH - frame.width) / 2);
  const left = edge + leftIndent;
  const width = outer - leftIndent - rightIndent;
  const line = placement.line ?? style.line;
  const textTop = frame.top + (rules.above === undefined ? 0 : IMPRINT_RULE_SPACE + rules.above * RULE_UNIT);
  const lines = wrapped(
    charactersOf(element, style, profile),
    sizeOf(element, style),
    width,
    width + hanging,
  );
  return {
    texts: lines.flatMap((characters, index) =>
      printedLine(element, style, characters, {
        left: index === 0 ? left - hanging : left,
        width,
        top: textTop + index * line,
        height: line,
        spread: false,
        tabOrigin: edge,
      }),
    ),
    rules: [
      ...(element.role === "letter-mark"
        ? upperLetterRule(textTop + lines.length * line + LETTER_RULE_SPACE * TWIPS_PER_POINT)
        : []),
      ...(rules.above === undefined ? [] : [rule(frame.top, rules.above, profile)]),
      ...(rules.below === undefined
        ? []
        : [rule(frame.top + frame.height - rules.below * RULE_UNIT, rules.below, profile)]),
    ],
  };
}

function rule(y: number, weight: number, profile: Profile): PrintedRule {
  return {
    x: profile.leftMargin,
    y: Math.round(y),
    width: lineWidth(profile),
    height: weight * RULE_UNIT,
    red: false,
  };
}
