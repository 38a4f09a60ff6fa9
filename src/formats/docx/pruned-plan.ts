/** A plan without the blocks that would print as nothing. */
import { mapChildren } from "../../core/plan/map-children.ts";
import type { Block, PlanChild, WorkPlan } from "../../core/plan/model.ts";
import { isBlank } from "./clean-text.ts";

/**
 * The plan without empty paragraphs, clauses, items and sections, so that none of them takes a number or a line.
 * An empty heading above text stays: its number shows that something is missing.
 */
export function prunedPlan(plan: WorkPlan): WorkPlan {
  return {
    ...plan,
    leadIn: prunedBlocks(plan.leadIn),
    children: plan.children.map((child) => prunedChild(child)).filter((child) => child !== undefined),
    closing: prunedBlocks(plan.closing),
  };
}

function prunedChild<Part extends PlanChild>(part: Part): Part | undefined {
  const pruned = mapChildren({ ...part, body: prunedBlocks(part.body) }, prunedChild);
  const hasText = !isBlank(pruned.lead.text) || pruned.body.length > 0;
  if (pruned.kind === "item") return hasText ? pruned : undefined;
  const closing = prunedBlocks(pruned.closing);
  return hasText || closing.length > 0 || pruned.children.length > 0 ? { ...pruned, closing } : undefined;
}

function prunedBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => !isBlank(block.text));
}
