import type { ComparedPoint } from "./comparison.ts";
import { ancestorsOf } from "./pair-headings.ts";
import type { PlanPoints } from "./points.ts";

/** The points of a plan as results show them, in document order. */
export function comparedPoints(plan: PlanPoints): readonly ComparedPoint[] {
  const headings = new Map(plan.headings.map((heading) => [heading.id, heading.heading]));
  const above = ancestorsOf(plan);
  return plan.points.map(({ id, kind, ordinal, heading, text }, place) => {
    const section = headings.get(above[place]?.at(-1) ?? "") ?? "";
    return { id, kind, ordinal, heading, text, section };
  });
}
