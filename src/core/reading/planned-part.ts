/** The plan inside a summary: its last part speaks of the year to come, and is what the next plan begins with. */

import { splitLead } from "../plan/heading.ts";
import type { PlanSection, WorkPlan } from "../plan/model.ts";
import { plainText } from "../plan/model.ts";
import type { PlanReading } from "./plan-reading.ts";

const PLANNED = /计划|思路|打算|安排|要点|工作重点|下一步|下步|明年|来年/;

/** Id of the section of a summary that plans the next year; `undefined` where there is none. */
export function plannedSection(reading: PlanReading): string | undefined {
  return find(reading)?.id;
}

/**
 * That section as a plan of its own: its text is the lead-in, its （一） become sections, the rest stays as it is.
 * `undefined` where the document is no summary or plans nothing.
 */
export function plannedPart(reading: PlanReading): WorkPlan | undefined {
  const section = find(reading);
  if (!section) return undefined;
  const { plan } = reading;
  const { heading, body } = splitLead(section.lead.text);
  const lead =
    body === "" ? [] : [{ kind: "paragraph" as const, id: `${section.id}-lead`, ...plainText(body) }];
  return {
    ...plan,
    year: reading.planYear,
    title: plainText(heading),
    leadIn: [...lead, ...section.body],
    children: section.children.map((child) =>
      child.kind === "subsection" ? { ...child, kind: "section" as const, role: "tasks" as const } : child,
    ),
    closing: [...section.closing, ...plan.closing],
  };
}

function find({ kind, plan, planYear }: PlanReading): PlanSection | undefined {
  if (kind !== "summary") return undefined;
  const sections = plan.children.filter((child) => child.kind === "section");
  const named = sections.findLast(({ lead }) => {
    const { heading } = splitLead(lead.text);
    return PLANNED.test(heading) && (planYear === null || heading.includes(String(planYear)));
  });
  return named ?? sections.findLast(({ lead }) => PLANNED.test(splitLead(lead.text).heading));
}
