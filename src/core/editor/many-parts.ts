/** What can be done with several parts at once, each with everything in it. `ids` are of their headings. */
import type { Node } from "prosemirror-model";
import { demote, moveDown, moveUp, promote } from "./arrange.ts";
import { fromLines } from "./from-lines.ts";
import { dropLines, type LineEdit } from "./line-edit.ts";
import { isHeading, type PlanLine, subtreeEnd, toLines } from "./lines.ts";
import { topmost } from "./part-places.ts";

type Ids = ReadonlySet<string>;

/** Each part one place up, as `moveUp` does. Where the first stands at the top of the plan, the others wait behind it. */
export function movePartsUp(doc: Node, ids: Ids): LineEdit | undefined {
  return eachInTurn(doc, ids, startsOf(doc, ids), (lines, start) => moveUp(lines, start)?.lines);
}

/** Each part one place down; the last goes first, so that they stay in order. */
export function movePartsDown(doc: Node, ids: Ids): LineEdit | undefined {
  return eachInTurn(
    doc,
    ids,
    startsOf(doc, ids).toReversed(),
    (lines, start) => moveDown(lines, start)?.lines,
  );
}

/** Each part one level up, as `promote` does. From the last to the first: a change only moves what follows. */
export function promoteParts(doc: Node, ids: Ids): LineEdit | undefined {
  const last = startsOf(doc, ids).toReversed();
  return eachInTurn(doc, ids, last, (lines, { line }) => promote(lines, line) ?? lines);
}

/** Each part one level down. */
export function demoteParts(doc: Node, ids: Ids): LineEdit | undefined {
  const last = startsOf(doc, ids).toReversed();
  return eachInTurn(doc, ids, last, (lines, { line }) => demote(lines, line) ?? lines);
}

/** The plan without the parts. */
export function removeParts(doc: Node, ids: Ids): LineEdit | undefined {
  const lines = toLines(doc);
  const starts = topmost(lines, ids);
  const [first] = starts;
  if (first === undefined) return undefined;
  const rest = starts.reduceRight<readonly PlanLine[]>(
    (left, start) => dropLines(left, start, subtreeEnd(left, start)),
    lines,
  );
  return { lines: rest, caret: { line: Math.min(first, rest.length - 1), offset: 0 } };
}

function startsOf(doc: Node, ids: Ids): readonly string[] {
  const lines = toLines(doc);
  return topmost(lines, ids).map((start) => lines[start]?.attributes["id"]);
}

/**
 * Changes part after part, each in the document that the one before left. It ends at the first that cannot be changed: the
 * others would pass it.
 */
function eachInTurn(
  doc: Node,
  ids: Ids,
  order: readonly string[],
  change: (
    lines: readonly PlanLine[],
    start: { line: number; offset: number },
  ) => readonly PlanLine[] | undefined,
): LineEdit | undefined {
  let current = doc;
  for (const id of order) {
    const lines = toLines(current);
    const line = lines.findIndex((each) => isHeading(each) && each.attributes["id"] === id);
    const changed = change(lines, { line, offset: 0 });
    if (!changed) break;
    current = fromLines(current, changed);
  }
  if (current.eq(doc)) return undefined;
  const lines = toLines(current);
  const first = lines.findIndex(({ attributes }) => ids.has(attributes["id"]));
  return { lines, caret: { line: Math.max(0, first), offset: 0 } };
}
