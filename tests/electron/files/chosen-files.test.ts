import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  createChosenFiles,
  MAX_CHOSEN_FILES,
  MAX_FOLDER_DEPTH,
} from "../../../electron/services/files/chosen-files.ts";
import { nodeFileSystem } from "../../../electron/services/files/file-system.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

async function namesIn(...paths: readonly string[]): Promise<readonly string[]> {
  return (await createChosenFiles(nodeFileSystem).add(paths)).files.map(({ name }) => name);
}

describe("createChosenFiles", () => {
  it("finds the files of a folder and its subfolders, without those that programs hide", async () => {
    const folder = await temporaryFolder();
    mkdirSync(join(folder, "2021"));
    for (const name of ["乙.docx", "甲.txt", "~$甲.docx", ".git", "Thumbs.db", "2021/丙.doc"])
      writeFileSync(join(folder, name), name);
    expect(await namesIn(folder)).toEqual(["丙.doc", "乙.docx", "甲.txt"]);
  });

  it("does not go round in a circle of links, nor deeper than its limit", async () => {
    const folder = await temporaryFolder();
    symlinkSync(folder, join(folder, "again"));
    const deep = join(folder, ...Array.from({ length: MAX_FOLDER_DEPTH }, (_, index) => `d${index}`));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, "太深.txt"), "x");
    writeFileSync(join(deep, "..", "够得着.txt"), "x");
    expect(await namesIn(folder)).toEqual(["够得着.txt"]);
  });

  it("says how many files beyond the limit were left out", async () => {
    const folder = await temporaryFolder();
    for (let index = 0; index < MAX_CHOSEN_FILES + 3; index += 1)
      writeFileSync(join(folder, `${index}.txt`), "");
    const { files, more } = await createChosenFiles(nodeFileSystem).add([folder]);
    expect([files.length, more]).toEqual([MAX_CHOSEN_FILES, 3]);
  });

  it("gives bytes by handle only, and says when a file has gone", async () => {
    const path = join(await temporaryFolder(), "甲.txt");
    writeFileSync(path, "正文");
    const chosen = createChosenFiles(nodeFileSystem);
    const [file] = (await chosen.add([path, join(path, "没有")])).files;
    expect(Buffer.from((await chosen.bytesOf(file?.handle ?? "")).bytes).toString()).toBe("正文");
    await expect(chosen.bytesOf(path)).rejects.toMatchObject({ code: "not-found" });
    await nodeFileSystem.remove(path);
    await expect(chosen.bytesOf(file?.handle ?? "")).rejects.toMatchObject({ code: "not-found" });
  });
});
