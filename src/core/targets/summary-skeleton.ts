/** The skeleton of the year-end summary (工作总结) of a plan: its items with what each promised and a slot for the result. */
import { headingLength, splitLead } from "../plan/heading.ts";
import { mapChildren } from "../plan/map-children.ts";
import {
  type Block,
  type Paragraph,
  type PlanChild,
  type PlanItem,
  plainText,
  type WorkPlan,
} from "../plan/model.ts";
import words from "./data/summary-words.json" with { type: "json" };
import { planTargets } from "./plan-targets.ts";
import type { PlanTarget } from "./target.ts";

/** A place to fill in: what was reached of a target, or of the item as a whole (`target` null). */
export interface ResultSlot {
  /** Id of the paragraph in the skeleton. */
  readonly block: string;
  /** Id of the item or heading of the plan. */
  readonly point: string;
  readonly target: PlanTarget | null;
}

export interface SummarySkeleton {
  readonly plan: WorkPlan;
  readonly slots: readonly ResultSlot[];
}

/**
 * The skeleton: same sections and headings; under each item a paragraph for its progress and one for each of its
 * targets. Text that may stay open is written as 【待填】, so that it is found and counted. Ids of sections and items are
 * those of the plan.
 */
export function summarySkeleton(plan: WorkPlan): SummarySkeleton {
  const targets = Map.groupBy(planTargets(plan), ({ point }) => point);
  const slots: ResultSlot[] = [];
  const paragraph = (point: string, target: PlanTarget | null): Paragraph => {
    const block = `result-${slots.length + 1}`;
    slots.push({ block, point, target });
    const text = target ? words.target.replace("{target}", () => target.text) : words.progress;
    return { kind: "paragraph", id: block, ...plainText(text) };
  };
  const slotsOf = (point: string): readonly Block[] => [
    paragraph(point, null),
    ...(targets.get(point) ?? []).map((target) => paragraph(point, target)),
  ];
  const itemOf = (item: PlanItem): PlanItem => ({
    ...item,
    lead: plainText(
      item.lead.text.slice(0, headingLength(item.lead.text, item.plain)) || firstWords(item.lead.text),
    ),
    plain: false,
    body: slotsOf(item.id),
  });
  const childOf = <Part extends PlanChild>(child: Part): Part => {
    if (child.kind === "item") return { ...child, ...itemOf(child) };
    const heading = {
      ...child,
      lead: plainText(splitLead(child.lead.text).heading),
      body: child.children.length === 0 ? slotsOf(child.id) : [],
      closing: [],
    };
    return mapChildren(heading, childOf);
  };
  const skeleton: WorkPlan = {
    ...plan,
    title: plainText(titleOf(plan.title.text)),
    frontMatter: { ...plan.frontMatter, notice: null, documentNumber: "", dateOfIssue: null },
    sources: {},
    leadIn: [{ kind: "paragraph", id: "result-lead-in", ...plainText(words.leadIn) }],
    children: plan.children.map(childOf),
    closing: [],
  };
  return { plan: skeleton, slots };
}

/** The title of the plan as that of a summary. */
function titleOf(title: string): string {
  if (title.includes(words.summary)) return title;
  const replaced = title.replace(new RegExp(words.planTitle), words.summaryTitle);
  return replaced === title ? title + words.summaryTitle : replaced;
}

/** What stands for the heading of an item without one. */
function firstWords(text: string): string {
  return text.slice(0, Math.max(0, text.search(/[，。；]|$/)));
}
