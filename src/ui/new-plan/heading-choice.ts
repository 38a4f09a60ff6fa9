/** The drafter's word on a heading whose 。 was lost in the source: stop where the reader put one, or none at all. */
import { HEADING_END, splitLead } from "../../core/plan/heading.ts";
import type { PlanChild, RichText, WorkPlan } from "../../core/plan/model.ts";
import type { PlanReading, ReadingNotice } from "../../core/reading/plan-reading.ts";

export interface HeadingChoices {
  /** Whether the plan has the reader's stop now. */
  readonly asRead: boolean;
  /** The heading as the reader ends it. */
  readonly heading: string;
  readonly read: WorkPlan;
  readonly unread: WorkPlan;
}

/** Code of the notice that a lost 。 was put in behind a heading. */
const PERIOD_INSERTED = "heading-period-inserted";

/** The block whose heading the notice is about, where the drafter can take the reader's 。 back; else undefined. */
export function headingInDoubt(reading: PlanReading, notice: ReadingNotice): string | undefined {
  if (notice.code !== PERIOD_INSERTED) return undefined;
  const id = notice.block ?? Object.entries(reading.lines).find(([, line]) => line === notice.line)?.[0];
  return id !== undefined && leadOf(reading.plan.children, id) ? id : undefined;
}

/** Both readings of the block `id`; `original` is the plan as the reader gave it. */
export function withHeadingStop(original: WorkPlan, plan: WorkPlan, id: string): HeadingChoices {
  const lead = leadOf(original.children, id);
  if (!lead) return { asRead: true, heading: "", read: plan, unread: plan };
  const unread = withoutStop(lead);
  return {
    heading: splitLead(lead.text).heading,
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
