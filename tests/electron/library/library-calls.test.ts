import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readExchange } from "../../../electron/services/library/exchange-file.ts";
import { type LibraryStore, openStore } from "../../../electron/services/library/library-store.ts";
import { type LibraryFilters, NO_FILTERS, NO_MARK } from "../../../src/core/suggest/library-search.ts";
import { NO_OVERLAY, parseTopicText } from "../../../src/core/suggest/topic-list.ts";
import { lineDocument, lineReaders } from "../../support/library-documents.ts";

let folder = "";
let stores: LibraryStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yaodian-calls-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const store of stores) store.close();
  stores = [];
  rmSync(folder, { recursive: true, force: true });
});

async function open(name = "ours"): Promise<LibraryStore> {
  const store = await openStore({ kind: "library", folder: join(folder, name), seeds: [] }, lineReaders);
  stores.push(store);
  return store;
}

const BODY_2024 =
  "落实政府购买普惠性民办幼儿园服务制度，完善幼儿园保教质量评估，普惠性幼儿园覆盖率达到90%以上。";
const BODY_2025 =
  "落实政府购买普惠性民办幼儿园服务制度，完善幼儿园保教质量评估，普惠性幼儿园覆盖率达到92%以上。";

/** Two years of one bureau and one of another. */
async function filled(store: LibraryStore) {
  const add = (issuer: string, year: number, ...items: string[]) =>
    store.addDocument({
      name: `${issuer}${year}.txt`,
      bytes: lineDocument(`${issuer}|${year}年工作要点|${year}`, ...items),
    });
  return {
    before: (await add("南平市建阳区教育局", 2024, `学前教育|促进学前教育普惠发展|${BODY_2024}`)).document,
    ours: (
      await add(
        "南平市建阳区教育局",
        2025,
        `学前教育|促进学前教育普惠发展|${BODY_2025}`,
        "队伍建设|强化师德师风建设|开展师德专题教育。",
      )
    ).document,
    theirs: (await add("昆明市教育局", 2025, "教师队伍|建设高素质教师队伍|补充教师编制，强化师德。"))
      .document,
  };
}

const find = (store: LibraryStore, text: string, filters: Partial<LibraryFilters> = {}) =>
  store.search({ text, filters: { ...NO_FILTERS, ...filters }, limit: 100 });
const headings = (store: LibraryStore, text: string, filters: Partial<LibraryFilters> = {}) =>
  find(store, text, filters).rows.map(({ item }) => item.heading);
const idOf = (store: LibraryStore, text: string) => find(store, text).rows[0]?.item.id ?? -1;

describe("search", () => {
  it("finds words in heading and body, headings first, with the places marked", async () => {
    const store = await open();
    await filled(store);
    const { rows } = find(store, "师德");
    expect(rows.map(({ item }) => item.heading)).toEqual(["强化师德师风建设", "建设高素质教师队伍"]);
    expect(rows[0]?.headingMatches).toEqual([[2, 4]]);
    const [from = 0, to = 0] = rows[1]?.snippetMatches[0] ?? [];
    expect(rows[1]?.snippet.slice(from, to)).toBe("师德");
  });

  it("takes a text in quotation marks as one phrase, and several words together", async () => {
    const store = await open();
    await filled(store);
    expect(headings(store, "“师德专题”")).toEqual(["强化师德师风建设"]);
    expect(headings(store, "“专题师德”")).toEqual([]);
    expect(headings(store, "编制 师德")[0]).toBe("建设高素质教师队伍");
  });

  it("finds a heading by the first letters of its pinyin", async () => {
    const store = await open();
    await filled(store);
    expect(headings(store, "sdsf")).toEqual(["强化师德师风建设"]);
    expect(headings(store, "jsgszjs")).toEqual(["建设高素质教师队伍"]);
  });

  it("folds the same item of several years into one row with its years", async () => {
    const store = await open();
    await filled(store);
    const { rows, total } = find(store, "普惠");
    expect(rows.map(({ item, years }) => [item.heading, item.origin.year, years])).toEqual([
      ["促进学前教育普惠发展", 2025, [2025, 2024]],
    ]);
    expect(total).toBe(2);
  });

  it("narrows by year, issuer, region, section topic and target, and counts what there is of each", async () => {
    const store = await open();
    await filled(store);
    expect(headings(store, "", { year: 2024 })).toEqual(["促进学前教育普惠发展"]);
    expect(headings(store, "", { issuer: "昆明市教育局" })).toEqual(["建设高素质教师队伍"]);
    expect(headings(store, "", { region: "南平市建阳区" })).toHaveLength(2);
    expect(headings(store, "", { hasTarget: true })).toEqual(["促进学前教育普惠发展"]);
    const { facets } = find(store, "");
    expect(facets.years).toEqual([
      { value: "2025", items: 3 },
      { value: "2024", items: 1 },
    ]);
    const [topic] = facets.topics;
    expect(headings(store, "", { topic: topic?.value ?? "" }).length).toBeGreaterThan(0);
  });

  it("goes on to items on the same matter where the words themselves are rare", async () => {
    const store = await open();
    await filled(store);
    expect(headings(store, "幼儿园 托育")).toContain("促进学前教育普惠发展");
  });
});

