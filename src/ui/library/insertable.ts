/** What the editor is given of an item from the library, or of a point of last year. */
import type { ComparedPoint } from "../../core/compare/comparison.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import type { ClassifyDated } from "../../core/rollover/classify.ts";
import { createDatesMemo, datesOf, type ItemTarget } from "../../core/suggest/item-dates.ts";
import type { LibraryItem, Suggestion } from "../../core/suggest/suggestion.ts";

export type InsertableItem = Pick<Suggestion, "item" | "headingDated" | "bodyDated">;

/** An item with its dated expressions, and the names of its place, marked for the plan. */
export function insertableItem(
  item: LibraryItem,
  target: ItemTarget,
  classify: ClassifyDated,
): InsertableItem {
  const { heading, body } = datesOf(item, target, createDatesMemo(), classify);
  return { item, headingDated: heading, bodyDated: body };
}

/** A point of last year's plan as an item; `documentId` names where the plan came from. */
export function itemOfPoint(point: ComparedPoint, last: WorkPlan, documentId: string): LibraryItem {
  const { heading, text, section, ordinal } = point;
  const body = text.startsWith(heading) ? text.slice(heading.length).replace(/^[。\n]/, "") : text;
  return {
    id: 0,
    origin: {
      documentId: documentId.slice(0, 64),
      title: last.title.text.replaceAll("\n", "").slice(0, 500),
      issuer: last.frontMatter.issuer,
      year: last.year,
      section: null,
      item: ordinal.slice(0, 32),
      heading,
    },
    sectionHeading: section,
    heading,
    body,
  };
}
