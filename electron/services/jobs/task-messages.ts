/** What the main thread and a worker for single tasks say to each other. */
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import type { ReadingDecisions } from "../../../src/core/reading/decisions.ts";
import type { PlanReading, SourceLines } from "../../../src/core/reading/plan-reading.ts";
import type { SourceFormat } from "../../../src/core/reading/source-lines.ts";
import type { FailureCode } from "../../../src/host/contract.ts";

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

/** `read`: a prior-year document into a plan. `export`: a plan into a DOCX file. */
export interface Tasks {
  readonly read: {
    readonly request: ReadRequest;
    readonly reply: ReadReply;
  };
  readonly export: {
    readonly request: { readonly plan: WorkPlan; readonly form: "plan" | "notice" };
    readonly reply: Uint8Array<ArrayBuffer>;
  };
}
export type TaskName = keyof Tasks;

export type TaskMessage = {
  readonly [T in TaskName]: { readonly task: T; readonly request: Tasks[T]["request"] };
}[TaskName];

/** An error loses its class between threads, so a failure travels as code, detail and name. */
export type TaskReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string; readonly name: string | null };
