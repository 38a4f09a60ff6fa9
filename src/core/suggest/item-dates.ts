/** Dated expressions of an item as they must be marked when it is inserted into a plan of another year. */
import type { DatedMark } from "../plan/model.ts";
import { type ClassifyDated, classifyDated } from "../rollover/classify.ts";
import type { DatedExpression } from "../rollover/dated-expression.ts";
import { datedMark } from "../rollover/roll-text.ts";
import type { LibraryItem } from "./suggestion.ts";

/** Items remembered: more than a drafter sees in an hour. */
const REMEMBERED = 2_000;

export interface ItemDates {
  readonly heading: readonly DatedMark[];
  readonly body: readonly DatedMark[];
}

/** Dates already found, because the same items come up again with every keystroke. */
export interface DatesMemo {
  year: number | undefined;
  readonly byItem: Map<number, ItemDates>;
}

/** An empty memory; it belongs to one library, in which an id always means the same text. */
export function createDatesMemo(): DatesMemo {
  return { year: undefined, byItem: new Map() };
}

/**
 * Marks for `targetYear`, with ranges in the item's heading and body. The text is inserted as it stands, so what the
 * roll-over would replace by itself is marked as open, with the certain proposal.
 */
export function datesOf(
  item: LibraryItem,
  targetYear: number,
  memo: DatesMemo,
  classify: ClassifyDated = classifyDated,
): ItemDates {
  if (memo.year !== targetYear || memo.byItem.size >= REMEMBERED) memo.byItem.clear();
  memo.year = targetYear;
  const known = memo.byItem.get(item.id);
  if (known !== undefined) return known;
  const context = { documentYear: item.origin.year, targetYear, ownTitle: item.origin.title };
  const dates = {
    heading: classify(item.heading, context).map((each) => markOf(each, `${item.id}-heading`)),
    body: classify(item.body, context).map((each) => markOf(each, `${item.id}-body`)),
  };
  memo.byItem.set(item.id, dates);
  return dates;
}

function markOf(expression: DatedExpression, place: string): DatedMark {
  const { from, to, state } = expression;
  const mark = datedMark(expression, from, to, `${place}-${from}`);
  return state === "shifted" ? { ...mark, state: "open" } : mark;
}
