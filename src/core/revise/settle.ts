/** Accepting and rejecting changes: both make one state of the text like the other one at the chosen places. */
import type { Node } from "prosemirror-model";
import { fromLines } from "../editor/from-lines.ts";
import { isHeading, type PlanLine } from "../editor/lines.ts";
import { type Change, type TextChange, textChangesIn } from "./change.ts";
import { type Hunk, withHunks } from "./hunks.ts";
import { linesByKey, type TextSide } from "./lines-by-key.ts";
import { pairLines } from "./pair-lines.ts";
import { isUnder, type PlaceTarget, parentIn, placeBehind } from "./place-behind.ts";

/** Changes to be settled, among all between the two states. */
export interface Choice {
  readonly all: readonly Change[];
  readonly chosen: ReadonlySet<Change>;
}

/** `base` with the chosen changes between it and `now` put in. */
export function withAccepted(base: Node, now: Node, choice: Choice): Node {
  const { moved, rekinded } = pairLines(linesByKey(base), linesByKey(now));
  return settled(base, now, { ...choice, moved, rekinded, hunkOf: acceptedHunk });
}

/** `now` with the chosen changes between `base` and it taken back. */
export function withRejected(base: Node, now: Node, choice: Choice): Node {
  const { moved, rekinded } = pairLines(linesByKey(base), linesByKey(now));
  return settled(now, base, { ...choice, moved, rekinded, hunkOf: rejectedHunk });
}

type Ranges = Omit<Hunk, "chosen">;

function acceptedHunk({ from, to, nowFrom, nowTo }: TextChange): Ranges {
  return { from, to, sourceFrom: nowFrom, sourceTo: nowTo };
}

function rejectedHunk({ from, to, nowFrom, nowTo }: TextChange): Ranges {
  return { from: nowFrom, to: nowTo, sourceFrom: from, sourceTo: to };
}

interface Settlement extends Choice {
  readonly moved: ReadonlySet<string>;
  readonly rekinded: ReadonlySet<string>;
  /** Ranges of a change in the text that is changed, and in the other one. */
  readonly hunkOf: (change: TextChange) => Ranges;
}

/** `target` made like `source` where changes are chosen. */
function settled(targetDoc: Node, sourceDoc: Node, settlement: Settlement): Node {
  const target = linesByKey(targetDoc);
  const source = linesByKey(sourceDoc);
  const { all, chosen, moved, rekinded, hunkOf } = settlement;
  if (chosen.size === 0) return targetDoc;
  const lineChanges = [...chosen].filter((change) => change.kind !== "text");
  const turned = new Set(lineChanges.filter(({ kind }) => kind === "kind").map(({ block }) => block));
  const placed = lineChanges.filter(({ kind }) => kind !== "kind").flatMap(({ lines }) => lines);
  const taken = new Set(placed.filter((key) => source.at.has(key)));
  const removed = new Set(placed.filter((key) => !source.at.has(key)));
  const hunks = Map.groupBy(textChangesIn(all), ({ block }) => block);
  const words = new Set(textChangesIn([...chosen]));

  const decided = new Set([...taken, ...removed, ...turned]);
  /** A level that is no change of its own follows from the headings around it, so it changes with those. */
  const follows = (key: string) =>
    [target, source].some((side) => headingsAround(side, key).some((heading) => decided.has(heading)));

  const lineOf = (key: string): readonly PlanLine[] => {
    const own = target.lines[target.at.get(key) ?? -1];
    const other = source.lines[source.at.get(key) ?? -1];
    if (!own || !other) return [own ?? other].filter((line) => line !== undefined);
    const changes = hunks.get(key) ?? [];
    const content = changes.some((change) => words.has(change))
      ? withHunks(
          own,
          other,
          changes.map((change) => ({ ...hunkOf(change), chosen: words.has(change) })),
        )
      : own.content;
    const isTold = moved.has(key) || rekinded.has(key);
    const isSettled = isTold ? taken.has(key) || turned.has(key) : follows(key);
    const { inside, closing } = isSettled ? other : own;
    return [{ ...(turned.has(key) ? other : own), content, inside, closing }];
  };
  return fromLines(targetDoc, settledOrder(target, source, { moved, taken, removed }).flatMap(lineOf));
}

/** The heading that a line stands under, and the one behind it where it is none itself. */
function headingsAround(side: TextSide, key: string): readonly string[] {
  const index = side.at.get(key) ?? -1;
  const line = side.lines[index];
  const next = line && !isHeading(line) ? side.nextHeadings[index] : null;
  return [side.parents[index], next].filter((each) => typeof each === "string");
}

interface Places {
  readonly moved: ReadonlySet<string>;
  /** Lines that get the place they have in the other text. */
  readonly taken: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

function settledOrder(
  target: TextSide,
  source: TextSide,
  { moved, taken, removed }: Places,
): readonly string[] {
  const order = target.keys.filter((key) => !taken.has(key) && !removed.has(key));
  const there = new Set(order);
  const isPlaced = (key: string) => taken.has(key) && there.has(key);
  const place: PlaceTarget = {
    has: (key) => there.has(key),
    isFixed: (key) => isPlaced(key) || !moved.has(key),
    parentOf: (key) => parentIn(isPlaced(key) ? source : target)(key),
  };
  for (const key of source.keys) {
    if (!taken.has(key)) continue;
    const behind = placeBehind(source, place, key);
    const index = behind === null ? 0 : order.indexOf(behind) + 1;
    const skipped = skipping(source, target, key);
    const others = order.slice(index);
    const end = others.findIndex((each) => (source.at.has(each) && place.isFixed(each)) || !skipped(each));
    order.splice(end < 0 ? order.length : index + end, 0, key);
    there.add(key);
  }
  return order;
}

/**
 * Which of the lines that only the target has come before a line that is put in: in front of a heading the blocks of the
 * part before it, in front of a closing everything of its part.
 */
function skipping(source: TextSide, target: TextSide, key: string): (other: string) => boolean {
  const line = source.lines[source.at.get(key) ?? -1];
  if (!line) return () => false;
  if (isHeading(line)) {
    return (other) => {
      const found = target.lines[target.at.get(other) ?? -1];
      return found !== undefined && !isHeading(found);
    };
  }
  const parent = parentIn(source)(key);
  return (other) => line.closing && parent !== null && isUnder(other, parent, parentIn(target));
}
