/** The open plans by session, and the ways to open one. */
import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import type { ReplyOf } from "../../../src/host/contract.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { sha256 } from "../files/checksum.ts";
import { isErrno } from "../files/file-failure.ts";
import type { FolderLock } from "../files/folder-lock.ts";
import { readGuarded } from "../files/read-guarded.ts";
import { chosenFileName, freeName, safeFileName } from "../files/safe-name.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import { continueJournal } from "./journal.ts";
import { OpenPlan, type PlanState, type PlanStore, type SavedState } from "./open-plan.ts";
import { decodePlanFile, MAX_PLAN_BYTES, PLAN_ENDING, type ReadPlanFile } from "./plan-file.ts";
import type { RecentPlans } from "./recent-plans.ts";
import {
  discardJournal,
  journalKey,
  journalKeys,
  journalPath,
  type RecoveredPlan,
  replayJournal,
  setJournalAside,
} from "./recovery.ts";
import { planOf, replicaOf } from "./replica.ts";

/** Name of a plan without title. */
const UNTITLED = "工作要点";

type OpenedPlan = ReplyOf<"plan.open">;

export interface PlanDeskOptions {
  readonly store: PlanStore;
  readonly recent: RecentPlans;
  /** Journals are written by one process at a time. */
  readonly lock: FolderLock;
  /** 文稿 folder for plans saved by name. */
  readonly documentsFolder: string;
}

export type PlanDesk = ReturnType<typeof createPlanDesk>;

