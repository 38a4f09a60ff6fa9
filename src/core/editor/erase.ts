/** What Backspace, Delete and the deletion of a selection do at the borders of lines. */
import {
  dropLines,
  isBlock,
  isEmptyLine,
  joinToPrevious,
  type LineEdit,
  type LinePoint,
  setLineKind,
  spliceLines,
  withContent,
} from "./line-edit.ts";
import { isHeading, type PlanLine, subtreeEnd } from "./lines.ts";

/** Backspace at the start of a line: first the number goes, then the line joins the one before it. */
export function eraseBackward(lines: readonly PlanLine[], index: number): LineEdit | undefined {
  const line = lines[index];
  const previous = lines[index - 1];
  if (!line || !previous) return undefined;
  const endOfPrevious = { line: index - 1, offset: previous.content.size };
  if (isEmptyLine(line) && (isBlock(line) ? line.kind === "paragraph" : isAlone(lines, index)))
    return { lines: dropLines(lines, index, index + 1), caret: endOfPrevious };
  if (line.kind !== "paragraph")
    return { lines: setLineKind(lines, index, "paragraph"), caret: { line: index, offset: 0 } };
  if (previous.kind === "title") return { lines, caret: endOfPrevious };
  return joinToPrevious(lines, index);
}

/** Delete at the end of a line: an empty one goes, else the next line joins it. */
export function eraseForward(lines: readonly PlanLine[], index: number): LineEdit | undefined {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next) return undefined;
  const caret = { line: index, offset: line.content.size };
  if (isEmptyLine(next) && isBlock(next)) return { lines: dropLines(lines, index + 1, index + 2), caret };
  if (line.kind === "title") return { lines, caret };
  if (isEmptyLine(line) && (isBlock(line) || isAlone(lines, index)))
    return { lines: dropLines(lines, index, index + 1), caret: { line: index, offset: 0 } };
  return joinToPrevious(lines, index + 1);
}

/** Whether a heading has neither body nor children. */
function isAlone(lines: readonly PlanLine[], index: number): boolean {
  return subtreeEnd(lines, index) === index + 1;
}

/**
 * Removes the text from `from` to `to`. Lines that are covered from their start go as a whole; otherwise the rest of the
 * last line joins the first, which keeps its kind. The title never takes in what follows it.
 */
export function eraseRange(lines: readonly PlanLine[], from: LinePoint, to: LinePoint): LineEdit | undefined {
  const first = lines[from.line];
  const last = lines[to.line];
  if (!first || !last) return undefined;
  const head = first.content.cut(0, from.offset);
  const tail = last.content.cut(to.offset);
  if (from.line === to.line)
    return { lines: spliceLines(lines, from.line, 1, withContent(first, head.append(tail))), caret: from };
  if (first.kind === "title") return eraseFromTitle(lines, from, to);
  if (from.offset === 0 && to.offset === 0)
    return { lines: dropLines(lines, from.line, to.line), caret: from };
  const rest = dropLines(lines, from.line + 1, to.line + 1);
  return { lines: spliceLines(rest, from.line, 1, withContent(first, head.append(tail))), caret: from };
}

function eraseFromTitle(lines: readonly PlanLine[], from: LinePoint, to: LinePoint): LineEdit {
  const shortened = lines.map((line, index) => {
    if (index === from.line) return withContent(line, line.content.cut(0, from.offset));
    return index === to.line ? withContent(line, line.content.cut(to.offset)) : line;
  });
  const last = shortened[to.line];
  const empty = last !== undefined && isEmptyLine(last) && (!isHeading(last) || isAlone(lines, to.line));
  return { lines: dropLines(shortened, from.line + 1, empty ? to.line + 1 : to.line), caret: from };
}
