/**
 * The contract between renderer and host: one table of methods, each with the schema of its request and reply.
 *
 * Values are JSON, except `bytes`, which travel raw. Files and plans are named by opaque handles that only the
 * host can resolve; a renderer never sees or sends a path.
 */
import { z } from "zod";
import { noteSchema } from "../core/compare/note.ts";
import { MAX_PATTERN_LENGTH, MOST_PATTERN_MATCHES, patternMatchSchema } from "../core/find/find-pattern.ts";
import { officeSchema } from "../core/office/office.ts";
import { snippetsSchema } from "../core/office/snippets.ts";
import { printedDocumentSchema } from "../core/official/printed-page.ts";
import { profileSchema } from "../core/official/profile.ts";
import { revisionMarkupSchema } from "../core/official/revision.ts";
import { documentFormSchema, numberingSchema, workPlanSchema, yearSchema } from "../core/plan/model.ts";
import { taskRecordsSchema } from "../core/plan/task-records.ts";
import { planVersionSchema, versionCauseSchema, versionLabelSchema } from "../core/plan/version.ts";
import { readingDecisionsSchema } from "../core/reading/decisions.ts";
import { planReadingSchema } from "../core/reading/plan-reading.ts";
import { sourceFormatSchema, sourceLinesSchema } from "../core/reading/source-lines.ts";
import { calendarProblemCodeSchema, officeCalendarSchema } from "../core/rollover/office-calendar.ts";
import { documentCorrectionSchema, mergeReportSchema } from "../core/suggest/library-exchange.ts";
import {
  itemMarkSchema,
  itemTextSchema,
  libraryEntrySchema,
  libraryFoundSchema,
  librarySearchSchema,
} from "../core/suggest/library-search.ts";
import { suggestContextSchema, suggestionSchema } from "../core/suggest/suggestion.ts";
import { MAX_TOPIC_TEXT } from "../core/suggest/topic-list.ts";
import { taskChangeSchema } from "../core/tasks/returned-tasks.ts";
import { taskOutputSchema } from "../core/tasks/task-output.ts";

/** Most bytes one message may carry. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

const bytes = z.instanceof(Uint8Array);
const handle = z.string().min(1).max(128);
const session = z.string().min(1).max(64);
const documentId = z.string().min(1).max(64);
const fileName = z.string().min(1).max(255);
const timestamp = z.iso.datetime();
const versionId = z.string().min(1).max(64);
const versionAuthor = z.string().max(64);
const nothing = z.strictObject({});

/** State of the library; `reason` says why it is not available (a code such as `no-sqlite`, `damaged`). */
const libraryStatus = z.strictObject({
  available: z.boolean(),
  reason: z.string().nullable(),
  documents: z.int().nonnegative(),
  items: z.int().nonnegative(),
});

const recentPlan = z.strictObject({
  handle,
  name: z.string(),
  title: z.string(),
  year: yearSchema.nullable(),
  excerpt: z.string(),
  editedAt: timestamp,
  missing: z.boolean(),
});

const recoverablePlan = z.strictObject({
  documentId,
  name: z.string(),
  title: z.string(),
  year: yearSchema.nullable(),
  editedAt: timestamp,
  /** Edits since the last save that the journal holds. */
  changes: z.int().nonnegative(),
});

const openedPlan = z.strictObject({
  session,
  documentId,
  /** File name without folder; a proposed name while the plan has never been saved. */
  name: z.string(),
  /** Null while the plan has never been saved. */
  handle: handle.nullable(),
  plan: workPlanSchema,
  /** Number of steps the replica has applied; `savedRevision` null: not saved yet. */
  revision: z.int().nonnegative(),
  savedRevision: z.int().nonnegative().nullable(),
  readOnly: z.boolean(),
});

const savedPlan = z.strictObject({
  /** Another one than before where a plan that had a file was saved under a new name: it is a document of its own now. */
  documentId,
  handle,
  name: z.string(),
  savedRevision: z.int().nonnegative(),
  savedAt: timestamp,
});

/** What a new draft is made from. */
const draftSource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("blank") }),
  z.strictObject({ kind: z.literal("template"), id: z.string().max(64) }),
  z.strictObject({ kind: z.literal("library"), documentId }),
  z.strictObject({ kind: z.literal("plan"), plan: workPlanSchema, name: z.string().max(255) }),
]);

