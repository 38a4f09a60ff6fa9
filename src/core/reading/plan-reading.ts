/** What reading a document from outside gives: the plan and everything that was noticed on the way. */
import { z } from "zod";
import { blockIdSchema, isoDateSchema, workPlanSchema, yearSchema } from "../plan/model.ts";
import { lineRoleSchema } from "./decisions.ts";

/** `told`: nothing was changed, or nothing that could be taken back by itself. */
const placeStateSchema = z.enum(["done", "proposed", "undone", "told"]);
export type PlaceState = z.infer<typeof placeStateSchema>;

/** One repair of a kind that is counted: `before` became `after` at an offset (UTF-16) of the source line. */
export const repairPlaceSchema = z.strictObject({
  line: z.int().positive(),
  at: z.int().nonnegative(),
  before: z.string(),
  after: z.string(),
  state: placeStateSchema,
});
export type RepairPlace = Readonly<z.infer<typeof repairPlaceSchema>>;

/**
 * One repair or doubt. `line` is the 1-based line of the source, `block` the block it ended in (null: dropped or
 * form data). `certain` false: proposed, the drafter should look.
 */
export const readingNoticeSchema = z.strictObject({
  code: z.string().max(64),
  line: z.int().positive().nullable(),
  block: blockIdSchema.nullable(),
  before: z.string(),
  after: z.string(),
  certain: z.boolean(),
  /** How often it happened where equal repairs are counted together, else 1; 0 where each was taken back by itself. */
  count: z.int().nonnegative(),
  /** The single repairs of a counted kind, those taken back included; the first thousand of very many. */
  places: z.array(repairPlaceSchema).readonly().optional(),
  /** False: only proposed (of a counted kind: some places), the text still has `before`; it becomes `after` when the drafter accepts it. Else absent. */
  applied: z.literal(false).optional(),
  /** Role that the line may have instead of the one it was given. */
  suggestedRole: lineRoleSchema.optional(),
});
export type ReadingNotice = Readonly<z.infer<typeof readingNoticeSchema>>;

/** A source line that is not part of the document; `reason` is a code such as `furniture` or `repeated-title`. */
export const droppedLineSchema = z.strictObject({
  line: z.int().positive(),
  text: z.string(),
  reason: z.string().max(64),
});
export type DroppedLine = Readonly<z.infer<typeof droppedLineSchema>>;

export const documentKindSchema = z.enum(["plan", "notice-and-plan", "summary", "other"]);
export type DocumentKind = z.infer<typeof documentKindSchema>;

export const planReadingSchema = z.strictObject({
  kind: documentKindSchema,
  plan: workPlanSchema,
  /** Year of the plan, or the year reported by a summary. */
  year: yearSchema.nullable(),
  /** Year planned by the last part of a summary. */
  planYear: yearSchema.nullable(),
  /** Stated in the document; null where it is not. Never a domain name. */
  issuer: z.string().nullable(),
  /** Guessed from the text where none is stated. */
  issuerInferred: z.string().nullable(),
  /** Date of issue, and the date stamped by the web page. */
  date: isoDateSchema.nullable(),
  pageDate: isoDateSchema.nullable(),
  documentNumber: z.string().nullable(),
  addressees: z.array(z.string()).readonly(),
  /** Signature (issuer) as printed, null where there is none. */
  signature: z.string().nullable(),
  attachments: z.array(z.string()).readonly(),
  notices: z.array(readingNoticeSchema).readonly(),
  dropped: z.array(droppedLineSchema).readonly(),
  /** Source line (1-based) of every block of the plan. */
  lines: z.record(z.string(), z.int().positive()).readonly(),
  /** Number as printed in the source (`三`, `12`) of every section, subsection and item that had one. */
  ordinals: z.record(z.string(), z.string()).readonly(),
  /** What became of each source line, by its number; absent for empty lines and those that became form data. */
  roles: z.record(z.string(), lineRoleSchema).readonly().default({}),
  /** Titles of the plans where the source holds several, with the line each begins at; else empty. */
  plans: z
    .array(z.strictObject({ title: z.string(), line: z.int().positive() }))
    .readonly()
    .default([]),
});
export type PlanReading = Readonly<z.infer<typeof planReadingSchema>>;

/** What the format of a source tells of a line; position, sequence and siblings decide, hints only help. */
export interface LineHint {
  /** Outline level of the paragraph style, 0 for the highest; null where the style is body text. */
  readonly outlineLevel: number | null;
  /** Every visible character of the line is bold. */
  readonly bold: boolean;
  /** Row of a table with more than one column; `text` is its cells joined by tabs. */
  readonly table: { readonly table: number; readonly row: number; readonly cells: readonly string[] } | null;
}

export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** The text in simplified characters, where it is in traditional ones; it is read unless the drafter takes that back. */
  readonly simplified?: string;
  readonly hint?: LineHint;
}

/** Lines of a source with what its format tells of them. */
export interface SourceLines {
  readonly lines: readonly SourceLine[];
  /** Repairs done by the format's reader, e.g. an encoding that had to be detected or automatic numbers written out. */
  readonly notices: readonly ReadingNotice[];
  /** Text that the format keeps beside the body (page headers, comments, deletions): listed, not part of the document. */
  readonly aside?: readonly DroppedLine[];
}
