import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { batchCounts, createBatch } from "../../../src/ui/import/batch.ts";
import type { PendingSource } from "../../../src/ui/platform/pending-source.ts";
import { startHost } from "../../support/host.ts";
import { RESOURCES } from "../../support/host-calls.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function source(name: string, bytes: Uint8Array<ArrayBuffer>): PendingSource {
  return { name, load: async () => ({ ok: true, value: { name, bytes } }) };
}

async function sample(name: string): Promise<PendingSource> {
  const bytes = await readFile(join(RESOURCES, "tests/data/import", name));
  return source(name, new Uint8Array(bytes));
}

const GONE: PendingSource = {
  name: "走了.docx",
  load: async () => ({ ok: false, failure: { code: "not-found", detail: "", name: "走了.docx" } }),
};

describe("createBatch", () => {
  it("brings in what can be read, says of the rest why not, and updates what is there already", async () => {
    const { host } = startHost(await temporaryFolder());
    const sources = [
      await sample("doubts.txt"),
      source("空.txt", new Uint8Array()),
      GONE,
      await sample("web-page.html"),
      await sample("doubts.txt"),
    ];
    const batch = createBatch(host, sources);
    await batch.run();
    const { rows, running } = batch.getState();
    expect(rows.map(({ state }) => state)).toEqual([
      { kind: "added", title: "清河区民政局2022年工作要点", items: 5 },
      { kind: "failed", text: expect.stringContaining("“空.txt”是空文件") },
      { kind: "failed", text: expect.stringContaining("找不到“走了.docx”") },
      { kind: "added", title: "清河区教育局2023年工作要点", items: 3 },
      { kind: "updated", title: "清河区民政局2022年工作要点", items: 5 },
    ]);
    expect([running, batchCounts(batch.getState())]).toEqual([
      false,
      { done: 5, added: 2, updated: 1, failed: 2 },
    ]);
    const documents = await host.call("library.documents", {});
    expect(documents.ok && documents.value.documents.length).toBe(7);
  });

  it("finishes the document under way when it is stopped, and leaves the others out", async () => {
    const { host } = startHost(await temporaryFolder());
    const batch = createBatch(host, [await sample("doubts.txt"), await sample("web-page.html")]);
    const run = batch.run();
    batch.stop();
    await run;
    expect(batch.getState().rows.map(({ state }) => state.kind)).toEqual(["added", "stopped"]);
  });
});