describe("entry", () => {
  it("gives an item with the same item in other years, newest first", async () => {
    const store = await open();
    await filled(store);
    const { item, versions, region } = store.entry(idOf(store, "普惠"));
    expect(item.body).toBe(BODY_2025);
    expect(versions.map(({ origin, body }) => [origin.year, body])).toEqual([
      [2025, BODY_2025],
      [2024, BODY_2024],
    ]);
    expect(region).toBe("南平市建阳区");
  });

  it("fails for an item that is not there", async () => {
    const store = await open();
    expect(() => store.entry(77)).toThrow(expect.objectContaining({ code: "not-found" }));
  });
});

describe("mark", () => {
  it("keeps favourites and notes, which the search can ask for", async () => {
    const store = await open();
    await filled(store);
    const id = idOf(store, "师德师风");
    store.mark(id, { favourite: true, hidden: false, note: "局长点过名" });
    expect(headings(store, "", { only: "favourite" })).toEqual(["强化师德师风建设"]);
    expect(headings(store, "点过名")[0]).toBe("强化师德师风建设");
    expect(store.entry(id).mark).toEqual({ favourite: true, hidden: false, note: "局长点过名" });
    store.mark(id, NO_MARK);
    expect(headings(store, "", { only: "noted" })).toEqual([]);
  });

  it("takes a hidden item out of search and suggestions until it is shown again", async () => {
    const store = await open();
    await filled(store);
    const id = idOf(store, "师德师风");
    const suggested = () =>
      store
        .suggest({
          place: "heading",
          typed: "强化师德师风",
          heading: "",
          sectionHeading: "",
          issuer: "",
          year: null,
          covered: [],
          title: "",
          limit: 5,
        })
        .map(({ item }) => item.id);
    expect(suggested()).toContain(id);
    store.mark(id, { ...NO_MARK, hidden: true });
    expect(suggested()).not.toContain(id);
    expect(headings(store, "师德师风")).not.toContain("强化师德师风建设");
    expect(headings(store, "", { only: "hidden" })).toEqual(["强化师德师风建设"]);
    store.mark(id, NO_MARK);
    expect(suggested()).toContain(id);
  });

  it("stays with its item when the document is read again, and waits where the item is gone", async () => {
    const store = await open();
    const { ours } = await filled(store);
    store.mark(idOf(store, "师德师风"), { ...NO_MARK, note: "好" });
    const again = async (...items: string[]) =>
      store.replaceReading(
        ours.documentId,
        await lineReaders.read("x", lineDocument("南平市建阳区教育局|2025年工作要点|2025", ...items)),
      );
    await again("甲|别的|", "队伍|强化师德师风建设|开展师德教育。");
    expect(store.entry(idOf(store, "师德师风")).mark.note).toBe("好");
    expect((await again("甲|只有一条|")).waitingMarks).toBe(1);
    expect((await again("乙|又一条|", "队伍|强化师德师风建设|")).waitingMarks).toBe(0);
    expect(headings(store, "", { only: "noted" })).toEqual(["强化师德师风建设"]);
  });
});

