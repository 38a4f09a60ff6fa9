/** What the main thread and a worker for single tasks say to each other. */
import type { Note } from "../../../src/core/compare/note.ts";
import type { PatternMatch } from "../../../src/core/find/find-pattern.ts";
import type { PrintedDocument } from "../../../src/core/official/printed-page.ts";
import type { Profile } from "../../../src/core/official/profile.ts";
import type { RevisionMarkup } from "../../../src/core/official/revision.ts";
import type { DocumentForm, WorkPlan } from "../../../src/core/plan/model.ts";
import type { ReadingDecisions } from "../../../src/core/reading/decisions.ts";
import type { PlanReading, SourceLines } from "../../../src/core/reading/plan-reading.ts";
import type { SourceFormat } from "../../../src/core/reading/source-lines.ts";
import type { RememberedTasks } from "../../../src/core/tasks/remember-tasks.ts";
import type { ReturnedTasks } from "../../../src/core/tasks/returned-tasks.ts";
import type { FailureCode } from "../../../src/host/contract.ts";
import type { ReadExchange } from "../library/exchange-file.ts";

export interface TaskJobData {
  readonly kind: "task";
}

/** A document to be read; `decisions` are the drafter's, if any. */
export interface ReadRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly decisions?: ReadingDecisions | undefined;
}

export interface ReadReply {
  readonly reading: PlanReading;
  /** The lines that were read. */
  readonly source: SourceLines;
  readonly format: SourceFormat;
}

/** Formats that a document is written in; `fragment` is the part of a web page for the clipboard. */
export type WrittenFormat = "docx" | "txt" | "html" | "fragment";

export interface DocumentRequest {
  readonly plan: WorkPlan;
  readonly form: DocumentForm;
  readonly profile: Profile;
}

/** A file and the plan it is about. */
export interface AboutPlanRequest {
  readonly plan: WorkPlan;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SheetsRequest {
  readonly plan: WorkPlan;
  readonly packs: boolean;
  readonly quoteFormulas: boolean;
}

/** A spreadsheet of tasks; `unit` null: of all units. */
export interface TaskSheetFile {
  readonly unit: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * `read`: a prior-year document into a plan. `export`: a plan into files. `layout`: a plan into printed pages. `count`:
 * how many pages it has. `sheets`: its tasks into spreadsheets. `returned`: what a
 * returned spreadsheet changes. `remember`: units from last year's document.
 * `marked`: a plan with its changes into a DOCX file. `note`: a note into a DOCX file or a workbook. `library-file`: what a library file from elsewhere holds.
 * `match`: where a regular expression matches.
 */
export interface Tasks {
  readonly read: {
    readonly request: ReadRequest;
    readonly reply: ReadReply;
  };
  readonly export: {
    readonly request: DocumentRequest & {
      readonly formats: readonly WrittenFormat[];
      /** Whether hidden bookmarks in the DOCX tell its items apart. */
      readonly itemBookmarks: boolean;
    };
    readonly reply: readonly { readonly format: WrittenFormat; readonly bytes: Uint8Array<ArrayBuffer> }[];
  };
  readonly count: {
    readonly request: DocumentRequest;
    readonly reply: number;
  };
  readonly layout: {
    readonly request: DocumentRequest;
    readonly reply: PrintedDocument;
  };
  readonly sheets: { readonly request: SheetsRequest; readonly reply: readonly TaskSheetFile[] };
  readonly returned: { readonly request: AboutPlanRequest; readonly reply: ReturnedTasks };
  readonly remember: { readonly request: AboutPlanRequest; readonly reply: RememberedTasks };
  readonly note: {
    readonly request: { readonly note: Note; readonly format: "docx" | "xlsx" };
    readonly reply: Uint8Array<ArrayBuffer>;
  };
  /**
   * A document with its changes since `before`, null: with its open changes; `clean`: without. `date`: ISO time of revisions
   * that have none of their own.
   */
  readonly marked: {
    readonly request: {
      readonly before: WorkPlan | null;
      readonly after: WorkPlan;
      readonly profile: Profile;
      readonly markup: RevisionMarkup | "clean";
      readonly author: string;
      readonly date: string;
    };
    readonly reply: Uint8Array<ArrayBuffer>;
  };
  readonly match: {
    readonly request: {
      readonly paragraphs: readonly string[];
      readonly pattern: string;
      readonly exact: boolean;
    };
    readonly reply: readonly PatternMatch[];
  };
  readonly "library-file": { readonly request: ReadRequest; readonly reply: ReadExchange };
}
export type TaskName = keyof Tasks;

export type TaskMessage = {
  readonly [T in TaskName]: { readonly task: T; readonly request: Tasks[T]["request"] };
}[TaskName];

/** An error loses its class between threads, so a failure travels as code, detail and name. */
export type TaskReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string; readonly name: string | null };
