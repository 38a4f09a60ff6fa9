/** Reads documents for the library with the app's own readers. */
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { harvest } from "../../../src/core/suggest/harvest.ts";
import { readSource } from "../reading/read-source.ts";
import type { DocumentReaders } from "./library-store.ts";

/** A document that cannot be read; `code` as in the host contract. */
class SourceUnreadable extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "SourceUnreadable";
    this.code = code;
  }
}

export const sourceReaders: DocumentReaders = {
  read: async (name, bytes) => {
    const read = await readSource(bytes);
    if (!read.ok) throw new SourceUnreadable(read.code, `${name}: ${read.detail}`);
    return parsePlan(read.source);
  },
  harvest,
};
