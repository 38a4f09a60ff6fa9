/** Signature block (落款): authority and date of issue. */
import { cleanText } from "./clean-text.ts";
import { LINES_ABOVE_SIGNATURE, SIGNATURE_MARGIN, SIZE_3, TEXT_WIDTH } from "./gbt9704.ts";
import { blankLines, element, type OfficialElement, type Placement } from "./official-document.ts";
import type { Profile } from "./profile.ts";
import { textWidth } from "./text-width.ts";

/** `2027-01-05` → `2027年1月5日`: full year, no leading zeros (GB/T 9704—2012, 7.3.5.4). */
export function dateOfIssueText(isoDate: string): string {
  const [year, month, day] = isoDate.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/**
 * The block without seal, one line below the text (GB/T 9704—2012, 7.3.5.2); nothing where neither is given.
 *
 * The date begins two characters to the right of the authority, which leaves two characters free on its right. A date
 * wider than the authority leaves those two itself, and the authority moves left with it.
 */
export function signatureBlock(
  authority: string,
  isoDate: string | null,
  profile: Profile,
): readonly OfficialElement[] {
  const name = cleanText(authority).trim();
  const date = isoDate === null ? "" : dateOfIssueText(isoDate);
  if (name === "" && date === "") return [];
  const { namePlacement, datePlacement } = placed(name, date, profile);
  return [
    ...blankLines(LINES_ABOVE_SIGNATURE, true),
    ...(name === ""
      ? []
      : [element("authority", name, { placement: namePlacement, keepsWithNext: date !== "" })]),
    ...(date === "" ? [] : [element("date", date, { placement: datePlacement })]),
  ];
}

/** Left indents, because the word processor may widen the date by spaces between digits and Han characters. */
function placed(name: string, date: string, profile: Profile) {
  const margin = SIGNATURE_MARGIN * (SIZE_3 * 10 + profile.characterSpacing);
  const nameWidth = textWidth(name, SIZE_3, profile.characterSpacing);
  const dateWidth = textWidth(date, SIZE_3, profile.characterSpacing);
  const dateIsWider = dateWidth > nameWidth;
  const nameLeft = dateIsWider ? TEXT_WIDTH - margin - dateWidth - margin : TEXT_WIDTH - margin - nameWidth;
  const namePlacement: Placement =
    nameLeft >= 0 ? { leftIndent: nameLeft } : { leftIndent: 0, rightIndent: margin };
  const dateLeft = nameLeft >= 0 ? nameLeft + margin : TEXT_WIDTH - margin - dateWidth;
  return { namePlacement, datePlacement: { leftIndent: dateLeft } };
}
