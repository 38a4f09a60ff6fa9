/** The small edits of a list of lines from which the structure commands are made. */
import { Fragment } from "prosemirror-model";
import { isHeading, LEVEL_OF, type Level, type LineKind, type PlanLine, subtreeEnd } from "./lines.ts";
import { NEW_ID, planSchema } from "./schema.ts";

/** A place in the text: offset into the content of a line. */
export interface LinePoint {
  readonly line: number;
  readonly offset: number;
}

/** New lines, and where the caret goes. */
export interface LineEdit {
  readonly lines: readonly PlanLine[];
  readonly caret: LinePoint;
}

/** As deep as the lines before it allow. */
export const DEEPEST: Level = LEVEL_OF.item;

export const NO_TEXT = Fragment.empty;

/** A line that was not there before; its id is given by the editor. */
export function newLine(
  kind: LineKind,
  inside: Level,
  content: Fragment = NO_TEXT,
  closing = false,
): PlanLine {
  return { kind, attributes: { id: NEW_ID }, content, inside, closing };
}

export function isEmptyLine(line: PlanLine): boolean {
  return line.content.size === 0;
}

export function isBlock(line: PlanLine | undefined): line is PlanLine {
  return line?.kind === "paragraph" || line?.kind === "clause";
}

export function textOf(line: PlanLine): string {
  return line.content.textBetween(0, line.content.size);
}

export function withContent(line: PlanLine, content: Fragment): PlanLine {
  return { ...line, content };
}

/** `lines` with `removed` lines from `index` on replaced by `inserted`. */
export function spliceLines(
  lines: readonly PlanLine[],
  index: number,
  removed: number,
  ...inserted: readonly PlanLine[]
): readonly PlanLine[] {
  return lines.toSpliced(index, removed, ...inserted);
}

/** The lines without `from` up to `to`; children of a heading that goes join what stands before it. */
export function dropLines(lines: readonly PlanLine[], from: number, to: number): readonly PlanLine[] {
  let orphans = to;
  for (let index = from; index < to; index += 1) orphans = Math.max(orphans, subtreeEnd(lines, index));
  return spliceLines(sunk(lines, to, orphans), from, to - from);
}

/** Lets the headings from `from` up to `to` go as deep as they can. */
function sunk(lines: readonly PlanLine[], from: number, to: number): readonly PlanLine[] {
  return lines.map((line, index) =>
    index >= from && index < to && isHeading(line) ? { ...line, inside: DEEPEST } : line,
  );
}

/**
 * Turns a line into another kind, as an outline writer expects: a new heading takes what follows it down to the next
 * heading of its own level or above, a heading that becomes text leaves its children to the heading before it.
 */
export function setLineKind(
  lines: readonly PlanLine[],
  index: number,
  kind: LineKind,
  inside: Level = DEEPEST,
): readonly PlanLine[] {
  const line = lines[index];
  if (!line || line.kind === kind) return lines;
  const { container: _container, ...rest } = line;
  const changed: PlanLine = {
    ...rest,
    kind,
    attributes: { id: line.attributes["id"] },
    inside,
    closing: false,
  };
  const followers = isHeadingKind(kind) ? takenBy(lines, index, LEVEL_OF[kind]) : subtreeEnd(lines, index);
  return spliceLines(sunk(lines, index + 1, followers), index, 1, changed);
}

function isHeadingKind(kind: LineKind): kind is keyof typeof LEVEL_OF {
  return kind in LEVEL_OF;
}

/** Index after the lines that fall under the line at `index` when it is a heading of this level. */
function takenBy(lines: readonly PlanLine[], index: number, level: Level): number {
  const line = lines[index];
  const subtree = subtreeEnd(lines, index);
  const end = lines.findIndex((other, at) => {
    if (at < Math.max(subtree, index + 1) || !isHeading(other)) return false;
    return LEVEL_OF[other.kind] <= level || other.inside < (line?.inside ?? 0);
  });
  return end < 0 ? lines.length : end;
}

/** Cuts a line in two; the second part gets `kind`, or stays what the line was. */
export function splitLine(
  lines: readonly PlanLine[],
  { line: index, offset }: LinePoint,
  kind?: LineKind,
): readonly PlanLine[] {
  const line = lines[index];
  if (!line) return lines;
  const tail = line.content.cut(offset);
  const second = likeLine(line, kind ?? line.kind, tail);
  return spliceLines(lines, index, 1, withContent(line, line.content.cut(0, offset)), second);
}

/** A new line where `line` stands; a clause stays printed where its neighbour is. */
export function likeLine(line: PlanLine, kind: LineKind, content: Fragment = NO_TEXT): PlanLine {
  const made = newLine(kind, line.inside, content, line.closing);
  if (kind !== "clause" || line.kind !== "clause") return made;
  return { ...made, attributes: { ...line.attributes, ...made.attributes } };
}

/** Puts the text of a line behind that of the line before it. */
export function joinToPrevious(lines: readonly PlanLine[], index: number): LineEdit | undefined {
  const line = lines[index];
  const previous = lines[index - 1];
  if (!line || !previous) return undefined;
  const joined = withContent(previous, previous.content.append(line.content));
  return {
    lines: spliceLines(dropLines(lines, index, index + 1), index - 1, 1, joined),
    caret: { line: index - 1, offset: previous.content.size },
  };
}

/** Text without marks as the content of a line. */
export function plainContent(text: string): Fragment {
  return text === "" ? NO_TEXT : Fragment.from(planSchema.text(text));
}
