import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readExchange } from "../../../electron/services/library/exchange-file.ts";
import { type LibraryStore, openStore } from "../../../electron/services/library/library-store.ts";
import { NO_FILTERS } from "../../../src/core/suggest/library-search.ts";
import { lineDocument, lineReaders } from "../../support/library-documents.ts";

let folder = "";
let stores: LibraryStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yaodian-item-"));
});
afterEach(() => {
  for (const store of stores) store.close();
  stores = [];
  rmSync(folder, { recursive: true, force: true });
});

async function open(name = "ours"): Promise<LibraryStore> {
  const store = await openStore({ kind: "library", folder: join(folder, name), seeds: [] }, lineReaders);
  stores.push(store);
  return store;
}

const ORIGINAL = { heading: "强化师德师风健设", body: "开展师德专题教肓。" };
const CORRECTED = { heading: "强化师德师风建设", body: "开展师德专题教育，落实一票否决。" };

const bytes = (...items: string[]) => lineDocument("甲县教育局|2025年工作要点|2025", ...items);
const LINES = ["学前教育|促进学前教育普惠发展|新建公办园。", `队伍建设|${ORIGINAL.heading}|${ORIGINAL.body}`];

async function filled(store: LibraryStore) {
  const { document } = await store.addDocument({ name: "甲.txt", bytes: bytes(...LINES) });
  return document.documentId;
}

const rowsOf = (store: LibraryStore, text: string) =>
  store.search({ text, filters: NO_FILTERS, limit: 50 }).rows;
const idOf = (store: LibraryStore, text: string) => rowsOf(store, text)[0]?.item.id ?? -1;
const textOf = (store: LibraryStore, itemId: number) => {
  const { item, original, mark } = store.entry(itemId);
  return { heading: item.heading, body: item.body, original, note: mark.note };
};

describe("correctItem", () => {
  it("gives an item another text, keeps the one of the source, and gives it back", async () => {
    const store = await open();
    await filled(store);
    const first = idOf(store, "师德");
    store.mark(first, { favourite: false, hidden: false, note: "打字错误" });
    const { itemId } = store.correctItem(first, CORRECTED);
    expect(itemId).not.toBe(first);
    expect(textOf(store, itemId)).toEqual({ ...CORRECTED, original: ORIGINAL, note: "打字错误" });
    expect(store.entry(itemId).item.origin.heading).toBe(ORIGINAL.heading);
    expect(idOf(store, "一票否决")).toBe(itemId);
    const again = store.correctItem(itemId, { ...CORRECTED, body: "另一句。" });
    expect(textOf(store, again.itemId)).toMatchObject({ body: "另一句。", original: ORIGINAL });
    const back = store.correctItem(again.itemId, null);
    expect(textOf(store, back.itemId)).toEqual({ ...ORIGINAL, original: null, note: "打字错误" });
    expect(rowsOf(store, "“一票否决”")).toEqual([]);
  });

  it("suggests the corrected text", async () => {
    const store = await open();
    await filled(store);
    store.correctItem(idOf(store, "师德"), CORRECTED);
    const suggestions = store.suggest({
      place: "heading",
      typed: "师德师风",
      heading: "",
      sectionHeading: "",
      covered: [],
      issuer: "",
      year: 2027,
      title: "",
      limit: 5,
    });
    expect(suggestions[0]?.item).toMatchObject(CORRECTED);
  });

  it("stays when the document is read again, added again, rebuilt and opened again", async () => {
    const store = await open();
    const documentId = await filled(store);
    store.correctItem(idOf(store, "师德"), CORRECTED);
    const reading = store.reading(documentId);
    if (reading) store.replaceReading(documentId, reading);
    expect(textOf(store, idOf(store, "一票否决"))).toMatchObject({ ...CORRECTED, original: ORIGINAL });
    await store.addDocument({ name: "甲.txt", bytes: bytes(...LINES) });
    store.harvestAgain(documentId);
    store.buildAgain(() => {});
    store.close();
    const opened = await open();
    expect(textOf(opened, idOf(opened, "一票否决"))).toMatchObject({ ...CORRECTED, original: ORIGINAL });
  });

  it("waits while the item is gone, and ends when the source says the same", async () => {
    const store = await open();
    const documentId = await filled(store);
    store.correctItem(idOf(store, "师德"), CORRECTED);
    const other = await lineReaders.read("乙.txt", bytes(LINES[0] ?? ""));
    expect(store.replaceReading(documentId, other).waitingMarks).toBe(1);
    expect(rowsOf(store, "“师德”")).toEqual([]);
    const back = await lineReaders.read("乙.txt", bytes(...LINES));
    expect(store.replaceReading(documentId, back).waitingMarks).toBe(0);
    expect(textOf(store, idOf(store, "一票否决"))).toMatchObject({ ...CORRECTED, original: ORIGINAL });
    const right = await lineReaders.read(
      "乙.txt",
      bytes(LINES[0] ?? "", `队伍建设|${CORRECTED.heading}|${CORRECTED.body}`),
    );
    // Another heading at the same place, and another body: it is not known to be the same item.
    expect(store.replaceReading(documentId, right).waitingMarks).toBe(1);
    expect(textOf(store, idOf(store, "一票否决"))).toMatchObject({ ...CORRECTED, original: null });
  });

  it("travels in a library file, ours before theirs, and the report counts it", async () => {
    const theirs = await open("theirs");
    await filled(theirs);
    theirs.correctItem(idOf(theirs, "师德"), CORRECTED);
    const [document] = readExchange(theirs.exportFile(), "库").documents;
    if (!document) throw new Error("nothing was exported");
    const added = await open("added");
    expect(added.merge(document)).toMatchObject({ outcome: "added", corrections: 1 });
    expect(textOf(added, idOf(added, "一票否决"))).toMatchObject({ ...CORRECTED, original: ORIGINAL });
    expect(added.merge(document)).toMatchObject({ outcome: "unchanged", corrections: 0 });
    const ours = await open("ours");
    await filled(ours);
    ours.correctItem(idOf(ours, "师德"), { ...CORRECTED, body: "我们的更正。" });
    expect(ours.merge(document)).toMatchObject({ outcome: "unchanged", corrections: 0 });
    expect(textOf(ours, idOf(ours, "我们的更正"))).toMatchObject({ original: ORIGINAL });
  });

  it("refuses an item that is not there", async () => {
    const store = await open();
    expect(() => store.correctItem(9, CORRECTED)).toThrow(expect.objectContaining({ code: "not-found" }));
  });
});

describe("readExchange", () => {
  it("takes a document without corrections, as files had none at first", async () => {
    const store = await open();
    await filled(store);
    const [document] = readExchange(store.exportFile(), "库").documents;
    expect(document?.corrections).toEqual([]);
  });
});
