import type { Database } from "../library/sqlite.ts";

/** Version 1: documents with what was read from them, their items, and properties of the library itself. */
export function createDocumentsAndItems(database: Database): void {
  database.exec(`
    CREATE TABLE properties (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
    CREATE TABLE documents (
      document_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      title TEXT NOT NULL,
      issuer TEXT NOT NULL,
      year INTEGER,
      kind TEXT NOT NULL,
      reading TEXT NOT NULL,
      source_sha256 TEXT NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX documents_by_source ON documents (source_sha256);
    -- AUTOINCREMENT: the index outlives a deleted item and knows items by id, so no id may come twice.
    CREATE TABLE items (
      item_id INTEGER PRIMARY KEY AUTOINCREMENT,
      document_id TEXT NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
      origin TEXT NOT NULL,
      section_heading TEXT NOT NULL,
      heading TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX items_by_document ON items (document_id);
  `);
}
