import type { Database } from "../library/sqlite.ts";

/**
 * Version 3: what the office corrected in the text of items. The items hold the corrected text, this table the text of
 * the source; a correction without `item_id` waits for its item to come back when the document is read again.
 */
export function addItemCorrections(database: Database): void {
  database.exec(`
    CREATE TABLE item_corrections (
      document_id TEXT NOT NULL REFERENCES documents (document_id) ON DELETE CASCADE,
      item_id INTEGER UNIQUE REFERENCES items (item_id) ON DELETE SET NULL,
      section TEXT NOT NULL,
      item TEXT NOT NULL,
      original_heading TEXT NOT NULL,
      original_body TEXT NOT NULL,
      heading TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX item_corrections_by_document ON item_corrections (document_id);
  `);
}
