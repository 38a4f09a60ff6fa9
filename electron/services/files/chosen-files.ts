/** Documents the drafter chose to be read: named to the page by handles that live as long as this process. */
import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import { HostError } from "../../../src/host/host-error.ts";
import { MAX_SOURCE_BYTES } from "../reading/source-limits.ts";
import { isErrno } from "./file-failure.ts";
import type { FileSystem } from "./file-system.ts";
import { readGuarded } from "./read-guarded.ts";

/** More files at once are a mistake in choosing the folder. */
export const MAX_CHOSEN_FILES = 2_000;
/** Folders are entered down to this depth. */
export const MAX_FOLDER_DEPTH = 8;

export interface ChosenFile {
  readonly name: string;
  readonly handle: string;
}

export interface ChosenFiles {
  /** Files among the paths and in the folders among them; `more`: files that were left out. */
  readonly add: (
    paths: readonly string[],
  ) => Promise<{ readonly files: readonly ChosenFile[]; readonly more: number }>;
  /** Fails with `not-found` for an unknown handle, else as `readGuarded`. */
  readonly bytesOf: (
    handle: string,
  ) => Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
}

export function createChosenFiles(files: FileSystem): ChosenFiles {
  const paths = new Map<string, string>();
  return {
    add: async (chosen) => {
      const found: string[] = [];
      const entered = new Set<string>();
      for (const path of chosen) await collect({ files, found, entered }, path, MAX_FOLDER_DEPTH);
      const kept = found.slice(0, MAX_CHOSEN_FILES).map((path) => ({ path, handle: randomUUID() }));
      for (const { path, handle } of kept) paths.set(handle, path);
      return {
        files: kept.map(({ path, handle }) => ({ name: basename(path), handle })),
        more: found.length - kept.length,
      };
    },
    bytesOf: async (handle) => {
      const path = paths.get(handle);
      if (path === undefined) throw new HostError("not-found", "no such chosen file");
      return { name: basename(path), bytes: await readGuarded(files, path, MAX_SOURCE_BYTES) };
    },
  };
}

/** Files that office programs keep beside open documents, and those that systems hide. */
const HIDDEN = /^(?:[.~]|Thumbs\.db$|desktop\.ini$)/i;

interface Search {
  readonly files: FileSystem;
  readonly found: string[];
  readonly entered: Set<string>;
}

/** Collects the files at and below a path, in order of their names; what cannot be entered is left out. */
async function collect(search: Search, path: string, depth: number): Promise<void> {
  const { files, found, entered } = search;
  const stats = await files.stat(path).catch((error: unknown) => {
    if (isErrno(error, "ENOENT", "ENOTDIR", "EACCES", "EPERM", "ELOOP")) return undefined;
    throw error;
  });
  if (!stats?.isDirectory()) {
    if (stats?.isFile()) found.push(path);
    return;
  }
  if (depth === 0) return;
  // A link may lead back to a folder above it.
  const folder = await files.resolve(path);
  if (entered.has(folder)) return;
  entered.add(folder);
  const names = await files.list(path).catch((error: unknown) => {
    if (isErrno(error, "EACCES", "EPERM")) return [];
    throw error;
  });
  for (const name of names.filter((each) => !HIDDEN.test(each)).sort()) {
    // Counted only so far: a folder of a million files must not be walked to its end.
    if (found.length > 2 * MAX_CHOSEN_FILES) return;
    await collect(search, join(path, name), depth - 1);
  }
}
