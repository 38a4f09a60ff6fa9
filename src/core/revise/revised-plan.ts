/** A plan with open changes as two plans: before them and with them, for a copy that shows them. */
import { textOfDoc, toDoc } from "../editor/convert.ts";
import type { WorkPlan } from "../plan/model.ts";
import { type OpenChange, openChanges, textBeforeChanges } from "./open-changes.ts";

export interface RevisedPlan {
  readonly before: WorkPlan;
  readonly changes: readonly OpenChange[];
}

/** Undefined where no change is open. */
export function revisedPlan(plan: WorkPlan): RevisedPlan | undefined {
  const doc = toDoc(plan);
  const changes = openChanges(doc);
  if (changes.length === 0) return undefined;
  const { revisions: _revisions, ...rest } = plan;
  return { before: { ...rest, ...textOfDoc(textBeforeChanges(doc)) }, changes };
}
