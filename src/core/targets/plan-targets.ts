/** Targets of a plan, found live: a part of the plan that an edit did not touch is not read again. */
import { splitLead } from "../plan/heading.ts";
import type { Block, PlanChild, RichText, WorkPlan } from "../plan/model.ts";
import { bareOrdinal, numbersOf } from "../plan/numbering.ts";
import { perObject } from "../plan/per-object.ts";
import { extractTargets } from "./extract-targets.ts";
import type { PlanTarget } from "./target.ts";

const targetsOfText = perObject(({ text }: RichText) => extractTargets(text));

type Point = Pick<PlanTarget, "point" | "ordinal" | "heading">;

const NOWHERE: Point = { point: null, ordinal: "", heading: "" };

/** Targets of lead-in, headings, items and closing in document order; title and notice hold none. */
export function planTargets(plan: WorkPlan): readonly PlanTarget[] {
  const numbers = numbersOf(plan);
  const targets: PlanTarget[] = [];
  const add = (text: RichText, block: string, point: Point) => {
    for (const target of targetsOfText(text)) targets.push({ ...target, block, ...point });
  };
  const addBlocks = (blocks: readonly Block[], point: Point) => {
    for (const block of blocks) add(block, block.id, point);
  };
  const visit = (child: PlanChild) => {
    const plain = child.kind === "item" && child.plain;
    const point: Point = {
      point: child.id,
      ordinal: bareOrdinal(child.kind, numbers.get(child.id) ?? 1),
      heading: splitLead(child.lead.text, plain).heading,
    };
    add(child.lead, child.id, point);
    addBlocks(child.body, point);
    if (child.kind === "item") return;
    for (const grandchild of child.children) visit(grandchild);
    addBlocks(child.closing, point);
  };
  addBlocks(plan.leadIn, NOWHERE);
  for (const child of plan.children) visit(child);
  addBlocks(plan.closing, NOWHERE);
  return targets;
}
