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

/** A journal without unsaved edits is kept so long, in milliseconds. */
const CLEAN_JOURNAL_MS = 24 * 60 * 60 * 1000;
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
  /** Sessions whose plan was opened again elsewhere. */
  const ended = new Set<string>();
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
    if (open) return open;
    // Not `no-session`: a window that thinks the host has restarted would take the plan back from where it is edited.
    if (ended.has(session)) throw new HostError("busy", "the plan has been opened in another window");
    throw new HostError("no-session", "no such session");
  };
  const liveWith = (matches: (state: PlanState) => boolean): OpenPlan | undefined =>
    [...sessions.values()].find(({ state }) => matches(state));

  /** Gives an open plan to a caller, taking it from whoever had it. */
  const seat = async (open: OpenPlan): Promise<OpenedPlan> => {
    for (const [session, other] of sessions) {
      if (other !== open) continue;
      sessions.delete(session);
      ended.add(session);
    }
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
      ? await recoveredPlan(
          left,
          { path, seal: file.seal, fileRevision: file.revision, knownSums: [sum] },
          left.head.revision,
          readOnly,
        )
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
    // A full disk must not keep a plan from being read; the first edit tries again.
    await open.beginJournal().catch(store.report);
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

  const recover = async (key: string): Promise<OpenedPlan> => {
    const live = liveWith(({ documentId }) => journalKey(documentId) === key);
    if (live) return seat(live);
    const left = await replayJournal(files, journalFolder, key);
    if (!left) throw new HostError("not-found", "no journal to recover from");
    const { path, documentId, fileRevision, seal, revision: base } = left.head;
    if (journalKey(documentId) !== key || liveWith(({ file }) => path !== null && file?.path === path)) {
      return seat(await recoveredDraft(left));
    }
    if (path === null) return seat(await recoveredPlan(left, null, null, false));
    const disk = await readPlan(path);
    if (disk?.file.seal === seal) {
      const file = { path, seal, fileRevision, knownSums: [disk.sum] };
      return seat(await recoveredPlan(left, file, base, disk.readOnly));
    }
    if (disk && samePlan(disk.file.plan, planOf(left.replica))) {
      // The crash came between the save and the renewal of the journal.
      const file = { path, seal: disk.file.seal, fileRevision: disk.file.revision, knownSums: [disk.sum] };
      return seat(await recoveredPlan(left, file, left.revision, disk.readOnly));
    }
    // The file is gone or another one: saving will write it again, or find the conflict.
    return seat(await recoveredPlan(left, { path, seal, fileRevision, knownSums: [] }, null, false));
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
        await open.beginJournal();
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
        // What goes on elsewhere is not this window's to end.
        if (ended.delete(session)) return;
        const open = find(session);
        sessions.delete(session);
        await open.close(keep);
      }),
    /** Ends every session; journals stay, for unsaved edits and for windows that come back. */
    closeAll: async () => {
      await turn;
      const open = [...sessions.values()];
      sessions.clear();
      for (const each of open) await each.suspend();
      await lock.release();
    },
  };
}

function samePlan(one: WorkPlan, other: WorkPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
