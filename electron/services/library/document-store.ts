/** Documents and items in the database. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { originSourceSchema, yearSchema } from "../../../src/core/plan/model.ts";
import { type PlanReading, planReadingSchema } from "../../../src/core/reading/plan-reading.ts";
import type { LibraryItem } from "../../../src/core/suggest/suggestion.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { LibraryUnavailable } from "./library-file.ts";
import { type Database, inTransaction } from "./sqlite.ts";

/** A document of the library, as the host contract lists it. */
export interface LibraryDocument {
  readonly documentId: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: number | null;
  readonly items: number;
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
  readonly addedAt: string;
  readonly itemsFor: (documentId: string) => readonly Omit<LibraryItem, "id">[];
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
  year: yearSchema.nullable(),
  items: z.number(),
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
  SELECT document_id, title, issuer, year, added_at,
    (SELECT count(*) FROM items WHERE items.document_id = documents.document_id) AS items
  FROM documents`;
const ITEMS = "SELECT item_id, origin, section_heading, heading, body FROM items";
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
export function storeDocument(database: Database, document: NewDocument): StoredDocument {
  return inTransaction(database, () => {
    const known = knownDocument(database, document);
    const documentId = known ?? randomUUID();
    const removedItems = known === undefined ? new Set<number>() : removeItemsOf(database, known);
    writeDocument(database, documentId, document);
    const insert = database.prepare(
      "INSERT INTO items (document_id, origin, section_heading, heading, body) VALUES (?, ?, ?, ?, ?)",
    );
    const added = document.itemsFor(documentId).map((item): LibraryItem => {
      const result = insert.run(
        documentId,
        JSON.stringify(item.origin),
        item.sectionHeading,
        item.heading,
        item.body,
      );
      return { ...item, id: z.object({ lastInsertRowid: z.coerce.number() }).parse(result).lastInsertRowid };
    });
    const stored = database.prepare(`${DOCUMENTS} WHERE document_id = ?`).get(documentId);
    return { document: toDocument(stored), updated: known !== undefined, added, removedItems };
  });
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
function knownDocument(database: Database, document: NewDocument): string | undefined {
  const bySource = database
    .prepare("SELECT document_id FROM documents WHERE source_sha256 = ?")
    .get(document.sourceSha256);
  const row =
    bySource ??
    (document.title === "" || document.issuer === "" || document.year === null
      ? undefined
      : database
          .prepare("SELECT document_id FROM documents WHERE issuer = ? AND title = ? AND year = ?")
          .get(document.issuer, document.title, document.year));
  return row === undefined ? undefined : rowOf(z.object({ document_id: z.string() }), row).document_id;
}

function removeItemsOf(database: Database, documentId: string): ReadonlySet<number> {
  const rows = database.prepare("SELECT item_id FROM items WHERE document_id = ?").all(documentId);
  database.prepare("DELETE FROM items WHERE document_id = ?").run(documentId);
  return new Set(rows.map(idOf));
}

function writeDocument(database: Database, documentId: string, document: NewDocument): void {
  database
    .prepare(
      `INSERT INTO documents
         (document_id, name, title, issuer, year, kind, reading, source_sha256, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (document_id) DO UPDATE SET name = excluded.name, title = excluded.title,
         issuer = excluded.issuer, year = excluded.year, kind = excluded.kind, reading = excluded.reading,
         source_sha256 = excluded.source_sha256, added_at = excluded.added_at`,
    )
    .run(
      documentId,
      document.name,
      document.title,
      document.issuer,
      document.year,
      document.reading.kind,
      JSON.stringify(document.reading),
      document.sourceSha256,
      document.addedAt,
    );
}

function toDocument(row: unknown): LibraryDocument {
  const { document_id, added_at, ...rest } = rowOf(documentRow, row);
  return { ...rest, documentId: document_id, addedAt: added_at };
}

/** `undefined` for a row that no longer has the shape of an item: one bad row must not hide all others. */
function toItem(row: unknown): LibraryItem | undefined {
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
function rowOf<T>(schema: z.ZodType<T>, row: unknown): T {
  const parsed = schema.safeParse(row);
  if (!parsed.success) throw new LibraryUnavailable("damaged", z.prettifyError(parsed.error));
  return parsed.data;
}

/** `undefined` for text that is no JSON: it cannot have been written like that. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller finds that the value has the wrong shape.
    return undefined;
  }
}
