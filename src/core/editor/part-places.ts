/**
 * Where parts can be put: the places between two headings, each on a level of its own, and what moving there does.
 *
 * A part becomes what its new neighbours are (a 1. among （一） becomes （一）), so that it never looks like part of the one
 * before it; in an empty parent it stays what it is where that can stand there.
 */
import type { Node } from "prosemirror-model";
import type { HeadingKind } from "../plan/numbering.ts";
import { fromLines } from "./from-lines.ts";
import { type LineEdit, spliceLines } from "./line-edit.ts";
import { HEADINGS, isHeading, LEVEL_OF, type Level, type PlanLine, subtreeEnd, toLines } from "./lines.ts";
import { numberedBlocks } from "./numbers.ts";

/** A place for parts among the lines that stay. */
export interface PartPlace {
  /** Index that the first line gets. */
  readonly index: number;
  /** Level of the parent. */
  readonly inside: Level;
  /** What parts become there. */
  readonly kind: HeadingKind;
}

/** Parts taken out of a plan, and what stays. */
interface TakenParts {
  /** Each with its body and children, in order. */
  readonly parts: readonly (readonly PlanLine[])[];
  readonly rest: readonly PlanLine[];
}

/** Index of each heading with one of these ids, without those inside another of them; in order. */
export function topmost(lines: readonly PlanLine[], ids: ReadonlySet<string>): readonly number[] {
  const found: number[] = [];
  let end = 0;
  lines.forEach((line, index) => {
    if (index < end || !isHeading(line) || !ids.has(line.attributes["id"])) return;
    found.push(index);
    end = subtreeEnd(lines, index);
  });
  return found;
}

/** Takes out the parts with these ids. */
function takeParts(lines: readonly PlanLine[], ids: ReadonlySet<string>): TakenParts {
  const starts = topmost(lines, ids);
  const parts = starts.map((start) => lines.slice(start, subtreeEnd(lines, start)));
  const taken = new Set(parts.flat());
  return { parts, rest: lines.filter((line) => !taken.has(line)) };
}

/**
 * The places between the headings around `gap` (an index of `rest`; its end for behind the last heading), from the
 * highest level to the deepest. `kind`: what the first of the parts is now.
 */
function placesInGap(rest: readonly PlanLine[], gap: number, kind: HeadingKind): readonly PartPlace[] {
  const next = rest[gap];
  const places: PartPlace[] = [];
  // The heading before the gap, and its ancestors: each may be the parent or, one further up, the elder sibling.
  const before = rest.findLastIndex((line, index) => index < gap && isHeading(line));
  const path = pathOf(rest, before);
  const highest = next && isHeading(next) ? next.inside : 0;
  for (let depth = 0; depth <= path.length; depth += 1) {
    const parent = rest[path[depth - 1] ?? -1];
    const level = parent && isHeading(parent) ? LEVEL_OF[parent.kind] : 0;
    if (level < highest || level >= LEVEL_OF.item) continue;
    const elder = path[depth];
    const index = elder === undefined ? endOfBody(rest, path[depth - 1]) : subtreeEnd(rest, elder);
    const younger = next?.inside === level ? next : undefined;
    for (const becomes of kindsThere(rest[elder ?? -1], younger, level, kind))
      places.push({ index, inside: level, kind: becomes });
  }
  return places;
}

/** The heading at `index` and its ancestors, from the top down. */
function pathOf(lines: readonly PlanLine[], index: number): readonly number[] {
  const path: number[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let at = index; at > 0; at -= 1) {
    const line = lines[at];
    if (!line || !isHeading(line) || LEVEL_OF[line.kind] > level) continue;
    path.unshift(at);
    level = line.inside;
    if (level === 0) break;
  }
  return path;
}

/** Where the children of a heading begin; of the plan, where no heading is given. */
function endOfBody(lines: readonly PlanLine[], heading = 0): number {
  const end = lines.findIndex((line, index) => index > heading && (isHeading(line) || line.closing));
  return end < 0 ? lines.length : end;
}

function kindsThere(
  elder: PlanLine | undefined,
  younger: PlanLine | undefined,
  level: Level,
  kind: HeadingKind,
): readonly HeadingKind[] {
  const neighbours = [elder, younger].flatMap((line) => (line && isHeading(line) ? [line.kind] : []));
  if (neighbours.length > 0)
    return [...new Set(neighbours)].toSorted((one, other) => LEVEL_OF[one] - LEVEL_OF[other]);
  return [LEVEL_OF[kind] > level ? kind : kindOf(level + 1)];
}

function kindOf(level: number): HeadingKind {
  return HEADINGS[level - 1] ?? "item";
}

