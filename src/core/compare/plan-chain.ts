/** Plans of several years in a row: each compared with the one before, and every point followed through the years. */
import type { Corrections } from "../plan/comparison-records.ts";
import type { WorkPlan } from "../plan/model.ts";
import { comparePlans } from "./compare-plans.ts";
import type { PlanComparison, PointPair } from "./comparison.ts";
import { pointsOf } from "./points.ts";

export interface PlanChain {
  /** One less than plans: the second with the first, and so on. */
  readonly comparisons: readonly PlanComparison[];
  /**
   * Each a point through the years: its id in each plan, null where that has none. A point stands in one line only; of
   * those merged into one, the closest leads on to it, the lines of the others end. Lines that reach the latest plan
   * come first, in its order.
   */
  readonly lines: readonly (readonly (string | null)[])[];
}

/** The plans, oldest first; `corrections` of each year with the year before, in the same order. */
export function comparePlanChain(
  plans: readonly WorkPlan[],
  corrections: readonly (Corrections | undefined)[] = [],
): PlanChain {
  const comparisons = plans.slice(1).flatMap((next, at) => {
    const last = plans[at];
    return last ? [comparePlans(last, next, corrections[at])] : [];
  });
  const sources = comparisons.map(closestSources);
  const lines: (string | null)[][] = [];
  const taken = plans.map(() => new Set<string>());
  for (let year = plans.length - 1; year >= 0; year -= 1) {
    const plan = plans[year];
    if (!plan) continue;
    for (const { id } of pointsOf(plan).points) {
      if (taken[year]?.has(id)) continue;
      const line: (string | null)[] = plans.map(() => null);
      let point: string | undefined = id;
      for (let at = year; at >= 0 && point !== undefined; at -= 1) {
        if (taken[at]?.has(point)) break;
        taken[at]?.add(point);
        line[at] = point;
        point = sources[at - 1]?.get(point);
      }
      lines.push(line);
    }
  }
  return { comparisons, lines };
}

/** For each next point the last point of which most lives on in it. */
function closestSources({ pairs }: PlanComparison): ReadonlyMap<string, string> {
  const best = new Map<string, PointPair>();
  for (const pair of pairs) {
    if (!pair.last || !pair.next) continue;
    const known = best.get(pair.next.id);
    if (!known || (pair.overlap ?? 0) > (known.overlap ?? 0)) best.set(pair.next.id, pair);
  }
  return new Map([...best].flatMap(([id, { last }]) => (last ? [[id, last.id]] : [])));
}
