/** The outline of a plan outside of the editor: headings with their printed ordinals, flat, in document order. */
import { splitLead } from "../../core/plan/heading.ts";
import type { PlanChild, WorkPlan } from "../../core/plan/model.ts";
import { numbersOf, ordinalLabel } from "../../core/plan/numbering.ts";

export interface ReadOutlineRow {
  readonly id: string;
  readonly kind: PlanChild["kind"];
  /** 1 for sections; an item stands one below what it stands in. */
  readonly level: number;
  readonly ordinal: string;
  readonly heading: string;
}

export function outlineRowsOf(plan: WorkPlan): readonly ReadOutlineRow[] {
  const numbers = numbersOf(plan);
  const rows: ReadOutlineRow[] = [];
  const add = (child: PlanChild, level: number) => {
    const { heading, body } = splitLead(child.lead.text, child.kind === "item" && child.plain);
    rows.push({
      id: child.id,
      kind: child.kind,
      level,
      ordinal: ordinalLabel(child.kind, numbers.get(child.id) ?? 0),
      heading: heading || body,
    });
    if (child.kind === "item") return;
    for (const grandchild of child.children) add(grandchild, level + 1);
  };
  for (const child of plan.children) add(child, 1);
  return rows;
}

/** How many sections and items a plan has. */
export function countsOf(rows: readonly ReadOutlineRow[]): {
  readonly sections: number;
  readonly items: number;
} {
  const items = rows.filter((row) => row.kind === "item").length;
  const sections = rows.filter((row) => row.level === 1 && row.kind !== "item").length;
  return { sections, items };
}
