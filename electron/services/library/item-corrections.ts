/**
 * What the office corrected in the text of items. A document is harvested from what was read of it whenever something
 * about it changes; its corrections are laid over the new items then: by place and heading, else by heading, else by
 * place and body of the source. One that finds no item waits.
 */
import { z } from "zod";
import type { PlacedCorrection } from "../../../src/core/suggest/library-exchange.ts";
import type { ItemText } from "../../../src/core/suggest/library-search.ts";
import type { LibraryItem } from "../../../src/core/suggest/suggestion.ts";
import { type Database, inTransaction } from "./sqlite.ts";

type NewItem = Omit<LibraryItem, "id">;

const placedRow = z.object({
  section: z.string(),
  item: z.string(),
  original_heading: z.string(),
  original_body: z.string(),
  heading: z.string(),
  body: z.string(),
});
const correctionRow = placedRow.extend({ rowid: z.number() });

/** Items with the corrections of their document; `place` is told the ids that the items got, in their order. */
export interface CorrectedItems<T> {
  readonly items: readonly T[];
  readonly place: (ids: readonly number[]) => void;
}

/** The text of the source of a corrected item; undefined where nothing was corrected. */
export function originalOf(database: Database, itemId: number): ItemText | undefined {
  const row = database
    .prepare(
      "SELECT original_heading AS heading, original_body AS body FROM item_corrections WHERE item_id = ?",
    )
    .get(itemId);
  return row === undefined ? undefined : z.object({ heading: z.string(), body: z.string() }).parse(row);
}

/** Replaces the correction of an item; the item follows when its document is harvested anew. */
export function setCorrection(database: Database, item: LibraryItem, text: ItemText): void {
  const original = originalOf(database, item.id) ?? item;
  const { documentId, section, item: ordinal } = item.origin;
  inTransaction(database, () => {
    removeCorrection(database, item.id);
    insertCorrection(database, documentId, {
      section: section ?? "",
      item: ordinal ?? "",
      originalHeading: original.heading,
      originalBody: original.body,
      ...text,
    });
  });
}

/** Takes the correction of an item back; the item follows when its document is harvested anew. */
export function removeCorrection(database: Database, itemId: number): void {
  database.prepare("DELETE FROM item_corrections WHERE item_id = ?").run(itemId);
}

/** New items of a document with its corrections. One that says what is read now is done with. */
export function withCorrections<T extends NewItem>(
  database: Database,
  documentId: string,
  items: readonly T[],
): CorrectedItems<T> {
  const rows = database
    .prepare("SELECT rowid, * FROM item_corrections WHERE document_id = ? ORDER BY rowid")
    .all(documentId)
    .map((row) => correctionRow.parse(row));
  const byItem = new Map<number, z.infer<typeof correctionRow>>();
  for (const row of rows) {
    const at = itemFor(correctionOf(row), items, byItem);
    if (at >= 0) byItem.set(at, row);
  }
  return {
    items: items.map((item, at) => {
      const row = byItem.get(at);
      return row ? { ...item, heading: row.heading, body: row.body } : item;
    }),
    place: (ids) => {
      for (const [at, row] of byItem) {
        const { heading = "", body = "" } = items[at] ?? {};
        if (heading === row.heading && body === row.body)
          database.prepare("DELETE FROM item_corrections WHERE rowid = ?").run(row.rowid);
        else
          database
            .prepare(
              "UPDATE item_corrections SET item_id = ?, original_heading = ?, original_body = ? WHERE rowid = ?",
            )
            .run(ids[at] ?? null, heading, body, row.rowid);
      }
    },
  };
}

/** Corrections of a document as they go into a library file, those that wait included. */
export function correctionsOf(database: Database, documentId: string): readonly PlacedCorrection[] {
  return database
    .prepare("SELECT * FROM item_corrections WHERE document_id = ? ORDER BY rowid")
    .all(documentId)
    .map((row) => correctionOf(placedRow.parse(row)));
}

/** Takes corrections from elsewhere to a document; of an item that we corrected ours stays. Gives how many were taken. */
export function mergeCorrections(
  database: Database,
  documentId: string,
  corrections: readonly PlacedCorrection[],
): number {
  const ours = correctionsOf(database, documentId);
  const added = corrections.filter((theirs) => !ours.some((each) => isSameItem(each, theirs)));
  for (const correction of added) insertCorrection(database, documentId, correction);
  return added.length;
}

/** How many corrections of a document wait for their item. */
export function waitingCorrections(database: Database, documentId: string): number {
  const row = database
    .prepare("SELECT count(*) AS count FROM item_corrections WHERE document_id = ? AND item_id IS NULL")
    .get(documentId);
  return z.object({ count: z.number() }).parse(row).count;
}

function insertCorrection(database: Database, documentId: string, correction: PlacedCorrection): void {
  const { section, item, originalHeading, originalBody, heading, body } = correction;
  database
    .prepare(
      `INSERT INTO item_corrections (document_id, section, item, original_heading, original_body, heading, body)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(documentId, section, item, originalHeading, originalBody, heading, body);
}

function isSameItem(one: PlacedCorrection, other: PlacedCorrection): boolean {
  return (
    one.section === other.section && one.item === other.item && one.originalHeading === other.originalHeading
  );
}

function correctionOf(row: z.infer<typeof placedRow>): PlacedCorrection {
  const { original_heading, original_body, section, item, heading, body } = row;
  return { section, item, originalHeading: original_heading, originalBody: original_body, heading, body };
}

/** Place of the item that a correction belongs to, −1 where there is none; items that have one already are left out. */
function itemFor(
  correction: PlacedCorrection,
  items: readonly NewItem[],
  taken: ReadonlyMap<number, unknown>,
): number {
  const isFree = (at: number) => !taken.has(at);
  const isThere = ({ origin }: NewItem) =>
    (origin.section ?? "") === correction.section && (origin.item ?? "") === correction.item;
  const isHeaded = ({ heading }: NewItem) => heading === correction.originalHeading;
  const tries: readonly ((item: NewItem) => boolean)[] = [
    (item) => isThere(item) && isHeaded(item) && item.body === correction.originalBody,
    (item) => isThere(item) && isHeaded(item),
    isHeaded,
    (item) => isThere(item) && item.body === correction.originalBody,
  ];
  for (const fits of tries) {
    const at = items.findIndex((item, place) => isFree(place) && fits(item));
    if (at >= 0) return at;
  }
  return -1;
}
