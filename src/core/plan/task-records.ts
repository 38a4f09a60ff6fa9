/**
 * What the drafter decided about the tasks of a plan (责任分解): the stored part. The tasks themselves are read off the
 * text (`core/tasks`), so a record holds only what the text does not say.
 */
import { z } from "zod";
import { blockIdSchema } from "./block-id.ts";

/** Most records, tasks of one item and supporting units of one task; more is damage, not an office's plan. */
export const MAX_TASK_RECORDS = 20_000;
export const MAX_TASKS_OF_ITEM = 1_000;
export const MAX_SUPPORTING_UNITS = 60;
/** Characters of an anchor: a task is a few sentences. */
export const MAX_ANCHOR_LENGTH = 20_000;
export const MAX_PROGRESS_NOTE = 10_000;

/** Characters of a unit, a leader or a deadline. */
export const MAX_NAME = 200;

const name = z.string().max(MAX_NAME);

/** Who does it until when. Empty means not given: the task then has what its item has. */
export const assignmentSchema = z.strictObject({
  /** 牵头单位. */
  lead: name,
  /** 配合单位, in order. */
  support: z.array(name).max(MAX_SUPPORTING_UNITS).readonly(),
  /** 分管领导. */
  leader: name,
  /** 完成时限 as it is printed, e.g. `7月底前`. */
  deadline: name,
  /** 指标, as it is printed. */
  target: z.string().max(2_000),
});
export type Assignment = Readonly<z.infer<typeof assignmentSchema>>;

/** `delayed`: the unit itself says that it is behind. */
export const progressStateSchema = z.enum(["open", "under-way", "delayed", "done"]);
export type ProgressState = z.infer<typeof progressStateSchema>;

/** How far a task is, as its unit reported. */
export const progressSchema = z.strictObject({
  state: progressStateSchema,
  /** 完成情况 in the unit's words. */
  note: z.string().max(MAX_PROGRESS_NOTE),
});
export type Progress = Readonly<z.infer<typeof progressSchema>>;

export const storedTaskSchema = z.strictObject({
  id: blockIdSchema,
  /** Text of the task when it was last decided on: it is found again as long as half of it is there. */
  anchor: z.string().max(MAX_ANCHOR_LENGTH),
  /** Whether it counts as a task; null: as the rules for sentences say. */
  counts: z.boolean().nullable(),
  assignment: assignmentSchema,
  progress: progressSchema,
});
export type StoredTask = Readonly<z.infer<typeof storedTaskSchema>>;

/** Of an item, or of a section or subsection that holds text of its own. */
export const taskRecordSchema = z.strictObject({
  holder: blockIdSchema,
  /** What its tasks inherit. */
  assignment: assignmentSchema,
  /** The tasks with anything of their own, in the order of the text when they were stored. */
  tasks: z.array(storedTaskSchema).max(MAX_TASKS_OF_ITEM).readonly(),
});
export type TaskRecord = Readonly<z.infer<typeof taskRecordSchema>>;

export const taskRecordsSchema = z.array(taskRecordSchema).max(MAX_TASK_RECORDS).readonly();
export type TaskRecords = readonly TaskRecord[];

export const NO_ASSIGNMENT: Assignment = { lead: "", support: [], leader: "", deadline: "", target: "" };
export const NO_PROGRESS: Progress = { state: "open", note: "" };
