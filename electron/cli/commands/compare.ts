import { comparePlans } from "../../../src/core/compare/compare-plans.ts";
import { countsOf } from "../../../src/core/compare/comparison-note.ts";
import { comparisonKey } from "../../../src/core/compare/corrections.ts";
import { comparisonRecordOf } from "../../../src/core/plan/comparison-records.ts";
import { about, sourcePlan } from "../source-plan.ts";
import type { Tools } from "../tools.ts";

/** `compare A B --json`: the plans of two years, `last` the earlier one, with counts, pairs and overlaps. */
export async function compareDocuments(last: string, next: string, tools: Tools): Promise<string> {
  const [from, to] = [
    await about(last, sourcePlan(last, tools, "noPlanHere")),
    await about(next, sourcePlan(next, tools, "noPlanHere")),
  ];
  // What the drafter has corrected is kept in the plan.
  const { corrections } = comparisonRecordOf(to.comparisonRecords, comparisonKey(from));
  const comparison = comparePlans(from, to, corrections);
  return JSON.stringify({ counts: countsOf(comparison), ...comparison }, null, 2);
}
