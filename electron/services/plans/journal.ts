/** The recovery journal of one open plan: what it acknowledges is on the disk. */
import { HostError } from "../../../src/host/host-error.ts";
import { fileFailure, isErrno } from "../files/file-failure.ts";
import type { FileSystem, OpenFile } from "../files/file-system.ts";
import { writeAtomically, writeWhole } from "../files/write-atomically.ts";
import { encodeBatch, encodeHead, type JournalBatch, type JournalHead } from "./journal-records.ts";

export interface Journal {
  /** Resolves once the batch is on the disk; after a failure the journal is as before, and appending may be tried again. */
  readonly append: (batch: JournalBatch) => Promise<void>;
  /** Lets go of the file, which stays. */
  readonly close: () => Promise<void>;
  /** Lets go of the file and removes it. */
  readonly remove: () => Promise<void>;
}

/** Starts a journal, replacing what is at `path`; once it resolves, the head is on the disk. */
export async function startJournal(files: FileSystem, path: string, head: JournalHead): Promise<Journal> {
  const bytes = encodeHead(head);
  await writeAtomically(files, { path, bytes });
  return continueJournal(files, path, bytes.byteLength);
}

/** Goes on with the journal at `path` behind its first `size` bytes; what comes after them is cut off. */
export async function continueJournal(files: FileSystem, path: string, size: number): Promise<Journal> {
  const file = await opened(files, path, size);
  let end = size;
  let torn = false;
  return {
    append: async (batch) => {
      const bytes = encodeBatch(batch);
      try {
        // A batch that failed half-way must not stand before the next one: reading stops there.
        if (torn) await file.truncate(end);
        torn = true;
        await writeWhole(file, bytes, null);
        await file.syncData();
        torn = false;
      } catch (error) {
        throw fileFailure(error, path);
      }
      end += bytes.byteLength;
    },
    close: () => file.close(),
    remove: async () => {
      await file.close();
      await removeJournal(files, path);
    },
  };
}

/** Removes a journal; it may be gone already. */
export async function removeJournal(files: FileSystem, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch (error) {
    if (!isErrno(error, "ENOENT")) throw fileFailure(error, path);
  }
}

async function opened(files: FileSystem, path: string, size: number): Promise<OpenFile> {
  const file = await files.open(path, "a").catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  try {
    if ((await file.size()) < size) throw new HostError("damaged", "journal is shorter than it was");
    await file.truncate(size);
    return file;
  } catch (error) {
    await file.close().catch(() => {
      // The first error is the one to tell.
    });
    throw fileFailure(error, path);
  }
}
