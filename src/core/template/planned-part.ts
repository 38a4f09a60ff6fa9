/** What a year-end summary (工作总结) plans for the next year, as a plan of that year. */
import type { PlanPart, PlanSection, WorkPlan } from "../plan/model.ts";

const SUMMARY_TITLE = /总结/;
const PLANNING = /计划|思路|打算|安排|重点|要点|部署/;

/**
 * The plan that a summary ends with: the part whose heading names the next year and speaks of planning. The
 * subsections of a section become sections, title and lead-in fall away because they are about the year reported. Any other
 * plan, and a summary without such a part, is given back as it is.
 */
export function plannedPart(plan: WorkPlan): WorkPlan {
  if (plan.year === null || !SUMMARY_TITLE.test(plan.title.text)) return plan;
  const year = plan.year + 1;
  const part = plan.children.findLast(
    (child): child is PlanPart | PlanSection =>
      (child.kind === "part" || child.kind === "section") &&
      child.lead.text.includes(String(year)) &&
      PLANNING.test(child.lead.text) &&
      child.children.length > 0,
  );
  if (!part) return plan;
  return {
    ...plan,
    year,
    title: { text: "", marks: [] },
    leadIn: part.body,
    children: part.children.map((child) =>
      child.kind === "item" || part.kind === "part"
        ? child
        : { ...child, kind: "section" as const, role: "tasks" as const },
    ),
    closing: part.closing,
  };
}
