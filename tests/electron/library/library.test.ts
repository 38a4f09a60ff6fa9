import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../../electron/services/library/library.ts";
import type { SuggestContext } from "../../../src/core/suggest/suggestion.ts";
import { lineDocument, plainReading } from "../../support/library-documents.ts";

const JOB = new URL("../../support/library-worker.ts", import.meta.url);
const DOCUMENT = lineDocument(
  "甲市教育局|2025年工作要点|2025",
  "建强教师队伍|加强师德师风建设|开展师德专题教育。",
  "办好各类教育|发展学前教育|新建公办幼儿园3所。",
);

let folder = "";
const opened: Library[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yaodian-library-"));
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((library) => library.close()));
  rmSync(folder, { recursive: true, force: true });
});

function open(seeds: readonly string[] = []): Library {
  const library = openLibrary({
    folder: join(folder, "library"),
    jobFile: JOB,
    seeds: seeds.map((name) => ({ name, file: join(folder, name) })),
  });
  opened.push(library);
  return library;
}

const context = (typed: string): SuggestContext => ({
  place: "heading",
  typed,
  heading: "",
  sectionHeading: "",
  issuer: "",
  year: 2026,
  covered: [],
  title: "",
  limit: 5,
});

const headings = async (library: Library, typed: string) =>
  (await library.suggest(context(typed))).map((suggestion) => suggestion.item.heading);

const database = () => join(folder, "library", "library.db");

describe("openLibrary", () => {
  it("fills a new library with the seed documents, and says that this is the first run", async () => {
    writeFileSync(join(folder, "seed.txt"), DOCUMENT);
    const library = open(["seed.txt"]);
    expect(await library.status()).toEqual({
      available: true,
      reason: null,
      documents: 1,
      items: 2,
      firstRun: true,
    });
    expect(await headings(library, "师德")).toEqual(["加强师德师风建设"]);
    await library.close();
    const again = open(["seed.txt"]);
    expect(await again.status()).toMatchObject({ documents: 1, items: 2, firstRun: false });
    expect(await headings(again, "学前")).toEqual(["发展学前教育"]);
  });

  it("leaves out a seed that is missing", async () => {
    writeFileSync(join(folder, "seed.txt"), DOCUMENT);
    expect(await open(["no such.txt", "seed.txt"]).status()).toMatchObject({ available: true, documents: 1 });
  });

  it("answers calls in the order in which they were made", async () => {
    const library = open();
    const [, added, found] = await Promise.all([
      library.status(),
      library.addDocument({ name: "a.txt", bytes: DOCUMENT }),
      headings(library, "师德"),
    ]);
    expect(added.updated).toBe(false);
    expect(found).toEqual(["加强师德师风建设"]);
  });

  it("reports a worker that does not start as a stopped library", async () => {
    const library = openLibrary({ folder, jobFile: join(folder, "no-such-worker.mjs"), seeds: [] });
    expect(await library.status()).toMatchObject({ available: false, reason: "stopped" });
    await expect(library.documents()).rejects.toMatchObject({ reason: "stopped" });
    await library.close();
  });

  it("refuses calls after it was closed", async () => {
    const library = open();
    await library.close();
    expect(await library.status()).toMatchObject({ available: false, reason: "stopped" });
    await expect(library.suggest(context("师德"))).rejects.toMatchObject({ reason: "stopped" });
  });
});

describe("addDocument", () => {
  it("lists the document and makes its items findable at once", async () => {
    const library = open();
    const { document, updated } = await library.addDocument({ name: "甲.txt", bytes: DOCUMENT });
    expect(updated).toBe(false);
    expect(document).toMatchObject({ title: "2025年工作要点", issuer: "甲市教育局", year: 2025, items: 2 });
    expect(await library.documents()).toEqual([document]);
    const [found] = await library.suggest(context("幼儿园"));
    expect(found?.item.origin).toMatchObject({ documentId: document.documentId, item: "2" });
  });

  it("takes a document that was already read", async () => {
    const library = open();
    const reading = plainReading("乙县教育局", "2024年工作要点", 2024);
    const { document } = await library.addDocument({ name: "乙.docx", reading, sourceSha256: "00" });
    expect(await library.reading(document.documentId)).toEqual(reading);
    expect(await library.reading("unknown")).toBeNull();
  });

  it("replaces the document when the same file comes again", async () => {
    const library = open();
    const first = await library.addDocument({ name: "甲.txt", bytes: DOCUMENT });
    const second = await library.addDocument({ name: "副本.txt", bytes: DOCUMENT });
    expect(second.updated).toBe(true);
    expect(second.document.documentId).toBe(first.document.documentId);
    expect(await library.status()).toMatchObject({ documents: 1, items: 2 });
    expect(await headings(library, "师德")).toEqual(["加强师德师风建设"]);
  });

  it("replaces the document when issuer, title and year are the same, with its new items only", async () => {
    const library = open();
    await library.addDocument({ name: "甲.txt", bytes: DOCUMENT });
    const corrected = lineDocument("甲市教育局|2025年工作要点|2025", "教师队伍|推进县管校聘|深化改革。");
    expect((await library.addDocument({ name: "甲.txt", bytes: corrected })).updated).toBe(true);
    expect(await library.status()).toMatchObject({ documents: 1, items: 1 });
    expect(await headings(library, "师德")).toEqual([]);
    expect(await headings(library, "县管校聘")).toEqual(["推进县管校聘"]);
  });

  it("keeps documents without a title apart", async () => {
    const library = open();
    await library.addDocument({ name: "1.txt", bytes: lineDocument("||", "|甲事项|内容") });
    const second = await library.addDocument({ name: "2.txt", bytes: lineDocument("||", "|乙事项|内容") });
    expect(second.updated).toBe(false);
    expect(await library.status()).toMatchObject({ documents: 2, items: 2 });
  });

  it("passes on why a document cannot be read, and stays usable", async () => {
    const library = open();
    await expect(library.addDocument({ name: "空.txt", bytes: new Uint8Array() })).rejects.toMatchObject({
      code: "empty-file",
    });
    expect(await library.status()).toMatchObject({ available: true, documents: 0 });
  });

  it("is on disk when it is acknowledged", async () => {
    const library = open();
    await library.addDocument({ name: "甲.txt", bytes: DOCUMENT });
    const other = new DatabaseSync(database(), { readOnly: true });
    expect(other.prepare("SELECT count(*) AS items FROM items").get()).toEqual({ items: 2 });
    other.close();
  });
});

