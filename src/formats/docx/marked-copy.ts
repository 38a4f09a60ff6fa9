/** Two states of a document as one, with what was inserted and deleted between them marked as revisions. */
import { diffText } from "../../core/compare/diff-text.ts";
import { shortestEdit } from "../../core/compare/myers.ts";
import type { Revision } from "../../core/official/revision.ts";
import {
  type OfficialCell,
  type OfficialDocument,
  type OfficialElement,
  type OfficialRun,
  type OfficialTable,
  textOf,
} from "./official-document.ts";

/** Who made the changes, and when. */
export type RevisionSource = Omit<Revision, "kind">;

/** Changes that were made by several, and when. */
export interface TrackedRevisions {
  readonly sourceOf: (place: RevisedPlace) => RevisionSource;
  /** Blocks that were moved, which of two neighbours it was told by. */
  readonly moved: ReadonlySet<string>;
}

/** A place of the document that was revised. */
export interface RevisedPlace extends Pick<OfficialElement, "blockId" | "role"> {
  /** Text of the element before; of one that was inserted, its own. */
  readonly text: string;
  /** Range of `text` that the change replaces or stands at; undefined for an element that came or went as a whole. */
  readonly range?: { readonly from: number; readonly to: number };
}

/** Elements that may differ before an alignment by pairs gives way to deleting all and inserting all. */
const MOST_DIFFERENCES = 5_000;

/**
 * The document of `after` with its revisions against `before`: accepting all of them gives the text of `after`, rejecting
 * all that of `before`. Blocks are paired by their ids, so ordinals that moved on are marked too; an item that changed its
 * place is deleted in one and inserted in the other. Layout and properties are those of `after`; so is the imprint where
 * its lines are other ones. `source` is that of all changes, or gives that of each.
 */