/**
 * The places before the heading with this id (behind the last one for null) to which the parts with `ids` can go, from the
 * highest level to the deepest; not where they are already.
 */
export function partPlaces(doc: Node, ids: ReadonlySet<string>, before: string | null): readonly PartPlace[] {
  const lines = toLines(doc);
  const taken = takeParts(lines, ids);
  const first = taken.parts[0]?.[0];
  if (!first || !isHeading(first)) return [];
  return placesInGap(taken.rest, gapBefore(lines, taken, before), first.kind).filter((place) => {
    const moved = putParts(taken, place);
    return moved !== undefined && !isSameOutline(moved.lines, lines);
  });
}

/** The plan with the parts moved to a place of `partPlaces`. */
export function moveParts(doc: Node, ids: ReadonlySet<string>, place: PartPlace): LineEdit | undefined {
  return putParts(takeParts(toLines(doc), ids), place);
}

/** Position of the text before which the parts would stand; the end of the document behind all of it. */
export function positionOfPlace(doc: Node, ids: ReadonlySet<string>, { index }: PartPlace): number {
  const lines = toLines(doc);
  const following = takeParts(lines, ids).rest[index];
  return lines.find((line) => line === following)?.start ?? doc.content.size;
}

/** Ordinal that the first of the parts gets by such a move, as printed. */
export function ordinalAfterMove(doc: Node, ids: ReadonlySet<string>, place: PartPlace): string {
  const moved = moveParts(doc, ids, place);
  const id = moved?.lines[moved.caret.line]?.attributes["id"];
  if (!moved || typeof id !== "string") return "";
  return (
    numberedBlocks(fromLines(doc, moved.lines))
      .find((block) => block.id === id)
      ?.label.trim() ?? ""
  );
}

/** Puts the parts there, each as what it becomes; the caret goes to the start of the first. Undefined without parts. */
function putParts({ parts, rest }: TakenParts, { index, inside, kind }: PartPlace): LineEdit | undefined {
  if (parts.length === 0) return undefined;
  const lines = parts.flatMap((part) => relevelled(part, kind, inside));
  return { lines: spliceLines(rest, index, 0, ...lines), caret: { line: index, offset: 0 } };
}

/**
 * A part as another kind: what stands in it keeps its kind where it still can and goes down with it where it cannot.
 * Under an item nothing can stand, so children become its neighbours.
 */
function relevelled(part: readonly PlanLine[], kind: HeadingKind, inside: Level): readonly PlanLine[] {
  /** What the container of each old level has become. */
  const became = new Map<Level, { readonly level: Level; readonly inside: Level }>();
  return part.map((line, index) => {
    const parent = index === 0 ? undefined : became.get(line.inside);
    if (!isHeading(line)) {
      const level = parent?.level ?? line.inside;
      return { ...line, inside: level, closing: line.closing && level < LEVEL_OF.item };
    }
    const underItem = parent?.level === LEVEL_OF.item;
    const becomes = index === 0 ? kind : kindOf(Math.max(LEVEL_OF[line.kind], (parent?.level ?? 0) + 1));
    const place = { level: LEVEL_OF[becomes], inside: (underItem ? parent.inside : parent?.level) ?? inside };
    became.set(LEVEL_OF[line.kind], place);
    return headingAs(line, becomes, place.inside);
  });
}

function headingAs(line: PlanLine, kind: HeadingKind, inside: Level): PlanLine {
  if (line.kind === kind) return { ...line, inside };
  const { container: _container, ...rest } = line;
  return { ...rest, kind, attributes: { id: line.attributes["id"] }, inside };
}

/** Index among the lines that stay of the place before the heading with this id; behind the last one for null. */
function gapBefore(lines: readonly PlanLine[], { rest }: TakenParts, id: string | null): number {
  const from =
    id === null ? lines.length : lines.findIndex((line) => isHeading(line) && line.attributes["id"] === id);
  const staying = new Set(rest);
  const next = lines.findIndex((line, index) => index >= from && isHeading(line) && staying.has(line));
  const line = lines[next];
  return line ? rest.indexOf(line) : rest.length;
}

/** Whether two lists have the same lines in the same places. */
function isSameOutline(one: readonly PlanLine[], other: readonly PlanLine[]): boolean {
  return (
    one.length === other.length &&
    one.every((line, index) => {
      const { kind, inside, closing, attributes } = other[index] ?? line;
      return (
        line.kind === kind &&
        line.inside === inside &&
        line.closing === closing &&
        line.attributes["id"] === attributes["id"]
      );
    })
  );
}
