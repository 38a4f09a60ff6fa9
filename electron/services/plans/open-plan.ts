/** One open plan: its replica, its journal and its file. */
import { basename } from "node:path";
import type { Node } from "prosemirror-model";
import { type WorkPlan, workPlanSchema } from "../../../src/core/plan/model.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { sha256 } from "../files/checksum.ts";
import type { FileSystem } from "../files/file-system.ts";
import { readGuarded } from "../files/read-guarded.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import { type Journal, startJournal } from "./journal.ts";
import type { JournalReserve } from "./journal-reserve.ts";
import { encodePlanFile, MAX_PLAN_BYTES } from "./plan-file.ts";
import type { PreviousVersions } from "./previous-versions.ts";
import { journalKey, journalPath } from "./recovery.ts";
import { applySteps, planOf } from "./replica.ts";

/** Where the app keeps what belongs to open plans. */
export interface PlanStore {
  readonly files: FileSystem;
  readonly journalFolder: string;
  readonly reserve: JournalReserve;
  readonly previous: PreviousVersions;
  readonly now: () => Date;
  /** Told of failures that must not stop the drafter. */
  readonly report: (error: unknown) => void;
}

/** The file of a plan as it was last read or written. */
export interface SavedFile {
  readonly path: string;
  /** Sum in the envelope; null where the file on disk is not the one that the plan came from. */
  readonly seal: string | null;
  readonly fileRevision: number;
  /** Sums of the contents on disk that a save may replace. */
  readonly knownSums: readonly string[];
}

export interface PlanState {
  readonly documentId: string;
  readonly name: string;
  readonly file: SavedFile | null;
  readonly readOnly: boolean;
  readonly replica: Node;
  /** Steps the replica has taken. */
  readonly revision: number;
  /** Null where no file holds the plan as it was at some revision. */
  readonly savedRevision: number | null;
}

export interface SavedState {
  readonly documentId: string;
  readonly path: string;
  readonly name: string;
  readonly savedRevision: number;
  /** ISO time. */
  readonly savedAt: string;
}

/** Changes of one plan happen one after the other, in the order they were asked for. */
export class OpenPlan {
  #state: PlanState;
  #journal: Journal | undefined;
  #lastBatch: { readonly baseRevision: number; readonly sum: string } | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #store: PlanStore;

  constructor(store: PlanStore, state: PlanState, journal?: Journal) {
    this.#store = store;
    this.#state = state;
    this.#journal = journal;
  }

  get state(): PlanState {
    return this.#state;
  }

  /** Whether something would be lost without the journal. */
  get isUnsaved(): boolean {
    return this.#state.savedRevision !== this.#state.revision;
  }

