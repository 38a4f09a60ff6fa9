/**
 * What the drafter keeps about items: favourite, hidden, a note. Reading a document again makes new items, so marks are
 * set aside first and given to the new items after: by place and heading, else by heading, else by place alone. A mark
 * that finds no item waits.
 */
import { z } from "zod";
import type { PlacedMark } from "../../../src/core/suggest/library-exchange.ts";
import { type ItemMark, MAX_NOTE_LENGTH, NO_MARK } from "../../../src/core/suggest/library-search.ts";
import type { LibraryItem } from "../../../src/core/suggest/suggestion.ts";
import type { Database } from "./sqlite.ts";

const markRow = z.object({ favourite: z.number(), hidden: z.number(), note: z.string() });
const waitingRow = markRow.extend({
  rowid: z.number(),
  section: z.string(),
  item: z.string(),
  heading: z.string(),
});

/** The mark of an item, an empty one where it has none. */
export function markOf(database: Database, itemId: number): ItemMark {
  const row = database
    .prepare("SELECT favourite, hidden, note FROM item_marks WHERE item_id = ?")
    .get(itemId);
  if (row === undefined) return NO_MARK;
  const { favourite, hidden, note } = markRow.parse(row);
  return { favourite: favourite === 1, hidden: hidden === 1, note };
}

/** Replaces the mark of an item; an empty one is removed. */
export function setMark(database: Database, itemId: number, mark: ItemMark): void {
  const { favourite, hidden, note } = mark;
  if (!favourite && !hidden && note === "") {
    database.prepare("DELETE FROM item_marks WHERE item_id = ?").run(itemId);
    return;
  }
  database
    .prepare(
      `INSERT INTO item_marks (item_id, favourite, hidden, note) VALUES (?, ?, ?, ?)
         ON CONFLICT (item_id) DO UPDATE SET favourite = excluded.favourite, hidden = excluded.hidden,
           note = excluded.note`,
    )
    .run(itemId, favourite ? 1 : 0, hidden ? 1 : 0, note);
}

/** Ids of the hidden items. */
export function hiddenItems(database: Database): ReadonlySet<number> {
  const rows = database.prepare("SELECT item_id FROM item_marks WHERE hidden = 1").all();
  return new Set(rows.map((row) => z.object({ item_id: z.number() }).parse(row).item_id));
}

/** Keeps the marks of a document's items while the items are replaced. */
export function setMarksAside(database: Database, documentId: string): void {
  database
    .prepare(
      `INSERT INTO waiting_marks (document_id, section, item, heading, favourite, hidden, note)
         SELECT document_id, coalesce(origin ->> '$.section', ''), coalesce(origin ->> '$.item', ''),
           origin ->> '$.heading', favourite, hidden, note
         FROM item_marks JOIN items USING (item_id) WHERE document_id = ?`,
    )
    .run(documentId);
}

/** Gives the waiting marks of a document to its new items. */
export function placeMarks(database: Database, documentId: string, items: readonly LibraryItem[]): void {
  const waiting = database
    .prepare("SELECT rowid, * FROM waiting_marks WHERE document_id = ? ORDER BY rowid")
    .all(documentId)
    .map((row) => waitingRow.parse(row));
  if (waiting.length === 0) return;
  const remove = database.prepare("DELETE FROM waiting_marks WHERE rowid = ?");
  const taken = new Set<number>();
  for (const mark of waiting) {
    const item = itemFor(
      mark,
      items.filter(({ id }) => !taken.has(id)),
    );
    if (!item) continue;
    taken.add(item.id);
    setMark(database, item.id, {
      favourite: mark.favourite === 1,
      hidden: mark.hidden === 1,
      note: mark.note,
    });
    remove.run(mark.rowid);
  }
}

/** Marks of a document with the places of their items, those that wait included. */
export function marksOf(database: Database, documentId: string): readonly PlacedMark[] {
  const columns = "favourite, hidden, note";
  return database
    .prepare(
      `SELECT coalesce(origin ->> '$.section', '') AS section, coalesce(origin ->> '$.item', '') AS item,
         origin ->> '$.heading' AS heading, ${columns}
         FROM item_marks JOIN items USING (item_id) WHERE document_id = ?
       UNION ALL SELECT section, item, heading, ${columns} FROM waiting_marks WHERE document_id = ?`,
    )
    .all(documentId, documentId)
    .map((row) => {
      const { favourite, hidden, ...rest } = waitingRow.omit({ rowid: true }).parse(row);
      return { ...rest, favourite: favourite === 1, hidden: hidden === 1 };
    });
}

/** Takes marks from elsewhere to items; ours stay, a differing note is added below. Gives how many changed ours. */
export function mergeMarks(
  database: Database,
  items: readonly LibraryItem[],
  marks: readonly PlacedMark[],
): number {
  let merged = 0;
  for (const theirs of marks) {
    const item = itemFor(theirs, items);
    if (!item) continue;
    const ours = markOf(database, item.id);
    const note =
      theirs.note === "" || ours.note.includes(theirs.note)
        ? ours.note
        : [ours.note, theirs.note]
            .filter((text) => text !== "")
            .join("\n")
            .slice(0, MAX_NOTE_LENGTH);
    const favourite = ours.favourite || theirs.favourite;
    if (note === ours.note && favourite === ours.favourite) continue;
    setMark(database, item.id, { favourite, hidden: ours.hidden, note });
    merged += 1;
  }
  return merged;
}

/** How many marks of a document wait for their item. */
export function waitingMarks(database: Database, documentId: string): number {
  const row = database
    .prepare("SELECT count(*) AS count FROM waiting_marks WHERE document_id = ?")
    .get(documentId);
  return z.object({ count: z.number() }).parse(row).count;
}

function itemFor(
  mark: Pick<PlacedMark, "section" | "item" | "heading">,
  items: readonly LibraryItem[],
): LibraryItem | undefined {
  const samePlace = ({ origin }: LibraryItem) =>
    (origin.section ?? "") === mark.section && (origin.item ?? "") === mark.item;
  // The heading of the source: a corrected one may be taken back.
  const sameHeading = ({ origin }: LibraryItem) => origin.heading === mark.heading;
  return (
    items.find((item) => samePlace(item) && sameHeading(item)) ??
    items.find(sameHeading) ??
    (mark.item === "" ? undefined : items.find(samePlace))
  );
}