async function withOneDocument(): Promise<void> {
  const library = open();
  await library.addDocument({ name: "甲.txt", bytes: DOCUMENT });
  await library.close();
}

describe("the index cache", () => {
  const cache = () => join(folder, "library", "library.index");

  function replaceByFolder(): void {
    rmSync(cache());
    mkdirSync(cache());
  }

  it.each([
    ["missing", () => rmSync(cache())],
    ["empty", () => truncateSync(cache(), 0)],
    ["cut", () => truncateSync(cache(), Math.floor(statSync(cache()).size / 2))],
    ["damaged", () => writeFileSync(cache(), flipped(readFileSync(cache())))],
    ["a folder", replaceByFolder],
  ])("is made anew when it is %s", async (_, damage) => {
    await withOneDocument();
    damage();
    expect(await headings(open(), "师德")).toEqual(["加强师德师风建设"]);
  });

  it("of another library is not used", async () => {
    await withOneDocument();
    rmSync(database());
    const library = open();
    expect(await headings(library, "师德")).toEqual([]);
  });

  it("is brought up to date with documents added and replaced since it was written", async () => {
    await withOneDocument();
    await open().close();
    const corrected = lineDocument("甲市教育局|2025年工作要点|2025", "教师队伍|推进县管校聘|深化改革。");
    const library = open();
    await library.addDocument({ name: "甲.txt", bytes: corrected });
    await library.close();
    const again = open();
    expect(await headings(again, "县管校聘")).toEqual(["推进县管校聘"]);
    expect(await headings(again, "师德")).toEqual([]);
  });
});

describe("a library that cannot be opened", () => {
  const files = () => readdirSync(join(folder, "library")).filter((name) => /damaged.*\.db$/.test(name));

  function foreign(): void {
    rmSync(database());
    const other = new DatabaseSync(database());
    other.exec("CREATE TABLE notes (text TEXT)");
    other.close();
  }

  it.each([
    ["is no database", () => writeFileSync(database(), "not a database, but long enough ".repeat(200))],
    ["has zero length", () => truncateSync(database(), 0)],
    ["is cut", () => truncateSync(database(), 4096)],
    ["has a smashed header", () => writeFileSync(database(), smashed(readFileSync(database())))],
    ["belongs to another program", foreign],
  ])("because the file %s is set aside, and the calls say why", async (_, damage) => {
    await withOneDocument();
    damage();
    const bytes = readFileSync(database());
    const library = open();
    expect(await library.status()).toEqual({
      available: false,
      reason: "damaged",
      documents: 0,
      items: 0,
      firstRun: false,
    });
    await expect(library.suggest(context("师德"))).rejects.toMatchObject({ reason: "damaged" });
    const [kept = ""] = files();
    expect(readFileSync(join(folder, "library", kept)).equals(bytes)).toBe(true);
    expect(existsSync(database())).toBe(false);
  });

  it("because it is newer stays untouched", async () => {
    await withOneDocument();
    const newer = new DatabaseSync(database());
    newer.exec("PRAGMA user_version = 999");
    newer.close();
    expect(await open().status()).toMatchObject({ available: false, reason: "newer" });
    expect(existsSync(database())).toBe(true);
    expect(files()).toEqual([]);
  });

  it("because its folder is a file says so", async () => {
    writeFileSync(join(folder, "library"), "");
    expect(await open().status()).toMatchObject({ available: false, reason: "no-permission" });
  });

  it("starts anew at the next start", async () => {
    await withOneDocument();
    truncateSync(database(), 0);
    await open().close();
    expect(await open().status()).toMatchObject({ available: true, documents: 0, firstRun: true });
  });
});

function flipped(bytes: Uint8Array): Uint8Array {
  const at = Math.floor(bytes.length / 2);
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

function smashed(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index < 100 ? 0xaa : byte));
}