  get plan(): WorkPlan {
    return planOf(this.#state.replica);
  }

  /** The plan at `revision`; fails with `stale-revision` where the replica is at another one. */
  planAt(revision: number): WorkPlan {
    this.#expect(revision);
    return this.plan;
  }

  /**
   * Begins the journal before anything is typed: a draft without a file outlives a crash, and a host that starts again
   * knows at which revision the window's plan is.
   */
  beginJournal(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#store.reserve.spend(() => this.#openJournal());
    });
  }

  /**
   * Takes steps of the editor; once it resolves, with the new revision, they are on the disk. The same batch sent
   * again, because its acknowledgement got lost, is acknowledged again. Fails with `stale-revision` or `bad-request`,
   * or where the journal cannot be written; the replica is then as before.
   */
  apply(baseRevision: number, steps: readonly unknown[]): Promise<number> {
    return this.#inTurn(async () => {
      const sum = sha256(JSON.stringify(steps));
      const { revision, replica } = this.#state;
      if (this.#lastBatch?.baseRevision === baseRevision && this.#lastBatch.sum === sum) return revision;
      this.#expect(baseRevision);
      const next = applySteps(replica, steps);
      const nextRevision = revision + steps.length;
      const at = this.#time();
      await this.#store.reserve.spend(async () => {
        const journal = await this.#openJournal();
        await journal.append({ revision: nextRevision, at, steps });
      });
      this.#state = { ...this.#state, replica: next, revision: nextRevision };
      this.#lastBatch = { baseRevision, sum };
      return nextRevision;
    });
  }

  /** Saves to the plan's file. Fails with `conflict` where the file has changed, unless `overwrite`. */
  save(revision: number, overwrite: boolean): Promise<SavedState> {
    return this.#inTurn(() => {
      const { file, name, readOnly } = this.#state;
      if (file === null) throw new HostError("bad-request", "the plan has no file yet", name);
      if (readOnly) throw new HostError("read-only", "the file is read-only", name);
      this.#expect(revision);
      return this.#write({ path: file.path, replaces: overwrite ? undefined : file.knownSums });
    });
  }

  /**
   * Saves to another file and goes on with that one. A plan that had a file becomes a document of its own.
   * `mayReplace`: whether the drafter has agreed that an existing file is replaced; else it is a `conflict`.
   */
  saveAs(revision: number, path: string, mayReplace: boolean, newDocumentId: string): Promise<SavedState> {
    return this.#inTurn(() => {
      this.#expect(revision);
      const { file, documentId } = this.#state;
      if (file?.path === path)
        return this.#write({ path, replaces: mayReplace ? undefined : file.knownSums });
      return this.#write({
        path,
        replaces: mayReplace ? undefined : [],
        documentId: file === null ? documentId : newDocumentId,
      });
    });
  }

  /** Lets go of the journal, which stays, so that the next host can go on with it. */
  suspend(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#journal?.close();
      this.#journal = undefined;
    });
  }

  /** Ends it. The journal stays where `keep` and something is unsaved, else it is removed. */
  close(keep: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const journal = this.#journal;
      this.#journal = undefined;
      if (keep && this.isUnsaved) await journal?.close();
      else await journal?.remove();
    });
  }

  async #write(target: {
    readonly path: string;
    readonly replaces: readonly string[] | undefined;
    readonly documentId?: string;
  }): Promise<SavedState> {
    const { files } = this.#store;
    const { path, documentId = this.#state.documentId } = target;
    const isCopy = documentId !== this.#state.documentId;
    const file = isCopy ? null : this.#state.file;
    const fileRevision = (file?.fileRevision ?? 0) + 1;
    const plan = workPlanSchema.parse(this.plan);
    const { bytes, seal } = encodePlanFile({
      documentId,
      revision: fileRevision,
      previous: file?.seal ?? null,
      plan,
    });
    const sum = sha256(bytes);
    // A write may be reported as failed although the file is in place: our own content is never a conflict.
    if (file?.path === path) this.#know(sum);
    await writeAtomically(files, {
      path,
      bytes,
      replaces: target.replaces && [...target.replaces, sum],
      keepPrevious: (previous) => this.#keepPrevious(documentId, previous),
    });
    // A share may have answered without having the bytes; the journal goes only when they can be read back.
    if (sha256(await readGuarded(files, path, MAX_PLAN_BYTES)) !== sum) {
      throw new HostError("conflict", "the file does not hold what was written", basename(path));
    }
    const { revision, documentId: oldDocumentId } = this.#state;
    this.#state = {
      ...this.#state,
      documentId,
      name: basename(path),
      file: { path, seal, fileRevision, knownSums: [sum] },
      readOnly: false,
      savedRevision: revision,
    };
    await this.#renewJournal(oldDocumentId);
    return { documentId, path, name: basename(path), savedRevision: revision, savedAt: this.#time() };
  }

  #know(sum: string): void {
    const { file } = this.#state;
    if (file) this.#state = { ...this.#state, file: { ...file, knownSums: [...file.knownSums, sum] } };
  }

  async #keepPrevious(documentId: string, bytes: Uint8Array): Promise<void> {
    const { previous, report } = this.#store;
    try {
      await previous.keep(documentId, bytes);
    } catch (error) {
      // A full system disk must not keep the drafter from saving to another one.
      report(error);
    }
  }

  /**
   * Begins the journal anew from what is saved. Where that fails the next batch tries again, and the old journal does no
   * harm: what it gives is found to be saved.
   */
  async #renewJournal(oldDocumentId: string): Promise<void> {
    const old = this.#journal;
    this.#journal = undefined;
    try {
      if (oldDocumentId === this.#state.documentId) await old?.close();
      else await old?.remove();
      await this.#openJournal();
    } catch (error) {
      this.#store.report(error);
    }
  }

  async #openJournal(): Promise<Journal> {
    if (this.#journal) return this.#journal;
    const { files, journalFolder, reserve } = this.#store;
    const { documentId, name, file, revision } = this.#state;
    await files.makeFolder(journalFolder);
    await reserve.keep();
    this.#journal = await startJournal(files, journalPath(journalFolder, journalKey(documentId)), {
      documentId,
      name,
      path: file?.path ?? null,
      seal: file?.seal ?? null,
      fileRevision: file?.fileRevision ?? 0,
      revision,
      at: this.#time(),
      plan: this.plan,
    });
    return this.#journal;
  }

  #expect(revision: number): void {
    if (revision === this.#state.revision) return;
    throw new HostError("stale-revision", `replica is at ${this.#state.revision}`, this.#state.name);
  }

  #time(): string {
    return this.#store.now().toISOString();
  }

  #inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {
      // Whoever asked is told; the next in turn starts all the same.
    });
    return result;
  }
}
