/** Plans with open changes, for tests of speed. */
import { textOfDoc, toDoc } from "../../src/core/editor/convert.ts";
import { mapChildren } from "../../src/core/plan/map-children.ts";
import type { PlanChild, WorkPlan } from "../../src/core/plan/model.ts";

/** Of so many parts one has been changed. */
const CHANGED_EVERY = 10;

/** The plan as it is while changes are tracked, with one change in every tenth part. */
export function trackedPlan(plan: WorkPlan): WorkPlan {
  let count = 0;
  const older = <Part extends PlanChild>(part: Part): Part => {
    count += 1;
    const text = count % CHANGED_EVERY === 0 ? `进一步${part.lead.text}` : part.lead.text;
    return mapChildren({ ...part, lead: { text, marks: [] } }, older);
  };
  const base = textOfDoc(toDoc({ ...plan, children: plan.children.map(older) }));
  return { ...plan, revisions: { tracking: true, base, records: [] } };
}
