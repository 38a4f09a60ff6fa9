/** Documents and items in the database. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { originSourceSchema, yearSchema } from "../../../src/core/plan/model.ts";
import { type PlanReading, planReadingSchema } from "../../../src/core/reading/plan-reading.ts";
import {
  type DocumentCorrection,
  documentCorrectionSchema,
} from "../../../src/core/suggest/library-exchange.ts";
import { regionOf } from "../../../src/core/suggest/region.ts";
import type { LibraryItem } from "../../../src/core/suggest/suggestion.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { withCorrections } from "./item-corrections.ts";
import { placeMarks, setMarksAside } from "./item-marks.ts";
import { LibraryUnavailable } from "./library-file.ts";
import { searchDataOf } from "./search-data.ts";
import { type Database, inTransaction } from "./sqlite.ts";

/** A document of the library, as the host contract lists it. */
export interface LibraryDocument {
  readonly documentId: string;
  readonly title: string;
  readonly issuer: string;
  readonly region: string;
  readonly year: number | null;
  readonly items: number;
  /** Whether the file is kept, so that it can be read again. */
  readonly kept: boolean;
  /** ISO time. */
  readonly addedAt: string;
}

/** A document to be stored; `items` are made for the id that it gets. */
export interface NewDocument {
  readonly name: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: number | null;
  readonly reading: PlanReading;
  readonly sourceSha256: string;
  /** The file itself; absent where it is not to be kept. */
  readonly bytes?: Uint8Array;
  readonly addedAt: string;
  readonly itemsFor: (documentId: string) => readonly Omit<LibraryItem, "id">[];
}

/** A document as the library keeps it. */
export interface StoredSource {
  readonly name: string;
  readonly reading: PlanReading;
  readonly sourceSha256: string;
  readonly addedAt: string;
  readonly correction: DocumentCorrection | null;
}

export interface StoredDocument {
  readonly document: LibraryDocument;
  /** Whether a document that was there has been replaced. */
  readonly updated: boolean;
  readonly added: readonly LibraryItem[];
  readonly removedItems: ReadonlySet<number>;
}

const documentRow = z.object({
  document_id: z.string(),
  title: z.string(),
  issuer: z.string(),
  region: z.string().nullable(),
  year: yearSchema.nullable(),
  items: z.number(),
  kept: z.number(),
  added_at: z.string(),
});

const itemRow = z.object({
  item_id: z.number(),
  origin: z.string(),
  section_heading: z.string(),
  heading: z.string(),
  body: z.string(),
});

const DOCUMENTS = `
  SELECT document_id, title, issuer, region, year, added_at,
    (SELECT count(*) FROM items WHERE items.document_id = documents.document_id) AS items,
    EXISTS (SELECT 1 FROM document_sources WHERE document_sources.document_id = documents.document_id) AS kept
  FROM documents`;
export const ITEMS = "SELECT item_id, origin, section_heading, heading, body FROM items";
/** A larger file is not kept; it can be added again where it has to be read again. */
const LARGEST_KEPT_FILE = 8 * 1024 * 1024;
/** Items read at once while the index is built: bounds the memory beside the index. */
const PAGE = 5_000;

/** Documents, newest plan year first. */
export function documentsOf(database: Database): readonly LibraryDocument[] {
  return database.prepare(`${DOCUMENTS} ORDER BY year DESC, issuer, title`).all().map(toDocument);
}

/** What was read from a document, `undefined` for an unknown id; HostError `damaged` where it cannot be used. */
export function readingOf(database: Database, documentId: string): PlanReading | undefined {
  const row = database.prepare("SELECT reading, name FROM documents WHERE document_id = ?").get(documentId);
  if (row === undefined) return undefined;
  const { reading, name } = rowOf(z.object({ reading: z.string(), name: z.string() }), row);
  const parsed = planReadingSchema.safeParse(jsonOf(reading));
  if (!parsed.success) throw new HostError("damaged", z.prettifyError(parsed.error), name);
  return parsed.data;
}

