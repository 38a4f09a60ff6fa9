/**
 * The calendar tables of the classifier: dated JSON with its source, checked when loaded. Every table says up to which
 * day it is complete; the code knows no year by itself.
 */
import { z } from "zod";
import anniversaries from "./data/anniversaries.json" with { type: "json" };
import campaigns from "./data/campaigns.json" with { type: "json" };
import counters from "./data/counters.json" with { type: "json" };
import eraTerms from "./data/era-terms.json" with { type: "json" };
import fiveYearPlans from "./data/five-year-plans.json" with { type: "json" };
import meetings from "./data/meetings.json" with { type: "json" };
import milestones from "./data/milestones.json" with { type: "json" };
import programmes from "./data/programmes.json" with { type: "json" };

const day = z.iso.date();
const calendarYear = z.int().min(1840).max(2300);
const name = z.string().min(2).max(60);
const names = z.array(name).min(1).readonly();
/** `source` is shown to the drafter. */
const table = { completeUntil: day, source: z.string().min(1) };
/** First and last calendar year, both included. */
const period = { from: calendarYear, to: calendarYear };
const inOrder = (value: { readonly from: number; readonly to: number }) => value.from <= value.to;

export const fiveYearPlansSchema = z.strictObject({
  ...table,
  plans: z
    .array(z.strictObject({ name, ...period }).refine(inOrder))
    .min(1)
    .readonly(),
});

/** `years`: which years of a five-year plan (1–5) may bear the phrase; `usual`: the one proposed for such a year. */
export const milestonesSchema = z.strictObject({
  ...table,
  milestones: z
    .array(
      z.strictObject({
        phrase: name,
        years: z.array(z.int().min(1).max(5)).min(1).readonly(),
        usual: z.boolean(),
      }),
    )
    .readonly(),
  /** Names that a bureau gives to one year (…实施年). */
  labels: names,
});

/** `name` of a congress is its number as spoken: 十九 of 十九大. Plenum 1 elects and is never listed. */
export const meetingsSchema = z.strictObject({
  ...table,
  congresses: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(4),
        closed: day,
        plenums: z.array(z.strictObject({ number: z.int().min(1).max(9), closed: day })).readonly(),
      }),
    )
    .min(1)
    .readonly(),
});

export const anniversariesSchema = z.strictObject({
  ...table,
  foundings: z.array(z.strictObject({ year: calendarYear, names })).readonly(),
  /** Anniversaries that are a multiple of this are occasions (逢五逢十). */
  roundEvery: z.int().positive(),
});

/** Number of the event in a year: the year less `base`. */
export const countersSchema = z.strictObject({
  ...table,
  counters: z.array(z.strictObject({ base: calendarYear, names })).readonly(),
});

/** `next`: the programme after it. A line of successors must lead forward in time. */
export const programmesSchema = z.strictObject({
  ...table,
  /** Successors that no published document has been seen for: offered, and said to be in doubt. */
  doubtful: z.array(name).readonly(),
  programmes: z
    .array(z.strictObject({ names, ...period, next: name.nullable() }).refine(inOrder))
    .refine((rows) =>
      rows.every((row) => rows.every((other) => !precedes(row, other) || other.from > row.to)),
    )
    .readonly(),
});

/** `continued`: words beside a name that say its results are carried on, which stays right afterwards. */
export const campaignsSchema = z.strictObject({
  ...table,
  campaigns: z.array(z.strictObject({ names, ...period }).refine(inOrder)).readonly(),
  continued: names,
});

/** Terms and formulas in use up to and including the year `to`. */
export const eraTermsSchema = z.strictObject({
  ...table,
  terms: z
    .array(
      z.strictObject({
        names,
        to: calendarYear,
        next: name.nullable(),
        reason: z.enum(["term-ended", "formula-superseded"]),
      }),
    )
    .readonly(),
  continued: names,
});

export type FiveYearPlan = z.infer<typeof fiveYearPlansSchema>["plans"][number];
export type Meetings = z.infer<typeof meetingsSchema>;
export type Congress = Meetings["congresses"][number];

export interface Calendar {
  readonly fiveYearPlans: z.infer<typeof fiveYearPlansSchema>;
  readonly milestones: z.infer<typeof milestonesSchema>;
  readonly meetings: Meetings;
  readonly anniversaries: z.infer<typeof anniversariesSchema>;
  readonly counters: z.infer<typeof countersSchema>;
  readonly programmes: z.infer<typeof programmesSchema>;
  readonly campaigns: z.infer<typeof campaignsSchema>;
  readonly eraTerms: z.infer<typeof eraTermsSchema>;
}

/** Whether `row` names `other` as its successor. */
function precedes(
  row: { readonly next: string | null },
  other: { readonly names: readonly string[] },
): boolean {
  return row.next !== null && other.names.includes(row.next);
}

/** The tables that come with the application. */
export const CALENDAR: Calendar = {
  fiveYearPlans: fiveYearPlansSchema.parse(fiveYearPlans),
  milestones: milestonesSchema.parse(milestones),
  meetings: meetingsSchema.parse(meetings),
  anniversaries: anniversariesSchema.parse(anniversaries),
  counters: countersSchema.parse(counters),
  programmes: programmesSchema.parse(programmes),
  campaigns: campaignsSchema.parse(campaigns),
  eraTerms: eraTermsSchema.parse(eraTerms),
};

/** The year of an ISO date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
