/** What dragging a point onto another means for the pairs. */
import type { Corrections, IdPair } from "../plan/comparison-records.ts";
import type { WorkPlan } from "../plan/model.ts";
import type { PlanComparison } from "./comparison.ts";

/** Characters of a title that tell plans apart. */
const LONGEST_TITLE = 180;

/** Name of a plan under which decisions beside it are kept: the same wherever it was opened from. */
export function comparisonKey({ year, title }: WorkPlan): string {
  return `${year ?? ""} ${title.text.replace(/\s/g, "").slice(0, LONGEST_TITLE)}`;
}

/**
 * Corrections after the drafter dragged `pair.last` onto `pair.next`. With `replace` the other partners of the next
 * point are taken from it; without, it is merged from all of them.
 */
export function pairByHand(
  corrections: Corrections,
  comparison: PlanComparison,
  pair: IdPair,
  replace: boolean,
): Corrections {
  const partners = replace
    ? comparison.pairs.flatMap(({ last, next }) =>
        last && next && next.id === pair.next && last.id !== pair.last
          ? [{ last: last.id, next: next.id }]
          : [],
      )
    : [];
  return {
    forced: [...without(corrections.forced, [pair, ...partners]), pair],
    forbidden: [...without(corrections.forbidden, [pair, ...partners]), ...partners],
  };
}

/** Corrections after the drafter took two points apart. */
export function partByHand(corrections: Corrections, pair: IdPair): Corrections {
  return {
    forced: without(corrections.forced, [pair]),
    forbidden: [...without(corrections.forbidden, [pair]), pair],
  };
}

function without(pairs: readonly IdPair[], removed: readonly IdPair[]): readonly IdPair[] {
  return pairs.filter(({ last, next }) => !removed.some((each) => each.last === last && each.next === next));
}