/** Stores a document and its items; the same source, or the same title, issuer and year, replaces what was there. */
export function storeDocument(
  database: Database,
  document: NewDocument,
  /** The document to replace, where that is known by its id. */
  replaced?: string,
): StoredDocument {
  return inTransaction(database, () => {
    const known = replaced ?? knownDocument(database, document);
    const documentId = known ?? randomUUID();
    if (known !== undefined) setMarksAside(database, known);
    const removedItems = known === undefined ? new Set<number>() : removeItemsOf(database, known);
    writeDocument(database, documentId, document);
    const correction = correctionOf(database, documentId);
    const { items, place } = withCorrections(
      database,
      documentId,
      document.itemsFor(documentId).map((item) => corrected(item, correction)),
    );
    const added = insertItems(database, documentId, items);
    place(added.map(({ id }) => id));
    placeMarks(database, documentId, added);
    return { document: documentOf(database, documentId), updated: known !== undefined, added, removedItems };
  });
}

function insertItems(
  database: Database,
  documentId: string,
  items: readonly Omit<LibraryItem, "id">[],
): readonly LibraryItem[] {
  const insert = database.prepare(
    `INSERT INTO items (document_id, origin, section_heading, heading, body, initials, targets)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  return items.map((item): LibraryItem => {
    const { initials, targets } = searchDataOf(item);
    const result = insert.run(
      documentId,
      JSON.stringify(item.origin),
      item.sectionHeading,
      item.heading,
      item.body,
      initials,
      targets,
    );
    return { ...item, id: z.object({ lastInsertRowid: z.coerce.number() }).parse(result).lastInsertRowid };
  });
}

/** The row of a document that is there. */
export function documentOf(database: Database, documentId: string): LibraryDocument {
  return toDocument(database.prepare(`${DOCUMENTS} WHERE document_id = ?`).get(documentId));
}

/** Whether there is such a document. */
export function hasDocument(database: Database, documentId: string): boolean {
  return database.prepare("SELECT 1 FROM documents WHERE document_id = ?").get(documentId) !== undefined;
}

/** Removes a document with its items and their marks; gives the ids of the items. */
export function removeDocument(database: Database, documentId: string): ReadonlySet<number> {
  return inTransaction(database, () => {
    const removed = removeItemsOf(database, documentId);
    database.prepare("DELETE FROM documents WHERE document_id = ?").run(documentId);
    return removed;
  });
}

/** The file of a document with its name; `undefined` where it was not kept. */
export function sourceOf(
  database: Database,
  documentId: string,
): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  const row = database
    .prepare(
      "SELECT name, bytes FROM document_sources JOIN documents USING (document_id) WHERE document_id = ?",
    )
    .get(documentId);
  if (row === undefined) return undefined;
  return rowOf(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }), row);
}

/** Stores what the office says about a document; its items follow when they are harvested anew. */
export function correctDocument(
  database: Database,
  documentId: string,
  correction: DocumentCorrection,
): void {
  const { title, issuer, region, year } = correction;
  database
    .prepare(
      "UPDATE documents SET title = ?, issuer = ?, region = ?, year = ?, correction = ? WHERE document_id = ?",
    )
    .run(title, issuer, region, year, JSON.stringify(correction), documentId);
}

/** A stored document as it would be added now, for harvesting its items anew; `undefined` for an unknown id. */
export function storedDocument(database: Database, documentId: string): StoredSource | undefined {
  const reading = readingOf(database, documentId);
  if (reading === undefined) return undefined;
  const row = database
    .prepare("SELECT name, source_sha256, added_at, correction FROM documents WHERE document_id = ?")
    .get(documentId);
  const { name, source_sha256, added_at, correction } = rowOf(
    z.object({
      name: z.string(),
      source_sha256: z.string(),
      added_at: z.string(),
      correction: z.string().nullable(),
    }),
    row,
  );
  return {
    name,
    reading,
    sourceSha256: source_sha256,
    addedAt: added_at,
    correction:
      correction === null ? null : (documentCorrectionSchema.safeParse(jsonOf(correction)).data ?? null),
  };
}

/** Items of one document in its order. */
export function itemsOf(database: Database, documentId: string): readonly LibraryItem[] {
  const rows = database.prepare(`${ITEMS} WHERE document_id = ? ORDER BY item_id`).all(documentId);
  return rows.flatMap((row) => toItem(row) ?? []);
}

/** Fills what the search needs of items that an earlier version has stored. */
export function completeItems(database: Database): void {
  const page = database.prepare(
    `${ITEMS} WHERE initials IS NULL AND item_id > ? ORDER BY item_id LIMIT ${PAGE}`,
  );
  const update = database.prepare("UPDATE items SET initials = ?, targets = ? WHERE item_id = ?");
  const skip = database.prepare("UPDATE items SET initials = '', targets = 0 WHERE item_id = ?");
  // In a damaged file an update may miss its row, or rows come out of order: only ids that rise bring this to an end.
  let after = -1;
  for (let rows = page.all(after); rows.length > 0; rows = page.all(after)) {
    inTransaction(database, () => {
      for (const row of rows) {
        const item = toItem(row);
        if (!item) {
          skip.run(idOf(row));
          continue;
        }
        const { initials, targets } = searchDataOf(item);
        update.run(initials, targets, item.id);
      }
    });
    const last = Math.max(...rows.map(idOf));
    if (!(last > after)) break;
    after = last;
  }
  const regionless = database.prepare("SELECT document_id, issuer FROM documents WHERE region IS NULL").all();
  const setRegion = database.prepare("UPDATE documents SET region = ? WHERE document_id = ?");
  for (const row of regionless) {
    const { document_id, issuer } = rowOf(z.object({ document_id: z.string(), issuer: z.string() }), row);
    setRegion.run(regionOf(issuer), document_id);
  }
}

function correctionOf(database: Database, documentId: string): DocumentCorrection | undefined {
  const row = database.prepare("SELECT correction FROM documents WHERE document_id = ?").get(documentId);
  const { correction } = rowOf(z.object({ correction: z.string().nullable() }), row);
  if (correction === null) return undefined;
  return documentCorrectionSchema.safeParse(jsonOf(correction)).data;
}

/** The item with the title, issuer and year that the office gave its document. */
function corrected<T extends Omit<LibraryItem, "id">>(
  item: T,
  correction: DocumentCorrection | undefined,
): T {
  if (!correction) return item;
  const { title, issuer, year } = correction;
  return { ...item, origin: { ...item.origin, title, issuer, year } };
}

/** Items kept in memory: they come up again with every keystroke, and an id never means another text. */
const REMEMBERED_ITEMS = 4_000;

/** Gives items by their ids, `undefined` for an unknown one. */
export function createItemReader(database: Database): (id: number) => LibraryItem | undefined {
  const statement = database.prepare(`${ITEMS} WHERE item_id = ?`);
  const remembered = new Map<number, LibraryItem>();
  return (id) => {
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const row = statement.get(id);
    const item = row === undefined ? undefined : toItem(row);
    if (item === undefined) return undefined;
    if (remembered.size >= REMEMBERED_ITEMS) remembered.clear();
    remembered.set(id, item);
    return item;
  };
}

/** All items in the order of their ids. */
export function allItems(database: Database): readonly LibraryItem[] {
  return itemsAfter(database, 0);
}

/** Items with an id greater than `id`, in order. */
export function itemsAfter(database: Database, id: number): readonly LibraryItem[] {
  const page = database.prepare(`${ITEMS} WHERE item_id > ? ORDER BY item_id LIMIT ${PAGE}`);
  const items: LibraryItem[] = [];
  for (let last = id; ; ) {
    const rows = page.all(last);
    for (const row of rows) {
      const item = toItem(row);
      if (item !== undefined) items.push(item);
    }
    if (rows.length < PAGE) return items;
    last = idOf(rows.at(-1));
  }
}

/** Ids of all items. */
export function itemIds(database: Database): ReadonlySet<number> {
  const rows = database.prepare("SELECT item_id FROM items").all();
  return new Set(rows.map((row) => (row as { readonly item_id: number }).item_id));
}

export function countsOf(database: Database): { readonly documents: number; readonly items: number } {
  const row = database
    .prepare("SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM items) AS items")
    .get();
  return rowOf(z.object({ documents: z.number(), items: z.number() }), row);
}

/** A property of the library, `undefined` while it has not been set. */
export function propertyOf(database: Database, name: string): string | undefined {
  const row = database.prepare("SELECT value FROM properties WHERE name = ?").get(name);
  return row === undefined ? undefined : rowOf(z.object({ value: z.string() }), row).value;
}

export function setProperty(database: Database, name: string, value: string): void {
  database
    .prepare(
      "INSERT INTO properties (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .run(name, value);
}

/** Id of the document that this one replaces. A document without title, issuer or year is only known by its source. */
export function knownDocument(
  database: Database,
  document: Pick<NewDocument, "sourceSha256" | "title" | "issuer" | "year">,
): string | undefined {
  const bySource = database
    .prepare("SELECT document_id FROM documents WHERE source_sha256 = ?")
    .get(document.sourceSha256);
  return bySource === undefined ? namedDocument(database, document) : documentIdOf(bySource);
}

/** Id of the document with this title, issuer and year; undefined where one of them is not given. */
export function namedDocument(
  database: Database,
  { title, issuer, year }: Pick<NewDocument, "title" | "issuer" | "year">,
): string | undefined {
  if (title === "" || issuer === "" || year === null) return undefined;
  const row = database
    .prepare("SELECT document_id FROM documents WHERE issuer = ? AND title = ? AND year = ?")
    .get(issuer, title, year);
  return row === undefined ? undefined : documentIdOf(row);
}

function documentIdOf(row: unknown): string {
  return rowOf(z.object({ document_id: z.string() }), row).document_id;
}

function removeItemsOf(database: Database, documentId: string): ReadonlySet<number> {
  const rows = database.prepare("SELECT item_id FROM items WHERE document_id = ?").all(documentId);
  database.prepare("DELETE FROM items WHERE document_id = ?").run(documentId);
  return new Set(rows.map(idOf));
}

/** A corrected document keeps what the office said, whatever is read from its file now. */
function writeDocument(database: Database, documentId: string, document: NewDocument): void {
  database
    .prepare(
      `INSERT INTO documents
         (document_id, name, title, issuer, region, year, kind, reading, source_sha256, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (document_id) DO UPDATE SET name = excluded.name,
         title = iif(correction IS NULL, excluded.title, title),
         issuer = iif(correction IS NULL, excluded.issuer, issuer),
         region = iif(correction IS NULL, excluded.region, region),
         year = iif(correction IS NULL, excluded.year, year),
         kind = excluded.kind, reading = excluded.reading,
         source_sha256 = excluded.source_sha256, added_at = excluded.added_at`,
    )
    .run(
      documentId,
      document.name,
      document.title,
      document.issuer,
      regionOf(document.issuer),
      document.year,
      document.reading.kind,
      JSON.stringify(document.reading),
      document.sourceSha256,
      document.addedAt,
    );
  if (document.bytes === undefined || document.bytes.length > LARGEST_KEPT_FILE) return;
  database
    .prepare(
      `INSERT INTO document_sources (document_id, bytes) VALUES (?, ?)
         ON CONFLICT (document_id) DO UPDATE SET bytes = excluded.bytes`,
    )
    .run(documentId, document.bytes);
}

function toDocument(row: unknown): LibraryDocument {
  const { document_id, added_at, kept, region, ...rest } = rowOf(documentRow, row);
  return { ...rest, region: region ?? "", kept: kept === 1, documentId: document_id, addedAt: added_at };
}

/** `undefined` for a row that no longer has the shape of an item: one bad row must not hide all others. */
export function toItem(row: unknown): LibraryItem | undefined {
  const columns = itemRow.safeParse(row);
  if (!columns.success) return undefined;
  const { item_id, origin, section_heading, heading, body } = columns.data;
  const source = originSourceSchema.safeParse(jsonOf(origin));
  if (!source.success) return undefined;
  return { id: item_id, origin: source.data, sectionHeading: section_heading, heading, body };
}

function idOf(row: unknown): number {
  return rowOf(z.object({ item_id: z.number() }), row).item_id;
}

/** A row of the database; one of another shape than was written is damage that SQLite cannot see. */
export function rowOf<T>(schema: z.ZodType<T>, row: unknown): T {
  const parsed = schema.safeParse(row);
  if (!parsed.success) throw new LibraryUnavailable("damaged", z.prettifyError(parsed.error));
  return parsed.data;
}

/** `undefined` for text that is no JSON: it cannot have been written like that. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller finds that the value has the wrong shape.
    return undefined;
  }
}
