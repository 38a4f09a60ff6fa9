/** Plain text from outside as lines of the plan. */
import { newLine, plainContent } from "../../../core/editor/line-edit.ts";
import type { PlanLine } from "../../../core/editor/lines.ts";
import { MAX_TEXT_LENGTH } from "../../../core/plan/model.ts";

/** Paragraph ends of all systems, and the soft line breaks of Word. */
const PARAGRAPH_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
/** Invisible characters that mean nothing in a plan and confuse search: controls, zero-width signs, byte order marks. */
const INVISIBLE = /[\p{Cc}\p{Cf}\ufffe\uffff]/gu;

/** One body paragraph for each line that is not empty; indents made of spaces go, since the page indents by itself. */
export function linesOfText(text: string): readonly PlanLine[] {
  return text
    .toWellFormed()
    .split(PARAGRAPH_END)
    .map((line) => line.replaceAll("\t", " ").replace(INVISIBLE, ""))
    .map((line, index, all) => trimmed(line, index === 0, index === all.length - 1))
    .filter((line) => line !== "")
    .flatMap(piecesOf)
    .map((line) => newLine("paragraph", 0, plainContent(line)));
}

/** Spaces at the very start and end of what was copied may be wanted in the middle of a sentence. */
function trimmed(line: string, isFirst: boolean, isLast: boolean): string {
  const start = isFirst ? line : line.trimStart();
  return isLast ? start : start.trimEnd();
}

/** Longest pasted paragraph: short enough to be joined to what stands at the caret, and a dozen pages long. */
const LONGEST_LINE = MAX_TEXT_LENGTH / 10;

/** A longer line is no paragraph but a file without line ends; it is cut, never through a character of two halves. */
function piecesOf(line: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < line.length; ) {
    const full = from + LONGEST_LINE;
    const to = /[\udc00-\udfff]/.test(line.charAt(full)) ? full - 1 : full;
    pieces.push(line.slice(from, to));
    from = to;
  }
  return pieces;
}