export function markedCopy(
  before: OfficialDocument,
  after: OfficialDocument,
  source: RevisionSource | TrackedRevisions,
): OfficialDocument {
  const tracked = "sourceOf" in source ? source : { sourceOf: () => source, moved: NONE };
  const marks = marksOf(tracked.sourceOf);
  const sameImprint = before.imprint.length === after.imprint.length;
  return {
    ...after,
    elements: mergedElements(before.elements, after.elements, tracked.moved, marks),
    imprint: after.imprint.map((each, index) => {
      const old = sameImprint ? before.imprint[index] : undefined;
      return old ? mergedElement(old, each, marks) : each;
    }),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** The revisions of a place. */
interface Marks {
  readonly inserted: (place: RevisedPlace) => Revision;
  readonly deleted: (place: RevisedPlace) => Revision;
}

function marksOf(sourceOf: (place: RevisedPlace) => RevisionSource): Marks {
  const mark = (kind: Revision["kind"]) => (place: RevisedPlace) => {
    const { author, date } = sourceOf(place);
    return { kind, author, date };
  };
  return { inserted: mark("inserted"), deleted: mark("deleted") };
}

function wholeOf(element: OfficialElement): RevisedPlace {
  return { blockId: element.blockId, role: element.role, text: textOf(element) };
}

function mergedElements(
  before: readonly OfficialElement[],
  after: readonly OfficialElement[],
  moved: ReadonlySet<string>,
  marks: Marks,
): readonly OfficialElement[] {
  // What was moved is no pair: it is deleted in one place and inserted in the other.
  const newKeys = keysOf(after).map((key) => (moved.has(key) ? `${key} moved` : key));
  const edit = shortestEdit(keysOf(before), newKeys, MOST_DIFFERENCES);
  return edit.flatMap(({ equal, lastFrom, lastTo, nextFrom, nextTo }) => {
    const last = before.slice(lastFrom, lastTo);
    const next = after.slice(nextFrom, nextTo);
    if (!equal) {
      return [
        ...last.map((each) => revised(withoutPages(each), marks.deleted(wholeOf(each)))),
        ...next.map((each) => revised(each, marks.inserted(wholeOf(each)))),
      ];
    }
    return next.map((each, index) => mergedElement(last[index] ?? each, each, marks));
  });
}

/** What an element is paired by: its block, or for what form data made its role and which one of that role it is. */
function keysOf(elements: readonly OfficialElement[]): readonly string[] {
  const seen = new Map<string, number>();
  return elements.map(({ blockId, role, table }) => {
    if (blockId !== null) return blockId;
    const key = `${role} ${table?.columns.length ?? ""}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key} ${count}`;
  });
}

function mergedElement(before: OfficialElement, after: OfficialElement, marks: Marks): OfficialElement {
  const place = wholeOf(before);
  if (before.table && after.table) {
    const rows = { inserted: marks.inserted(place), deleted: marks.deleted(place) };
    return { ...after, table: mergedTable(before.table, after.table, rows) };
  }
  return { ...after, runs: mergedRuns(before.runs, after.runs, place, marks) };
}

/** Rows are kept, deleted or inserted whole: change tracking has nothing finer that every program reads. */
function mergedTable(
  before: OfficialTable,
  after: OfficialTable,
  marks: { readonly inserted: Revision; readonly deleted: Revision },
): OfficialTable {
  const textsOf = ({ rows }: OfficialTable) =>
    rows.map((cells) => cells.map(({ elements }) => elements.map(textOf).join("\n")).join("\t"));
  const rows: (readonly OfficialCell[])[] = [];
  const keptRows: boolean[] = [];
  const revisions: (Revision | undefined)[] = [];
  const add = (table: OfficialTable, from: number, to: number, revision?: Revision) => {
    for (let row = from; row < to; row += 1) {
      const cells = table.rows[row] ?? [];
      rows.push(revision ? markedCells(cells, revision) : cells);
      keptRows.push(table.keptRows[row] ?? false);
      revisions.push(revision);
    }
  };
  for (const stretch of shortestEdit(textsOf(before), textsOf(after), MOST_DIFFERENCES)) {
    if (stretch.equal) add(after, stretch.nextFrom, stretch.nextTo);
    else {
      add(before, stretch.lastFrom, stretch.lastTo, marks.deleted);
      add(after, stretch.nextFrom, stretch.nextTo, marks.inserted);
    }
  }
  return { ...after, rows, keptRows, rowRevisions: revisions };
}

function mergedRuns(
  before: readonly OfficialRun[],
  after: readonly OfficialRun[],
  place: RevisedPlace,
  marks: Marks,
): readonly OfficialRun[] {
  const old = reader(before);
  const fresh = reader(after);
  let from = 0;
  return diffText(place.text, textOf({ runs: after })).flatMap(({ kind, text }) => {
    const at = { ...place, range: { from, to: from + (kind === "inserted" ? 0 : text.length) } };
    from = at.range.to;
    if (kind === "deleted") return marked(old(text.length), marks.deleted(at));
    if (kind === "inserted") return marked(fresh(text.length), marks.inserted(at));
    old(text.length);
    return fresh(text.length);
  });
}

/** Gives the next so many UTF-16 units of the runs, as runs. */
function reader(runs: readonly OfficialRun[]): (length: number) => readonly OfficialRun[] {
  let index = 0;
  let offset = 0;
  return (length) => {
    const taken: OfficialRun[] = [];
    let left = length;
    while (left > 0) {
      const run = runs[index];
      if (!run) break;
      const text = run.text.slice(offset, offset + left);
      if (text !== "") taken.push({ ...run, text });
      left -= text.length;
      offset += text.length;
      if (offset < run.text.length) continue;
      index += 1;
      offset = 0;
    }
    return taken;
  };
}

/** An element that one of the documents has alone; of a table, every row. */
function revised(element: OfficialElement, revision: Revision): OfficialElement {
  const { table } = element;
  if (!table) return { ...element, runs: marked(element.runs, revision), revision };
  const rows = table.rows.map((cells) => markedCells(cells, revision));
  return { ...element, table: { ...table, rows, rowRevisions: rows.map(() => revision) } };
}

function markedCells(cells: readonly OfficialCell[], revision: Revision): readonly OfficialCell[] {
  return cells.map(({ elements }) => ({
    elements: elements.map((each) => ({ ...each, runs: marked(each.runs, revision) })),
  }));
}

function marked(runs: readonly OfficialRun[], revision: Revision): readonly OfficialRun[] {
  return runs.map((run) => ({ ...run, revision }));
}

/** Pages stay those of the document of today; a section that both begins and goes would leave an empty page. */
function withoutPages({ pages, startsPage, ...element }: OfficialElement): OfficialElement {
  return { ...element, startsPage: startsPage && pages === undefined };
}
