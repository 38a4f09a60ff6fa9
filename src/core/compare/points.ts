/**
 * Points of a plan: the smallest parts that are compared between years, taken over or left out as wholes.
 *
 * An item is a point; so are the clauses (一是) of a heading that has neither items nor headings below it, and such a
 * heading itself where its text has no clauses. A heading without any text is none.
 */
import { splitLead } from "../plan/heading.ts";
import type { Block, HeadedPart, PlanChild, PlanItem, WorkPlan } from "../plan/model.ts";
import { bareOrdinal, type NumberedKind, numbersOf } from "../plan/numbering.ts";
import { perObject } from "../plan/per-object.ts";
import { foldText, gramSet } from "../suggest/grams.ts";

export interface PlanPoint {
  /** Id of the item, clause, or heading. */
  readonly id: string;
  readonly kind: NumberedKind;
  /** Ordinal without its punctuation: `14`, `一`. */
  readonly ordinal: string;
  /** Empty where an item has none; the first words of a clause. */
  readonly heading: string;
  /** The whole text, heading included; its blocks joined by line breaks. */
  readonly text: string;
  /** Id of the heading it stands under; null at the top of the plan. For a heading alone, its own parent. */
  readonly parent: string | null;
}

/** A heading that holds points or headings. */
export interface PlanHeading {
  readonly id: string;
  readonly ordinal: string;
  readonly heading: string;
  readonly parent: string | null;
}

/** What comparison knows of the text of a point; remembered per part of the plan. */
export interface PointText {
  readonly heading: string;
  readonly text: string;
  /** Distinct grams of the whole text, ascending. */
  readonly grams: Uint32Array;
  /** Distinct grams of the heading, ascending. */
  readonly headingGrams: Uint32Array;
}

export interface PlanPoints {
  /** In document order. */
  readonly points: readonly PlanPoint[];
  /** Texts of the points, in the same order. */
  readonly texts: readonly PointText[];
  readonly headings: readonly PlanHeading[];
}

/** The longest beginning of a clause that serves as its heading. */
const LONGEST_CLAUSE_HEADING = 40;

/** Points and headings of a plan in document order. */
export function pointsOf(plan: WorkPlan): PlanPoints {
  const numbers = numbersOf(plan);
  const points: PlanPoint[] = [];
  const texts: PointText[] = [];
  const headings: PlanHeading[] = [];
  const addPoint = (kind: PlanPoint["kind"], id: string, text: PointText, parent: string | null) => {
    const ordinal = bareOrdinal(kind, numbers.get(id) ?? 1);
    points.push({ id, kind, ordinal, heading: text.heading, text: text.text, parent });
    texts.push(text);
  };
  const visit = (child: PlanChild, parent: string | null) => {
    if (child.kind === "item") return addPoint("item", child.id, textOfItem(child), parent);
    const clauses = clausesOf(child);
    if (clauses.length === 0 && isAlone(child)) {
      return addPoint(child.kind, child.id, textOfHeading(child), parent);
    }
    const ordinal = bareOrdinal(child.kind, numbers.get(child.id) ?? 1);
    headings.push({ id: child.id, ordinal, heading: splitLead(child.lead.text).heading, parent });
    for (const clause of clauses) addPoint("clause", clause.id, textOfClause(clause), child.id);
    for (const grandchild of child.children) visit(grandchild, child.id);
  };
  for (const child of plan.children) visit(child, null);
  return { points, texts, headings };
}

/** Whether text stands under the heading, but nothing that is a point by itself. */
function isAlone(heading: HeadedPart): boolean {
  if (heading.children.length > 0) return false;
  return heading.body.length + heading.closing.length > 0 || splitLead(heading.lead.text).body !== "";
}

/** The clauses that are points: those of a heading without children. */
function clausesOf(heading: HeadedPart): readonly Block[] {
  return heading.children.length === 0 ? heading.body.filter(({ kind }) => kind === "clause") : [];
}

const textOfItem = perObject((item: PlanItem) => {
  const { heading } = splitLead(item.lead.text, item.plain);
  return pointText(heading, [item.lead, ...item.body]);
});

const textOfHeading = perObject((heading: HeadedPart) =>
  pointText(splitLead(heading.lead.text).heading, [heading.lead, ...heading.body, ...heading.closing]),
);

const textOfClause = perObject((clause: Block) => pointText(clauseHeading(clause.text), [clause]));

function clauseHeading(text: string): string {
  const end = text.search(/[。，；]/);
  return text.slice(0, Math.min(end < 0 ? text.length : end, LONGEST_CLAUSE_HEADING));
}

/** What comparison knows of a text; `parts` are its blocks, heading included. */
export function pointText(heading: string, parts: readonly { readonly text: string }[]): PointText {
  const text = parts.map((part) => part.text).join("\n");
  return { heading, text, grams: gramSet(foldText(text)), headingGrams: gramSet(foldText(heading)) };
}
