/**
 * The versions of plans: a folder for each document, a sealed file for each version.
 *
 * Files and not the library's database: versions must be kept where there is no SQLite, and damage must cost one
 * version and not all of them. Nothing here is read when a plan is opened.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { characterCount } from "../../../src/core/editor/character-count.ts";
import { toDoc } from "../../../src/core/editor/convert.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import {
  NO_LABEL,
  type PlanVersion,
  type VersionCause,
  type VersionLabel,
} from "../../../src/core/plan/version.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { fileFailure, isErrno } from "../files/file-failure.ts";
import type { FileSystem } from "../files/file-system.ts";
import { readGuarded } from "../files/read-guarded.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import { MAX_PLAN_BYTES } from "../plans/plan-file.ts";
import { journalKey } from "../plans/recovery.ts";
import { decodeVersion, encodeVersion, headOf, type KeptVersion } from "./version-file.ts";

/** Between two versions that saves keep by themselves. */
export const SAVE_INTERVAL_MS = 10 * 60 * 1000;
/**
 * How many versions that nobody named stay for each cause, the newest ones: those of saves and exports go back weeks,
 * those before a change are looked for soon after it. Named versions are never thrown away.
 */
export const MOST_AUTOMATIC: Readonly<Record<VersionCause, number>> = {
  save: 50,
  export: 50,
  restore: 10,
  replace: 10,
  paste: 10,
  dated: 10,
  revisions: 10,
  returned: 10,
};
const VERSION_ENDING = ".version";
const VERSION_ID = /^[a-f0-9-]{36}$/;

export interface NewVersion {
  readonly plan: WorkPlan;
  readonly author: string;
  readonly label: VersionLabel;
  readonly cause: VersionCause | null;
}

export interface VersionStore {
  /** The newest first; `damaged`: versions that cannot be read any more. */
  readonly list: (
    documentId: string,
  ) => Promise<{ readonly versions: readonly PlanVersion[]; readonly damaged: number }>;
  /** An automatic version with the plan of the newest one is that one, and is not kept again. */
  readonly add: (documentId: string, version: NewVersion) => Promise<PlanVersion>;
  /** Keeps a version after a save, unless the last one is younger than `SAVE_INTERVAL_MS`. */
  readonly addAfterSave: (documentId: string, plan: WorkPlan) => Promise<void>;
  /** Fails with `not-found`, `damaged` or `newer`. */
  readonly read: (documentId: string, id: string) => Promise<KeptVersion>;
  /** A version that gets a label is the drafter's, and is kept for good. */
  readonly label: (documentId: string, id: string, label: VersionLabel) => Promise<PlanVersion>;
}

/** The store in `folder`, which is made with the first version. */
export function openVersions(files: FileSystem, folder: string, now: () => Date): VersionStore {
  /** When a save last kept a version, by document. */
  const lastSaves = new Map<string, number>();
  const folderOf = (documentId: string) => join(folder, journalKey(documentId));

  const pathOf = (documentId: string, id: string) => {
    if (!VERSION_ID.test(id)) throw new HostError("not-found", "no such version");
    return join(folderOf(documentId), `${id}${VERSION_ENDING}`);
  };
  const read = async (documentId: string, id: string) =>
    decodeVersion(await readGuarded(files, pathOf(documentId, id), MAX_PLAN_BYTES));

  const idsOf = async (documentId: string): Promise<readonly string[]> => {
    try {
      return (await files.list(folderOf(documentId)))
        .filter((name) => name.endsWith(VERSION_ENDING))
        .map((name) => name.slice(0, -VERSION_ENDING.length));
    } catch (error) {
      if (isErrno(error, "ENOENT")) return [];
      throw fileFailure(error, folder);
    }
  };

  const list: VersionStore["list"] = async (documentId) => {
    const versions: PlanVersion[] = [];
    let damaged = 0;
    for (const id of await idsOf(documentId)) {
      try {
        const version = headOf(await readGuarded(files, pathOf(documentId, id), MAX_PLAN_BYTES));
        // A file that was copied by hand under another name must not stand in for the version it holds.
        if (version.id === id) versions.push(version);
        else damaged += 1;
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        damaged += 1;
      }
    }
    versions.sort((one, other) => Date.parse(other.keptAt) - Date.parse(one.keptAt));
    return { versions, damaged };
  };

  const write = async (documentId: string, kept: KeptVersion): Promise<void> => {
    const path = pathOf(documentId, kept.version.id);
    try {
      await files.makeFolder(folderOf(documentId));
    } catch (error) {
      throw fileFailure(error, path);
    }
    await writeAtomically(files, { path, bytes: encodeVersion(kept) });
  };

  const removeOldest = async (
    documentId: string,
    versions: readonly PlanVersion[],
    cause: VersionCause,
  ): Promise<void> => {
    const automatic = versions.filter((version) => version.cause === cause);
    for (const { id } of automatic.slice(MOST_AUTOMATIC[cause])) await files.remove(pathOf(documentId, id));
  };

  const holds = async (documentId: string, { id }: PlanVersion, plan: WorkPlan): Promise<boolean> => {
    try {
      return isDeepStrictEqual((await read(documentId, id)).plan, plan);
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  };

  const add: VersionStore["add"] = async (documentId, { plan, author, label, cause }) => {
    const { versions } = cause === null ? { versions: [] } : await list(documentId);
    const [newest] = versions;
    if (newest && (await holds(documentId, newest, plan))) return newest;
    const version: PlanVersion = {
      id: randomUUID(),
      keptAt: now().toISOString(),
      author,
      label,
      cause,
      characters: characterCount(toDoc(plan)),
    };
    await write(documentId, { version, plan });
    if (cause !== null) await removeOldest(documentId, [version, ...versions], cause);
    return version;
  };

  return {
    list,
    add,
    read,
    addAfterSave: async (documentId, plan) => {
      const last = lastSaves.get(documentId);
      if (last !== undefined && now().getTime() - last < SAVE_INTERVAL_MS) return;
      await add(documentId, { plan, author: "", label: NO_LABEL, cause: "save" });
      lastSaves.set(documentId, now().getTime());
    },
    label: async (documentId, id, label) => {
      const { version, plan } = await read(documentId, id);
      const labelled = { ...version, label, cause: null };
      await write(documentId, { version: labelled, plan });
      return labelled;
    },
  };
}
