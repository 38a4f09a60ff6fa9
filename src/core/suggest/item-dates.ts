/** What of an item must be marked when it is inserted into a plan of another year, and of another place. */
import type { DatedMark } from "../plan/model.ts";
import { type ClassifyDated, classifyDated } from "../rollover/classify.ts";
import type { DatedExpression } from "../rollover/dated-expression.ts";
import { datedMark } from "../rollover/roll-text.ts";
import { namesOf } from "./item-names.ts";
import type { LibraryItem } from "./suggestion.ts";

/** Items remembered: more than a drafter sees in an hour. */
const REMEMBERED = 2_000;

export interface ItemDates {
  readonly heading: readonly DatedMark[];
  readonly body: readonly DatedMark[];
}

/** Dates already found, because the same items come up again with every keystroke. */
export interface DatesMemo {
  target: string;
  readonly byItem: Map<number, ItemDates>;
}

/** An empty memory; it belongs to one library, in which an id always means the same text. */
export function createDatesMemo(): DatesMemo {
  return { target: "", byItem: new Map() };
}

/** The plan that an item is for: its year, null where it has none yet, and its bureau. */
export interface ItemTarget {
  readonly year: number | null;
  readonly issuer: string;
}

/**
 * Marks for the plan, with ranges in the item's heading and body. The text is inserted as it stands, so what the
 * roll-over would replace by itself is marked as open, with the certain proposal; names of the source's place and units
 * are open too.
 */
export function datesOf(
  item: LibraryItem,
  target: ItemTarget,
  memo: DatesMemo,
  classify: ClassifyDated = classifyDated,
): ItemDates {
  const wanted = `${target.year} ${target.issuer}`;
  if (memo.target !== wanted || memo.byItem.size >= REMEMBERED) memo.byItem.clear();
  memo.target = wanted;
  const known = memo.byItem.get(item.id);
  if (known !== undefined) return known;
  const dates = {
    heading: marksIn(item.heading, item, target, `${item.id}-heading`, classify),
    body: marksIn(item.body, item, target, `${item.id}-body`, classify),
  };
  memo.byItem.set(item.id, dates);
  return dates;
}

function marksIn(
  text: string,
  { origin }: LibraryItem,
  { year, issuer }: ItemTarget,
  place: string,
  classify: ClassifyDated,
): readonly DatedMark[] {
  const context = { documentYear: origin.year, targetYear: year ?? 0, ownTitle: origin.title };
  const dated = year === null ? [] : classify(text, context).map((each) => markOf(each, place));
  const isFree = (name: DatedMark) => !dated.some(({ from, to }) => from < name.to && name.from < to);
  const names = namesOf(text, origin.issuer, issuer, `${place}-name`).filter(isFree);
  return [...dated, ...names].sort((one, other) => one.from - other.from);
}

function markOf(expression: DatedExpression, place: string): DatedMark {
  const { from, to, state } = expression;
  const mark = datedMark(expression, from, to, `${place}-${from}`);
  return state === "shifted" ? { ...mark, state: "open" } : mark;
}