describe("remove", () => {
  it("takes a document with its items out of everything", async () => {
    const store = await open();
    const { theirs } = await filled(store);
    store.remove(theirs.documentId);
    expect(headings(store, "教师队伍")).not.toContain("建设高素质教师队伍");
    expect(store.documents().map(({ issuer }) => issuer)).not.toContain("昆明市教育局");
    expect(find(store, "").facets.issuers).toHaveLength(1);
    expect(() => store.remove(theirs.documentId)).toThrow(expect.objectContaining({ code: "not-found" }));
  });
});

describe("source", () => {
  it("gives the file a document was read from", async () => {
    const store = await open();
    const { ours } = await filled(store);
    const { name, bytes } = store.source(ours.documentId);
    expect(name).toBe("南平市建阳区教育局2025.txt");
    expect(new TextDecoder().decode(bytes)).toContain("强化师德师风建设");
    expect(ours.kept).toBe(true);
  });
});

describe("correct", () => {
  it("changes title, issuer, region and year of document and items, and outlives reading again", async () => {
    const store = await open();
    const { ours } = await filled(store);
    const correction = { title: "新题", issuer: "建阳区教育局", region: "建阳区", year: 2026 };
    expect(store.correct(ours.documentId, correction).document).toMatchObject(correction);
    store.replaceReading(
      ours.documentId,
      await lineReaders.read("x", lineDocument("错的局|错的|2001", "队伍|强化师德师风建设|")),
    );
    const { item } = store.entry(idOf(store, "师德师风"));
    expect(item.origin).toMatchObject({ title: "新题", issuer: "建阳区教育局", year: 2026 });
    expect(headings(store, "", { region: "建阳区" })).toEqual(["强化师德师风建设"]);
    expect(store.documents()).toContainEqual(expect.objectContaining(correction));
  });
});

describe("buildAgain", () => {
  it("makes items and index anew from the stored documents, notes kept, and tells how far it is", async () => {
    const store = await open();
    const { before, ours, theirs } = await filled(store);
    store.mark(idOf(store, "师德师风"), { ...NO_MARK, note: "好" });
    for (const { documentId } of [before, ours, theirs]) store.harvestAgain(documentId);
    const told: unknown[] = [];
    store.buildAgain((progress) => told.push(progress));
    expect(told).toEqual([{ done: 0, total: 4 }]);
    expect(find(store, "普惠").rows[0]?.years).toEqual([2025, 2024]);
    expect(store.entry(idOf(store, "师德师风")).mark.note).toBe("好");
  });
});

describe("setTopics", () => {
  const typed = (store: LibraryStore) =>
    store.suggest({
      place: "heading",
      typed: "园丁",
      heading: "",
      sectionHeading: "",
      issuer: "",
      year: null,
      covered: [],
      title: "",
      limit: 5,
    });

  it("keeps the office's groups beside the library and finds by them at once and after a start", async () => {
    const store = await open();
    await filled(store);
    expect(typed(store)).toEqual([]);
    const parsed = parseTopicText("园丁、师德");
    if (!parsed.ok) throw new Error("refused");
    store.setTopics(parsed.overlay, () => {});
    expect(typed(store).map(({ item }) => item.heading)).toContain("强化师德师风建设");
    store.close();
    stores = [];
    const again = await open();
    expect(again.topics()).toEqual(parsed.overlay);
    expect(typed(again).map(({ item }) => item.heading)).toContain("强化师德师风建设");
  });

  it("puts a damaged list aside and goes on with the shipped one", async () => {
    const store = await open();
    store.setTopics({ ...NO_OVERLAY, added: [["园丁", "师德"]] }, () => {});
    store.close();
    stores = [];
    const file = join(folder, "ours", "topic-groups.json");
    writeFileSync(file, "{");
    vi.spyOn(console, "warn").mockImplementation(() => {});
    expect((await open()).topics()).toEqual(NO_OVERLAY);
    expect(readFileSync(`${file}.damaged`, "utf8")).toBe("{");
  });
});

