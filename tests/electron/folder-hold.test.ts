import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdFolder, socketPath } from "../../electron/folder-hold.ts";

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "hold-"));
  folder = join(parent, "数据");
});

afterEach(() => rm(parent, { recursive: true }));

describe("holdFolder", () => {
  it("gives a folder to one holder at a time", async () => {
    const first = await holdFolder(folder);
    expect(first).toBeDefined();
    expect(await holdFolder(folder)).toBeUndefined();
    await first?.release();
    const second = await holdFolder(folder);
    expect(second).toBeDefined();
    await second?.release();
  });

  it("tells two folders apart", async () => {
    const holds = [await holdFolder(folder), await holdFolder(join(parent, "b"))];
    expect(holds.map((hold) => hold !== undefined)).toEqual([true, true]);
    await Promise.all(holds.map((hold) => hold?.release()));
  });

  it("takes over from a process that was killed, but not while it lives", async () => {
    const module = join(import.meta.dirname, "..", "..", "electron", "folder-hold.ts");
    const code = `import { holdFolder } from ${JSON.stringify(module)};
      await holdFolder(${JSON.stringify(folder)}); console.log("held"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", code]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expect(await holdFolder(folder)).toBeUndefined();
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    expect(await readdir(folder)).toEqual(["host.sock"]);
    const hold = await holdFolder(folder);
    expect(hold).toBeDefined();
    await hold?.release();
  });
});

describe("socketPath", () => {
  it("lies in the folder where the system can take such a path", () => {
    expect(socketPath("/home/zhang/.config/Yaodian", "linux")).toBe(
      join("/home/zhang/.config/Yaodian", "host.sock"),
    );
  });

  it("has a short name of its own otherwise, another one for another folder", () => {
    const long = `/home/${"很长的名字".repeat(8)}`;
    expect(Buffer.byteLength(socketPath(long, "linux"))).toBeLessThanOrEqual(100);
    expect(socketPath(long, "linux")).not.toBe(socketPath(`${long}二`, "linux"));
    expect(socketPath("C:\\数据", "win32")).toMatch(/^\\\\\.\\pipe\\yaodian-[0-9a-f]{16}$/);
  });
});
