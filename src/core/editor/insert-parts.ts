/**
 * Whole parts that come in by paste. They keep their kinds and never cut a paragraph in two or take text over from another
 * part: they go below the part around the caret, as a prior-year item does, or into the empty line of the caret.
 */
import { DEEPEST, dropLines, isEmptyLine, type LineEdit, type LinePoint, spliceLines } from "./line-edit.ts";
import { headingOf, isHeading, LEVEL_OF, type Level, type PlanLine, subtreeEnd } from "./lines.ts";

/** A place among the lines, and the level of the parent there. */
interface Place {
  readonly index: number;
  readonly inside: Level;
}

/** What the highest of the parts are, and the level of what they stood in where they come from. */
interface Wanted {
  readonly level: Level;
  readonly inside: Level;
}

/** Inserts parts, of which the first line is a heading; the caret goes to their end. */
export function insertWholeParts(
  lines: readonly PlanLine[],
  at: LinePoint,
  parts: readonly PlanLine[],
): LineEdit {
  const line = lines[at.line];
  const wanted = wantedBy(parts);
  if (line && isEmptyLine(line) && line.kind !== "title") return intoEmptyLine(lines, at.line, parts, wanted);
  return insertAt(lines, placeFor(lines, at, wanted), parts, wanted);
}

/** An empty line was made for what comes: it goes, and a heading of the same kind gives its place. */
function intoEmptyLine(
  lines: readonly PlanLine[],
  index: number,
  parts: readonly PlanLine[],
  wanted: Wanted,
): LineEdit {
  const line = lines[index];
  if (line && line.kind === parts[0]?.kind)
    return insertAt(spliceLines(lines, index, 1), { index, inside: line.inside }, parts, wanted);
  if (subtreeEnd(lines, index) > index + 1)
    return insertAt(lines, placeFor(lines, { line: index, offset: 0 }, wanted), parts, wanted);
  const place = placeBelow(lines, index, wanted);
  const rest = dropLines(lines, index, index + 1);
  return insertAt(rest, { ...place, index: place.index - (place.index > index ? 1 : 0) }, parts, wanted);
}

function insertAt(
  lines: readonly PlanLine[],
  { index, inside }: Place,
  parts: readonly PlanLine[],
  { level }: Wanted,
): LineEdit {
  let isUnder = false;
  const placed = parts.map((line) => {
    if (!isHeading(line)) return line;
    const isHighest = LEVEL_OF[line.kind] === level;
    isUnder ||= isHighest;
    // What was copied with the end of a section only, before the next one, belongs to what it comes behind.
    if (!isUnder) return { ...line, inside: DEEPEST };
    return isHighest ? { ...line, inside } : line;
  });
  const last = index + placed.length - 1;
  return {
    lines: spliceLines(lines, index, 0, ...placed),
    caret: { line: last, offset: placed.at(-1)?.content.size ?? 0 },
  };
}

function wantedBy(parts: readonly PlanLine[]): Wanted {
  return parts.reduce<Wanted>(
    (highest, line) =>
      isHeading(line) && LEVEL_OF[line.kind] < highest.level
        ? { level: LEVEL_OF[line.kind], inside: line.inside }
        : highest,
    { level: DEEPEST, inside: parts[0]?.inside ?? DEEPEST },
  );
}

/** Place of parts for a caret: before a heading from its very start, else below what it stands in. */
function placeFor(lines: readonly PlanLine[], { line: at, offset }: LinePoint, wanted: Wanted): Place {
  const line = lines[at];
  if (!line || !isHeading(line) || offset > 0) return placeBelow(lines, at, wanted);
  if (LEVEL_OF[line.kind] < wanted.level && lines.slice(0, at).some(isHeading))
    return endOfPartBefore(lines, at, wanted.inside > line.inside ? wanted.inside : line.inside);
  return line.inside < wanted.level ? { index: at, inside: line.inside } : placeBelow(lines, at, wanted);
}

function placeBelow(lines: readonly PlanLine[], at: number, wanted: Wanted): Place {
  const line = lines[at];
  const heading = headingOf(lines, at);
  if (heading === undefined)
    return line?.closing ? endOfPartBefore(lines, at, wanted.inside) : firstInPlan(lines, wanted.level);
  return below(lines, heading, wanted.level, line?.closing === true ? at : undefined);
}

/** Behind what stands before a line, as deep as wanted; in front of the closing of what it then stands in. */
function endOfPartBefore(lines: readonly PlanLine[], at: number, inside: Level): Place {
  let index = at;
  for (let line = lines[index - 1]; line?.closing && line.inside <= inside; line = lines[index - 1])
    index -= 1;
  return { index, inside };
}

function firstInPlan(lines: readonly PlanLine[], level: Level): Place {
  const first = lines.findIndex(isHeading);
  const heading = lines[first];
  if (!heading || !isHeading(heading) || LEVEL_OF[heading.kind] >= level)
    return { index: endOfBody(lines, 0), inside: 0 };
  return { index: endOfBody(lines, first), inside: LEVEL_OF[heading.kind] };
}

/** Behind the part around the caret that is a sibling, or in the one that can be the parent. */
function below(
  lines: readonly PlanLine[],
  heading: number,
  level: Level,
  closing: number | undefined,
): Place {
  let parent: number | undefined = heading;
  let child: number | undefined;
  while (parent !== undefined) {
    const line = lines[parent];
    if (!line || !isHeading(line)) break;
    const own = LEVEL_OF[line.kind];
    if (own === level) return { index: subtreeEnd(lines, parent), inside: line.inside };
    if (own < level) {
      if (child !== undefined) return { index: subtreeEnd(lines, child), inside: own };
      return closing === undefined
        ? { index: endOfBody(lines, parent), inside: own }
        : endOfPartBefore(lines, closing + 1, own);
    }
    child = parent;
    parent = parentOf(lines, parent);
  }
  return { index: child === undefined ? lines.length : subtreeEnd(lines, child), inside: 0 };
}

function parentOf(lines: readonly PlanLine[], index: number): number | undefined {
  const inside = lines[index]?.inside ?? 0;
  const found = lines.findLastIndex(
    (line, at) => at < index && isHeading(line) && LEVEL_OF[line.kind] === inside,
  );
  return inside === 0 || found < 0 ? undefined : found;
}

/** Where the children of a heading begin; those of the plan for its title. */
function endOfBody(lines: readonly PlanLine[], heading: number): number {
  const end = lines.findIndex((line, index) => index > heading && (isHeading(line) || line.closing));
  return end < 0 ? lines.length : end;
}
