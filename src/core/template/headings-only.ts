/** A plan without its bodies: the skeleton to be filled. */
import { headingLength } from "../plan/heading.ts";
import { mapChildren } from "../plan/map-children.ts";
import type { Block, PlanChild, RichText, WorkPlan } from "../plan/model.ts";

/**
 * The plan with its headings alone. Where the body stood in paragraphs and nothing else invites writing, one empty
 * paragraph is left; a heading in run-in form keeps its 。, so that writing goes on behind it. The notice is kept whole.
 */
export function headingsOnly(plan: WorkPlan): WorkPlan {
  return {
    ...plan,
    leadIn: emptied(plan.leadIn),
    children: plan.children.map(onlyHeading),
    closing: [],
  };
}

function onlyHeading<Part extends PlanChild>(part: Part): Part {
  const bare = mapChildren({ ...part, lead: headingOf(part), body: bodyOf(part) }, onlyHeading);
  return bare.kind === "item" ? bare : { ...bare, closing: [] };
}

function headingOf(child: PlanChild): RichText {
  const { text, marks } = child.lead;
  const end = headingLength(text, child.kind === "item" && child.plain);
  return {
    text: text.slice(0, end),
    marks: marks.flatMap((mark) => (mark.from < end ? [{ ...mark, to: Math.min(mark.to, end) }] : [])),
  };
}

function bodyOf(child: PlanChild): readonly Block[] {
  const hasChildren = child.kind !== "item" && child.children.length > 0;
  const runsIn = child.lead.text.length > 0 && headingOf(child).text.endsWith("。");
  return hasChildren || runsIn ? [] : emptied(child.body);
}

/** One empty paragraph in place of blocks; none in place of none. */
function emptied(blocks: readonly Block[]): readonly Block[] {
  const first = blocks[0];
  return first ? [{ kind: "paragraph", id: first.id, text: "", marks: [] }] : [];
}
