/** Promote, demote, move, insert and remove whole parts. */
import {
  DEEPEST,
  dropLines,
  type LineEdit,
  type LinePoint,
  newLine,
  setLineKind,
  spliceLines,
} from "./line-edit.ts";
import { headingOf, isHeading, LEVEL_OF, type LineKind, type PlanLine, subtreeEnd } from "./lines.ts";

/** One level up: 一是 → paragraph → item → the level of its parent → part, where the plan has any. Undefined at the top. */
export function promote(lines: readonly PlanLine[], index: number): readonly PlanLine[] | undefined {
  const line = lines[index];
  if (!line) return undefined;
  switch (line.kind) {
    case "clause":
      return setLineKind(lines, index, "paragraph");
    case "paragraph":
      return line.inside <= LEVEL_OF.part
        ? setLineKind(lines, index, "section")
        : setLineKind(lines, index, "item", itemParent(lines, index));
    case "item":
      return setLineKind(lines, index, line.inside === LEVEL_OF.subsection ? "subsection" : "section");
    case "subsection":
      return setLineKind(lines, index, "section");
    case "section":
      // Few plans have parts; in the others 一、 is the highest level, which a key too many must not leave.
      return lines.some(({ kind }) => kind === "part") ? setLineKind(lines, index, "part") : undefined;
    default:
      return undefined;
  }
}

/** Level of the parent of an item that a paragraph becomes. */
function itemParent(lines: readonly PlanLine[], index: number): PlanLine["inside"] {
  const line = lines[index];
  if (!line) return DEEPEST;
  if (line.inside < LEVEL_OF.item) return line.inside;
  return lines[headingOf(lines, index) ?? -1]?.inside ?? DEEPEST;
}

/** One level down, over （一） only where the plan uses it: part → section → （一） → item → paragraph → 一是. */
export function demote(lines: readonly PlanLine[], index: number): readonly PlanLine[] | undefined {
  const line = lines[index];
  if (!line) return undefined;
  switch (line.kind) {
    case "part":
      return setLineKind(lines, index, "section");
    case "section":
      return setLineKind(
        lines,
        index,
        lines.some(({ kind }) => kind === "subsection") ? "subsection" : "item",
      );
    case "subsection":
      return setLineKind(lines, index, "item");
    case "item":
      return setLineKind(lines, index, "paragraph");
    case "paragraph":
      return setLineKind(lines, index, "clause");
    default:
      return undefined;
  }
}

/** Moves the item, （一） or section around the caret past the part before it, or to the end of the part before its parent. */
export function moveUp(lines: readonly PlanLine[], at: LinePoint): LineEdit | undefined {
  const start = headingOf(lines, at.line);
  const line = lines[start ?? -1];
  if (start === undefined || !line) return undefined;
  const sibling = previousSibling(lines, start);
  if (sibling !== undefined) return moveTo(lines, start, sibling, line.inside, at);
  const parent = parentOf(lines, start);
  if (parent === undefined || !lines.slice(0, parent).some(isHeading)) return undefined;
  let target = parent;
  while (lines[target - 1]?.closing) target -= 1;
  return moveTo(lines, start, target, DEEPEST, at);
}

/** Moves the part around the caret past the part after it, or to the start of the part after its parent. */
export function moveDown(lines: readonly PlanLine[], at: LinePoint): LineEdit | undefined {
  const start = headingOf(lines, at.line);
  const line = lines[start ?? -1];
  if (start === undefined || !line) return undefined;
  const end = subtreeEnd(lines, start);
  const next = lines.findIndex((other, index) => index >= end && isHeading(other));
  const neighbour = lines[next];
  if (!neighbour || !isHeading(neighbour)) return undefined;
  if (next === end && neighbour.inside === line.inside)
    return moveTo(lines, start, subtreeEnd(lines, next), line.inside, at);
  const firstChild = lines.findIndex((other, index) => index > next && (isHeading(other) || other.closing));
  return moveTo(lines, start, firstChild < 0 ? lines.length : firstChild, DEEPEST, at);
}

function previousSibling(lines: readonly PlanLine[], index: number): number | undefined {
  const level = lines[index]?.inside ?? 0;
  for (let at = index - 1; at > 0; at -= 1) {
    const line = lines[at];
    if (line && isHeading(line) && line.inside <= level) return line.inside === level ? at : undefined;
  }
  return undefined;
}

function parentOf(lines: readonly PlanLine[], index: number): number | undefined {
  const level = lines[index]?.inside ?? 0;
  const found = lines.findLastIndex(
    (line, at) => at < index && isHeading(line) && LEVEL_OF[line.kind] === level,
  );
  return found < 0 ? undefined : found;
}

function moveTo(
  lines: readonly PlanLine[],
  start: number,
  target: number,
  inside: PlanLine["inside"],
  caret: LinePoint,
): LineEdit {
  const end = subtreeEnd(lines, start);
  const moved = lines.slice(start, end).map((line, index) => (index === 0 ? { ...line, inside } : line));
  const index = target > start ? target - moved.length : target;
  const rest = spliceLines(lines, start, moved.length);
  return {
    lines: spliceLines(rest, index, 0, ...moved),
    caret: { line: index + caret.line - start, offset: caret.offset },
  };
}

