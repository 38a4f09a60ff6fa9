import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import {
  allItems,
  createItemReader,
  documentsOf,
  itemsAfter,
  readingOf,
  storeDocument,
} from "../../../electron/services/library/document-store.ts";
import { migrate } from "../../../electron/services/migrations/migrate.ts";
import { plainReading } from "../../support/library-documents.ts";
import { libraryItem } from "../../support/library-items.ts";

function database(): DatabaseSync {
  const opened = new DatabaseSync(":memory:");
  migrate(opened, 0);
  return opened;
}

function store(opened: DatabaseSync, title: string, items: number, source = title) {
  return storeDocument(opened, {
    name: `${title}.txt`,
    title,
    issuer: "甲局",
    year: 2025,
    reading: plainReading("甲局", title, 2025),
    sourceSha256: source,
    addedAt: "2026-01-02T03:04:05.000Z",
    itemsFor: (document) =>
      Array.from({ length: items }, (_, at) => {
        const { id: _id, ...item } = libraryItem(0, `${title}事项${at}`, { document });
        return item;
      }),
  });
}

describe("storeDocument", () => {
  it("gives the items their ids, and reads them back as they were", () => {
    const opened = database();
    const { added, document, removedItems } = store(opened, "要点", 3);
    expect(added.map((item) => item.id)).toEqual([1, 2, 3]);
    expect([...removedItems]).toEqual([]);
    expect(allItems(opened)).toEqual(added);
    expect(documentsOf(opened)).toEqual([document]);
    expect(document).toMatchObject({ items: 3, addedAt: "2026-01-02T03:04:05.000Z" });
  });

  it("replaces items under new ids and names the old ones", () => {
    const opened = database();
    store(opened, "要点", 2);
    const again = store(opened, "要点", 1, "other bytes");
    expect(again.updated).toBe(true);
    expect([...again.removedItems]).toEqual([1, 2]);
    expect(allItems(opened).map((item) => item.id)).toEqual([3]);
  });

  it("keeps nothing of a document whose items fail", () => {
    const opened = database();
    store(opened, "要点", 2);
    const failing = () => {
      throw new RangeError("a bug");
    };
    const document = {
      name: "要点.txt",
      title: "要点",
      issuer: "甲局",
      year: 2025,
      reading: plainReading("甲局", "要点", 2025),
      sourceSha256: "changed",
      addedAt: "",
      itemsFor: failing,
    };
    expect(() => storeDocument(opened, document)).toThrow(RangeError);
    expect(allItems(opened)).toHaveLength(2);
  });
});

describe("reading the store", () => {
  it("gives all items of a large library in pages", () => {
    const opened = database();
    store(opened, "要点", 11_000);
    expect(allItems(opened).map((item) => item.id)).toEqual(
      Array.from({ length: 11_000 }, (_, at) => at + 1),
    );
    expect(itemsAfter(opened, 10_998).map((item) => item.id)).toEqual([10_999, 11_000]);
  });

  it("leaves out an item that is no longer one, and refuses a reading that is no longer one", () => {
    const opened = database();
    const { document } = store(opened, "要点", 2);
    opened.exec("UPDATE items SET origin = '{' WHERE item_id = 1; UPDATE documents SET reading = '[]'");
    expect(allItems(opened).map((item) => item.id)).toEqual([2]);
    expect(createItemReader(opened)(1)).toBeUndefined();
    expect(() => readingOf(opened, document.documentId)).toThrow(
      expect.objectContaining({ code: "damaged" }),
    );
    expect(readingOf(opened, "unknown")).toBeUndefined();
  });

  it("takes a row of another shape for damage", () => {
    const opened = database();
    store(opened, "要点", 1);
    opened.exec("UPDATE documents SET year = 20255");
    expect(() => documentsOf(opened)).toThrow(expect.objectContaining({ reason: "damaged" }));
  });
});
