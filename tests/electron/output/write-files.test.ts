import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../electron/services/files/file-system.ts";
import { type Existing, writeFiles } from "../../../electron/services/output/write-files.ts";
import { faultyFileSystem } from "../../support/faulty-file-system.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const FILES = [".docx", ".txt"].map((ending) => ({
  stem: "要点",
  ending,
  bytes: Buffer.from(`new ${ending}`),
}));

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) await writeFile(join(folder, name), `old ${name}`);
  return folder;
}

const write = (folder: string, existing: Existing) => writeFiles(nodeFileSystem, folder, FILES, existing);

describe("writeFiles", () => {
  it("writes all files under their names", async () => {
    const folder = await folderWith();
    expect(await write(folder, "refuse")).toEqual(["要点.docx", "要点.txt"]);
    expect(await readFile(join(folder, "要点.txt"), "utf8")).toBe("new .txt");
  });

  it("writes nothing where one of them is there and must stay", async () => {
    const folder = await folderWith("要点.txt");
    await expect(write(folder, "refuse")).rejects.toMatchObject({ code: "conflict", subject: "要点.txt" });
    expect(await readdir(folder)).toEqual(["要点.txt"]);
    expect(await readFile(join(folder, "要点.txt"), "utf8")).toBe("old 要点.txt");
  });

  it("replaces them, or gives all new ones the same number, as the drafter decides", async () => {
    const folder = await folderWith("要点.txt", "要点 (2).docx");
    expect(await write(folder, "number")).toEqual(["要点 (3).docx", "要点 (3).txt"]);
    expect(await write(folder, "replace")).toEqual(["要点.docx", "要点.txt"]);
    expect(await readFile(join(folder, "要点.txt"), "utf8")).toBe("new .txt");
  });

  it("takes back what it wrote and replaced when a later file cannot be written", async () => {
    const folder = await folderWith("要点.docx");
    // A folder of that name: the file cannot take its place.
    await mkdir(join(folder, "要点.txt"));
    await expect(write(folder, "replace")).rejects.toMatchObject({ code: "is-folder" });
    expect((await readdir(folder)).sort()).toEqual(["要点.docx", "要点.txt"]);
    expect(await readFile(join(folder, "要点.docx"), "utf8")).toBe("old 要点.docx");
  });

  it.each([
    ["ENOSPC", "no-space"],
    ["EBUSY", "busy"],
    ["EROFS", "read-only"],
  ] as const)(
    "leaves the folder as it was at every call that fails with %s, and says so",
    async (kind, code) => {
      const counting = faultyFileSystem();
      await writeFiles(counting.files, await folderWith("要点.docx"), FILES, "replace");
      for (let at = 1; at <= counting.calls(); at += 1) {
        const folder = await folderWith("要点.docx");
        const { files, struck } = faultyFileSystem({ kind, at, stays: false });
        const failure = await writeFiles(files, folder, FILES, "replace").then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(struck()).toBe(true);
        // What only makes a written file safer, or is tried again, may fail without harm.
        if (failure === undefined) continue;
        expect(failure, `call ${at}`).toMatchObject({ code });
        expect(await readdir(folder), `call ${at}`).toEqual(["要点.docx"]);
        expect(await readFile(join(folder, "要点.docx"), "utf8")).toBe("old 要点.docx");
      }
    },
  );
});
