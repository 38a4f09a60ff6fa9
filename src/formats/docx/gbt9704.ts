/**
 * Measures of GB/T 9704—2012 《党政机关公文格式》, each with its clause.
 *
 * Units are those of the format that is written: lengths in twentieths of a point (twips), sizes of characters in
 * half-points, weights of rules in eighths of a point.
 */

const TWIPS_PER_MILLIMETRE = 1440 / 25.4;

/** Length in twips. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MILLIMETRE);
}

/** A4 (5.1). */
export const PAGE_WIDTH = 11_906;
export const PAGE_HEIGHT = 16_838;

/**
 * Binding edge 28 mm (5.2.1). The next full twip would make the text line too narrow for 28 characters, so this is
 * cut, not rounded.
 */
export const LEFT_MARGIN = 1_587;
/** Right of the 156 mm type area: 210 − 28 − 156 mm (5.2.1). */
export const RIGHT_MARGIN = 1_474;
/** Width of a text line. */
export const TEXT_WIDTH = PAGE_WIDTH - LEFT_MARGIN - RIGHT_MARGIN;

/** Lines on a page and characters in a line (5.2.3). */
export const LINES_PER_PAGE = 22;
export const CHARACTERS_PER_LINE = 28;

/** 2号, 3号 and 4号 characters, in half-points. */
export const SIZE_2 = 44;
export const SIZE_3 = 32;
export const SIZE_4 = 28;

/** Width of a 4号 character in twips: “一字” of the page number (7.5). */
export const SIZE_4_WIDTH = SIZE_4 * 10;

/** Line of the title: a 2号 character and 7/8 of the 5.54 mm high 3号 one, 35.7 pt (3). */
export const TITLE_LINE = 714;
/** Characters of a 2号 title in one line: 156 mm by 22 pt. */
export const TITLE_CHARACTERS = Math.floor(TEXT_WIDTH / (SIZE_2 * 10));

/** Red of the masthead (7.2.4, 7.2.7). */
export const MASTHEAD_RED = "FF0000";
/** Authority mark: its upper edge lies 35 mm below the type area (7.2.4). */
export const AUTHORITY_MARK_DROP = twips(35);
/** Sizes that an authority mark may have, in half-points; the standard leaves the size to the bureau (7.2.4). */
export const AUTHORITY_MARK_LARGEST = 124;
export const AUTHORITY_MARK_SMALLEST = 44;
/** Weight of the red rule; the standard's figures show some 0.7 mm (7.2.7). */
export const RED_RULE_WEIGHT = 18;
/** Points between the document number and the red rule, which give the 4 mm from its characters (7.2.7). */
export const RED_RULE_SPACE = 7;

/** Lines between masthead and title, and between authority mark and document number (7.2.5, 7.3.1). */
export const LINES_ABOVE_TITLE = 2;
export const LINES_ABOVE_DOCUMENT_NUMBER = 2;
/** Lines between title and addressees or text (7.3.2), and between text and signature block (7.3.5.2). */
export const LINES_BELOW_TITLE = 1;
export const LINES_ABOVE_SIGNATURE = 1;

/** Characters by which a paragraph is indented (7.3.3). */
export const PARAGRAPH_INDENT = 2;
/** Characters left free to the right of the signature block, and by which the date is set in (7.3.5.2). */
export const SIGNATURE_MARGIN = 2;

/** The dash of the page number is 7 mm below the type area (7.5): distance of the footer from the page's edge. */
export const FOOTER_DISTANCE = 1_395;
/** Exact line of the page number, in twips. */
export const PAGE_NUMBER_LINE = 400;
