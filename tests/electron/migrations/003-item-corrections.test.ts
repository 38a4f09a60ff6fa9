import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { createDocumentsAndItems } from "../../../electron/services/migrations/001-documents-and-items.ts";
import { addMarksAndSources } from "../../../electron/services/migrations/002-marks-and-sources.ts";
import { migrate } from "../../../electron/services/migrations/migrate.ts";

/** A database as version 2 left it. */
function versionTwo(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec("PRAGMA foreign_keys = ON");
  createDocumentsAndItems(database);
  addMarksAndSources(database);
  database.exec(`
    PRAGMA user_version = 2;
    INSERT INTO documents (document_id, name, title, issuer, kind, reading, source_sha256, added_at)
      VALUES ('d1', '甲.txt', '要点', '', 'plan', '{}', 'sum', 'now');
    INSERT INTO items (document_id, origin, section_heading, heading, body) VALUES ('d1', '{}', '', '甲', '');
    INSERT INTO item_marks VALUES (1, 1, 0, '好');
  `);
  return database;
}

describe("addItemCorrections", () => {
  it("leaves items and marks as they are", () => {
    const database = versionTwo();
    migrate(database, 2);
    expect({
      ...database.prepare("SELECT heading, note FROM items JOIN item_marks USING (item_id)").get(),
    }).toEqual({
      heading: "甲",
      note: "好",
    });
  });

  it("keeps a correction whose item goes, and removes it with its document", () => {
    const database = versionTwo();
    migrate(database, 2);
    database.exec("INSERT INTO item_corrections VALUES ('d1', 1, '', '', '甲', '', '乙', '')");
    database.exec("DELETE FROM items");
    expect(
      database
        .prepare("SELECT item_id, heading FROM item_corrections")
        .all()
        .map((row) => ({ ...row })),
    ).toEqual([{ item_id: null, heading: "乙" }]);
    database.exec("DELETE FROM documents");
    expect(database.prepare("SELECT * FROM item_corrections").all()).toEqual([]);
  });
});
