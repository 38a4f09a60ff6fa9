/** A plan with every text of it replaced, in document order. */
import type { Block, PlanItem, PlanSection, PlanSubsection, RichText, WorkPlan } from "../plan/model.ts";

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

function mapChild(child: PlanSection, map: TextMapper): PlanSection;
function mapChild(child: PlanSubsection | PlanItem, map: TextMapper): PlanSubsection | PlanItem;
function mapChild(
  child: PlanSection | PlanSubsection | PlanItem,
  map: TextMapper,
): PlanSection | PlanSubsection | PlanItem;
function mapChild(
  child: PlanSection | PlanSubsection | PlanItem,
  map: TextMapper,
): PlanSection | PlanSubsection | PlanItem {
  const lead = map(child.lead, { part: "lead", block: child.id });
  const body = child.body.map((block) => mapBlock(block, "body", map));
  if (child.kind === "item") return { ...child, lead, body };
  if (child.kind === "subsection") {
    const children = child.children.map((item) => mapItem(item, map));
    return {
      ...child,
      lead,
      body,
      children,
      closing: child.closing.map((each) => mapBlock(each, "closing", map)),
    };
  }
  const children = child.children.map((each) => mapChild(each, map));
  return {
    ...child,
    lead,
    body,
    children,
    closing: child.closing.map((each) => mapBlock(each, "closing", map)),
  };
}

function mapItem(item: PlanItem, map: TextMapper): PlanItem {
  return {
    ...item,
    lead: map(item.lead, { part: "lead", block: item.id }),
    body: item.body.map((block) => mapBlock(block, "body", map)),
  };
}