/** Answers of the new-plan dialog. `carry`: headings only, or headings and text. */
const draftOptions = z.strictObject({
  year: yearSchema,
  issuer: z.string().max(500),
  region: z.string().max(500),
  numbering: numberingSchema,
  carry: z.enum(["headings", "text"]),
});

const templateName = z.string().min(1).max(500);
const templateSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  issuer: z.string(),
  year: yearSchema.nullable(),
  sections: z.int().nonnegative(),
  items: z.int().nonnegative(),
  headings: z.array(z.string()).readonly(),
});

const libraryDocument = z.strictObject({
  documentId,
  title: z.string(),
  issuer: z.string(),
  region: z.string(),
  year: yearSchema.nullable(),
  items: z.int().nonnegative(),
  /** Whether its file is kept, so that it can be read again. */
  kept: z.boolean(),
  addedAt: timestamp,
});

/** A document after it was read again or corrected; `waitingMarks`: notes and corrected texts whose item is gone, kept for when it comes back. */
const changedDocument = z.strictObject({ document: libraryDocument, waitingMarks: z.int().nonnegative() });
const itemId = z.int().nonnegative();

/** Where an export goes: into a file the drafter chose, or back as bytes for a download. */
const exportTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("file"), handle }),
  z.strictObject({ kind: z.literal("bytes") }),
]);

/** A document to be laid out or written: the plan at `revision`; `profile` null is the one that was chosen. */
const document = {
  session,
  revision: z.int().nonnegative(),
  form: documentFormSchema,
  profile: z.string().max(64).nullable(),
  /** What it shows of the task breakdown; nothing where it is not given. */
  tasks: taskOutputSchema.optional(),
};

/** Files that an export can write; a PDF only where the host can print what the window shows. `xlsx`: its tasks. */
const exportFormat = z.enum(["docx", "pdf", "xlsx", "txt", "html"]);