/** A plan is open once: opening it again goes on with what is open, under a new session that ends the old one. */
export function createPlanDesk({ store, recent, lock, documentsFolder }: PlanDeskOptions) {
  const { files, journalFolder } = store;
  const sessions = new Map<string, OpenPlan>();
  let turn: Promise<unknown> = Promise.resolve();

  /** Opening, recovering and closing look at sessions and journals, which must stay as they are meanwhile. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(async () => {
      if (!(await lock.take())) throw new HostError("busy", "another process has the data folder");
      return work();
    });
    turn = result.catch(() => {
      // Whoever asked is told; the next in turn starts all the same.
    });
    return result;
  };

  const find = (session: string): OpenPlan => {
    const open = sessions.get(session);
    if (!open) throw new HostError("no-session", "no such session");
    return open;
  };
  const liveWith = (matches: (state: PlanState) => boolean): OpenPlan | undefined =>
    [...sessions.values()].find(({ state }) => matches(state));

  /** Gives an open plan to a caller, taking it from whoever had it. */
  const seat = async (open: OpenPlan): Promise<OpenedPlan> => {
    for (const [session, other] of sessions) if (other === open) sessions.delete(session);
    const session = randomUUID();
    sessions.set(session, open);
    const { documentId, name, file, revision, savedRevision, readOnly } = open.state;
    const handle = file && (await recent.handleOf(file.path));
    return { session, documentId, name, handle, plan: open.plan, revision, savedRevision, readOnly };
  };

  const openPath = async (path: string): Promise<OpenedPlan> => {
    const live = liveWith(({ file }) => file?.path === path);
    if (live) return seat(live);
    const name = basename(path);
    const bytes = await readGuarded(files, path, MAX_PLAN_BYTES);
    const file = decodePlanFile(bytes, name);
    const readOnly = !(await files.isWritable(path));
    const sum = sha256(bytes);
    const left = await journalOf(file, path);
    const open = left
      ? await recoveredPlan(left, { path, sum, readOnly })
      : new OpenPlan(store, {
          documentId: await ownDocumentId(file.documentId),
          name,
          file: { path, seal: file.seal, fileRevision: file.revision, knownSums: [sum] },
          readOnly,
          replica: replicaOf(file.plan),
          revision: 0,
          savedRevision: 0,
        });
    await recent.remember(path, open.plan, store.now().toISOString());
    return seat(open);
  };

  /** A copy of a file has the id of its original; a plan whose id is taken gets its own with the next save. */
  const ownDocumentId = async (documentId: string): Promise<string> => {
    const key = journalKey(documentId);
    const isTaken =
      liveWith((state) => state.documentId === documentId) !== undefined ||
      (await journalKeys(files, journalFolder)).includes(key);
    return isTaken ? randomUUID() : documentId;
  };

  /** The journal with unsaved edits to this very file. One whose file has since changed is put aside, to be offered. */
  const journalOf = async (file: ReadPlanFile, path: string): Promise<RecoveredPlan | undefined> => {
    const key = journalKey(file.documentId);
    if (liveWith(({ documentId }) => documentId === file.documentId)) return undefined;
    const left = await replayJournal(files, journalFolder, key);
    if (!left) return undefined;
    if (samePlan(planOf(left.replica), file.plan)) {
      await discardJournal(files, journalFolder, key);
      return undefined;
    }
    const { path: origin, seal } = left.head;
    if (origin !== path && origin !== null && (await exists(origin))) return undefined;
    if (seal === file.seal) return left;
    await setJournalAside(files, journalFolder, key, randomUUID());
    return undefined;
  };

  const recoveredPlan = async (
    { key, head, replica, revision, size }: RecoveredPlan,
    file: { readonly path: string; readonly sum: string; readonly readOnly: boolean } | null,
  ): Promise<OpenPlan> => {
    const journal = await continueJournal(files, journalPath(journalFolder, key), size);
    const state: PlanState = {
      documentId: head.documentId,
      name: file ? basename(file.path) : head.name,
      file: file && {
        path: file.path,
        seal: head.seal,
        fileRevision: head.fileRevision,
        knownSums: [file.sum],
      },
      readOnly: file?.readOnly ?? false,
      replica,
      revision,
      savedRevision: file ? head.revision : null,
    };
    return new OpenPlan(store, state, journal);
  };

  const recover = async (key: string): Promise<OpenedPlan> => {
    const live = liveWith(({ documentId }) => journalKey(documentId) === key);
    if (live) return seat(live);
    const left = await replayJournal(files, journalFolder, key);
    if (!left) throw new HostError("not-found", "no journal to recover from");
    const { path, documentId } = left.head;
    const isOwn = journalKey(documentId) === key;
    const file = isOwn && path !== null ? await unchangedFile(path, left.head.seal) : undefined;
    if (file) return seat(await recoveredPlan(left, file));
    return seat(await recoveredDraft(left));
  };

  /** The file has gone or changed, so the text becomes a plan of its own that overwrites nothing. */
  const recoveredDraft = async (left: RecoveredPlan): Promise<OpenPlan> => {
    if (left.head.path === null && journalKey(left.head.documentId) === left.key)
      return recoveredPlan(left, null);
    const open = new OpenPlan(store, {
      documentId: randomUUID(),
      name: left.head.name,
      file: null,
      readOnly: false,
      replica: left.replica,
      revision: left.revision,
      savedRevision: null,
    });
    await open.keepDraft();
    await discardJournal(files, journalFolder, left.key);
    return open;
  };

  const unchangedFile = async (path: string, seal: string | null) => {
    try {
      const bytes = await readGuarded(files, path, MAX_PLAN_BYTES);
      if (decodePlanFile(bytes, basename(path)).seal !== seal) return undefined;
      return { path, sum: sha256(bytes), readOnly: !(await files.isWritable(path)) };
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
      if (await isSaved(left)) await discardJournal(files, journalFolder, key);
      else plans.push(left);
    }
    return plans.sort((one, other) => other.editedAt.localeCompare(one.editedAt));
  };

  /** A crash between a save and the end of its journal leaves a journal that holds nothing new. */
  const isSaved = async ({ head, replica, key }: RecoveredPlan): Promise<boolean> => {
    if (head.path === null || liveWith(({ documentId }) => journalKey(documentId) === key)) return false;
    try {
      const bytes = await readGuarded(files, head.path, MAX_PLAN_BYTES);
      return samePlan(decodePlanFile(bytes, head.name).plan, planOf(replica));
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  };

  const exists = async (path: string): Promise<boolean> => {
    try {
      await files.stat(path);
      return true;
    } catch (error) {
      if (isErrno(error, "ENOENT", "ENOTDIR")) return false;
      throw error;
    }
  };

  /** A path in the 文稿 folder where there is no file yet. */
  const freePath = async (name: string): Promise<string> => {
    await files.makeFolder(documentsFolder);
    const free = await freeName(name, PLAN_ENDING, (each) => exists(join(documentsFolder, each)));
    return join(documentsFolder, free);
  };

  const saved = async (open: OpenPlan, { path, ...rest }: SavedState) => {
    await recent.remember(path, open.plan, rest.savedAt);
    return { handle: await recent.handleOf(path), ...rest };
  };

  return {
    find,
    recoverable: () => inTurn(recoverable),
    open: (path: string) => inTurn(() => openPath(path)),
    recover: (key: string) => inTurn(() => recover(key)),
    create: (plan: WorkPlan) =>
      inTurn(async () => {
        const open = new OpenPlan(store, {
          documentId: randomUUID(),
          name:
            safeFileName(plan.title.text.replaceAll("\n", ""), PLAN_ENDING) ?? `${UNTITLED}${PLAN_ENDING}`,
          file: null,
          readOnly: false,
          replica: replicaOf(plan),
          revision: 0,
          savedRevision: null,
        });
        await open.keepDraft();
        return seat(open);
      }),
    /** Copies a plan that came as bytes into the 文稿 folder and opens it there. */
    openBytes: (name: string, bytes: Uint8Array) =>
      inTurn(async () => {
        decodePlanFile(bytes, name);
        const proposed = safeFileName(name, PLAN_ENDING) ?? `${UNTITLED}${PLAN_ENDING}`;
        const path = await freePath(proposed);
        await writeAtomically(files, { path, bytes, replaces: [] });
        return openPath(path);
      }),
    discard: (key: string) =>
      inTurn(async () => {
        if (liveWith(({ documentId }) => journalKey(documentId) === key)) {
          throw new HostError("busy", "the plan is open");
        }
        await discardJournal(files, journalFolder, key);
      }),
    save: async (session: string, revision: number, overwrite: boolean) => {
      const open = find(session);
      return saved(open, await open.save(revision, overwrite));
    },
    saveAsFile: async (session: string, revision: number, path: string) => {
      const open = find(session);
      const other = liveWith(({ file }) => file?.path === path);
      if (other && other !== open) throw new HostError("busy", "the file is open", basename(path));
      return saved(open, await open.saveAs(revision, path, true, randomUUID()));
    },
    saveAsName: async (session: string, revision: number, name: string) => {
      const open = find(session);
      const chosen = chosenFileName(name, PLAN_ENDING);
      const own = join(documentsFolder, chosen);
      const path = open.state.file?.path === own ? own : await freePath(chosen);
      return saved(open, await open.saveAs(revision, path, false, randomUUID()));
    },
    close: (session: string, keep: boolean) =>
      inTurn(async () => {
        const open = find(session);
        sessions.delete(session);
        await open.close(keep);
      }),
    /** Ends every session; unsaved edits stay in their journals. */
    closeAll: async () => {
      await turn;
      const open = [...sessions.values()];
      sessions.clear();
      for (const each of open) await each.close(true);
      await lock.release();
    },
  };
}

function samePlan(one: WorkPlan, other: WorkPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
