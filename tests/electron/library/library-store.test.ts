import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LibraryStore, openStore } from "../../../electron/services/library/library-store.ts";
import { sourceReaders } from "../../../electron/services/library/source-readers.ts";
import { SCHEMA_VERSION } from "../../../electron/services/migrations/migrate.ts";
import { lineDocument, lineReaders } from "../../support/library-documents.ts";

let folder = "";
let stores: LibraryStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yaodian-store-"));
  // What happens to a library is logged; here it happens on purpose.
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const store of stores) store.close();
  stores = [];
  rmSync(folder, { recursive: true, force: true });
});

async function open(readers = lineReaders, seeds: readonly { name: string; file: string }[] = []) {
  const store = await openStore({ kind: "library", folder, seeds }, readers);
  stores.push(store);
  return store;
}

function close(store: LibraryStore): void {
  store.close();
  stores = stores.filter((other) => other !== store);
}

const document = (number: number) => ({
  name: `${number}.txt`,
  bytes: lineDocument(
    `甲局|${number}号要点|2025`,
    ...Array.from({ length: 40 }, (_, at) => `一|事项${at}|${"内容".repeat(200)}`),
  ),
});
const file = () => join(folder, "library.db");
const damagedFiles = () => readdirSync(folder).filter((name) => name.startsWith("library-damaged"));
const backups = () => readdirSync(join(folder, "backups"));

describe("openStore", () => {
  it("says that there is no SQLite where the runtime has none", async () => {
    const store = await openStore(
      { kind: "library", folder, seeds: [] },
      lineReaders,
      Promise.resolve(undefined),
    );
    expect(store.status()).toMatchObject({ available: false, reason: "no-sqlite" });
    expect(() => store.documents()).toThrow(expect.objectContaining({ reason: "no-sqlite" }));
    await expect(store.addDocument(document(1))).rejects.toMatchObject({ reason: "no-sqlite" });
  });

  it("uses write-ahead logging with full synchronisation and the application id", async () => {
    close(await open());
    const database = new DatabaseSync(file());
    const value = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect([value("journal_mode"), value("application_id"), value("user_version")]).toEqual([
      "wal",
      0x59414f44,
      SCHEMA_VERSION,
    ]);
    database.close();
  });

  it("starts over where a first start was interrupted", async () => {
    writeFileSync(`${file()}.part`, "half a database");
    expect((await open()).status()).toMatchObject({ available: true, firstRun: true });
  });

  it("restores the newest backup of a damaged library and keeps the damaged file", async () => {
    const store = await open();
    await store.addDocument(document(1));
    store.maintain();
    await store.addDocument(document(2));
    close(store);
    truncateSync(file(), 8192);
    const restored = await open();
    expect(restored.status()).toMatchObject({ available: true, reason: "restored", documents: 1, items: 40 });
    expect(damagedFiles()).toHaveLength(1);
    close(restored);
    expect((await open()).status()).toMatchObject({ available: true, reason: null, documents: 1 });
  });

  it("is out of use where its items cannot be read, and restored at the next start", async () => {
    const store = await open();
    await store.addDocument(document(1));
    store.maintain();
    await store.addDocument(document(2));
    close(store);
    zeroPages(12, 60);
    rmSync(join(folder, "library.index"));
    expect((await open()).status()).toMatchObject({ available: false, reason: "damaged" });
    expect(damagedFiles().length).toBeGreaterThan(0);
    expect((await open()).status()).toMatchObject({ available: true, reason: "restored", documents: 1 });
  });

  it("passes over a backup that is damaged itself", async () => {
    const store = await open();
    await store.addDocument(document(1));
    store.maintain();
    close(store);
    writeFileSync(join(folder, "backups", "library-99991231.db"), "damaged");
    writeFileSync(file(), "damaged");
    expect((await open()).status()).toMatchObject({ available: true, reason: "restored", documents: 1 });
  });
});

describe("maintain", () => {
  it("makes one backup a day and keeps seven", async () => {
    const store = await open();
    store.maintain();
    store.maintain();
    expect(backups()).toHaveLength(1);
    const [today = ""] = backups();
    const bytes = readFileSync(join(folder, "backups", today));
    rmSync(join(folder, "backups", today));
    for (let day = 10; day < 20; day += 1)
      writeFileSync(join(folder, "backups", `library-200001${day}.db`), bytes);
    store.maintain();
    expect(backups().sort()).toEqual([
      ...[14, 15, 16, 17, 18, 19].map((day) => `library-200001${day}.db`),
      today,
    ]);
  });

  it("finds a damaged page that opening does not see, and takes the library out of use", async () => {
    const store = await open();
    await store.addDocument(document(1));
    store.maintain();
    await store.addDocument(document(2));
    close(store);
    zeroPages(12, 1);
    const again = await open();
    again.maintain();
    expect(again.status()).toMatchObject({ available: false, reason: "damaged" });
    expect(damagedFiles().length).toBeGreaterThan(0);
    close(again);
    expect((await open()).status()).toMatchObject({ available: true, reason: "restored", items: 40 });
  });
});

/** Pages in the middle of the file are lost, as bad sectors leave them. */
function zeroPages(first: number, count: number): void {
  const bytes = readFileSync(file());
  bytes.fill(0, 4096 * first, 4096 * (first + count));
  writeFileSync(file(), bytes);
}

describe("a library of the seed documents", () => {
  it("has their items and answers with their provenance", async () => {
    const seeds = readdirSync(new URL("../../../seeds/", import.meta.url))
      .filter((name) => name.endsWith(".txt"))
      .map((name) => ({ name, file: fileURLToPath(new URL(`../../../seeds/${name}`, import.meta.url)) }));
    const store = await open(sourceReaders, seeds);
    const status = store.status();
    expect(status).toMatchObject({ available: true, documents: 5, firstRun: true });
    expect(status.items).toBeGreaterThan(140);
    const [first] = store.suggest({
      place: "heading",
      typed: "促进学前教育优质普惠发展",
      heading: "",
      sectionHeading: "",
      issuer: "南平市建阳区教育局",
      year: 2027,
      covered: [],
      title: "",
      limit: 5,
    });
    expect(first).toMatchObject({
      own: true,
      years: [2021],
      item: { origin: { section: "四", item: "14" } },
    });
  });
});