describe("a library file", () => {
  it("brings documents, corrections and notes to another library", async () => {
    const ours = await open();
    const { theirs } = await filled(ours);
    ours.correct(theirs.documentId, { title: "改过", issuer: "昆明市教育局", region: "昆明市", year: 2023 });
    ours.mark(idOf(ours, "师德师风"), { favourite: true, hidden: false, note: "好" });
    const read = readExchange(ours.exportFile(), "库");
    expect(read.refused).toEqual([]);
    const other = await open("other");
    const outcomes = read.documents.map((document) => other.merge(document));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["added", "added", "added"]);
    expect(other.entry(idOf(other, "师德师风")).mark).toEqual({ favourite: true, hidden: false, note: "好" });
    expect(headings(other, "", { year: 2023 })).toEqual(["建设高素质教师队伍"]);
    expect(read.documents.map((document) => other.merge(document).outcome)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
    expect(other.status()).toMatchObject({ documents: 3, items: 4 });
  });

  it("keeps ours where a document differs, and adds a differing note below ours", async () => {
    const ours = await open();
    await filled(ours);
    ours.mark(idOf(ours, "师德师风"), { ...NO_MARK, note: "我们的" });
    const other = await open("other");
    await other.addDocument({
      name: "改.txt",
      bytes: lineDocument("南平市建阳区教育局|2025年工作要点|2025", "队伍建设|强化师德师风建设|不同的正文。"),
    });
    other.mark(idOf(other, "师德师风"), { ...NO_MARK, note: "他们的" });
    const [document] = readExchange(other.exportFile(), "库").documents;
    if (!document) throw new Error("no document");
    expect(ours.merge(document)).toMatchObject({ outcome: "kept", marks: 1 });
    const { item, mark } = ours.entry(idOf(ours, "师德师风"));
    expect([item.body, mark.note]).toEqual(["开展师德专题教育。", "我们的\n他们的"]);
  });

  const file = (value: unknown) => new Uint8Array(gzipSync(JSON.stringify(value)));
  const head = { format: "yaodian-library", version: 1, topics: null };
  it.each([
    ["cut", () => new Uint8Array(gzipSync("{}").subarray(0, 12)), "damaged"],
    ["no gzip", () => new TextEncoder().encode("{}"), "damaged"],
    ["other JSON", () => file({ format: "other" }), "damaged"],
    ["a newer version", () => file({ ...head, version: 2, documents: [] }), "newer"],
    ["too many documents", () => file({ ...head, documents: Array(10_001).fill(0) }), "damaged"],
    ["a bomb", () => new Uint8Array(gzipSync(Buffer.alloc(300 * 1024 * 1024))), "too-large"],
  ])("of no use is refused: %s", (_name, bytes, code) => {
    expect(() => readExchange(bytes(), "库.yaodianku")).toThrow(
      expect.objectContaining({ code, subject: "库.yaodianku" }),
    );
  });

  it("has its bad documents refused by name while the good ones are taken", async () => {
    const ours = await open();
    await filled(ours);
    const [good] = readExchange(ours.exportFile(), "库").documents;
    const hostile = { ...good, name: "坏.txt", addedAt: "<script>" };
    const read = readExchange(file({ ...head, documents: [hostile, good, null] }), "库");
    expect(read.documents).toHaveLength(1);
    expect(read.refused.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["坏.txt", "refused"],
      ["#3", "refused"],
    ]);
  });
});
