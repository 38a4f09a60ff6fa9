/** The version of a plan before its last save, kept in the app's data for the day on which its file is damaged. */
import { join } from "node:path";
import { HostError } from "../../../src/host/host-error.ts";
import type { FileSystem } from "../files/file-system.ts";
import { readGuarded } from "../files/read-guarded.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import { decodePlanFile, MAX_PLAN_BYTES, PLAN_ENDING, type ReadPlanFile } from "./plan-file.ts";
import { journalKey } from "./recovery.ts";

export interface PreviousVersions {
  /** Keeps the file that a save is about to replace. */
  readonly keep: (documentId: string, bytes: Uint8Array) => Promise<void>;
  /** The kept version; `name` is for the message. Fails with `not-found` or `damaged`. */
  readonly read: (documentId: string, name: string) => Promise<ReadPlanFile>;
  /**
   * The failure of a plan file, with the document whose kept version can stand in for it where there is one.
   * `bytes`: the file, of which the beginning may still tell its document; `known`: the document it last held.
   */
  readonly offer: (failure: unknown, bytes: Uint8Array, known: string | undefined) => Promise<unknown>;
}

/** Versions kept in `folder`, one a document. */
export function previousVersions(files: FileSystem, folder: string): PreviousVersions {
  const pathOf = (documentId: string) => join(folder, `${journalKey(documentId)}${PLAN_ENDING}`);

  const read = async (documentId: string, name: string): Promise<ReadPlanFile> =>
    decodePlanFile(await readGuarded(files, pathOf(documentId), MAX_PLAN_BYTES), name);

  const isThere = async (documentId: string): Promise<boolean> => {
    try {
      await read(documentId, "");
      return true;
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  };

  return {
    read,
    keep: async (documentId, bytes) => {
      await files.makeFolder(folder);
      await writeAtomically(files, { path: pathOf(documentId), bytes });
    },
    offer: async (failure, bytes, known) => {
      if (!(failure instanceof HostError) || failure.code !== "damaged") return failure;
      for (const documentId of [known, documentIn(bytes)]) {
        if (documentId === undefined || !(await isThere(documentId))) continue;
        const { message, subject } = failure;
        return new HostError("damaged", message, subject, { cause: failure, previous: documentId });
      }
      return failure;
    },
  };
}

/** Bytes at the beginning of a plan file in which its document is named. */
const HEAD_BYTES = 512;

/** Document that a damaged plan file still names. */
function documentIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  return /"documentId"\s*:\s*"([\w-]{1,64})"/.exec(head)?.[1];
}
