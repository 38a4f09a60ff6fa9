/** Journals that a crash, or closing without saving, left behind. */
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { HostError } from "../../../src/host/host-error.ts";
import { sha256 } from "../files/checksum.ts";
import { fileFailure, isErrno } from "../files/file-failure.ts";
import type { FileSystem } from "../files/file-system.ts";
import { readGuarded } from "../files/read-guarded.ts";
import { removeJournal } from "./journal.ts";
import { decodeJournal, type JournalHead } from "./journal-records.ts";
import { applySteps, replicaOf } from "./replica.ts";

const JOURNAL_ENDING = ".journal";
/** A journal is begun anew with every save; more than this is not a journal of ours. */
const MAX_JOURNAL_BYTES = 512 * 1024 * 1024;
const PLAIN_ID = /^[A-Za-z0-9-]{1,64}$/;
const SUM_DIGITS = 40;

/** A plan brought back from its journal. */
export interface RecoveredPlan {
  /** Names the journal to `recover` and `discard`. */
  readonly key: string;
  readonly head: JournalHead;
  readonly replica: Node;
  readonly revision: number;
  /** ISO time of the last edit. */
  readonly editedAt: string;
  /** Bytes of the journal that were used. */
  readonly size: number;
}

/** Name of a document's journal: its id, or a sum of it where the id, which comes from a file, could name another path. */
export function journalKey(documentId: string): string {
  return PLAIN_ID.test(documentId) ? documentId : `x${sha256(documentId).slice(0, SUM_DIGITS)}`;
}

/** Path of a journal. */
export function journalPath(folder: string, key: string): string {
  if (!PLAIN_ID.test(key)) throw new HostError("not-found", "no such journal");
  return join(folder, `${key}${JOURNAL_ENDING}`);
}

/** Keys of the journals in a folder. */
export async function journalKeys(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    const names = await files.list(folder);
    return names
      .filter((name) => name.endsWith(JOURNAL_ENDING))
      .map((name) => name.slice(0, -JOURNAL_ENDING.length))
      .filter((key) => PLAIN_ID.test(key));
  } catch (error) {
    if (isErrno(error, "ENOENT")) return [];
    throw fileFailure(error, folder);
  }
}

/**
 * The plan that a journal gives: its steps replayed on a copy up to the first that is cut, damaged or does not fit.
 * `undefined` where there is no journal, or none that can be read.
 */
export async function replayJournal(
  files: FileSystem,
  folder: string,
  key: string,
): Promise<RecoveredPlan | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readGuarded(files, journalPath(folder, key), MAX_JOURNAL_BYTES);
  } catch (error) {
    if (error instanceof HostError && error.code === "not-found") return undefined;
    throw error;
  }
  const content = decodeJournal(bytes);
  if (!content) return undefined;
  const { head, batches, headEnd } = content;
  let recovered: RecoveredPlan = {
    key,
    head,
    replica: replicaOf(head.plan),
    revision: head.revision,
    editedAt: head.at,
    size: headEnd,
  };
  for (const { revision, at, steps, end } of batches) {
    const replica = revision === recovered.revision + steps.length && tryApply(recovered.replica, steps);
    if (!replica) break;
    recovered = { ...recovered, replica, revision, editedAt: at, size: end };
  }
  return recovered;
}

function tryApply(replica: Node, steps: readonly unknown[]): Node | undefined {
  try {
    return applySteps(replica, steps);
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

/** Throws a journal away. */
export function discardJournal(files: FileSystem, folder: string, key: string): Promise<void> {
  return removeJournal(files, journalPath(folder, key));
}

/** Puts a journal aside under a new key, so that its document can begin another one. */
export async function setJournalAside(
  files: FileSystem,
  folder: string,
  key: string,
  newKey: string,
): Promise<void> {
  try {
    await files.rename(journalPath(folder, key), journalPath(folder, newKey));
  } catch (error) {
    throw fileFailure(error, folder);
  }
}
