/** Targets of two years beside each other and beside the results, with what a leader would ask about. */
import { z } from "zod";
import type { PointPair } from "../compare/comparison.ts";
import { foldText, gramSet } from "../suggest/grams.ts";
import lessIsBetter from "./data/less-is-better.json" with { type: "json" };
import { amountOf, type PlanTarget, planTargetSchema } from "./target.ts";

/**
 * `below-target`, `below-result`: less ambitious than last year's target or result. `gone`: last year's target has no
 * successor. `unchanged`: the same figure again.
 */
export const targetAlarmSchema = z.enum(["below-target", "below-result", "gone", "unchanged"]);
export type TargetAlarm = z.infer<typeof targetAlarmSchema>;

export const targetChangeSchema = z.enum(["raised", "lowered", "same", "restated", "new", "gone"]);
/** `restated`: cannot be compared as a figure, e.g. a percentage that became a count. */
export type TargetChange = z.infer<typeof targetChangeSchema>;

export const targetRowSchema = z.strictObject({
  indicator: z.string(),
  last: planTargetSchema.nullable(),
  /** What was reached, from a summary of last year. */
  result: planTargetSchema.nullable(),
  next: planTargetSchema.nullable(),
  change: targetChangeSchema,
  /** Whether the result meets last year's target; null where that cannot be told. */
  met: z.boolean().nullable(),
  alarms: z.array(targetAlarmSchema).readonly(),
});
export type TargetRow = Readonly<z.infer<typeof targetRowSchema>>;

/** Common share of two indicators from which on they are the same … */
const SAME_INDICATOR = 0.5;
/** … or less, in points that belong together. */
const SAME_INDICATOR_IN_PAIR = 0.3;
/** What belonging together adds when partners are chosen. */
const PAIR_BONUS = 0.3;
/** A share that cannot be raised. */
const CEILING = 100;

/**
 * Rows in the order of `next`, then the targets of `last` that are gone. `results` are the figures of a summary of last
 * year; `pairs` those of `comparePlans`, which tell equal indicators of different items apart.
 */
export function compareTargets(
  last: readonly PlanTarget[],
  next: readonly PlanTarget[],
  results: readonly PlanTarget[] = [],
  pairs: readonly PointPair[] = [],
): readonly TargetRow[] {
  const together = new Set(pairs.map((pair) => `${pair.last?.id} ${pair.next?.id}`));
  const lastOf = partnersOf(last, next, (one, other) =>
    idsOf(one).some((id) => idsOf(other).some((to) => together.has(`${id} ${to}`))),
  );
  const resultOfLast = partnersOf(results, last);
  const resultOfNext = partnersOf(results, next);
  const kept = next.map((target) => {
    const before = lastOf.get(target) ?? null;
    return rowOf(before, (before && resultOfLast.get(before)) ?? resultOfNext.get(target) ?? null, target);
  });
  const used = new Set(lastOf.values());
  const gone = last.filter((target) => !used.has(target));
  return [...kept, ...gone.map((target) => rowOf(target, resultOfLast.get(target) ?? null, null))];
}

/** For each target of `next` the one of `last` that has the same indicator, each used once. */
export function partnersOf(
  last: readonly PlanTarget[],
  next: readonly PlanTarget[],
  belongTogether: (last: PlanTarget, next: PlanTarget) => boolean = () => false,
): ReadonlyMap<PlanTarget, PlanTarget> {
  const lastGrams = last.map(gramsOf);
  const candidates = next.flatMap((to) => {
    const grams = gramsOf(to);
    return last.flatMap((from, at) => {
      if (unitOf(from) !== unitOf(to)) return [];
      const common = commonShare(lastGrams[at] ?? new Set(), grams);
      const together = belongTogether(from, to);
      if (common < (together ? SAME_INDICATOR_IN_PAIR : SAME_INDICATOR)) return [];
      return [{ from, to, score: common + (together ? PAIR_BONUS : 0) }];
    });
  });
  // Sorting is stable: of equal candidates the first in the text wins.
  candidates.sort((one, other) => other.score - one.score);
  const partners = new Map<PlanTarget, PlanTarget>();
  const used = new Set<PlanTarget>();
  for (const { from, to } of candidates) {
    if (partners.has(to) || used.has(from)) continue;
    partners.set(to, from);
    used.add(from);
  }
  return partners;
}

function idsOf({ block, point }: PlanTarget): readonly string[] {
  return point === null ? [block] : [block, point];
}

/** The kind of unit: people are counted in 人, 名 and 位 alike. */
function unitOf(target: PlanTarget): string {
  const unit = amountOf(target)?.unit ?? "";
  if (/^[人名位]$/.test(unit)) return "人";
  return unit.endsWith("百分点") ? "%" : unit;
}

function gramsOf({ indicator }: PlanTarget): ReadonlySet<number> {
  return new Set(gramSet(foldText(indicator)));
}

/** Common grams as a share of both (Dice). */
function commonShare(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let common = 0;
  for (const gram of one) if (other.has(gram)) common += 1;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}

function rowOf(last: PlanTarget | null, result: PlanTarget | null, next: PlanTarget | null): TargetRow {
  const change = changeOf(last, next);
  return {
    indicator: (next ?? last)?.indicator ?? "",
    last,
    result,
    next,
    change,
    met: last && result ? isMet(last, result) : null,
    alarms: alarmsOf(change, result, next),
  };
}

function changeOf(last: PlanTarget | null, next: PlanTarget | null): TargetChange {
  if (!last) return "new";
  if (!next) return "gone";
  if (isChangeBy(last) !== isChangeBy(next)) return "restated";
  const difference = ambitionOf(next, last);
  if (difference === null) return last.comparator === next.comparator ? "same" : "restated";
  if (difference === 0) return "same";
  return difference > 0 ? "raised" : "lowered";
}

function alarmsOf(
  change: TargetChange,
  result: PlanTarget | null,
  next: PlanTarget | null,
): readonly TargetAlarm[] {
  if (!next) return ["gone"];
  const alarms: TargetAlarm[] = [];
  if (change === "lowered") alarms.push("below-target");
  const beside = result && !isChangeBy(next) ? ambitionOf(next, result) : null;
  if (beside !== null && beside < 0) alarms.push("below-result");
  if (change === "same" && !isAtCeiling(next)) alarms.push("unchanged");
  return alarms;
}

function isMet(target: PlanTarget, result: PlanTarget): boolean | null {
  if (isChangeBy(target) !== isChangeBy(result)) return null;
  const difference = ambitionOf(result, target);
  return difference === null ? null : difference >= 0;
}

/** How much more `one` asks for than `other`, in its unit; negative where less, null without figures. */
function ambitionOf(one: PlanTarget, other: PlanTarget): number | null {
  const mine = amountOf(one)?.amount;
  const theirs = amountOf(other)?.amount;
  if (mine === undefined || theirs === undefined) return null;
  return isLessBetter(one) || isLessBetter(other) ? theirs - mine : mine - theirs;
}

function isChangeBy({ comparator }: PlanTarget): boolean {
  return comparator === "fall-by" || comparator === "rise-by";
}

function isLessBetter({ comparator, indicator }: PlanTarget): boolean {
  if (comparator === "at-most") return true;
  return comparator === "reach" && lessIsBetter.words.some((word) => indicator.includes(word));
}

function isAtCeiling({ value, unit }: PlanTarget): boolean {
  return value === CEILING && unit === "%";
}
