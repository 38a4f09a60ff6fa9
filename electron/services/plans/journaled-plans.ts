/** Plans that come back from journals: after a crash, on opening their file, or for a window that lost its host. */
import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { sha256 } from "../files/checksum.ts";
import { exists } from "../files/exists.ts";
import { readGuarded } from "../files/read-guarded.ts";
import { continueJournal } from "./journal.ts";
import { OpenPlan, type PlanState, type PlanStore } from "./open-plan.ts";
import { decodePlanFile, MAX_PLAN_BYTES, type ReadPlanFile } from "./plan-file.ts";
import {
  discardJournal,
  journalKey,
  journalKeys,
  journalPath,
  type RecoveredPlan,
  replayJournal,
  setJournalAside,
} from "./recovery.ts";
import { planOf } from "./replica.ts";

/** A journal without unsaved edits is kept so long, in milliseconds. */
const CLEAN_JOURNAL_MS = 24 * 60 * 60 * 1000;

export interface JournaledPlans {
  /** Journals with unsaved edits, newest first. */
  readonly recoverable: () => Promise<readonly RecoveredPlan[]>;
  /** The plan of a journal, or the open plan it belongs to; fails with `not-found`. */
  readonly recover: (key: string) => Promise<OpenPlan>;
  readonly journalOf: (file: ReadPlanFile, path: string) => Promise<RecoveredPlan | undefined>;
  readonly recoveredPlan: (
    left: RecoveredPlan,
    file: PlanState["file"],
    savedRevision: number | null,
    readOnly: boolean,
  ) => Promise<OpenPlan>;
}

/** `liveWith` finds an open plan. */
export function journaledPlans(
  store: PlanStore,
  liveWith: (matches: (state: PlanState) => boolean) => OpenPlan | undefined,
): JournaledPlans {
  const { files, journalFolder } = store;

  /** The journal with unsaved edits to this very file. One whose file has since changed is put aside, to be offered. */
  const journalOf = async (file: ReadPlanFile, path: string): Promise<RecoveredPlan | undefined> => {
    const key = journalKey(file.documentId);
    if (liveWith(({ documentId }) => documentId === file.documentId)) return undefined;
    const left = await replayJournal(files, journalFolder, key);
    if (!left) return undefined;
    const { path: origin, seal } = left.head;
    // A copy of a file has nothing to do with the journal of its original.
    if (origin !== path && origin !== null && (await exists(files, origin))) return undefined;
    if (samePlan(planOf(left.replica), file.plan)) {
      await discardJournal(files, journalFolder, key);
      return undefined;
    }
    if (seal === file.seal) return left;
    await setJournalAside(files, journalFolder, key, randomUUID());
    return undefined;
  };

  /** Goes on with a journal. `savedRevision` null: the file does not hold the plan at any revision that is known. */
  const recoveredPlan = async (
    { key, head, replica, revision, size }: RecoveredPlan,
    file: PlanState["file"],
    savedRevision: number | null,
    readOnly: boolean,
  ): Promise<OpenPlan> => {
    const journal = await continueJournal(files, journalPath(journalFolder, key), size);
    const name = file ? basename(file.path) : head.name;
    const { documentId } = head;
    return new OpenPlan(
      store,
      { documentId, name, file, readOnly, replica, revision, savedRevision },
      journal,
    );
  };

  const recover = async (key: string): Promise<OpenPlan> => {
    const live = liveWith(({ documentId }) => journalKey(documentId) === key);
    if (live) return live;
    const left = await replayJournal(files, journalFolder, key);
    if (!left) throw new HostError("not-found", "no journal to recover from");
    const { path, documentId, fileRevision, seal, revision: base } = left.head;
    if (journalKey(documentId) !== key || liveWith(({ file }) => path !== null && file?.path === path)) {
      return recoveredDraft(left);
    }
    if (path === null) return recoveredPlan(left, null, null, false);
    const disk = await readPlan(path);
    if (disk?.file.seal === seal) {
      const file = { path, seal, fileRevision, knownSums: [disk.sum] };
      return recoveredPlan(left, file, base, disk.readOnly);
    }
    if (disk && samePlan(disk.file.plan, planOf(left.replica))) {
      // The crash came between the save and the renewal of the journal.
      const file = { path, seal: disk.file.seal, fileRevision: disk.file.revision, knownSums: [disk.sum] };
      return recoveredPlan(left, file, left.revision, disk.readOnly);
    }
    // The file is gone or another one: saving will write it again, or find the conflict.
    return recoveredPlan(left, { path, seal, fileRevision, knownSums: [] }, null, false);
  };

  /** A journal that was put aside becomes a plan of its own, which overwrites nothing. */
  const recoveredDraft = async (left: RecoveredPlan): Promise<OpenPlan> => {
    const open = new OpenPlan(store, {
      documentId: randomUUID(),
      name: left.head.name,
      file: null,
      readOnly: false,
      replica: left.replica,
      revision: left.revision,
      savedRevision: null,
    });
    await open.beginJournal();
    await discardJournal(files, journalFolder, left.key);
    return open;
  };

  /** The plan file at a path; `undefined` where there is none that can be read. */
  const readPlan = async (path: string) => {
    try {
      const bytes = await readGuarded(files, path, MAX_PLAN_BYTES);
      const file = decodePlanFile(bytes, basename(path));
      return { file, sum: sha256(bytes), readOnly: !(await files.isWritable(path)) };
    } catch (error) {
      if (error instanceof HostError) return undefined;
      throw error;
    }
  };

  const recoverable = async (): Promise<readonly RecoveredPlan[]> => {
    const plans: RecoveredPlan[] = [];
    for (const key of await journalKeys(files, journalFolder)) {
      const left = await replayJournal(files, journalFolder, key);
      if (!left) continue;
      if (!(await isSaved(left))) plans.push(left);
      else if (isForgotten(left)) await discardJournal(files, journalFolder, key);
    }
    return plans.sort((one, other) => other.editedAt.localeCompare(one.editedAt));
  };

  /** Whether a journal holds nothing that its file does not hold. */
  const isSaved = async ({ head, replica, revision }: RecoveredPlan): Promise<boolean> => {
    if (head.path === null) return false;
    if (head.seal !== null && revision === head.revision) return true;
    const disk = await readPlan(head.path);
    return disk !== undefined && samePlan(disk.file.plan, planOf(replica));
  };

  /** After a crash a window may still come back for its plan, but not a day later. */
  const isForgotten = ({ key, editedAt }: RecoveredPlan): boolean => {
    const age = store.now().getTime() - Date.parse(editedAt);
    return age > CLEAN_JOURNAL_MS && !liveWith(({ documentId }) => journalKey(documentId) === key);
  };

  return { recoverable, recover, journalOf, recoveredPlan };
}

function samePlan(one: WorkPlan, other: WorkPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
