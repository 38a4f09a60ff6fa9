/** What the main thread and a worker for single tasks say to each other. */
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import type { PlanReading } from "../../../src/core/reading/plan-reading.ts";
import type { FailureCode } from "../../../src/host/contract.ts";

export interface TaskJobData {
  readonly kind: "task";
}

/** `read`: a prior-year document into a plan. `export`: a plan into a DOCX file. */
export interface Tasks {
  readonly read: {
    readonly request: { readonly name: string; readonly bytes: Uint8Array };
    readonly reply: PlanReading;
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
