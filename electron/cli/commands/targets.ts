import { planTargets } from "../../../src/core/targets/plan-targets.ts";
import { about, sourcePlan } from "../source-plan.ts";
import type { Tools } from "../tools.ts";

/** `targets FILE|PLAN --json`: the targets of a plan or summary with the places where they stand. */
export async function listTargets(file: string, tools: Tools): Promise<string> {
  const plan = await about(file, sourcePlan(file, tools, "noPlanHere"));
  return JSON.stringify({ year: plan.year, targets: planTargets(plan) }, null, 2);
}
