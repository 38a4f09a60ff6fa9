import { appendFile, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../electron/services/files/file-system.ts";
import { continueJournal, startJournal } from "../../../electron/services/plans/journal.ts";
import { decodeJournal, type JournalHead } from "../../../electron/services/plans/journal-records.ts";
import { journalKey, journalPath, replayJournal } from "../../../electron/services/plans/recovery.ts";
import { planOf } from "../../../electron/services/plans/replica.ts";
import { FAULT_KINDS, faultyFileSystem } from "../../support/faulty-file-system.ts";
import { plan } from "../../support/plan-builder.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const AT = "2026-11-25T08:00:00.000Z";
const head: JournalHead = {
  documentId: "doc",
  name: "要点.yaodian",
  path: null,
  seal: null,
  fileRevision: 0,
  revision: 5,
  at: AT,
  plan: plan("点"),
};
const typing = (text: string) => ({
  stepType: "replace",
  from: 1,
  to: 1,
  slice: { content: [{ type: "text", text }] },
});
const batch = (revision: number) => ({ revision, at: AT, steps: [typing(String(revision % 10))] });

/** A journal of five batches, one step each; revisions 6 to 10. */
async function fullJournal(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await temporaryFolder();
  const path = journalPath(folder, "doc");
  const journal = await startJournal(nodeFileSystem, path, head);
  for (let revision = 6; revision <= 10; revision += 1) await journal.append(batch(revision));
  await journal.close();
  return { folder, path };
}

async function replayed(folder: string): Promise<readonly [number, string] | undefined> {
  const plan = await replayJournal(nodeFileSystem, folder, "doc");
  return plan && [plan.revision, planOf(plan.replica).title.text];
}

describe("startJournal", () => {
  it("keeps every batch that it acknowledges, in order", async () => {
    const { folder } = await fullJournal();
    expect(await replayed(folder)).toEqual([10, "09876点"]);
  });

  it("R2: after any failed append the journal is as before, and takes the batch when it is sent again", async () => {
    const wrong: string[] = [];
    for (const kind of FAULT_KINDS) {
      for (let at = 1; at <= 40; at += 1) {
        const folder = await temporaryFolder();
        const faulty = faultyFileSystem({ kind, at, stays: false });
        const acknowledged: number[] = [];
        try {
          const journal = await startJournal(faulty.files, journalPath(folder, "doc"), head);
          for (let revision = 6; revision <= 8; revision += 1) {
            const tries = () => journal.append(batch(revision));
            await tries().catch(tries);
            acknowledged.push(revision);
          }
          await journal.close();
        } catch {
          // The journal could not be started or ended: nothing more was acknowledged.
        }
        const found = (await replayed(folder))?.[0] ?? 0;
        if (found < (acknowledged.at(-1) ?? 0)) wrong.push(`${kind} at ${at}: ${found} of ${acknowledged}`);
        if (!faulty.struck()) break;
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("replayJournal", () => {
  it("R3: gives what stands before the cut, wherever a journal is cut", async () => {
    const { folder, path } = await fullJournal();
    const bytes = await readFile(path);
    const content = decodeJournal(bytes);
    if (!content) throw new Error("no journal");
    const wrong: number[] = [];
    for (let size = content.headEnd; size <= bytes.byteLength; size += 3) {
      await writeFile(path, bytes.subarray(0, size));
      const whole = content.batches.filter(({ end }) => end <= size).length;
      if ((await replayed(folder))?.[0] !== 5 + whole) wrong.push(size);
    }
    expect(wrong).toEqual([]);
    await truncate(path, content.headEnd - 1);
    expect(await replayed(folder)).toBeUndefined();
  });

  it("R3: stops before a batch in which a bit has flipped", async () => {
    const { folder, path } = await fullJournal();
    const bytes = await readFile(path);
    const ends = decodeJournal(bytes)?.batches.map(({ end }) => end) ?? [];
    for (let index = 0; index < 5; index += 1) {
      const damaged = Buffer.from(bytes);
      const at = (ends[index] ?? 0) - 20;
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      await writeFile(path, damaged);
      expect((await replayed(folder))?.[0]).toBe(5 + index);
    }
  });

  it("reads nothing out of zeros, other files and missing ones", async () => {
    const folder = await temporaryFolder();
    expect(await replayed(folder)).toBeUndefined();
    for (const content of ["", "\0".repeat(4096), "{}", "12 0123456789abcdef {}\n"]) {
      await writeFile(journalPath(folder, "doc"), content);
      expect(await replayed(folder)).toBeUndefined();
    }
  });

  it("leaves out a batch that does not follow on the one before", async () => {
    const { folder, path } = await fullJournal();
    const journal = await continueJournal(nodeFileSystem, path, (await readFile(path)).byteLength);
    await journal.append(batch(13));
    await journal.close();
    expect((await replayed(folder))?.[0]).toBe(10);
  });
});

describe("continueJournal", () => {
  it("cuts a torn end off before it goes on", async () => {
    const { folder, path } = await fullJournal();
    const size = (await readFile(path)).byteLength;
    await appendFile(path, '512 0123456789abcdef {"revision":11,');
    const journal = await continueJournal(nodeFileSystem, path, size);
    await journal.append(batch(11));
    await journal.close();
    expect((await replayed(folder))?.[0]).toBe(11);
  });
});

describe("journalKey", () => {
  it("names no other folder, whatever id a file brings", () => {
    const ids = ["../../evil", "a/b", "a\\b", "", ".", "CON:", "字", "a\0b"];
    for (const id of ids) expect(journalKey(id)).toMatch(/^x[0-9a-f]{40}$/);
    expect(() => journalPath("/data", "../evil")).toThrow("no such journal");
    expect(journalPath("/data", journalKey("7d9f-1"))).toBe(join("/data", "7d9f-1.journal"));
  });
});
