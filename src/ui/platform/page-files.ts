/** Files of the page: chosen in an input, or dropped, folders included. */
import type { PendingSource } from "./pending-source.ts";

/** More files at once are a mistake in choosing the folder. */
export const MAX_PAGE_FILES = 2_000;
/** Folders are entered down to this depth. */
const MAX_DEPTH = 8;
/** Largest document that is sent to the host at all; it refuses smaller ones by itself. */
const MAX_BYTES = 40 * 1024 * 1024;
/** Files that office programs keep beside open documents, and those that systems hide. */
const HIDDEN = /^(?:[.~]|Thumbs\.db$|desktop\.ini$)/i;

export interface PageFiles {
  readonly sources: readonly PendingSource[];
  /** Files beyond the limit, which were left out. */
  readonly more: number;
}

/** A file of the page as a source; its bytes are read when they are asked for. */
export function pendingFile(file: File): PendingSource {
  return {
    name: file.name,
    load: async () => {
      if (file.size > MAX_BYTES)
        return { ok: false, failure: { code: "too-large", detail: `${file.size} bytes`, name: file.name } };
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return { ok: true, value: { name: file.name, bytes } };
      } catch (error) {
        // Browsers tell by a DOMException that the file has gone or changed since it was chosen.
        return { ok: false, failure: { code: "not-found", detail: String(error), name: file.name } };
      }
    },
  };
}

/** Chosen files without hidden ones, in order of their paths. */
export function pageFiles(files: Iterable<File>): PageFiles {
  const kept = [...files].filter(({ name, webkitRelativePath }) => {
    const path = webkitRelativePath === "" ? name : webkitRelativePath;
    return !path.split("/").some((part) => HIDDEN.test(part));
  });
  const sources = kept.slice(0, MAX_PAGE_FILES).map(pendingFile);
  return { sources, more: kept.length - sources.length };
}

/**
 * Dropped files, those in dropped folders included. To be called while the drop is handled: what is in the transfer is
 * gone afterwards. `folders` tells whether a folder was among them.
 */
export async function droppedFiles(
  transfer: DataTransfer,
): Promise<PageFiles & { readonly folders: boolean }> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files: File[] = [];
  for (const entry of entries) await collect(entry, MAX_DEPTH, files);
  const kept = entries.length > 0 ? files : [...transfer.files];
  return { ...pageFiles(kept), folders: entries.some((entry) => entry.isDirectory) };
}

async function collect(entry: FileSystemEntry, depth: number, files: File[]): Promise<void> {
  if (HIDDEN.test(entry.name) || files.length > 2 * MAX_PAGE_FILES) return;
  if (isFile(entry)) {
    const file = await new Promise<File | undefined>((resolve) =>
      entry.file(resolve, () => resolve(undefined)),
    );
    if (file) files.push(file);
    return;
  }
  if (!isDirectory(entry) || depth === 0) return;
  const inside = await entriesOf(entry);
  for (const child of inside.toSorted((one, other) => one.name.localeCompare(other.name, "zh-CN")))
    await collect(child, depth - 1, files);
}

/** A reader gives its entries in batches, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
