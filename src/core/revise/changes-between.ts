/** What was changed between two states of one text. */
import type { Node } from "prosemirror-model";
import { diffText } from "../compare/diff-text.ts";
import { textOf } from "../editor/line-edit.ts";
import { isHeading, type PlacedLine } from "../editor/lines.ts";
import type { Change, LineChange, TextChange } from "./change.ts";
import { withFoldedBreaks } from "./fold-breaks.ts";
import { linesByKey, type TextSide } from "./lines-by-key.ts";
import { type LinePairs, pairLines } from "./pair-lines.ts";
import { placeBehind, targetOf } from "./place-behind.ts";

/**
 * The changes that make the document `now` of `base`, in the order of `now`; what was deleted comes behind the line that it
 * followed. Blocks are paired by their ids; form data and what is known of a text (its marks) are no changes.
 */
export function changesBetween(base: Node, now: Node): readonly Change[] {
  if (base.content === now.content) return [];
  return changesOf(pairLines(linesByKey(base), linesByKey(now)));
}

function changesOf(pairs: LinePairs): readonly Change[] {
  const { base, now } = pairs;
  const units = [...insertedUnits(pairs), ...movedUnits(pairs)];
  const heads = new Map(units.map((unit) => [unit.block, unit]));
  const gone = Map.groupBy(deletedUnits(pairs), ({ after }) => after);
  const changes = [
    ...(gone.get(null) ?? []),
    ...now.keys.flatMap((key, index): readonly Change[] => {
      const unit = heads.get(key);
      const line = now.lines[index];
      const before = base.at.get(key);
      const old = before === undefined ? undefined : base.lines[before];
      return [
        ...(unit ? [unit] : []),
        ...(pairs.rekinded.has(key) && line ? [lineChange("kind", now, [key], null)] : []),
        ...(old && line ? textChanges(key, partOf(now, index), old, line) : []),
        ...(gone.get(key) ?? []),
      ];
    }),
  ];
  return withFoldedBreaks(changes, now);
}

function insertedUnits({ base, now }: LinePairs): readonly LineChange[] {
  const isNew = (key: string) => !base.at.has(key);
  const belongs = (key: string, parent: string) => isNew(parent) && isItem(now, parent) && isBlock(now, key);
  return unitsOf(now, isNew, belongs).map((keys) => lineChange("inserted", now, keys, null));
}

function deletedUnits({ base, now, moved }: LinePairs): readonly LineChange[] {
  const isGone = (key: string) => !now.at.has(key);
  const belongs = (key: string, parent: string) =>
    isGone(parent) && isItem(base, parent) && isBlock(base, key);
  return unitsOf(base, isGone, belongs).map((keys) =>
    lineChange("deleted", base, keys, placeBehind(base, targetOf(now, moved), keys[0] ?? "")),
  );
}

/** What stands under a moved heading before and after moves with it. */
function movedUnits({ base, now, moved }: LinePairs): readonly LineChange[] {
  const isMoved = (key: string) => moved.has(key);
  const belongs = (key: string, parent: string) =>
    isMoved(parent) && base.parents[base.at.get(key) ?? -1] === parent;
  return unitsOf(now, isMoved, belongs).map((keys) =>
    lineChange("moved", now, keys, placeBehind(base, targetOf(now, moved), keys[0] ?? "")),
  );
}

/** The lines that `isIn`, each with those after it that belong to the heading they stand under. */
function unitsOf(
  side: TextSide,
  isIn: (key: string) => boolean,
  belongs: (key: string, parent: string) => boolean,
): readonly (readonly string[])[] {
  const units = new Map<string, string[]>();
  /** Unit that a line is in. */
  const unitOf = new Map<string, string[]>();
  for (const [index, key] of side.keys.entries()) {
    if (!isIn(key)) continue;
    const parent = side.parents[index] ?? null;
    const around = parent !== null && belongs(key, parent) ? unitOf.get(parent) : undefined;
    const unit = around ?? [];
    unit.push(key);
    unitOf.set(key, unit);
    if (!around) units.set(key, unit);
  }
  return [...units.values()];
}

function isItem(side: TextSide, key: string): boolean {
  return side.lines[side.at.get(key) ?? -1]?.kind === "item";
}

function isBlock(side: TextSide, key: string): boolean {
  const line = side.lines[side.at.get(key) ?? -1];
  return line !== undefined && !isHeading(line);
}

function lineChange(
  kind: LineChange["kind"],
  side: TextSide,
  lines: readonly string[],
  after: string | null,
): LineChange {
  const [block = ""] = lines;
  const index = side.at.get(block) ?? 0;
  const line = side.lines[index];
  return {
    key: `${kind} ${block}`,
    kind,
    block,
    part: partOf(side, index),
    lines,
    line: line?.kind ?? "paragraph",
    text: line ? textOf(line) : "",
    after,
  };
}

/** The heading that a line begins, or stands under. */
function partOf(side: TextSide, index: number): string | null {
  const line = side.lines[index];
  return (line && isHeading(line) ? side.keys[index] : side.parents[index]) ?? null;
}

type Hunk = Omit<TextChange, "kind" | "key" | "block" | "part">;

function textChanges(
  block: string,
  part: string | null,
  old: PlacedLine,
  line: PlacedLine,
): readonly TextChange[] {
  return hunksOf(old, line).map((hunk) => ({
    kind: "text",
    key: `text ${block} ${hunk.nowFrom}`,
    block,
    part,
    ...hunk,
  }));
}

/** Hunks of the pairs of paragraphs that were compared last: an edit leaves most of them as they are. */
const known = new WeakMap<object, { readonly old: object; readonly hunks: readonly Hunk[] }>();

function hunksOf(old: PlacedLine, line: PlacedLine): readonly Hunk[] {
  if (old.content === line.content || old.textblock === line.textblock) return NO_HUNKS;
  const found = known.get(line.content);
  if (found?.old === old.content) return found.hunks;
  const hunks = compared(textOf(old), textOf(line));
  known.set(line.content, { old: old.content, hunks });
  return hunks;
}

const NO_HUNKS: readonly Hunk[] = [];

function compared(old: string, text: string): readonly Hunk[] {
  if (old === text) return NO_HUNKS;
  const hunks: Hunk[] = [];
  let from = 0;
  let nowFrom = 0;
  let open: Hunk | undefined;
  for (const run of diffText(old, text)) {
    const to = from + (run.kind === "inserted" ? 0 : run.text.length);
    const nowTo = nowFrom + (run.kind === "deleted" ? 0 : run.text.length);
    if (run.kind === "equal") open = undefined;
    else {
      const deleted = old.slice(open?.from ?? from, to);
      const inserted = text.slice(open?.nowFrom ?? nowFrom, nowTo);
      const hunk = {
        from: open?.from ?? from,
        to,
        nowFrom: open?.nowFrom ?? nowFrom,
        nowTo,
        deleted,
        inserted,
      };
      if (open) hunks[hunks.length - 1] = hunk;
      else hunks.push(hunk);
      open = hunk;
    }
    from = to;
    nowFrom = nowTo;
  }
  return hunks;
}
