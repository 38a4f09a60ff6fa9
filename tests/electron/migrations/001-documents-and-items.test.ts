import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { createDocumentsAndItems } from "../../../electron/services/migrations/001-documents-and-items.ts";
import { migrate, SCHEMA_VERSION } from "../../../electron/services/migrations/migrate.ts";

function migrated(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec("PRAGMA foreign_keys = ON");
  createDocumentsAndItems(database);
  return database;
}

const rows = (database: DatabaseSync, sql: string) =>
  database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }));

const DOCUMENT =
  "INSERT INTO documents VALUES ('d1', '甲.txt', '要点', '甲局', 2025, 'plan', '{}', 'sum', 'now')";
const ITEM =
  "INSERT INTO items (document_id, origin, section_heading, heading, body) VALUES ('d1', '{}', '', '', '')";

describe("createDocumentsAndItems", () => {
  it("makes version 1 out of an empty database", () => {
    const database = migrated();
    expect(
      rows(
        database,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      ),
    ).toEqual([{ name: "documents" }, { name: "items" }, { name: "properties" }]);
  });

  it("removes the items of a removed document, and never gives an id twice", () => {
    const database = migrated();
    database.exec(`${DOCUMENT}; ${ITEM}; ${ITEM}; DELETE FROM documents`);
    expect(rows(database, "SELECT * FROM items")).toEqual([]);
    database.exec(`${DOCUMENT}; ${ITEM}`);
    expect(rows(database, "SELECT item_id FROM items")).toEqual([{ item_id: 3 }]);
  });

  it("refuses items of an unknown document and a second document of the same source", () => {
    const database = migrated();
    expect(() => database.exec(ITEM)).toThrow(/FOREIGN KEY/);
    database.exec(DOCUMENT);
    expect(() => database.exec(DOCUMENT.replace("'d1'", "'d2'"))).toThrow(/UNIQUE/);
  });
});

describe("migrate", () => {
  it("brings an empty database to the current version", () => {
    const database = new DatabaseSync(":memory:");
    migrate(database, 0);
    expect(rows(database, "PRAGMA user_version")).toEqual([{ user_version: SCHEMA_VERSION }]);
  });

  it("leaves a database of the current version alone", () => {
    const database = migrated();
    database.exec(DOCUMENT);
    migrate(database, SCHEMA_VERSION);
    expect(rows(database, "SELECT document_id FROM documents")).toEqual([{ document_id: "d1" }]);
  });
});
