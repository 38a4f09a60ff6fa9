/** A target (指标): what a text promises, asks for or reports in figures. */
import { z } from "zod";
import { blockIdSchema } from "../plan/model.ts";

/**
 * `reach`: 达到, 保持在 or the bare figure. `fall-by`, `rise-by`: by the value, not to it. `never-fall`, `never-rise`:
 * 只增不减, 只减不增; these have no value.
 */
export const comparatorSchema = z.enum([
  "reach",
  "at-least",
  "at-most",
  "fall-by",
  "rise-by",
  "never-fall",
  "never-rise",
]);
export type Comparator = z.infer<typeof comparatorSchema>;

const range = { from: z.int().nonnegative(), to: z.int().positive() };

/** A target in a text; `from` and `to` are UTF-16 offsets of the words that state it, indicator included. */
export const textTargetSchema = z.strictObject({
  /** What is measured or counted: `学前三年毛入园率`, `新增优质学校`. */
  indicator: z.string(),
  comparator: comparatorSchema,
  /** As written: 3.7 of 3.7万人, 98 of 98%; may be over 100 with %. Null for `never-fall` and `never-rise`. */
  value: z.number().nullable(),
  /** As written: `万人`, `%`, `所`; empty where there is no value. */
  unit: z.string(),
  /** The words from `from` to `to`. */
  text: z.string(),
  ...range,
  /** The sentence it stands in. */
  sentence: z.strictObject(range),
});
export type TextTarget = Readonly<z.infer<typeof textTargetSchema>>;

/** A target of a plan: where it stands. */
export const planTargetSchema = z.strictObject({
  ...textTargetSchema.shape,
  /** Id of the block that `from` and `to` count in: an item, heading, paragraph or clause. */
  block: blockIdSchema,
  /** Id of the item, or of the heading where it stands in none; null in the lead-in and the closing. */
  point: blockIdSchema.nullable(),
  /** Ordinal and heading of that item or heading; empty where there is none. */
  ordinal: z.string(),
  heading: z.string(),
});
export type PlanTarget = Readonly<z.infer<typeof planTargetSchema>>;

/** Multiples that a unit begins with. */
const MULTIPLES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The value in single units (3.7万人 → 37 000 人), for comparing; null without a value. */
export function amountOf({
  value,
  unit,
}: Pick<TextTarget, "value" | "unit">): { readonly amount: number; readonly unit: string } | null {
  if (value === null) return null;
  const multiple = MULTIPLES[unit.charAt(0)];
  if (multiple === undefined) return { amount: value, unit };
  // 3.7 × 10 000 is not exact in binary; no target has more than six decimals.
  return { amount: Number((value * multiple).toFixed(6)), unit: unit.slice(1) };
}
