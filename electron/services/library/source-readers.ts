/** Reads documents for the library with the app's own readers. */
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { harvest } from "../../../src/core/suggest/harvest.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { readSource } from "../reading/read-source.ts";
import type { DocumentReaders } from "./library-store.ts";

export const sourceReaders: DocumentReaders = {
  read: async (name, bytes) => {
    const read = await readSource(bytes);
    if (!read.ok) throw new HostError(read.code, read.detail, name);
    return parsePlan(read.source);
  },
  harvest,
};
