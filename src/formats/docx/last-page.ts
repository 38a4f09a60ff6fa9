/**
 * Where the text of a document ends, by counting its lines: thousands of times faster than laying it out, and as exact
 * because every line has an exact pitch.
 */
import {
  type ElementRuler,
  elementRuler,
  type Height,
  rowHeight,
  TABLE_RULE_HEIGHT,
} from "./element-heights.ts";
import { PAGE_HEIGHT, PAGE_WIDTH, TABLE_LINE } from "./gbt9704.ts";
import type { OfficialDocument, OfficialElement, OfficialTable } from "./official-document.ts";
import type { Profile } from "./profile.ts";

/** The last page of a text. */
export interface LastPage {
  /** Counted from 1. */
  readonly number: number;
  /** Lower edge of its text, in twips from the upper edge of the page. */
  readonly bottom: number;
  readonly landscape: boolean;
}

/** What rounding may add to lines that exactly fill a page. */
const ROUNDING = 1;

/** A page being filled; `y` is the lower edge of what stands on it. */
interface Page {
  number: number;
  y: number;
  top: number;
  foot: number;
  landscape: boolean;
}

/** Last page of the text without its imprint. */
export function lastPageOf({ elements, profile }: Pick<OfficialDocument, "elements" | "profile">): LastPage {
  const ruler = elementRuler(profile);
  const heights = elements.map((each) => (each.table?.bordered ? undefined : ruler.heightOf(each)));
  const page: Page = { number: 0, y: 0, ...areaOf(elements[0]?.pages?.landscape ?? false, profile) };
  turn(page);
  for (const [index, element] of elements.entries()) {
    if (element.pages) Object.assign(page, areaOf(element.pages.landscape, profile));
    if (index > 0 && (element.startsPage || element.pages)) turn(page);
    const height = heights[index];
    const { frame } = element.placement;
    if (element.table && !height) fillWithTable(page, element.table, ruler);
    else if (frame) page.y = Math.max(page.y, frame.top + frame.height);
    else if (height) {
      if (!elements[index - 1]?.keepsWithNext) makeRoom(page, chainHeight(elements, heights, index));
      fillWithLines(page, height);
    }
  }
  return { number: page.number, bottom: page.y, landscape: page.landscape };
}

function areaOf(landscape: boolean, profile: Profile): Pick<Page, "top" | "foot" | "landscape"> {
  return landscape
    ? { top: profile.leftMargin, foot: PAGE_WIDTH - profile.rightMargin, landscape }
    : { top: profile.topMargin, foot: PAGE_HEIGHT - profile.bottomMargin, landscape };
}

function turn(page: Page): void {
  page.number += 1;
  page.y = page.top;
}

/** Turns the page where so much does not fit below what stands on it. */
function makeRoom(page: Page, height: number): void {
  if (page.y > page.top && page.y + height > page.foot + ROUNDING) turn(page);
}

function fillWithLines(page: Page, height: Height): void {
  page.y += height.before;
  for (let line = 0; line < height.lines; line += 1) {
    if (page.y + height.line > page.foot + ROUNDING) turn(page);
    page.y += height.line;
  }
  page.y += height.after;
}

/** Rows that may not be broken move on whole; the head is repeated on every page. */
function fillWithTable(page: Page, table: OfficialTable, ruler: ElementRuler): void {
  const lines = ruler.rowLines(table);
  const head = lines.slice(0, table.headRows).reduce((sum, each) => sum + rowHeight(each), 0);
  const next = () => {
    turn(page);
    page.y += head;
  };
  const overflows = (height: number) => page.y + height + TABLE_RULE_HEIGHT > page.foot + ROUNDING;
  for (const [index, count] of lines.entries()) {
    const isHead = index < table.headRows;
    if (isHead || table.keptRows[index]) {
      if (overflows(rowHeight(count))) isHead ? turn(page) : next();
      page.y += rowHeight(count);
      continue;
    }
    for (let line = 0; line < count; line += 1) {
      const isFirst = line === 0;
      const height = TABLE_LINE + (isFirst ? TABLE_RULE_HEIGHT : 0);
      if (overflows(height)) {
        next();
        page.y += isFirst ? 0 : TABLE_RULE_HEIGHT;
      }
      page.y += height;
    }
  }
  page.y += TABLE_RULE_HEIGHT;
}

/** What must stand on one page from this element on: elements kept with the next, and the first line behind them. */
function chainHeight(
  elements: readonly OfficialElement[],
  heights: readonly (Height | undefined)[],
  start: number,
): number {
  let total = 0;
  for (let index = start; ; index += 1) {
    const height = heights[index];
    if (!height) return total;
    if (!elements[index]?.keepsWithNext) return total + height.before + height.line;
    total += height.before + height.lines * height.line + height.after;
  }
}
