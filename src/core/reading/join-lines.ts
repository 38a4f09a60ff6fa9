/** Hard line breaks inside sentences, as PDF extracts and text boxes leave them. */

import { printedWidth } from "../text/characters.ts";
import { joinParagraphs, markerAt, type Paragraph } from "./clean-lines.ts";
import type { Repairs } from "./repairs.ts";

/** Printed widths of a line of text (28 full-width characters are 56), with room for other pages. */
const NARROWEST = 36;
const WIDEST = 120;
/** Lines may be this much shorter than the widest, because a mark must not begin a line. */
const RAGGED = 8;
/** Share of lines that must be full for the text to count as broken. */
const FULL_SHARE = 0.4;
const FEWEST_FULL = 6;
/** So many indented lines, and paragraphs are told by their indent. */
const FEWEST_INDENTS = 3;
const SENTENCE_END = /[。！？：；]”?$/;
/** A sentence does not end with a word, a digit or a comma. */
const RUNNING_END = /[\p{Script=Han}\d，、]$/u;
const CLAUSE_END = /[，、]$/;
const CLAUSE_START = /^[，。、；：）”》！？]/;
/** Characters shown on both sides of a join. */
const QUOTED_END = 12;
/** A line shorter than this that ends with a comma may be a line of verse or of a heading. */
const SHORTEST_CLAUSE = 16;

/** Paragraphs with sentences that were broken over lines in one piece again. */
export function joinBrokenLines(paragraphs: readonly Paragraph[], repairs: Repairs): readonly Paragraph[] {
  if (repairs.isRefused("lines-joined")) return paragraphs;
  const width = brokenWidth(paragraphs);
  const widest = narrowWidth(paragraphs);
  const indents = paragraphs.filter((paragraph) => paragraph.indent > 0).length >= FEWEST_INDENTS;
  const groups: [Paragraph, ...Paragraph[]][] = [];
  let previous: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    const isContinued =
      last &&
      previous &&
      (continues(previous, paragraph, width, indents) || runsOn(previous, paragraph, widest));
    if (isContinued && joins(previous, paragraph, repairs)) last.push(paragraph);
    else groups.push([paragraph]);
    previous = paragraph;
  }
  return groups.map(joinParagraphs);
}

/** Notes that a line goes on in the next; false where the drafter took that back. */
function joins(previous: Paragraph | undefined, { line, text }: Paragraph, repairs: Repairs): boolean {
  const state = repairs.stateAt("lines-joined", line, 0);
  const end = previous?.text.slice(-QUOTED_END) ?? "";
  repairs.count({
    code: "lines-joined",
    line,
    at: 0,
    before: `${end}⏎${text.slice(0, QUOTED_END)}`,
    after: `${end}${text.slice(0, QUOTED_END)}`,
    state,
  });
  return state === "done";
}

function continues(
  previous: Paragraph,
  next: Paragraph,
  width: number | undefined,
  indents: boolean,
): boolean {
  // A decided role is that of one line, and begins a paragraph.
  if (next.role !== null || previous.role === "title") return false;
  if (previous.text.includes("\t") || next.text.includes("\t")) return false;
  if (CLAUSE_START.test(next.text)) return !SENTENCE_END.test(previous.text);
  if (markerAt(next)) return false;
  if (CLAUSE_END.test(previous.text) && previous.text.length >= SHORTEST_CLAUSE) return true;
  if (width === undefined || next.indent > 0 || next.gap) return false;
  if (fullWidth(previous) < width - RAGGED) return false;
  // A full line that ends a sentence ends a paragraph too, unless paragraphs are told by their indent.
  return indents || !SENTENCE_END.test(previous.text);
}

/** Share of the widest line that a line of running text reaches before it is broken. */
const RUNNING_SHARE = 0.75;
const FEWEST_LINES = 6;
const SHORTEST_PROSE = 20;

/** Printed width of the widest line where no line is wider than a page; `undefined` where lines are paragraphs. */
function narrowWidth(paragraphs: readonly Paragraph[]): number | undefined {
  if (paragraphs.length < FEWEST_LINES) return undefined;
  let widest = 0;
  for (const paragraph of paragraphs) widest = Math.max(widest, fullWidth(paragraph));
  return widest >= NARROWEST && widest <= WIDEST ? widest : undefined;
}

/** Whether a long line that is certainly prose, not a heading, stops in mid-sentence and the next goes on. */
function runsOn(previous: Paragraph, next: Paragraph, widest: number | undefined): boolean {
  if (widest === undefined || next.role !== null || next.gap || next.indent > previous.indent) return false;
  if (previous.text.includes("\t") || next.text.includes("\t") || markerAt(next)) return false;
  if (fullWidth(previous) < RUNNING_SHARE * widest || !RUNNING_END.test(previous.text)) return false;
  const hasEndedHeading = previous.text.includes("。");
  const isProse = previous.text.length >= SHORTEST_PROSE && previous.text.includes("，");
  return (hasEndedHeading || (isProse && !markerAt(previous))) && /[，。；]/.test(next.text);
}

function fullWidth(line: Paragraph): number {
  return line.indent + printedWidth(line.text);
}

/** Printed width at which the text is broken; `undefined` where lines are paragraphs. */
function brokenWidth(paragraphs: readonly Paragraph[]): number | undefined {
  const counts = new Map<number, number>();
  let open = 0;
  for (const paragraph of paragraphs) {
    const width = fullWidth(paragraph);
    if (width < NARROWEST || width > WIDEST) continue;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best: { readonly width: number; readonly full: number } | undefined;
  for (const width of counts.keys()) {
    let full = 0;
    for (let less = 0; less <= RAGGED; less += 1) full += counts.get(width - less) ?? 0;
    if (!best || full > best.full || (full === best.full && width < best.width)) best = { width, full };
  }
  if (!best || best.full < FEWEST_FULL || best.full < FULL_SHARE * paragraphs.length) return undefined;
  for (const paragraph of paragraphs) {
    const width = fullWidth(paragraph);
    if (width <= best.width && width >= best.width - RAGGED && !SENTENCE_END.test(paragraph.text)) open += 1;
  }
  return open * 2 > best.full ? best.width : undefined;
}
