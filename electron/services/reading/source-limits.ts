/** Largest prior-year document of any kind, in bytes; beside the readers, so that asking for it does not load them. */
export const MAX_SOURCE_BYTES = 32 * 1024 * 1024;
/** Most lines of a document, empty ones apart; the longest plan has a few thousand, and every line becomes a block. */
export const MAX_SOURCE_LINES = 300_000;
