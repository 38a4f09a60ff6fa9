import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LibraryUnavailable } from "../../../electron/services/library/library-file.ts";
import { openStore } from "../../../electron/services/library/library-store.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { lineDocument, lineReaders } from "../../support/library-documents.ts";
import { seededRandom } from "../../support/library-items.ts";

const FLIPS = 150;
const CUTS = 32;

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yaodian-damage-"));
  // What happens to a library is logged; here it happens on purpose.
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const document = (number: number) => ({
  name: `${number}.txt`,
  bytes: lineDocument(
    `甲局|${number}号要点|2025`,
    ...Array.from({ length: 20 }, (_, at) => `教师队伍|师德师风${at}|开展师德专题教育${at}`),
  ),
});

async function soundLibrary(): Promise<Buffer> {
  const store = await openStore({ kind: "library", folder: join(folder, "sound"), seeds: [] }, lineReaders);
  for (const number of [1, 2, 3]) await store.addDocument(document(number));
  store.close();
  return readFileSync(join(folder, "sound", "library.db"));
}

/** Uses a library in every way; says whether it worked, and fails for any error that names no cause. */
async function use(bytes: Uint8Array, run: number): Promise<"works" | "refuses"> {
  const damaged = join(folder, `damaged-${run}`);
  mkdirSync(damaged);
  writeFileSync(join(damaged, "library.db"), bytes);
  const store = await openStore({ kind: "library", folder: damaged, seeds: [] }, lineReaders);
  const context = {
    place: "heading" as const,
    typed: "师德师风",
    heading: "",
    sectionHeading: "",
    issuer: "",
    year: 2026,
    covered: [],
    title: "",
    limit: 5,
  };
  const calls = [
    () => store.suggest(context),
    () => store.documents().map(({ documentId }) => store.reading(documentId)),
    () => store.addDocument(document(9)),
    () => store.maintain(),
  ];
  let result: "works" | "refuses" = "works";
  for (const call of calls) {
    try {
      await call();
    } catch (error) {
      if (!(error instanceof LibraryUnavailable || error instanceof HostError)) throw error;
      result = "refuses";
    }
  }
  if (!store.status().available) result = "refuses";
  store.close();
  rmSync(damaged, { recursive: true });
  return result;
}

describe("a damaged library", () => {
  it("with one wrong bit anywhere works or is refused with a reason", async () => {
    const bytes = await soundLibrary();
    expect(await use(bytes, 0)).toBe("works");
    const random = seededRandom(3);
    for (let run = 1; run <= FLIPS; run += 1) {
      const flipped = Uint8Array.from(bytes);
      // Half of the flips hit the first two pages, where header and schema are.
      const at = Math.floor(random() * (run % 2 === 0 ? 8192 : flipped.length));
      flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      await use(flipped, run);
    }
  });

  it("cut anywhere is refused", async () => {
    const bytes = await soundLibrary();
    for (let cut = 0; cut < CUTS; cut += 1)
      expect(await use(bytes.subarray(0, Math.floor((bytes.length * cut) / CUTS)), cut)).toBe("refuses");
  });

  it("comes to an end where the database takes no update", async () => {
    const store = await openStore({ kind: "library", folder, seeds: [] }, lineReaders);
    await store.addDocument(document(1));
    store.close();
    const database = new DatabaseSync(join(folder, "library.db"));
    // As with a damaged index: rows are found, and their update changes none.
    database.exec(`UPDATE items SET initials = NULL;
      CREATE TRIGGER deaf BEFORE UPDATE ON items BEGIN SELECT RAISE(IGNORE); END`);
    database.close();
    const again = await openStore({ kind: "library", folder, seeds: [] }, lineReaders);
    expect(again.status()).toMatchObject({ available: true, items: 20 });
    again.close();
  });
});
