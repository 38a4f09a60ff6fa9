/** Room on the disk that only the journals may use, so that typing stays safe for a while when the disk is full. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { HostError } from "../../../src/host/host-error.ts";
import { isErrno } from "../files/file-failure.ts";
import type { FileSystem } from "../files/file-system.ts";
import { writeWhole } from "../files/write-atomically.ts";

/** Some ten thousand steps of typing. */
const RESERVE_BYTES = 4 * 1024 * 1024;
const NAME = "reserve";

export interface JournalReserve {
  /** Sets the room aside unless it is; a disk without room for it is no reason to stop. */
  readonly keep: () => Promise<void>;
  /** Does some work on a journal; where the disk is full, gives the room free and does it again. */
  readonly spend: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The reserve in the folder of the journals. */
export function journalReserve(
  files: FileSystem,
  folder: string,
  report: (error: unknown) => void,
): JournalReserve {
  const path = join(folder, NAME);
  let isKept = false;
  return {
    keep: async () => {
      if (isKept) return;
      try {
        await fill(files, path);
        isKept = true;
      } catch (error) {
        report(error);
      }
    },
    spend: async (work) => {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof HostError) || error.code !== "no-space") throw error;
        if (!(await removed(files, path))) throw error;
        isKept = false;
        return work();
      }
    },
  };
}

/** Random bytes: a file system that compresses would keep no room for zeros. */
async function fill(files: FileSystem, path: string): Promise<void> {
  if ((await sizeOf(files, path)) >= RESERVE_BYTES) return;
  const file = await files.open(path, "w");
  try {
    await writeWhole(file, randomBytes(RESERVE_BYTES), 0);
  } finally {
    await file.close();
  }
}

async function sizeOf(files: FileSystem, path: string): Promise<number> {
  try {
    return Number((await files.stat(path)).size);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return 0;
    throw error;
  }
}

async function removed(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.remove(path);
    return true;
  } catch {
    // Nothing set aside, or it cannot be given free: the disk stays full.
    return false;
  }
}
