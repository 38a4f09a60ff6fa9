/**
 * Writes a file so that at every moment, and after a crash, the old or the new content is there whole.
 *
 * Packages for this ignore how many bytes were written and replace a good file by a cut one when the disk is full, so
 * the bytes are written in a loop and counted before the file is put in place.
 */
import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { HostError } from "../../../src/host/host-error.ts";
import { sha256 } from "./checksum.ts";
import { fileFailure, isErrno } from "./file-failure.ts";
import type { FileSystem, OpenFile } from "./file-system.ts";

/** Characters of the name that the temporary file keeps; a long name must not become too long by what is added. */
const STEM_CHARACTERS = 40;
const TEMPORARY_ENDING = ".yaodian-tmp";
const RANDOM_BYTES = 6;
/** A temporary file is in use for seconds; what is older was left by a crash. */
const LEFTOVER_AGE_MS = 60 * 60 * 1000;
/** Virus scanners and sync programs hold a file for a moment; longer than this the drafter must be told. */
const RENAME_PATIENCE_MS = 5_000;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 100;
const OWN_FILE_MODE = 0o600;
const NEW_FILE_MODE = 0o666;
const MODE_BITS = 0o7777n;

export interface AtomicWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
  /**
   * SHA-256 sums of the contents that may be replaced: what was read from the file or written to it. Anything else on
   * disk is a conflict. `undefined`: whatever is there may be replaced.
   */
  readonly replaces?: readonly string[] | undefined;
  /** Called with the content about to be replaced, before it is; what it throws stops the write. */
  readonly keepPrevious?: (previous: Uint8Array) => Promise<void>;
  /** Milliseconds a rename is tried again while another program holds the file. */
  readonly patience?: number;
}

/** Fails with `conflict`, or with the failure of the operating system; the old file is then untouched. */
export async function writeAtomically(files: FileSystem, write: AtomicWrite): Promise<void> {
  try {
    await replaceFile(files, { ...write, path: await targetOf(files, write.path) });
  } catch (error) {
    throw fileFailure(error, write.path);
  }
}

/** What a link points to: the link itself stays. */
async function targetOf(files: FileSystem, path: string): Promise<string> {
  try {
    return await files.resolve(path);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return path;
    throw error;
  }
}

async function replaceFile(files: FileSystem, write: AtomicWrite): Promise<void> {
  const { path, bytes, patience = RENAME_PATIENCE_MS } = write;
  const folder = dirname(path);
  await removeLeftovers(files, folder, path);
  const mode = await modeOf(files, path);
  const temporary = temporaryPath(path);
  try {
    await writeTemporary(files, temporary, bytes, mode);
    await checkTarget(files, write);
    await renamePatiently(files, temporary, path, patience);
  } catch (error) {
    await files.remove(temporary).catch(() => {
      // The first error is the one to tell; the next write into the folder removes what is left.
    });
    throw error;
  }
  await syncFolder(files, folder);
}

function temporaryPath(path: string): string {
  const random = randomBytes(RANDOM_BYTES).toString("hex");
  return join(dirname(path), `${temporaryStem(path)}${random}${TEMPORARY_ENDING}`);
}

function temporaryStem(path: string): string {
  return `.${[...basename(path)].slice(0, STEM_CHARACTERS).join("")}.`;
}

async function modeOf(files: FileSystem, path: string): Promise<number | undefined> {
  try {
    const stats = await files.stat(path);
    if (stats.isDirectory()) throw new HostError("is-folder", "a folder, not a file", basename(path));
    return Number(stats.mode & MODE_BITS);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function writeTemporary(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
): Promise<void> {
  const file = await files.open(path, "wx", mode === undefined ? NEW_FILE_MODE : OWN_FILE_MODE);
  try {
    await writeWhole(file, bytes, 0);
    if ((await file.size()) !== bytes.byteLength) throw new Error("file has another size than was written");
    if (mode !== undefined) await copyMode(file, mode);
    await file.sync();
  } catch (error) {
    await file.close().catch(() => {
      // The first error is the one to tell.
    });
    throw error;
  }
  await file.close();
}

/** Writes every byte, whatever part of them one call takes. `position` null: at the end of a file opened to append. */
export async function writeWhole(file: OpenFile, bytes: Uint8Array, position: number | null): Promise<void> {
  let offset = 0;
  while (offset < bytes.byteLength) {
    const rest = bytes.byteLength - offset;
    const at = position === null ? null : position + offset;
    const { bytesWritten } = await file.write(bytes, offset, rest, at);
    if (bytesWritten === 0) throw new HostError("no-space", "the disk takes no more bytes");
    offset += bytesWritten;
  }
}

async function copyMode(file: OpenFile, mode: number): Promise<void> {
  try {
    await file.setMode(mode);
  } catch (error) {
    // File systems without modes say so; the content matters more.
    if (!isErrno(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS")) throw error;
  }
}

/** Content is compared by its sum: a file may change without its time, and its time without the file. */
async function checkTarget(files: FileSystem, { path, replaces, keepPrevious }: AtomicWrite): Promise<void> {
  if (replaces === undefined && keepPrevious === undefined) return;
  let previous: Uint8Array;
  try {
    previous = await files.read(path);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return;
    throw error;
  }
  if (replaces !== undefined && !replaces.includes(sha256(previous))) {
    throw new HostError("conflict", "the file has been changed by another program", basename(path));
  }
  await keepPrevious?.(previous);
}

async function renamePatiently(files: FileSystem, from: string, to: string, patience: number): Promise<void> {
  const end = performance.now() + patience;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      await files.rename(from, to);
      return;
    } catch (error) {
      if (!isErrno(error, "EPERM", "EACCES", "EBUSY") || performance.now() + pause > end) throw error;
      await wait(pause);
    }
  }
}

/** Makes the new name durable; where folders cannot be synced (Windows, some shares) the rename must do. */
async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  let handle: OpenFile;
  try {
    handle = await files.open(folder, "r");
  } catch (error) {
    if (isErrno(error, "EPERM", "EACCES", "EISDIR", "EINVAL")) return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (error) {
    if (!isErrno(error, "EPERM", "EACCES", "EINVAL", "ENOTSUP", "EOPNOTSUPP")) throw error;
  } finally {
    await handle.close();
  }
}

/** Removes temporary files of this target that a crash left behind. */
async function removeLeftovers(files: FileSystem, folder: string, path: string): Promise<void> {
  const stem = temporaryStem(path);
  try {
    for (const name of await files.list(folder)) {
      if (!name.startsWith(stem) || !name.endsWith(TEMPORARY_ENDING)) continue;
      const leftover = join(folder, name);
      const { mtimeMs } = await files.stat(leftover);
      if (Date.now() - Number(mtimeMs) > LEFTOVER_AGE_MS) await files.remove(leftover);
    }
  } catch {
    // Tidying up is no reason to refuse a save.
  }
}
