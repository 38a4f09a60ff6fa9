/** A whole plan as it is read: lead-in, headings with their text, points, closing. */
import { pointsOf } from "../../core/compare/points.ts";
import { splitLead } from "../../core/plan/heading.ts";
import type { Block, PlanChild, WorkPlan } from "../../core/plan/model.ts";
import { bareOrdinal, numbersOf } from "../../core/plan/numbering.ts";

export interface ReadingRow {
  /** Id of the point or heading; `lead-in` and `closing` of the plan itself. */
  readonly id: string;
  readonly kind: "heading" | "point" | "text";
  readonly ordinal: string;
  readonly text: string;
}

/** Rows of the lead-in and the closing, which every plan has under the same name. */
export const LEAD_IN = "lead-in";
export const CLOSING = "closing";

/** Rows in document order; text that stands under a heading and belongs to no point follows it. */
export function readingRows(plan: WorkPlan): readonly ReadingRow[] {
  const points = new Map(pointsOf(plan).points.map((point) => [point.id, point]));
  const numbers = numbersOf(plan);
  const rows: ReadingRow[] = [];
  const addText = (id: string, texts: readonly string[]) => {
    const text = texts.filter((each) => each !== "").join("\n");
    if (text !== "") rows.push({ id, kind: "text", ordinal: "", text });
  };
  const visit = (child: PlanChild) => {
    const point = points.get(child.id);
    if (point) {
      rows.push({ id: point.id, kind: "point", ordinal: point.ordinal, text: point.text });
      return;
    }
    if (child.kind === "item") return;
    const { heading, body } = splitLead(child.lead.text);
    const ordinal = bareOrdinal(child.kind, numbers.get(child.id) ?? 1);
    rows.push({ id: child.id, kind: "heading", ordinal, text: heading });
    const paragraphs = child.body.filter((block) => !points.has(block.id));
    addText(`${child.id}-text`, [body, ...textsOf(paragraphs)]);
    for (const clause of child.body) {
      const own = points.get(clause.id);
      if (own) rows.push({ id: own.id, kind: "point", ordinal: own.ordinal, text: own.text });
    }
    for (const below of child.children) visit(below);
    addText(`${child.id}-closing`, textsOf(child.closing));
  };
  addText(LEAD_IN, textsOf(plan.leadIn));
  for (const child of plan.children) visit(child);
  addText(CLOSING, textsOf(plan.closing));
  return rows;
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.map(({ text }) => text);
}