/** Where a new part goes, seen from a line, and what it stands in. */
export interface InsertionPlace {
  readonly index: number;
  readonly inside: PlanLine["inside"];
}

/** Place of a new item: below the item around the line, or first in the section or （一） around it. */
export function placeOfNewItem(lines: readonly PlanLine[], index: number): InsertionPlace {
  const heading = headingOf(lines, index);
  const line = lines[heading ?? -1];
  if (heading === undefined || !line || !isHeading(line)) return placeOutsideParts(lines, index);
  if (line.kind === "item") return { index: subtreeEnd(lines, heading), inside: line.inside };
  const level = LEVEL_OF[line.kind];
  const afterBody = lines.findIndex((other, at) => at > heading && (isHeading(other) || other.closing));
  return { index: afterBody < 0 ? lines.length : afterBody, inside: level };
}

/** From title and lead-in an item goes first into the first part; from the closing, behind the last part. */
function placeOutsideParts(lines: readonly PlanLine[], index: number): InsertionPlace {
  const first = lines.findIndex(isHeading);
  if (first < 0) return { index: lines[index]?.closing ? index : lines.length, inside: DEEPEST };
  if (lines[index]?.closing) {
    const last = lines.findLastIndex((line, at) => at < index && !line.closing);
    return { index: last + 1, inside: DEEPEST };
  }
  return lines[first]?.kind === "item" ? { index: first, inside: 0 } : placeOfNewItem(lines, first);
}

/** Adds an empty item below. Where （一） stand for the items, as in a plan that has no 1., it is one of them. */
export function insertNewItem(lines: readonly PlanLine[], at: LinePoint): LineEdit {
  const around = lines[headingOf(lines, at.line) ?? -1];
  if (around?.kind === "subsection" && !lines.some(({ kind }) => kind === "item"))
    return insertNewSubsection(lines, at);
  const { index, inside } = placeOfNewItem(lines, at.line);
  return insertPart(lines, index, newLine("item", inside));
}

/** Adds an empty （一） behind the one around the caret, or as the first in its section. */
export function insertNewSubsection(lines: readonly PlanLine[], at: LinePoint): LineEdit {
  const around = lines.findLastIndex((line, index) => index <= at.line && line.kind === "subsection");
  if (around >= 0 && subtreeEnd(lines, around) > at.line)
    return insertPart(
      lines,
      subtreeEnd(lines, around),
      newLine("subsection", lines[around]?.inside ?? DEEPEST),
    );
  const { index, inside } = placeOfNewItem(lines, at.line);
  return insertPart(lines, index, newLine("subsection", inside));
}

/** Adds an empty section behind the one around the caret, in its part; before the first from the lead-in. */
export function insertNewSection(lines: readonly PlanLine[], at: LinePoint): LineEdit {
  const part = lines.findLastIndex((line, index) => index <= at.line && line.kind === "part");
  const inside = part >= 0 && subtreeEnd(lines, part) > at.line ? LEVEL_OF.part : 0;
  const next = lines.findIndex(
    (line, index) => index > at.line && line.inside <= inside && (isHeading(line) || line.closing),
  );
  return insertPart(lines, next < 0 ? lines.length : next, newLine("section", inside));
}

/** Adds an empty part behind the one around the caret; in a plan without parts, above its first section. */
export function insertNewPart(lines: readonly PlanLine[], at: LinePoint): LineEdit {
  const first = lines.findIndex(isHeading);
  const hasParts = lines.some(({ kind }) => kind === "part");
  const next = hasParts
    ? lines.findIndex(
        (line, index) => index > at.line && line.inside === 0 && (isHeading(line) || line.closing),
      )
    : first;
  const index = next < 0 ? lines.length : next;
  const made = insertPart(lines, index, newLine("paragraph", 0));
  // A heading made of a line takes in what follows it, as 第一部分 above the first section should.
  return { ...made, lines: setLineKind(made.lines, index, "part", 0) };
}

function insertPart(lines: readonly PlanLine[], index: number, line: PlanLine): LineEdit {
  return { lines: spliceLines(lines, index, 0, line), caret: { line: index, offset: 0 } };
}

/** Removes the item, （一） or section around the caret with everything in it; a paragraph outside of them alone. */
export function removePart(lines: readonly PlanLine[], at: LinePoint): LineEdit | undefined {
  if (at.line === 0) return undefined;
  const start = headingOf(lines, at.line) ?? at.line;
  const rest = dropLines(lines, start, subtreeEnd(lines, start));
  const line = Math.min(start, rest.length - 1);
  return { lines: rest, caret: { line, offset: 0 } };
}

/** Gives the line at `index` another kind by name, as the command bar does. */
export function changeKind(
  lines: readonly PlanLine[],
  index: number,
  kind: Exclude<LineKind, "title">,
): readonly PlanLine[] | undefined {
  const line = lines[index];
  if (!line || line.kind === "title" || line.kind === kind) return undefined;
  return setLineKind(lines, index, kind);
}
