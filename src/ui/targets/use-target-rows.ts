/** Rows of the targets panel: live, and paired as the comparison pairs the points. */
import { useMemo } from "react";
import { useStore } from "zustand";
import { comparePlans } from "../../core/compare/compare-plans.ts";
import { comparisonKey } from "../../core/compare/corrections.ts";
import { pointsOf } from "../../core/compare/points.ts";
import { comparisonRecordOf } from "../../core/plan/comparison-records.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { compareTargets, type TargetRow } from "../../core/targets/compare-targets.ts";
import { planTargets } from "../../core/targets/plan-targets.ts";
import type { PlansBeside } from "../compare/plans-beside.ts";
import type { BlockPlace } from "../session/editor-link.ts";

/** Targets of the plan with last year's and what last year's summary reports. */
export function useTargetRows(plan: WorkPlan | undefined, beside: PlansBeside): readonly TargetRow[] {
  const last = useStore(beside, (state) => state.last.plan);
  const summary = useStore(beside, (state) => state.summary.plan);
  // Pairing every point at every key would be felt; it can change only with the points themselves.
  const points = plan
    ? pointsOf(plan)
        .points.map(({ id }) => id)
        .join(" ")
    : "";
  const records = plan?.comparisonRecords;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `points` stands for the plan
  const pairs = useMemo(() => {
    if (!plan || !last) return [];
    const { corrections } = comparisonRecordOf(records, comparisonKey(last));
    return comparePlans(last, plan, corrections).pairs;
  }, [last, points, records]);
  return useMemo(() => {
    if (!plan) return [];
    const before = last ? planTargets(last) : [];
    const results = summary ? planTargets(summary) : [];
    return compareTargets(before, planTargets(plan), results, pairs);
  }, [plan, last, summary, pairs]);
}

/** Rows of the target in which the caret stands; else those of its item. */
export function rowsAtCaret(
  rows: readonly TargetRow[],
  caret: BlockPlace | undefined,
  item: string | null,
): readonly TargetRow[] {
  const exact = rows.filter(
    ({ next }) =>
      next && caret && next.block === caret.block && next.from <= caret.offset && caret.offset <= next.to,
  );
  if (exact.length > 0) return exact;
  return item === null ? [] : rows.filter(({ next }) => next?.point === item);
}
