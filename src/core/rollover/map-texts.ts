/** A plan with every text of it replaced, in document order. */
import { mapChildren } from "../plan/map-children.ts";
import type { Block, PlanChild, RichText, WorkPlan } from "../plan/model.ts";

/** Where a text stands: `block` is the id of its block, null for the title. */
export interface TextPlace {
  readonly part: "title" | "notice" | "lead-in" | "lead" | "body" | "closing";
  readonly block: string | null;
}
export type TextMapper = (text: RichText, place: TextPlace) => RichText;

/**
 * The plan with each text mapped: title, body of the notice, lead-in, leads and blocks. Structure, ids and form data
 * stay.
 */
export function mapTexts(plan: WorkPlan, map: TextMapper): WorkPlan {
  const { notice } = plan.frontMatter;
  const title = map(plan.title, { part: "title", block: null });
  const frontMatter = notice
    ? {
        ...plan.frontMatter,
        notice: { ...notice, body: notice.body.map((each) => mapBlock(each, "notice", map)) },
      }
    : plan.frontMatter;
  return {
    ...plan,
    title,
    frontMatter,
    leadIn: plan.leadIn.map((block) => mapBlock(block, "lead-in", map)),
    children: plan.children.map((child) => mapChild(child, map)),
    closing: plan.closing.map((block) => mapBlock(block, "closing", map)),
  };
}

function mapBlock<B extends Block>(block: B, part: TextPlace["part"], map: TextMapper): B {
  return { ...block, ...map({ text: block.text, marks: block.marks }, { part, block: block.id }) };
}

function mapChild<Part extends PlanChild>(child: Part, map: TextMapper): Part {
  const mapped = {
    ...child,
    lead: map(child.lead, { part: "lead", block: child.id }),
    body: child.body.map((block) => mapBlock(block, "body", map)),
  };
  if (mapped.kind === "item") return mapped;
  // Children before the closing: texts are mapped in document order.
  const withChildren = mapChildren(mapped, (each) => mapChild(each, map));
  return { ...withChildren, closing: mapped.closing.map((each) => mapBlock(each, "closing", map)) };
}
