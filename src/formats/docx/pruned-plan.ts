/** A plan without the blocks that would print as nothing. */
import type { Block, PlanItem, PlanSection, PlanSubsection, WorkPlan } from "../../core/plan/model.ts";
import { isBlank } from "./clean-text.ts";

/**
 * The plan without empty paragraphs, clauses, items and sections, so that none of them takes a number or a line.
 * An empty heading above text stays: its number shows that something is missing.
 */
export function prunedPlan(plan: WorkPlan): WorkPlan {
  return {
    ...plan,
    leadIn: prunedBlocks(plan.leadIn),
    children: plan.children.map(prunedChild).filter((child) => child !== undefined),
    closing: prunedBlocks(plan.closing),
  };
}

function prunedChild<T extends PlanSection | PlanSubsection | PlanItem>(child: T): T | undefined;
function prunedChild(
  child: PlanSection | PlanSubsection | PlanItem,
): PlanSection | PlanSubsection | PlanItem | undefined {
  const body = prunedBlocks(child.body);
  if (child.kind === "item")
    return isBlank(child.lead.text) && body.length === 0 ? undefined : { ...child, body };
  const closing = prunedBlocks(child.closing);
  const hasText = !isBlank(child.lead.text) || body.length > 0 || closing.length > 0;
  if (child.kind === "section") {
    const children = child.children.map((each) => prunedChild(each)).filter((each) => each !== undefined);
    return hasText || children.length > 0 ? { ...child, body, children, closing } : undefined;
  }
  const children = child.children.map((each) => prunedChild(each)).filter((each) => each !== undefined);
  return hasText || children.length > 0 ? { ...child, body, children, closing } : undefined;
}

function prunedBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => !isBlank(block.text));
}
