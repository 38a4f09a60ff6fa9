/** Largest prior-year document of any kind, in bytes; beside the readers, so that asking for it does not load them. */
export const MAX_SOURCE_BYTES = 32 * 1024 * 1024;
