/** The result of comparing the plans of two years, as plain data: what `comparePlans` gives and every view shows. */
import { z } from "zod";
import { blockIdSchema, yearSchema } from "../plan/model.ts";

/**
 * `carried`: the same but for figures, years and marks. `moved`: under another heading, whatever its wording.
 * `merged`: several points of last year in one. `split`: one point of last year in several.
 */
export const pairKindSchema = z.enum(["carried", "reworded", "merged", "split", "moved", "new", "dropped"]);
export type PairKind = z.infer<typeof pairKindSchema>;

/** A point in either year. `section` is the first-level heading above it, empty where there is none. */
export const comparedPointSchema = z.strictObject({
  id: blockIdSchema,
  kind: z.enum(["item", "clause", "subsection", "section", "part"]),
  /** Without its punctuation: `14`, `一`. */
  ordinal: z.string(),
  heading: z.string(),
  text: z.string(),
  section: z.string(),
});
export type ComparedPoint = Readonly<z.infer<typeof comparedPointSchema>>;

const percent = z.int().min(0).max(100);

/**
 * Two points that belong together, or one alone (`last` null: new, `next` null: dropped). A merged or split point
 * stands in several pairs.
 */
export const pointPairSchema = z.strictObject({
  kind: pairKindSchema,
  last: comparedPointSchema.nullable(),
  next: comparedPointSchema.nullable(),
  /** Share of the characters of the next text that are the last one's; 0 for a new point, null for a dropped one. */
  overlap: percent.nullable(),
  /** Share of the characters of the last text that live on in the next one; 0 for a dropped point, null for a new one. */
  kept: percent.nullable(),
  /** Whether they stand under headings that do not belong together. */
  moved: z.boolean(),
  /** Whether the drafter paired them. */
  forced: z.boolean(),
});
export type PointPair = Readonly<z.infer<typeof pointPairSchema>>;

export const comparedHeadingSchema = z.strictObject({
  id: blockIdSchema,
  ordinal: z.string(),
  heading: z.string(),
});
export type ComparedHeading = Readonly<z.infer<typeof comparedHeadingSchema>>;

/** Two headings that hold much the same points, or one alone. */
export const headingPairSchema = z.strictObject({
  last: comparedHeadingSchema.nullable(),
  next: comparedHeadingSchema.nullable(),
  /** Share of the characters of the points under the next heading that come from last year; null without one. */
  overlap: percent.nullable(),
});
export type HeadingPair = Readonly<z.infer<typeof headingPairSchema>>;

const comparedPlanSchema = z.strictObject({ title: z.string(), year: yearSchema.nullable() });

export const planComparisonSchema = z.strictObject({
  last: comparedPlanSchema,
  next: comparedPlanSchema,
  /** In the order of the next plan; dropped points after the point they followed in the last plan. */
  pairs: z.array(pointPairSchema).readonly(),
  headings: z.array(headingPairSchema).readonly(),
  /** Share of the characters of each next point that come from any point of last year, by id. */
  overlaps: z.record(blockIdSchema, percent).readonly(),
  /** The same of the lead-in, null where the next plan has none. */
  leadIn: percent.nullable(),
  /** The same of all points together. */
  overlap: percent,
});
export type PlanComparison = Readonly<z.infer<typeof planComparisonSchema>>;
