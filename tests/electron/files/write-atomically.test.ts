import { chmod, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/services/files/checksum.ts";
import { type FileSystem, nodeFileSystem } from "../../../electron/services/files/file-system.ts";
import { writeAtomically } from "../../../electron/services/files/write-atomically.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { errorOf, FAULT_KINDS, faultyFileSystem } from "../../support/faulty-file-system.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const OLD = "旧".repeat(20);
const NEW = "新".repeat(30);
const bytes = Buffer.from(NEW);
/** Milliseconds: faults that stay need not be waited for. */
const patience = 20;

async function oldFile(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, "要点.yaodian");
  await writeFile(path, OLD);
  return { folder, path };
}

function codeOf(error: unknown): string {
  return error instanceof HostError ? error.code : String(error);
}

describe("writeAtomically", () => {
  it("R2: leaves the old or the new file whole whichever call fails, tells of it, and works the next time", async () => {
    const { path: sample } = await oldFile();
    const counting = faultyFileSystem();
    await writeAtomically(counting.files, { path: sample, bytes, replaces: [sha256(OLD)] });
    expect(counting.calls()).toBeGreaterThan(10);
    const wrong: string[] = [];
    let struck = 0;
    for (const kind of FAULT_KINDS) {
      for (const stays of [false, true]) {
        for (let at = 1; at <= counting.calls(); at += 1) {
          const { folder, path } = await oldFile();
          const faulty = faultyFileSystem({ kind, at, stays });
          const say = (what: string) => wrong.push(`${kind} at ${at}${stays ? " staying" : ""}: ${what}`);
          const outcome = await writeAtomically(faulty.files, {
            path,
            bytes,
            replaces: [sha256(OLD)],
            patience,
          })
            .then(() => "written")
            .catch(codeOf);
          if (faulty.struck()) struck += 1;
          const content = await readFile(path, "utf8");
          if (content !== OLD && content !== NEW) say(`torn: ${content.length}`);
          if (outcome === "written" && content !== NEW) say("said to be written, but is not");
          const left = (await readdir(folder)).filter((name) => name.endsWith("-tmp"));
          if (!stays && left.length > 0) say("a temporary file is left");
          await writeAtomically(nodeFileSystem, { path, bytes, replaces: [sha256(OLD), sha256(NEW)] });
          if ((await readFile(path, "utf8")) !== NEW) say("the next write failed");
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(struck).toBe(FAULT_KINDS.length * 2 * counting.calls());
  });

  it("R4: keeps the old file when the disk fills up at any byte, and says so", async () => {
    for (let room = 0; room < bytes.byteLength; room += 7) {
      const { folder, path } = await oldFile();
      const files = fullDisk(room);
      const outcome = await writeAtomically(files, { path, bytes }).then(() => "written", codeOf);
      expect([outcome, await readFile(path, "utf8"), await readdir(folder)]).toEqual([
        "no-space",
        OLD,
        ["要点.yaodian"],
      ]);
    }
  });

  it("does not believe a disk that takes bytes without keeping them", async () => {
    const { path } = await oldFile();
    const files: FileSystem = {
      ...nodeFileSystem,
      open: async (...given) => {
        const file = await nodeFileSystem.open(...given);
        return { ...file, write: async (_bytes, _offset, length) => ({ bytesWritten: length }) };
      },
    };
    await expect(writeAtomically(files, { path, bytes })).rejects.toThrow("another size");
    expect(await readFile(path, "utf8")).toBe(OLD);
  });

  it.each([1, 4])("R6: waits for a program that holds the file through %i attempts", async (attempts) => {
    const { path } = await oldFile();
    let left = attempts;
    const files: FileSystem = {
      ...nodeFileSystem,
      rename: async (from, to) => {
        left -= 1;
        if (left >= 0) throw errorOf("EBUSY");
        await nodeFileSystem.rename(from, to);
      },
    };
    await writeAtomically(files, { path, bytes });
    expect(await readFile(path, "utf8")).toBe(NEW);
  });

  it("R6: gives up on a file that stays held, with the old content in place", async () => {
    const { folder, path } = await oldFile();
    const files: FileSystem = { ...nodeFileSystem, rename: () => Promise.reject(errorOf("EBUSY")) };
    await expect(writeAtomically(files, { path, bytes, patience })).rejects.toMatchObject({ code: "busy" });
    expect([await readFile(path, "utf8"), await readdir(folder)]).toEqual([OLD, ["要点.yaodian"]]);
  });

  it("R7: refuses content it has not been told of, also where size and time are the same", async () => {
    const { path } = await oldFile();
    const { atime, mtime } = await stat(path);
    await writeFile(path, "外".repeat(20));
    await utimes(path, atime, mtime);
    await expect(
      writeAtomically(nodeFileSystem, { path, bytes, replaces: [sha256(OLD)] }),
    ).rejects.toMatchObject({
      code: "conflict",
      subject: "要点.yaodian",
    });
    expect(await readFile(path, "utf8")).toBe("外".repeat(20));
  });

  it("R7: writes again where the file has been deleted, and refuses a folder in its place", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "a");
    await writeAtomically(nodeFileSystem, { path, bytes, replaces: [sha256(OLD)] });
    expect(await readFile(path, "utf8")).toBe(NEW);
    await mkdir(join(folder, "b"));
    await expect(writeAtomically(nodeFileSystem, { path: join(folder, "b"), bytes })).rejects.toMatchObject({
      code: "is-folder",
    });
  });

  it("hands over the previous content before it is replaced", async () => {
    const { path } = await oldFile();
    const kept: string[] = [];
    await writeAtomically(nodeFileSystem, {
      path,
      bytes,
      keepPrevious: async (previous) => {
        kept.push(Buffer.from(previous).toString(), await readFile(path, "utf8"));
      },
    });
    expect(kept).toEqual([OLD, OLD]);
  });

  it("keeps the mode of the file and the link that leads to it", async () => {
    const { folder, path } = await oldFile();
    await chmod(path, 0o640);
    const link = join(folder, "link");
    await symlink(path, link);
    await writeAtomically(nodeFileSystem, { path: link, bytes });
    expect([(await stat(path)).mode & 0o777, await readFile(path, "utf8")]).toEqual([0o640, NEW]);
    expect(await readdir(folder)).toEqual(["link", "要点.yaodian"]);
  });

  it.each([80, 83])("R12: writes a name of %i Chinese characters", async (length) => {
    const path = join(await temporaryFolder(), "字".repeat(length));
    await writeAtomically(nodeFileSystem, { path, bytes });
    expect(await readFile(path, "utf8")).toBe(NEW);
  });

  it("R12: says that a name is too long for the disk", async () => {
    const path = join(await temporaryFolder(), "字".repeat(86));
    await expect(writeAtomically(nodeFileSystem, { path, bytes })).rejects.toMatchObject({
      code: "name-too-long",
    });
  });

  it("removes what a crash left an hour ago, and nothing else", async () => {
    const { folder, path } = await oldFile();
    const names = [".要点.yaodian.0a.yaodian-tmp", ".要点.yaodian.0b.yaodian-tmp", ".别的.0a.yaodian-tmp"];
    for (const name of names) await writeFile(join(folder, name), "");
    const before = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of [".要点.yaodian.0a.yaodian-tmp", ".别的.0a.yaodian-tmp"]) {
      await utimes(join(folder, name), before, before);
    }
    await writeAtomically(nodeFileSystem, { path, bytes });
    expect((await readdir(folder)).sort()).toEqual([...names.slice(1), "要点.yaodian"].sort());
  });
});

/** A disk with room for so many bytes: it takes what fits, then nothing. */
function fullDisk(room: number): FileSystem {
  return {
    ...nodeFileSystem,
    open: async (...given) => {
      const file = await nodeFileSystem.open(...given);
      let left = room;
      return {
        ...file,
        write: async (content, offset, length, position) => {
          if (left === 0) throw errorOf("ENOSPC");
          const part = Math.min(left, length);
          left -= part;
          return file.write(content, offset, part, position);
        },
      };
    },
  };
}
