/** What the drafter decided while a plan lay beside another one; kept in the plan, so it travels with the file. */
import { z } from "zod";
import { blockIdSchema } from "./block-id.ts";

/** Most plans beside one plan, and most decisions on one of them; more is damage. */
export const MAX_COMPARISON_RECORDS = 50;
const MAX_DECISIONS = 2_000;

const idPairSchema = z.strictObject({ last: blockIdSchema, next: blockIdSchema });
/** Ids of a point of last year and one of next year. */
export type IdPair = Readonly<z.infer<typeof idPairSchema>>;

const idPairs = z.array(idPairSchema).max(MAX_DECISIONS).readonly();

/** What the drafter decided about pairs. Ids that a plan no longer has are kept and mean nothing. */
export const correctionsSchema = z.strictObject({ forced: idPairs, forbidden: idPairs });
export type Corrections = Readonly<z.infer<typeof correctionsSchema>>;

export const NO_CORRECTIONS: Corrections = { forced: [], forbidden: [] };

/** `not-ours`: nothing in ours is like it, or the drafter says that it is none of ours to do. */
export const coverageStateSchema = z.enum(["covered", "partly", "not-ours"]);
export type CoverageState = z.infer<typeof coverageStateSchema>;

/** Decisions on the superior's points, by their ids. */
export const coverageDecisionsSchema = z.record(blockIdSchema, coverageStateSchema).readonly();
export type CoverageDecisions = z.infer<typeof coverageDecisionsSchema>;

export const comparisonRecordSchema = z.strictObject({
  /** Names the other plan wherever it was opened from: its year and title. */
  other: z.string().min(1).max(200),
  corrections: correctionsSchema,
  coverage: coverageDecisionsSchema,
});
export type ComparisonRecord = Readonly<z.infer<typeof comparisonRecordSchema>>;

export const comparisonRecordsSchema = z.array(comparisonRecordSchema).max(MAX_COMPARISON_RECORDS).readonly();
export type ComparisonRecords = readonly ComparisonRecord[];

/** The record of the plan that `other` names; an empty one where nothing was decided. */
export function comparisonRecordOf(records: ComparisonRecords | undefined, other: string): ComparisonRecord {
  return (
    records?.find((each) => each.other === other) ?? { other, corrections: NO_CORRECTIONS, coverage: {} }
  );
}

/** The records with `changed` as the latest; one that says nothing is left out, and beyond the limit the oldest goes. */
export function withComparisonRecord(
  records: ComparisonRecords | undefined,
  changed: ComparisonRecord,
): ComparisonRecords {
  const others = (records ?? []).filter(({ other }) => other !== changed.other);
  const { corrections, coverage } = changed;
  const isEmpty =
    corrections.forced.length + corrections.forbidden.length + Object.keys(coverage).length === 0;
  return isEmpty ? others : [...others, changed].slice(-MAX_COMPARISON_RECORDS);
}
