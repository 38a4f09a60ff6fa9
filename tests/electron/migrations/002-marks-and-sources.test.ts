import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { completeItems } from "../../../electron/services/library/document-store.ts";
import { createDocumentsAndItems } from "../../../electron/services/migrations/001-documents-and-items.ts";
import { migrate, SCHEMA_VERSION } from "../../../electron/services/migrations/migrate.ts";

const ORIGIN = JSON.stringify({
  documentId: "d1",
  title: "要点",
  issuer: "南平市建阳区教育局",
  year: 2025,
  section: "一",
  item: "1",
  heading: "促进学前教育",
});

/** A database as version 1 left it. */
function versionOne(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec("PRAGMA foreign_keys = ON");
  createDocumentsAndItems(database);
  database.exec("PRAGMA user_version = 1");
  database.exec(`
    INSERT INTO documents VALUES ('d1', '甲.txt', '要点', '南平市建阳区教育局', 2025, 'plan', '{}', 'sum', 'now');
    INSERT INTO items (document_id, origin, section_heading, heading, body)
      VALUES ('d1', '${ORIGIN}', '重点', '促进学前教育', '毛入园率达到95%以上。'), ('d1', 'no json', '', '坏', '');
  `);
  return database;
}

describe("addMarksAndSources", () => {
  it("keeps the documents and items of version 1, and what the search needs is filled in after it", () => {
    const database = versionOne();
    migrate(database, 1);
    completeItems(database);
    const version = database.prepare("PRAGMA user_version").get();
    expect({ ...version }).toEqual({ user_version: SCHEMA_VERSION });
    const items = database.prepare("SELECT heading, initials, targets FROM items ORDER BY item_id").all();
    expect(items.map((row) => ({ ...row }))).toEqual([
      { heading: "促进学前教育", initials: "cjxqjy", targets: 1 },
      { heading: "坏", initials: "", targets: 0 },
    ]);
    expect({ ...database.prepare("SELECT region FROM documents").get() }).toEqual({ region: "南平市建阳区" });
  });

  it("removes marks and the kept file with their document", () => {
    const database = versionOne();
    migrate(database, 1);
    database.exec(`
      INSERT INTO document_sources VALUES ('d1', x'00');
      INSERT INTO item_marks VALUES (1, 1, 0, '好');
      INSERT INTO waiting_marks VALUES ('d1', '一', '9', '没有了', 1, 0, '');
      DELETE FROM documents;
    `);
    for (const table of ["document_sources", "item_marks", "waiting_marks"])
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
  });
});
