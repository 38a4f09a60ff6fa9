/** The drafter's word on a heading whose 。 was lost in the source: stop where the reader put one, or none at all. */
import { HEADING_END } from "../../core/plan/heading.ts";
import type { PlanChild, RichText, WorkPlan } from "../../core/plan/model.ts";
import type { ReadingNotice } from "../../core/reading/plan-reading.ts";
import { HEADING_STOP_CODES } from "./notices.strings.ts";

export interface HeadingChoices {
  /** Whether the plan has the reader's stop now. */
  readonly asRead: boolean;
  readonly read: WorkPlan;
  readonly unread: WorkPlan;
}

/** Whether the notice is about a 。 that the reader put after a heading, which the drafter can take back. */
export function isRunInDoubt(notice: ReadingNotice): boolean {
  return notice.block !== null && HEADING_STOP_CODES.has(notice.code);
}

/** Both readings of the block `id`; `original` is the plan as the reader gave it. */
export function withHeadingStop(original: WorkPlan, plan: WorkPlan, id: string): HeadingChoices {
  const lead = leadOf(original.children, id);
  if (!lead) return { asRead: true, read: plan, unread: plan };
  const unread = withoutStop(lead);
  return {
    asRead: leadOf(plan.children, id)?.text === lead.text,
    read: withLead(plan, id, lead),
    unread: withLead(plan, id, unread),
  };
}

/** The text without its first 。; marks behind it move one to the left. */
function withoutStop(lead: RichText): RichText {
  const at = lead.text.indexOf(HEADING_END);
  if (at < 0) return lead;
  const moved = (offset: number) => (offset > at ? offset - 1 : offset);
  return {
    text: lead.text.slice(0, at) + lead.text.slice(at + 1),
    marks: lead.marks
      .map((mark) => ({ ...mark, from: moved(mark.from), to: moved(mark.to) }))
      .filter((mark) => mark.to > mark.from),
  };
}

function leadOf(children: readonly PlanChild[], id: string): RichText | undefined {
  for (const child of children) {
    if (child.id === id) return child.lead;
    const inside = child.kind === "item" ? undefined : leadOf(child.children, id);
    if (inside) return inside;
  }
  return undefined;
}

function withLead(plan: WorkPlan, id: string, lead: RichText): WorkPlan {
  const replace = <C extends PlanChild>(child: C): C => {
    if (child.id === id) return { ...child, lead };
    return child.kind === "item" ? child : { ...child, children: child.children.map(replace) };
  };
  return { ...plan, children: plan.children.map(replace) };
}