export const contract = {
  "app.status": {
    request: nothing,
    reply: z.strictObject({
      version: z.string(),
      library: libraryStatus,
      /** Whether this start put the seed documents into the library. */
      firstRun: z.boolean(),
      /** Whether choosing files goes through the host's dialogs (Electron) or through the page. */
      dialogs: z.boolean(),
      today: isoDay(),
    }),
  },
  /** Values of the user interface kept between starts (theme, pane widths); unknown keys are kept. */
  "settings.get": { request: nothing, reply: z.strictObject({ values: z.record(z.string(), z.json()) }) },
  "settings.set": {
    request: z.strictObject({ values: z.record(z.string().max(64), z.json()) }),
    reply: nothing,
  },

  /** Native dialogs; a reply of null means cancelled. Fail with `unsupported` where there are none. */
  "dialog.openPlan": { request: nothing, reply: z.strictObject({ handle: handle.nullable() }) },
  "dialog.savePlan": {
    request: z.strictObject({ name: fileName }),
    reply: z.strictObject({ handle: handle.nullable() }),
  },
  "dialog.saveExport": {
    request: z.strictObject({ name: fileName }),
    reply: z.strictObject({ handle: handle.nullable() }),
  },
  /** A folder that exports are written into; `name` is its last part. */
  "dialog.exportFolder": {
    request: nothing,
    reply: z.strictObject({ handle: handle.nullable(), name: z.string() }),
  },
  /**
   * Shows a written file in the system's file manager: the one that `handle` names, or `name` in the folder that it
   * names. Fails with `not-found` where it is gone.
   */
  "dialog.showFile": {
    request: z.strictObject({ handle, name: z.string().min(1).max(300).nullable() }),
    reply: nothing,
  },
  "dialog.openSource": {
    request: nothing,
    reply: z.strictObject({ file: z.strictObject({ name: fileName, bytes }).nullable() }),
  },
  /** Several documents, or all in a folder and its subfolders; `more`: files beyond the limit, which were left out. */
  "dialog.openSources": {
    request: z.strictObject({ what: z.enum(["files", "folder"]) }),
    reply: z.strictObject({
      files: z.array(z.strictObject({ name: fileName, handle })).readonly(),
      more: z.int().nonnegative(),
    }),
  },

  /** A document's plan, and its lines as they are, so that the drafter can compare and decide. */
  "source.read": {
    request: z.strictObject({ name: fileName, bytes, decisions: readingDecisionsSchema.optional() }),
    reply: z.strictObject({
      reading: planReadingSchema,
      source: sourceLinesSchema,
      format: sourceFormatSchema,
    }),
  },
  /**
   * Where a regular expression matches; matches are cut off at `MOST_PATTERN_MATCHES`. Fails with `bad-request` where it is
   * none, with `timed-out` where it runs away.
   */
  "text.match": {
    request: z.strictObject({
      paragraphs: z.array(z.string()).readonly(),
      pattern: z.string().min(1).max(MAX_PATTERN_LENGTH),
      exact: z.boolean(),
    }),
    reply: z.strictObject({ matches: z.array(patternMatchSchema).max(MOST_PATTERN_MATCHES).readonly() }),
  },
  /** Bytes of a document that was chosen with `dialog.openSources`. */
  "source.bytes": {
    request: z.strictObject({ handle }),
    reply: z.strictObject({ name: fileName, bytes }),
  },
  "templates.list": {
    request: nothing,
    reply: z.strictObject({ templates: z.array(templateSummary).readonly() }),
  },
  /** Makes a template of a plan; one of the same name, issuer and year is replaced. Without a name it has the title's. */
  "templates.add": {
    request: z.strictObject({
      plan: workPlanSchema,
      issuer: z.string().max(500),
      name: templateName.optional(),
    }),
    reply: z.strictObject({ template: templateSummary, updated: z.boolean() }),
  },

  "plan.recent": { request: nothing, reply: z.strictObject({ plans: z.array(recentPlan).readonly() }) },
  "plan.forget": { request: z.strictObject({ handle }), reply: nothing },
  "plan.create": {
    request: z.strictObject({ source: draftSource, options: draftOptions }),
    reply: openedPlan,
  },
  "plan.open": { request: z.strictObject({ handle }), reply: openedPlan },
  /** A plan file that came in as bytes (an upload in the browser); it is copied into the 文稿 folder first. */
  "plan.openBytes": { request: z.strictObject({ name: fileName, bytes }), reply: openedPlan },
  /** The version before the last save of a plan whose file is damaged, as a draft without a file. */
  "plan.openPrevious": { request: z.strictObject({ documentId, name: fileName }), reply: openedPlan },
  "plan.recoverable": {
    request: nothing,
    reply: z.strictObject({ plans: z.array(recoverablePlan).readonly() }),
  },
  "plan.recover": { request: z.strictObject({ documentId }), reply: openedPlan },
  "plan.discardRecovery": { request: z.strictObject({ documentId }), reply: nothing },
  /** Steps of the editor since `baseRevision`; acknowledged once they are in the journal on disk. */
  "plan.apply": {
    request: z.strictObject({
      session,
      baseRevision: z.int().nonnegative(),
      steps: z.array(z.json()).min(1),
    }),
    reply: z.strictObject({ revision: z.int().nonnegative() }),
  },
  /** Saves the replica at `revision` to its file; fails with `conflict` where the file changed on disk. */
  "plan.save": {
    request: z.strictObject({ session, revision: z.int().nonnegative(), overwrite: z.boolean() }),
    reply: savedPlan,
  },
  /** Saves under a new name: a file chosen in a dialog, or a name in the 文稿 folder. */
  "plan.saveAs": {
    request: z.strictObject({
      session,
      revision: z.int().nonnegative(),
      target: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("file"), handle }),
        z.strictObject({ kind: z.literal("name"), name: fileName }),
      ]),
    }),
    reply: savedPlan,
  },
  /** The saved file's bytes, for a download in the browser. */
  "plan.bytes": { request: z.strictObject({ session }), reply: z.strictObject({ name: z.string(), bytes }) },
  /** Ends a session; `keep` false throws unsaved edits away, true leaves the journal for a later recovery. */
  "plan.close": { request: z.strictObject({ session, keep: z.boolean() }), reply: nothing },

  /** Versions of the open plan, the newest first; `damaged` cannot be read any more and are no hindrance to the others. */
  "version.list": {
    request: z.strictObject({ session }),
    reply: z.strictObject({
      versions: z.array(planVersionSchema).readonly(),
      damaged: z.int().nonnegative(),
    }),
  },
  /**
   * Keeps `plan` as a version, or the replica at `revision` where it is not given; `cause` null: because the drafter said
   * so. One that the program keeps by itself is the newest one again where nothing has changed since.
   */
  "version.add": {
    request: z.strictObject({
      session,
      revision: z.int().nonnegative(),
      plan: workPlanSchema.optional(),
      author: versionAuthor,
      label: versionLabelSchema,
      cause: versionCauseSchema.nullable(),
    }),
    reply: z.strictObject({ version: planVersionSchema }),
  },
  /** Names a version; one that the program kept by itself is then kept for good. */
  "version.label": {
    request: z.strictObject({ session, id: versionId, label: versionLabelSchema }),
    reply: z.strictObject({ version: planVersionSchema }),
  },
  "version.plan": {
    request: z.strictObject({ session, id: versionId }),
    reply: z.strictObject({ plan: workPlanSchema }),
  },
  /**
   * DOCX of the version `after`, or of the replica where that is null, with what was changed since the version `before`
   * marked up; `clean`: without. Where `before` is null these are the open changes (修订), each with its author and time;
   * fails with `not-found` where there is none.
   */
  "version.copy": {
    request: z.strictObject({
      session,
      revision: z.int().nonnegative(),
      before: versionId.nullable(),
      after: versionId.nullable(),
      markup: z.enum([...revisionMarkupSchema.options, "clean"]),
      author: versionAuthor,
      target: exportTarget,
    }),
    reply: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },

  "library.suggest": {
    request: suggestContextSchema,
    reply: z.strictObject({ suggestions: z.array(suggestionSchema).readonly() }),
  },
  "library.documents": {
    request: nothing,
    reply: z.strictObject({ documents: z.array(libraryDocument).readonly() }),
  },
  "library.add": {
    request: z.strictObject({ name: fileName, bytes, decisions: readingDecisionsSchema.optional() }),
    reply: z.strictObject({ document: libraryDocument, updated: z.boolean() }),
  },
  /** The open plan as a document of the library. */
  "library.addPlan": {
    request: z.strictObject({ session, revision: z.int().nonnegative() }),
    reply: z.strictObject({ document: libraryDocument, updated: z.boolean() }),
  },
  "library.search": { request: librarySearchSchema, reply: libraryFoundSchema },
  /** One item with its mark and the same item in other years. */
  "library.entry": { request: z.strictObject({ itemId }), reply: libraryEntrySchema },
  "library.mark": { request: z.strictObject({ itemId, mark: itemMarkSchema }), reply: nothing },
  /** What was read from a document. */
  "library.document": {
    request: z.strictObject({ documentId }),
    reply: z.strictObject({ reading: planReadingSchema }),
  },
  "library.remove": { request: z.strictObject({ documentId }), reply: nothing },
  /** Reads the kept file of a document again; fails with `not-found` where it was not kept. */
  "library.reread": { request: z.strictObject({ documentId }), reply: changedDocument },
  "library.correct": {
    request: z.strictObject({ documentId, correction: documentCorrectionSchema }),
    reply: changedDocument,
  },
  /** Another text for an item, null for the one of its source. The item has another id afterwards. Fails with `not-found`. */
  "library.correctItem": {
    request: z.strictObject({ itemId, text: itemTextSchema.nullable() }),
    reply: z.strictObject({ itemId }),
  },
  /** Items and index anew from the stored documents; `busy` while one is under way. Documents that failed are named. */
  "library.rebuild": {
    request: nothing,
    reply: z.strictObject({ documents: z.int().nonnegative(), failed: z.array(z.string()).readonly() }),
  },
  /** How far a rebuild or an import is; null where none is under way. */
  "library.progress": {
    request: nothing,
    reply: z.strictObject({
      progress: z
        .strictObject({
          stage: z.enum(["documents", "index"]),
          done: z.int().nonnegative(),
          total: z.int().nonnegative(),
        })
        .nullable(),
    }),
  },
  "library.export": {
    request: z.strictObject({ target: exportTarget }),
    reply: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },
  /** Merges a library file into ours. Fails with `damaged`, `newer` or `too-large` where it is of no use as a whole. */
  "library.import": { request: z.strictObject({ name: fileName, bytes }), reply: mergeReportSchema },
  /** The topic groups as text, one a line. */
  "topics.get": { request: nothing, reply: z.strictObject({ text: z.string(), shipped: z.string() }) },
  /** Keeps another list and builds the index anew with it; with `problems` nothing was changed. */
  "topics.set": {
    request: z.strictObject({ text: z.string().max(MAX_TOPIC_TEXT) }),
    reply: z.strictObject({
      problems: z
        .array(z.strictObject({ line: z.int().positive(), code: z.string(), word: z.string() }))
        .readonly(),
    }),
  },

  /** A note (对比说明, a table) as DOCX, or its tables alone as a workbook. */
  "compare.note": {
    request: z.strictObject({ note: noteSchema, format: z.enum(["docx", "xlsx"]), target: exportTarget }),
    reply: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },
  /** The skeleton of the year-end summary (年终总结提纲) of the replica at `revision`, as DOCX in the chosen profile. */
  "summary.export": {
    request: z.strictObject({ session, revision: z.int().nonnegative(), target: exportTarget }),
    reply: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },
  /** Bytes that the page has made (a picture, a table) into a file the drafter chose. */
  "export.bytes": {
    request: z.strictObject({ name: fileName, bytes, target: exportTarget }),
    reply: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },

  /** How many pages the plan has, counted without a layout. */
  "layout.count": {
    request: z.strictObject(document),
    reply: z.strictObject({ pages: z.int().nonnegative() }),
  },
  /** Printed pages; fails with `stale-revision` where a newer layout has been asked for meanwhile. */
  "layout.pages": {
    request: z.strictObject(document),
    reply: z.strictObject({ document: printedDocumentSchema }),
  },
  /** Pages of a short sample, set by a profile that need not be saved. */
  "layout.sample": {
    request: z.strictObject({ profile: profileSchema }),
    reply: z.strictObject({ document: printedDocumentSchema }),
  },

  /** Official DOCX (公文 Word 文件) of the replica at `revision`. */
  "export.docx": {
    request: z.strictObject({
      ...document,
      profile: document.profile.optional(),
      itemBookmarks: z.boolean().optional(),
      target: exportTarget,
    }),
    reply: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },

  /** 本单位信息, empty until it is filled in. */
  "office.get": { request: nothing, reply: z.strictObject({ office: officeSchema }) },
  "office.set": { request: z.strictObject({ office: officeSchema }), reply: nothing },
  /** 本单位信息 as a file. */
  "office.export": {
    request: z.strictObject({ target: exportTarget }),
    reply: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },
  /** Reads such a file and keeps nothing; fails with `damaged`, `newer`, or `unsupported-format` for a foreign file. */
  "office.read": {
    request: z.strictObject({ name: fileName, bytes }),
    reply: z.strictObject({ office: officeSchema }),
  },

  /** 常用语 in the office's order. */
  "snippets.get": { request: nothing, reply: z.strictObject({ snippets: snippetsSchema }) },
  "snippets.set": { request: z.strictObject({ snippets: snippetsSchema }), reply: nothing },

  /** The office's own rows of the calendar tables (时序表). */
  "calendar.get": { request: nothing, reply: z.strictObject({ office: officeCalendarSchema }) },
  /** Keeps them; with `problems` nothing was changed. `row` null: with the day up to which they are complete. */
  "calendar.set": {
    request: z.strictObject({ office: officeCalendarSchema }),
    reply: z.strictObject({
      problems: z
        .array(z.strictObject({ row: z.int().nonnegative().nullable(), code: calendarProblemCodeSchema }))
        .readonly(),
    }),
  },

  /**
   * The task breakdown of the replica at `revision` as spreadsheets: one for all, and with `packs` one for each unit
   * beside it, whose names never replace a file.
   */
  "tasks.export": {
    request: z.strictObject({
      session,
      revision: z.int().nonnegative(),
      packs: z.boolean(),
      /** Whether texts that look like formulas get a visible `'`. */
      quoteFormulas: z.boolean(),
      target: exportTarget,
    }),
    reply: z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), bytes: bytes.nullable() })).readonly(),
    }),
  },
  /** What a returned spreadsheet would change; the plan stays as it is. */
  "tasks.readReturned": {
    request: z.strictObject({ session, revision: z.int().nonnegative(), name: fileName, bytes }),
    reply: z.strictObject({
      changes: z.array(taskChangeSchema).readonly(),
      unchanged: z.int().nonnegative(),
      unknown: z.array(z.string()).readonly(),
      unclear: z.array(z.string()).readonly(),
    }),
  },
  /** The records with the units that last year's plan or document knows; the plan itself stays as it is. */
  "tasks.remember": {
    request: z.strictObject({ session, revision: z.int().nonnegative(), name: fileName, bytes }),
    reply: z.strictObject({ records: taskRecordsSchema, remembered: z.int().nonnegative() }),
  },
  /**
   * All files of an export, named `name` with their endings: into a folder, all or none of them, or back as bytes.
   * Fails with `conflict` and the name where a file is there already and `existing` is `refuse`.
   */
  "export.files": {
    request: z.strictObject({
      ...document,
      formats: z.array(exportFormat).min(1).max(8).readonly(),
      name: z.string().min(1).max(200),
      /** Whether hidden bookmarks in the DOCX tell its items apart, so that a copy that comes back can be matched. */
      itemBookmarks: z.boolean(),
      /** Whether `xlsx` is also written for each unit, as `name（unit）`. */
      packs: z.boolean().optional(),
      target: z.discriminatedUnion("kind", [
        z.strictObject({
          kind: z.literal("folder"),
          handle,
          existing: z.enum(["refuse", "replace", "number"]),
        }),
        z.strictObject({ kind: z.literal("bytes") }),
      ]),
    }),
    reply: z.strictObject({
      files: z
        .array(z.strictObject({ format: exportFormat, name: z.string(), bytes: bytes.nullable() }))
        .readonly(),
    }),
  },
  /** The document as clean text and as the part of a web page, for the clipboard. */
  "export.texts": {
    request: z.strictObject(document),
    reply: z.strictObject({ text: z.string(), html: z.string() }),
  },

  /** Profiles (版式), those of the program first; `chosen` is the name of the one in use. */
  "profile.list": {
    request: nothing,
    reply: z.strictObject({
      profiles: z.array(z.strictObject({ profile: profileSchema, builtIn: z.boolean() })).readonly(),
      chosen: z.string(),
    }),
  },
  "profile.choose": { request: z.strictObject({ name: z.string().max(64) }), reply: nothing },
  /** Adds an office's profile or replaces the one of its name; fails with `bad-name` for a name of the program's own. */
  "profile.save": { request: z.strictObject({ profile: profileSchema }), reply: nothing },
  "profile.remove": { request: z.strictObject({ name: z.string().max(64) }), reply: nothing },
  /**
   * Adds the profile of a file under a name that is free. Fails, nothing changed, with `unsupported-format` for another
   * kind of file, `damaged` or `newer`.
   */
  "profile.import": {
    request: z.strictObject({ name: fileName, bytes }),
    reply: z.strictObject({ profile: profileSchema }),
  },
  /** A profile as a file to hand on. */
  "profile.export": {
    request: z.strictObject({ name: z.string().max(64), target: exportTarget }),
    reply: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },
} as const satisfies Record<string, { readonly request: z.ZodType; readonly reply: z.ZodType }>;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type RequestOf<M extends Method> = z.infer<Contract[M]["request"]>;
export type ReplyOf<M extends Method> = z.infer<Contract[M]["reply"]>;

/**
 * Why a call failed. The user interface chooses its words by `code`; `detail` is English, for the log;
 * `name` is the file or document concerned.
 */
export const failureSchema = z.strictObject({
  code: z.enum([
    "unknown-method",
    "bad-request",
    "unsupported",
    "not-found",
    "is-folder",
    "empty-file",
    "binary-file",
    "too-large",
    "unsupported-format",
    "damaged",
    "newer",
    "conflict",
    "no-space",
    "no-permission",
    "busy",
    "read-only",
    "name-too-long",
    "bad-name",
    "library-unavailable",
    "stale-revision",
    "no-session",
    "timed-out",
    "disconnected",
    "internal",
  ]),
  detail: z.string(),
  name: z.string().nullable(),
  /** Of a damaged plan file: the document whose earlier version `plan.openPrevious` can open instead. */
  previous: documentId.optional(),
});
export type Failure = Readonly<z.infer<typeof failureSchema>>;
export type FailureCode = Failure["code"];

export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

function isoDay() {
  return z.iso.date();
}
