import type { Database } from "../library/sqlite.ts";

/**
 * Version 2: the file a document was read from, what the office corrected about it, marks of items, and what the search
 * needs of each item. The new columns of items are empty until `completeItems` has filled them.
 */
export function addMarksAndSources(database: Database): void {
  database.exec(`
    ALTER TABLE documents ADD COLUMN region TEXT;
    -- What the office corrected (title, issuer, region, year) as JSON; it outlives reading the file again.
    ALTER TABLE documents ADD COLUMN correction TEXT;
    CREATE TABLE document_sources (
      document_id TEXT PRIMARY KEY REFERENCES documents (document_id) ON DELETE CASCADE,
      bytes BLOB NOT NULL
    ) STRICT;
    ALTER TABLE items ADD COLUMN initials TEXT;
    ALTER TABLE items ADD COLUMN targets INTEGER;
    CREATE TABLE item_marks (
      item_id INTEGER PRIMARY KEY REFERENCES items (item_id) ON DELETE CASCADE,
      favourite INTEGER NOT NULL,
      hidden INTEGER NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    -- Marks of items that a document no longer has after it was read again; they wait for the item to come back.
    CREATE TABLE waiting_marks (
      document_id TEXT NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
      section TEXT NOT NULL,
      item TEXT NOT NULL,
      heading TEXT NOT NULL,
      favourite INTEGER NOT NULL,
      hidden INTEGER NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX waiting_marks_by_document ON waiting_marks (document_id);
  `);
}
