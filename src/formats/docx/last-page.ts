/**
 * Where the text of a document ends, by counting its lines: thousands of times faster than laying it out, and as exact
 * where every line has an exact pitch and no table is broken over pages.
 */

import { ruleHeight } from "./first-page.ts";
import { PAGE_HEIGHT, PARAGRAPH_INDENT, SIZE_2, SIZE_3, TITLE_LINE } from "./gbt9704.ts";
import { type LineMeasure, lineCount } from "./line-breaks.ts";
import { type OfficialDocument, type OfficialElement, textOf } from "./official-document.ts";
import {
  ANCHOR_LINE,
  BODY_STYLE,
  type ParagraphStyle,
  paragraphStyles,
  styleIdOf,
} from "./paragraph-styles.ts";
import { characterAdvance, lineWidth, type Profile } from "./profile.ts";

/** The last page of a text. */
export interface LastPage {
  /** Counted from 1. */
  readonly number: number;
  /** Lower edge of its text, in twips from the upper edge of the page. */
  readonly bottom: number;
  readonly landscape: boolean;
}

interface Height {
  readonly before: number;
  readonly lines: number;
  readonly line: number;
  readonly after: number;
}

/** Last page of the text without its imprint; `undefined` where a table has rows that may break over pages. */
export function lastPageOf(document: OfficialDocument): LastPage | undefined {
  const { elements, profile } = document;
  if (elements.some((each) => each.table?.bordered)) return undefined;
  const foot = PAGE_HEIGHT - profile.bottomMargin;
  const styles = new Map(paragraphStyles(profile).map((style) => [style.id, style]));
  const heights = elements.map((each) => heightOf(each, styles.get(styleIdOf(each.role)), profile));
  let page = 1;
  let y = profile.topMargin;
  for (const [index, element] of elements.entries()) {
    const height = heights[index];
    if (!height) continue;
    const isNewPage = index > 0 && (element.startsPage || element.pages !== undefined);
    const isFirstOfChain = index === 0 || !elements[index - 1]?.keepsWithNext;
    if (
      isNewPage ||
      (isFirstOfChain && y > profile.topMargin && y + chainHeight(elements, heights, index) > foot + 1)
    ) {
      page += 1;
      y = profile.topMargin;
    }
    const { frame } = element.placement;
    if (frame) {
      y = Math.max(y, frame.top + frame.height);
      continue;
    }
    y += height.before;
    for (let line = 0; line < height.lines; line += 1) {
      if (y + height.line > foot + 1) {
        page += 1;
        y = profile.topMargin;
      }
      y += height.line;
    }
    y += height.after;
  }
  return { number: page, bottom: y, landscape: false };
}

/** What must stand on one page from this element on: elements kept with the next, and the first line behind them. */
function chainHeight(
  elements: readonly OfficialElement[],
  heights: readonly Height[],
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

function heightOf(element: OfficialElement, style: ParagraphStyle | undefined, profile: Profile): Height {
  const { role, placement, table } = element;
  if (table) {
    const columns = table.rows
      .flat()
      .map((cell) => cell.elements.map((each) => each.placement.line ?? profile.line));
    const line = Math.max(...columns.map((lines) => lines.reduce((sum, each) => sum + each, 0)));
    return { before: 0, lines: 1, line, after: 0 };
  }
  const line =
    placement.line ?? (role === "title" ? TITLE_LINE : role === "anchor" ? ANCHOR_LINE : profile.line);
  const lines = textOf(element)
    .split("\n")
    .reduce((sum, text, index) => sum + lineCount(text, measureOf(element, style, profile, index === 0)), 0);
  return { before: placement.spaceBefore ?? 0, lines, line, after: ruleHeight(role) };
}

function measureOf(
  { role, placement }: OfficialElement,
  style: ParagraphStyle | undefined,
  profile: Profile,
  isFirst: boolean,
): LineMeasure {
  const otherLines = lineWidth(profile) - (placement.leftIndent ?? 0) - (placement.rightIndent ?? 0);
  const indented = style?.basedOn === BODY_STYLE || style?.firstLineCharacters !== undefined;
  const indent = (indented ? PARAGRAPH_INDENT * characterAdvance(profile) : 0) - (placement.hanging ?? 0);
  return {
    firstLine: otherLines - (isFirst ? indent : 0),
    otherLines,
    character: 10 * (placement.size ?? style?.size ?? (role === "title" ? SIZE_2 : SIZE_3)),
    spacing: style?.characterSpacing ?? profile.characterSpacing,
  };
}
