import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { type FolderLock, folderLock } from "../../../electron/services/files/folder-lock.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const LOCK = fileURLToPath(new URL("../../../electron/services/files/folder-lock.ts", import.meta.url));

function lockOf(folder: string, platform?: NodeJS.Platform): FolderLock {
  const lock = folderLock(folder, platform);
  onTestFinished(() => lock.release());
  return lock;
}

describe.each(["linux", "darwin"] as const)("folderLock on %s", (platform) => {
  it("is had by one at a time, again and again", async () => {
    const folder = await temporaryFolder();
    const [one, other] = [lockOf(folder, platform), lockOf(folder, platform)];
    expect([await one.take(), await other.take(), await one.take()]).toEqual([true, false, true]);
    await one.release();
    expect([await other.take(), await one.take()]).toEqual([true, false]);
  });

  it("is another one for another folder", async () => {
    const locks = [lockOf(await temporaryFolder(), platform), lockOf(await temporaryFolder(), platform)];
    expect(await Promise.all(locks.map((lock) => lock.take()))).toEqual([true, true]);
  });

  it("goes with a process that is killed", async () => {
    const folder = await temporaryFolder();
    const code = `
      const { folderLock } = await import(${JSON.stringify(LOCK)});
      console.log(await folderLock(${JSON.stringify(folder)}, ${JSON.stringify(platform)}).take());
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code]);
    const [output] = await once(child.stdout, "data");
    const lock = lockOf(folder, platform);
    expect([String(output).trim(), await lock.take()]).toEqual(["true", false]);
    child.kill("SIGKILL");
    await once(child, "close");
    expect(await lock.take()).toBe(true);
  });
});
