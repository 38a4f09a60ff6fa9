/** What the drafter decided about a document while looking at its reading; reading again with it gives the new structure. */
import { z } from "zod";

/** Role of a source line; `furniture` drops it, `text` keeps a dropped line as body text. */
export const lineRoleSchema = z.enum([
  "title",
  "part",
  "section",
  "subsection",
  "item",
  "clause",
  "text",
  "furniture",
]);
export type LineRole = z.infer<typeof lineRoleSchema>;

export const readingDecisionsSchema = z.strictObject({
  /** Roles by source line number. */
  roles: z.record(z.string(), lineRoleSchema).readonly(),
  /** Where the heading of a line ends: number of its characters (UTF-16, of the cleaned text without ordinal); 0: no heading. */
  headingEnds: z.record(z.string(), z.int().nonnegative()).readonly(),
  /** Repairs taken back, and proposals refused, by `repairKey`; one place of a counted kind by `placeKey`. */
  undone: z.array(z.string()).readonly(),
  /** Proposed repairs that the drafter accepted, by the same keys. */
  accepted: z.array(z.string()).readonly(),
  /** Which plan of a file that holds several, counted from 0; null: the first, and the question stays open. */
  plan: z.int().nonnegative().nullable(),
});
export type ReadingDecisions = Readonly<z.infer<typeof readingDecisionsSchema>>;

export const NO_DECISIONS: ReadingDecisions = {
  roles: {},
  headingEnds: {},
  undone: [],
  accepted: [],
  plan: null,
};

/** Name of a repair that stays the same when the document is read again. */
export function repairKey(repair: {
  readonly code: string;
  readonly line: number | null;
  readonly before: string;
}): string {
  return `${repair.code}/${repair.line ?? 0}/${repair.before}`;
}

/** Name of one repair of a counted kind; `at` is its offset in the line of the source. */
export function placeKey(place: {
  readonly code: string;
  readonly line: number;
  readonly at: number;
}): string {
  return `${place.code}@${place.line}:${place.at}`;
}
