/** Writes the files of an export into a folder: all of them or none. */
import { basename, join } from "node:path";
import { HostError } from "../../../src/host/host-error.ts";
import { exists } from "../files/exists.ts";
import type { FileSystem } from "../files/file-system.ts";
import { freeName } from "../files/safe-name.ts";
import { writeAtomically } from "../files/write-atomically.ts";

export interface NamedFile {
  readonly stem: string;
  /** With its dot. */
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** `number`: files that are there stay, all new ones get the same number. */
export type Existing = "refuse" | "replace" | "number";

/**
 * Names of the written files. Fails with `conflict` before anything is written where a file is there and may not be
 * replaced. When one cannot be written, those before it are taken back: the folder is as it was.
 */
export async function writeFiles(
  files: FileSystem,
  folder: string,
  named: readonly NamedFile[],
  existing: Existing,
): Promise<readonly string[]> {
  const names = await namesIn(files, folder, named, existing);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const [index, { bytes }] of named.entries()) {
      const path = join(folder, names[index] ?? "");
      let previous: Uint8Array | undefined;
      // Before it is written: an error may come behind the moment at which the new file took its place.
      undo.unshift(() => takeBack(files, path, bytes, previous));
      await writeAtomically(files, {
        path,
        bytes,
        // What came into the folder since it was looked at is nobody's to replace.
        ...(existing === "replace" ? {} : { replaces: [] }),
        keepPrevious: async (content) => {
          previous = content;
        },
      });
    }
  } catch (error) {
    for (const step of undo) {
      await step().catch(() => {
        // The first error is the one to tell.
      });
    }
    throw error;
  }
  return names;
}

/** Puts back what was at `path`, unless something else than what was written is there. */
async function takeBack(
  files: FileSystem,
  path: string,
  written: Uint8Array,
  previous: Uint8Array | undefined,
): Promise<void> {
  if (!(await exists(files, path)) || Buffer.compare(await files.read(path), written) !== 0) return;
  if (previous === undefined) await files.remove(path);
  else await writeAtomically(files, { path, bytes: previous });
}

async function namesIn(
  files: FileSystem,
  folder: string,
  named: readonly NamedFile[],
  existing: Existing,
): Promise<readonly string[]> {
  const plain = named.map(({ stem, ending }) => `${stem}${ending}`);
  const isThere = (name: string) => exists(files, join(folder, name));
  if (existing === "replace") return plain;
  if (existing === "refuse") {
    for (const name of plain) {
      if (await isThere(name)) throw new HostError("conflict", "the file is there already", basename(name));
    }
    return plain;
  }
  const stem = await freeName(named[0]?.stem ?? "", "", async (candidate) => {
    for (const { ending } of named) if (await isThere(`${candidate}${ending}`)) return true;
    return false;
  });
  return named.map(({ ending }) => `${stem}${ending}`);
}
