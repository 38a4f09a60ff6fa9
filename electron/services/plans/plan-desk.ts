/** The open plans by session, and the ways to open one. */
import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import type { ReplyOf } from "../../../src/host/contract.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { sha256 } from "../files/checksum.ts";
import { exists } from "../files/exists.ts";
import type { FolderLock } from "../files/folder-lock.ts";
import { readGuarded } from "../files/read-guarded.ts";
import { chosenFileName, freeName, safeFileName } from "../files/safe-name.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import { journaledPlans } from "./journaled-plans.ts";
import { OpenPlan, type PlanState, type PlanStore, type SavedState } from "./open-plan.ts";
import { decodePlanFile, MAX_PLAN_BYTES, PLAN_ENDING, type ReadPlanFile } from "./plan-file.ts";
import type { RecentPlans } from "./recent-plans.ts";
import { discardJournal, journalKey, journalKeys } from "./recovery.ts";
import { replicaOf } from "./replica.ts";

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

  const journaled = journaledPlans(store, liveWith);
  const { previous } = store;

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

  /** The list of recent plans is a convenience: what cannot be noted there has been opened or saved all the same. */
  const remember = (path: string, { state, plan }: OpenPlan, editedAt: string): Promise<void> =>
    recent.remember(path, state.documentId, plan, editedAt).catch(store.report);

  /** The file of a plan; the failure of a damaged one names the version that can be opened instead. */
  const decode = async (bytes: Uint8Array, name: string, path?: string): Promise<ReadPlanFile> => {
    try {
      return decodePlanFile(bytes, name);
    } catch (error) {
      throw await previous.offer(error, bytes, path && (await recent.documentAt(path)));
    }
  };

  /** A plan without a file: what it is made of stays as it is. */
  const draftOf = async (plan: WorkPlan, name: string): Promise<OpenedPlan> => {
    const open = new OpenPlan(store, {
      documentId: randomUUID(),
      name,
      file: null,
      readOnly: false,
      replica: replicaOf(plan),
      revision: 0,
      savedRevision: null,
    });
    await open.beginJournal();
    return seat(open);
  };

  const openPath = async (path: string): Promise<OpenedPlan> => {
    const live = liveWith(({ file }) => file?.path === path);
    if (live) return seat(live);
    const name = basename(path);
    const bytes = await readGuarded(files, path, MAX_PLAN_BYTES);
    const file = await decode(bytes, name, path);
    const readOnly = !(await files.isWritable(path));
    const sum = sha256(bytes);
    const left = await journaled.journalOf(file, path);
    const open = left
      ? await journaled.recoveredPlan(
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
    await remember(path, open, store.now().toISOString());
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

  /** A path in the 文稿 folder where there is no file yet. */
  const freePath = async (name: string): Promise<string> => {
    await files.makeFolder(documentsFolder);
    const free = await freeName(name, PLAN_ENDING, (each) => exists(files, join(documentsFolder, each)));
    return join(documentsFolder, free);
  };

  const saved = async (open: OpenPlan, { path, ...rest }: SavedState) => {
    await remember(path, open, rest.savedAt);
    return { handle: await recent.handleOf(path), ...rest };
  };

  return {
    find,
    recoverable: () => inTurn(journaled.recoverable),
    open: (path: string) => inTurn(() => openPath(path)),
    recover: (key: string) => inTurn(async () => seat(await journaled.recover(key))),
    create: (plan: WorkPlan) =>
      inTurn(() => draftOf(plan, fileNameFor(plan.title.text.replaceAll("\n", "")))),
    openPrevious: (documentId: string, name: string) =>
      inTurn(async () => draftOf((await previous.read(documentId, name)).plan, fileNameFor(name))),
    /** Copies a plan that came as bytes into the 文稿 folder and opens it there. */
    openBytes: (name: string, bytes: Uint8Array) =>
      inTurn(async () => {
        await decode(bytes, name);
        const path = await freePath(fileNameFor(name));
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

/** A proposed name as that of a plan file. */
function fileNameFor(proposed: string): string {
  return safeFileName(proposed, PLAN_ENDING) ?? `${UNTITLED}${PLAN_ENDING}`;
}
