/**
 * The open plan as the window knows it: where it is saved, how far the host has it, what is under way. The text
 * itself lives in the editor alone.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { DocumentForm } from "../../core/plan/model.ts";
import type { Host } from "../../host/client.ts";
import type { Envelope, Failure, ReplyOf, RequestOf } from "../../host/contract.ts";
import type { ExportTarget, OpenedPlan, SaveTarget, SourceFile } from "../platform/platform.ts";
import { createOutbox, type OutboxLink, type StepJson } from "./outbox.ts";

export type SavedPlan = ReplyOf<"plan.save">;
export type ExportForm = DocumentForm;
/** What is asked of an export beside the plan itself. */
export type ExportWish = Omit<RequestOf<"export.files">, "session" | "revision">;
/** The document that is to be laid out or put on the clipboard. */
export type DocumentWish = Pick<RequestOf<"layout.pages">, "form" | "profile" | "tasks">;
export type DocxWish = DocumentWish & Pick<RequestOf<"export.docx">, "itemBookmarks">;
export type NewVersion = Pick<RequestOf<"version.add">, "author" | "label" | "cause" | "plan">;
export type CopyWish = Pick<RequestOf<"version.copy">, "before" | "after" | "markup" | "author">;
export type CopyMarkup = CopyWish["markup"];
export type TaskExport = Pick<RequestOf<"tasks.export">, "packs" | "quoteFormulas">;

export interface PlanSessionState {
  readonly documentId: string;
  readonly name: string;
  /** Whether the plan has a file. */
  readonly hasFile: boolean;
  readonly readOnly: boolean;
  readonly revision: number;
  readonly acknowledged: number;
  /** Null while the plan has never been saved. */
  readonly savedRevision: number | null;
  readonly savedAt: Date | null;
  /** When the journal last took an edit. */
  readonly stashedAt: Date | null;
  readonly saving: boolean;
  readonly link: OutboxLink;
  readonly failure: Failure | null;
}

/** `pending`: typed and not yet in the journal; `stashed`: in the journal, not in the file. */
export type SavedState = "saved" | "stashed" | "pending" | "saving" | "lost" | "new" | "read-only";

export interface PlanSession extends StoreApi<PlanSessionState> {
  /** Takes the steps of one transaction of the editor. */
  readonly push: (steps: readonly StepJson[]) => void;
  readonly save: (overwrite: boolean) => Promise<Envelope<SavedPlan>>;
  readonly saveAs: (target: SaveTarget) => Promise<Envelope<SavedPlan>>;
  readonly exportDocx: (wish: DocxWish, target: ExportTarget) => Promise<Envelope<ReplyOf<"export.docx">>>;
  /** All files of an export. */
  readonly exportFiles: (wish: ExportWish) => Promise<Envelope<ReplyOf<"export.files">>>;
  /** The document as text and as part of a web page, for the clipboard. */
  readonly texts: (wish: DocumentWish) => Promise<Envelope<ReplyOf<"export.texts">>>;
  /** Printed pages of everything typed so far. */
  readonly pages: (wish: DocumentWish) => Promise<Envelope<ReplyOf<"layout.pages">>>;
  /** How many pages there are, of what the host has by now. */
  /** Puts the plan as it is now into the library, in the place of an earlier state of it. */
  readonly addToLibrary: () => Promise<Envelope<ReplyOf<"library.addPlan">>>;
  readonly pageCount: (form: ExportForm) => Promise<Envelope<ReplyOf<"layout.count">>>;
  /** The skeleton of the year-end summary. */
  readonly exportSummary: (target: ExportTarget) => Promise<Envelope<ReplyOf<"summary.export">>>;
  readonly exportTasks: (
    options: TaskExport,
    target: ExportTarget,
  ) => Promise<Envelope<ReplyOf<"tasks.export">>>;
  /** What a returned task table changes; the plan stays as it is. */
  readonly readReturned: (file: SourceFile) => Promise<Envelope<ReplyOf<"tasks.readReturned">>>;
  /** Units out of last year's plan or document; the plan stays as it is. */
  readonly rememberTasks: (file: SourceFile) => Promise<Envelope<ReplyOf<"tasks.remember">>>;
  readonly versions: () => Promise<Envelope<ReplyOf<"version.list">>>;
  readonly versionPlan: (id: string) => Promise<Envelope<ReplyOf<"version.plan">>>;
  /** Keeps a plan as a version: everything typed so far where none is given. */
  readonly keepVersion: (version: NewVersion) => Promise<Envelope<ReplyOf<"version.add">>>;
  readonly labelVersion: (
    id: string,
    label: NewVersion["label"],
  ) => Promise<Envelope<ReplyOf<"version.label">>>;
  /** A version, or everything typed so far, as DOCX with what was changed. */
  readonly exportCopy: (wish: CopyWish, target: ExportTarget) => Promise<Envelope<ReplyOf<"version.copy">>>;
  /** The saved file's bytes for a download. */
  readonly bytes: () => Promise<Envelope<ReplyOf<"plan.bytes">>>;
  /**
   * Ends the session. With `keep`, unsaved edits stay recoverable, and it fails and stays open while something typed
   * has not reached the host.
   */
  readonly close: (keep: boolean) => Promise<Envelope<unknown>>;
  /** Tries again at once after a failure. */
  readonly retry: () => void;
  readonly dispose: () => void;
}

