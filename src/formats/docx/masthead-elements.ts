/** 版头: authority mark, document number and red rule (GB/T 9704—2012, 7.2). */
import { cleanText } from "./clean-text.ts";
import {
  AUTHORITY_MARK_DROP,
  AUTHORITY_MARK_LARGEST,
  AUTHORITY_MARK_SMALLEST,
  LINES_ABOVE_DOCUMENT_NUMBER,
  LINES_ABOVE_TITLE,
  TEXT_WIDTH,
  twips,
} from "./gbt9704.ts";
import { blankLines, element, type OfficialElement } from "./official-document.ts";
import type { Profile } from "./profile.ts";
import { characterWidth } from "./text-width.ts";

/** Line of the authority mark relative to its size. */
const MARK_LINE = 1.2;
/** Space inside that line above the characters, in twips. */
const MARK_LEADING = 136;
/** The type area begins 37 mm below the edge of the page (5.2.1), wherever the profile's text frame begins. */
const TYPE_AREA_TOP = twips(37);

/**
 * Authority mark 「××局文件」, document number and red rule. Nothing where issuer or number is missing: a number stands
 * below the mark or not at all (7.2.5).
 */
export function mastheadElements(
  issuer: string,
  documentNumber: string,
  profile: Profile,
): readonly OfficialElement[] {
  const number = cleanText(documentNumber).trim();
  if (issuer === "" || number === "") return [];
  const mark = `${issuer}文件`;
  const size = markSize(mark);
  const line = Math.round(size * MARK_LINE) * 10;
  return [
    element("authority-mark", mark, {
      placement: {
        size,
        line,
        spaceBefore: TYPE_AREA_TOP - profile.topMargin + AUTHORITY_MARK_DROP - MARK_LEADING,
      },
    }),
    ...blankLines(LINES_ABOVE_DOCUMENT_NUMBER),
    element("document-number", number),
    ...blankLines(LINES_ABOVE_TITLE),
  ];
}

/** The largest size, in half-points, at which the mark stays on one line. */
function markSize(mark: string): number {
  const fitting = Math.floor(TEXT_WIDTH / 10 / characterWidth(mark));
  return Math.max(AUTHORITY_MARK_SMALLEST, Math.min(AUTHORITY_MARK_LARGEST, fitting - (fitting % 2)));
}
