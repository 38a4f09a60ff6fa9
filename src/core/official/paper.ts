/** Measures of paper and type that profiles are checked against; twips, sizes in half-points. */

/** A4 (GB/T 9704—2012, 5.1). */
export const PAGE_WIDTH = 11_906;
export const PAGE_HEIGHT = 16_838;
/** 3号 characters, those of the text (5.2.2). */
export const SIZE_3 = 32;
/** Smallest authority mark: that of the title, 2号; the standard leaves the size to the bureau (7.2.4). */
export const AUTHORITY_MARK_SMALLEST = 44;
