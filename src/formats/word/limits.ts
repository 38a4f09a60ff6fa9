/** Limits on one XML part of a foreign package; a part beyond them is refused as hostile, not read in part. */
export const MAX_XML_CHARACTERS = 100_000_000;
export const MAX_XML_ELEMENTS = 5_000_000;
export const MAX_XML_DEPTH = 4_096;
export const MAX_XML_ATTRIBUTES = 256;
/** Tables inside tables beyond this depth are read as the text of their cell. */
export const MAX_TABLE_DEPTH = 16;
/** Characters of one line; a longer one is cut into several so that nothing is lost. */
export const MAX_LINE_CHARACTERS = 100_000;