/** How the title line states where the text is. */
export function savedStateOf(state: PlanSessionState): SavedState {
  if (state.link !== "ok") return "lost";
  if (state.saving) return "saving";
  if (state.revision > state.acknowledged) return "pending";
  if (state.savedRevision === state.revision) return state.readOnly ? "read-only" : "saved";
  return state.stashedAt === null && state.savedRevision === null ? "new" : "stashed";
}

/** Whether closing the window now could lose typed text, or would leave edits outside the file. */
export function hasUnsavedText(state: PlanSessionState): boolean {
  return state.revision > state.acknowledged || state.savedRevision !== state.revision;
}

export function createPlanSession(
  host: Pick<Host, "call">,
  opened: OpenedPlan,
  now: () => Date,
): PlanSession {
  let { session } = opened;
  const store = createStore<PlanSessionState>(() => ({
    documentId: opened.documentId,
    name: opened.name,
    hasFile: opened.handle !== null,
    readOnly: opened.readOnly,
    revision: opened.revision,
    acknowledged: opened.revision,
    savedRevision: opened.savedRevision,
    savedAt: null,
    stashedAt: null,
    saving: false,
    link: "ok",
    failure: null,
  }));

  const outbox = createOutbox({
    revision: opened.revision,
    send: (baseRevision, steps) => host.call("plan.apply", { session, baseRevision, steps: [...steps] }),
    reopen: async () => {
      const reply = await host.call("plan.recover", { documentId: store.getState().documentId });
      if (reply.ok) session = reply.value.session;
      return reply;
    },
    onChange: ({ revision, acknowledged, link, failure }) => {
      const stashed = acknowledged > store.getState().acknowledged;
      store.setState({ revision, acknowledged, link, failure, ...(stashed ? { stashedAt: now() } : {}) });
    },
  });

  /** Runs `call` on the replica as it is after everything typed has arrived there. */
  const onReplica = async <T>(call: (revision: number) => Promise<Envelope<T>>): Promise<Envelope<T>> => {
    const flushed = await outbox.flush();
    if (!flushed.ok) return flushed;
    const reply = await call(flushed.value);
    // A host that restarted between two edits learns of the plan again by a recovery, once.
    if (reply.ok || reply.failure.code !== "no-session") return reply;
    const reopened = await host.call("plan.recover", { documentId: store.getState().documentId });
    if (!reopened.ok) return reply;
    session = reopened.value.session;
    return call(flushed.value);
  };

  const saving = async (call: (revision: number) => Promise<Envelope<SavedPlan>>) => {
    store.setState({ saving: true });
    const reply = await onReplica(call);
    if (!reply.ok) {
      store.setState({ saving: false });
      return reply;
    }
    const { documentId, name, savedRevision, savedAt } = reply.value;
    const written = { documentId, name, savedRevision, savedAt: new Date(savedAt) };
    store.setState({ saving: false, hasFile: true, readOnly: false, ...written });
    return reply;
  };

  return {
    ...store,
    push: outbox.push,
    save: (overwrite) => saving((revision) => host.call("plan.save", { session, revision, overwrite })),
    saveAs: (target) => saving((revision) => host.call("plan.saveAs", { session, revision, target })),
    exportDocx: (wish, target) =>
      onReplica((revision) => host.call("export.docx", { session, revision, ...wish, target })),
    exportFiles: (wish) => onReplica((revision) => host.call("export.files", { session, revision, ...wish })),
    texts: (wish) => onReplica((revision) => host.call("export.texts", { session, revision, ...wish })),
    pages: (wish) => onReplica((revision) => host.call("layout.pages", { session, revision, ...wish })),
    pageCount: (form) => {
      const { acknowledged: revision } = store.getState();
      return host.call("layout.count", { session, revision, form, profile: null });
    },
    exportSummary: (target) =>
      onReplica((revision) => host.call("summary.export", { session, revision, target })),
    exportTasks: (options, target) =>
      onReplica((revision) => host.call("tasks.export", { session, revision, ...options, target })),
    readReturned: (file) =>
      onReplica((revision) => host.call("tasks.readReturned", { session, revision, ...file })),
    addToLibrary: () => onReplica((revision) => host.call("library.addPlan", { session, revision })),
    rememberTasks: (file) =>
      onReplica((revision) => host.call("tasks.remember", { session, revision, ...file })),
    versions: () => onReplica(() => host.call("version.list", { session })),
    versionPlan: (id) => onReplica(() => host.call("version.plan", { session, id })),
    keepVersion: (version) =>
      onReplica((revision) => host.call("version.add", { session, revision, ...version })),
    labelVersion: (id, label) => onReplica(() => host.call("version.label", { session, id, label })),
    exportCopy: (wish, target) =>
      onReplica((revision) => host.call("version.copy", { session, revision, ...wish, target })),
    bytes: () => onReplica(() => host.call("plan.bytes", { session })),
    close: async (keep) => {
      const flushed = keep ? await outbox.flush() : undefined;
      // What the host does not have is only here: the session stays open and goes on trying.
      if (flushed && !flushed.ok) return flushed;
      const reply = await host.call("plan.close", { session, keep });
      // A session that the host no longer knows is closed already.
      if (!reply.ok && reply.failure.code !== "no-session") return reply;
      outbox.dispose();
      return { ok: true, value: {} };
    },
    retry: () => void outbox.flush(),
    dispose: outbox.dispose,
  };
}
