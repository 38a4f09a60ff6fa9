/** What Enter and Shift+Enter do at a caret; the table is in the README. */
import { headingLength, splitLead } from "../plan/heading.ts";
import {
  DEEPEST,
  isBlock,
  isEmptyLine,
  type LineEdit,
  type LinePoint,
  likeLine,
  newLine,
  plainContent,
  setLineKind,
  spliceLines,
  splitLine,
  textOf,
  withContent,
} from "./line-edit.ts";
import {
  HEADINGS,
  headingOf,
  isHeading,
  LEVEL_OF,
  type Level,
  type LineKind,
  type PlanLine,
  subtreeEnd,
} from "./lines.ts";

/** Line break inside the title. */
const TITLE_BREAK = "\n";

/** Enter. */
export function enter(lines: readonly PlanLine[], at: LinePoint): LineEdit | undefined {
  const line = lines[at.line];
  if (!line) return undefined;
  if (line.kind === "title") return enterInTitle(lines, line, at);
  if (isHeading(line)) return enterInHeading(lines, line, at);
  return isEmptyLine(line) ? enterInEmptyBlock(lines, line, at) : enterInBlock(lines, line, at);
}

/** Shift+Enter: what stands after the caret becomes a body paragraph; in the title, a line break. */
export function enterParagraph(lines: readonly PlanLine[], at: LinePoint): LineEdit | undefined {
  const line = lines[at.line];
  if (!line) return undefined;
  if (line.kind === "title") return breakTitle(lines, line, at);
  return { lines: splitLine(lines, at, "paragraph"), caret: { line: at.line + 1, offset: 0 } };
}

function enterInTitle(lines: readonly PlanLine[], title: PlanLine, at: LinePoint): LineEdit {
  if (at.offset < title.content.size) return breakTitle(lines, title, at);
  return insertBelow(lines, at.line + 1, newLine("paragraph", 0));
}

function breakTitle(lines: readonly PlanLine[], title: PlanLine, at: LinePoint): LineEdit {
  const { content } = title;
  const broken = content.cut(0, at.offset).append(plainContent(TITLE_BREAK)).append(content.cut(at.offset));
  return {
    lines: spliceLines(lines, at.line, 1, withContent(title, broken)),
    caret: { line: at.line, offset: at.offset + TITLE_BREAK.length },
  };
}

function enterInHeading(
  lines: readonly PlanLine[],
  line: PlanLine & { readonly kind: keyof typeof LEVEL_OF },
  at: LinePoint,
): LineEdit {
  const text = textOf(line);
  const hasBody = isBlock(lines[at.line + 1]) && lines[at.line + 1]?.inside === LEVEL_OF[line.kind];
  if (text === "" && line.kind === "item" && !hasBody) return stepOut(lines, line, at);
  if (at.offset === text.length) return enterAfterLead(lines, line, at, hasBody);
  if (at.offset === 0) {
    const above = newLine(line.kind, line.inside);
    return { lines: spliceLines(lines, at.line, 0, above), caret: { line: at.line + 1, offset: 0 } };
  }
  const plain = line.attributes["plain"] === true;
  const inHeading = !plain && at.offset < splitLead(text).heading.length;
  // A caret right before the 。 means the end of the heading: the sign stays with it.
  const offset = inHeading ? at.offset : Math.max(at.offset, headingLength(text, plain));
  if (offset === text.length) return enterAfterLead(lines, line, at, hasBody);
  const split = splitLine(lines, { line: at.line, offset }, inHeading ? line.kind : "paragraph");
  return { lines: split, caret: { line: at.line + 1, offset: 0 } };
}

/** An empty item is not wanted: it becomes the next part of the level above. */
function stepOut(lines: readonly PlanLine[], line: PlanLine, at: LinePoint): LineEdit {
  const kind = line.inside === LEVEL_OF.subsection ? "subsection" : "section";
  return { lines: setLineKind(lines, at.line, kind), caret: at };
}

function enterAfterLead(
  lines: readonly PlanLine[],
  line: PlanLine & { readonly kind: keyof typeof LEVEL_OF },
  at: LinePoint,
  hasBody: boolean,
): LineEdit {
  const level = LEVEL_OF[line.kind];
  const below = at.line + 1;
  if (hasBody || line.attributes["role"] === "overall-requirements")
    return insertBelow(lines, below, newLine("paragraph", level));
  if (line.kind === "item") return insertBelow(lines, below, newLine("item", line.inside));
  return insertBelow(lines, below, newLine(firstChildKind(lines, below, level), level));
}

/** Kind of a first child that is put before the line at `index`: what the next child is; else a section in a part, and an item. */
function firstChildKind(lines: readonly PlanLine[], index: number, parent: Level): LineKind {
  const next = lines[index];
  if (next && isHeading(next) && next.inside === parent) return next.kind;
  return parent === LEVEL_OF.part ? "section" : "item";
}

function enterInEmptyBlock(lines: readonly PlanLine[], line: PlanLine, at: LinePoint): LineEdit {
  if (line.kind === "clause") return { lines: setLineKind(lines, at.line, "paragraph"), caret: at };
  if (!isLastOfItsRun(lines, line, at.line)) return splitBlock(lines, at);
  if (line.closing) {
    if (line.inside === 0) return splitBlock(lines, at);
    const kind = HEADINGS.find((heading) => LEVEL_OF[heading] === line.inside) ?? "item";
    return { lines: setLineKind(lines, at.line, kind), caret: at };
  }
  if (line.inside === 0) return { lines: setLineKind(lines, at.line, "section"), caret: at };
  const heading = lines[headingOf(lines, at.line) ?? -1];
  if (line.inside === LEVEL_OF.item)
    return { lines: setLineKind(lines, at.line, "item", heading?.inside), caret: at };
  const kind = firstChildKind(lines, at.line + 1, line.inside);
  return { lines: setLineKind(lines, at.line, kind, line.inside), caret: at };
}

function enterInBlock(lines: readonly PlanLine[], line: PlanLine, at: LinePoint): LineEdit {
  const atEnd = at.offset === line.content.size;
  const item = headingOf(lines, at.line);
  if (
    atEnd &&
    line.kind === "paragraph" &&
    line.inside === LEVEL_OF.item &&
    item !== undefined &&
    isLastOfItsRun(lines, line, at.line)
  )
    return insertBelow(lines, subtreeEnd(lines, item), newLine("item", lines[item]?.inside ?? DEEPEST));
  if (at.offset > 0) return splitBlock(lines, at);
  const above = likeLine(line, line.kind);
  return { lines: spliceLines(lines, at.line, 0, above), caret: { line: at.line + 1, offset: 0 } };
}

function splitBlock(lines: readonly PlanLine[], at: LinePoint): LineEdit {
  return { lines: splitLine(lines, at), caret: { line: at.line + 1, offset: 0 } };
}

/** Whether no further block of the same container follows. */
function isLastOfItsRun(lines: readonly PlanLine[], line: PlanLine, index: number): boolean {
  const next = lines[index + 1];
  return !isBlock(next) || next.inside !== line.inside || next.closing !== line.closing;
}

function insertBelow(lines: readonly PlanLine[], index: number, line: PlanLine): LineEdit {
  return { lines: spliceLines(lines, index, 0, line), caret: { line: index, offset: 0 } };
}
