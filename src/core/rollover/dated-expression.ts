/** Dated expressions (年份及时序表述): what the classifier finds in a text and what it says of each. */
import type { DatedKind, DatedMark } from "../plan/model.ts";

/**
 * Why an expression was shifted, kept or is asked about. The user interface has words for each code.
 *
 * Shifted: `own-year`, `own-title`, `own-deadline`, `last-year-review`. All others leave the text as it is.
 */
export const DATED_REASONS = [
  "own-year",
  "own-title",
  "own-deadline",
  "own-year-finished",
  "own-year-day",
  "own-year-meeting",
  "last-year-review",
  "last-year",
  "next-year",
  "past-year",
  "past-start",
  "future-start",
  "future-target",
  "target-due",
  "deadline-past",
  "year-unknown",
  "year-glued",
  "year-without-nian",
  "cited-title",
  "span-current",
  "span-ended",
  "span-garbled",
  "school-year",
  "cohort",
  "plan-current",
  "plan-ahead",
  "plan-began",
  "plan-ended",
  "plan-review",
  "milestone-current",
  "milestone-moved",
  "milestone-label",
  "meetings-current",
  "meetings-era",
  "meetings-older",
  "meetings-unknown",
  "meeting-ahead",
  "meeting-held",
  "anniversary-round",
  "anniversary-not-round",
  "anniversary-event",
  "anniversary-unknown",
  "counter-computed",
  "ordinal-yearly",
  "ordinal-irregular",
  "placeholder-number",
  "programme-current",
  "programme-ended",
  "successor-doubtful",
  "programme-phase",
  "programme-period-unknown",
  "campaign-current",
  "campaign-continued",
  "campaign-ended",
  "term-ended",
  "formula-superseded",
  "relative-year",
  "relative-count",
  "relative-clock",
  "source-place",
  "source-unit",
  "source-brand",
] as const;
export type DatedReason = (typeof DATED_REASONS)[number];

/** Years between which a text moves. */
export interface DatedContext {
  /** Year the text was written for; null where it is not known: then no year can be shifted. */
  readonly documentYear: number | null;
  /** Year of the new plan. */
  readonly targetYear: number;
  /** Title of the plan itself: a mention in 《》 moves with it, all other titles stay. */
  readonly ownTitle?: string;
}

/**
 * One expression. `from` and `to` are UTF-16 offsets into the classified text, `original` is the text between them.
 * `certain` with state `shifted`: `proposed` may replace it unasked. State `kept`: it stays. State `open`: the
 * drafter decides, `proposed` is an offer or null.
 */
export interface DatedExpression {
  readonly from: number;
  readonly to: number;
  readonly kind: DatedKind;
  readonly state: DatedMark["state"];
  readonly original: string;
  readonly proposed: string | null;
  readonly certain: boolean;
  readonly reason: DatedReason;
}

/** The part of an expression that a rule decides. */
export type Verdict = Pick<DatedExpression, "kind" | "state" | "proposed" | "certain" | "reason">;

export function shifted(kind: DatedKind, reason: DatedReason, proposed: string): Verdict {
  return { kind, state: "shifted", proposed, certain: true, reason };
}

export function kept(kind: DatedKind, reason: DatedReason): Verdict {
  return { kind, state: "kept", proposed: null, certain: true, reason };
}

export function open(kind: DatedKind, reason: DatedReason, proposed: string | null): Verdict {
  return { kind, state: "open", proposed, certain: false, reason };
}
