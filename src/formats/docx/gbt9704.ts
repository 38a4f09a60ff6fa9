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

export { AUTHORITY_MARK_SMALLEST, PAGE_HEIGHT, PAGE_WIDTH, SIZE_3 } from "../../core/official/paper.ts";

/**
 * Binding edge 28 mm (5.2.1). The next full twip would make the text line too narrow for 28 characters, so this is
 * cut, not rounded.
 */
export const LEFT_MARGIN = 1_587;
/** Right of the 156 mm type area: 210 − 28 − 156 mm (5.2.1). */
export const RIGHT_MARGIN = 1_474;
/** Lines on a page and characters in a line (5.2.3). */
export const LINES_PER_PAGE = 22;
export const CHARACTERS_PER_LINE = 28;

/** 2号 and 4号 characters, in half-points. */
export const SIZE_2 = 44;
export const SIZE_4 = 28;

/** Width of a 4号 character in twips: “一字” of the page number (7.5). */
export const SIZE_4_WIDTH = SIZE_4 * 10;

/** Line of the title: a 2号 character and 7/8 of the 5.54 mm high 3号 one, 35.7 pt (3). */
export const TITLE_LINE = 714;
/** Red of the masthead (7.2.4, 7.2.7). */
export const MASTHEAD_RED = "FF0000";
/** Authority mark: its upper edge lies 35 mm below the type area (7.2.4). */
export const AUTHORITY_MARK_DROP = twips(35);
/** Line of an authority mark relative to its size. */
export const MARK_LINE = 1.2;
/** Space inside that line above the characters, relative to the size. */
export const MARK_LEADING = 0.11;
/**
 * Heights that the marks of a joint issue may share: the first one that leaves room for text on the first page (7.2.4).
 */
export const JOINT_MARK_HEIGHTS: readonly number[] = [70, 60, 50, 40, 30, 20].map(twips);
/** Largest authority mark in half-points; the standard leaves the size to the bureau (7.2.4). */
export const AUTHORITY_MARK_LARGEST = 124;
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
/** Characters left free to the right of a sealed date (7.3.5.1). */
export const SEALED_MARGIN = 4;
/** Lines above a sealed signature: the seal's upper edge stays within one line of the text (7.3.5.1). */
export const LINES_ABOVE_SEALED = 2;
/** A seal is 42 mm wide; two of them must not touch (7.3.5.1). */
export const SEAL_PITCH = twips(46);
/** Blank lines between two rows of sealed authorities: their seals must not touch. */
export const LINES_BETWEEN_SEALS = 4;

/** Lines above the attachment note (7.3.4). */
export const LINES_ABOVE_ATTACHMENT_NOTE = 1;
/** The title of an attachment stands on its third line (7.3.7). */
export const LINES_BELOW_ATTACHMENT_MARK = 1;

/** Margin below the type area: 297 − 37 − 225 mm (5.2.1). */
export const TYPE_AREA_BOTTOM = twips(35);
/**
 * The dash of the page number is 7 mm below the type area (7.5): distance of the footer from the page's edge where the
 * type area ends 35 mm above it.
 */
export const FOOTER_DISTANCE = 1_395;
/** Exact line of the page number, in twips. */
export const PAGE_NUMBER_LINE = 400;
/** Middle of the page number below the type area (7.5). */
export const PAGE_NUMBER_DROP = twips(7);

/** Rules of the imprint: first and last 0.35 mm, between them 0.25 mm (7.4.1). */
export const IMPRINT_THICK_RULE = 8;
export const IMPRINT_THIN_RULE = 6;
/** Exact line of the imprint, and the space its rules keep from the text, in twips. */
export const IMPRINT_LINE = 480;
export const IMPRINT_RULE_SPACE = 20;

/** 信函格式 (10.1): mark 30 mm below the page's upper edge, second double rule 20 mm above its lower one, both 170 mm. */
export const LETTER_MARK_TOP = twips(30);
export const LETTER_LOWER_RULE = twips(20);
export const LETTER_RULE_WIDTH = twips(170);
/** Weight of a double rule; the standard's figure shows about 1 mm. */
export const LETTER_RULE_WEIGHT = 24;
/** Points between the mark's line and the first double rule, which give the 4 mm from its characters. */
export const LETTER_RULE_SPACE = 4;
/** From the first double rule to the line below it: 7/8 of a 3号 character, less the leading of that line. */
export const LETTER_NUMBER_SPACE = 70;

/** Text of tables: 小四, on an exact line. */
export const TABLE_SIZE = 24;
export const TABLE_LINE = 400;
/** Weight of a table's rules, and free space at the sides of a cell. */
export const TABLE_RULE = 4;
export const TABLE_CELL_MARGIN = 90;
