/** What comes back from units in a table: which task each row is, and what it changes of progress and assignment. */
import { z } from "zod";
import type { WorkPlan } from "../plan/model.ts";
import {
  type Assignment,
  MAX_NAME,
  MAX_PROGRESS_NOTE,
  MAX_SUPPORTING_UNITS,
  type ProgressState,
  progressSchema,
  type TaskRecords,
} from "../plan/task-records.ts";
import { nearestTask } from "./align.ts";
import { changeTasks, type TaskChange } from "./edit-tasks.ts";
import { type Task, taskListOf } from "./task-list.ts";
import { splitUnits } from "./unit-tails.ts";

/** A row of a returned table, as it was read. */
export interface ReturnedRow {
  /** Key that the table was given with; empty where it is gone. */
  readonly key: string;
  readonly text: string;
  /** Texts of 进展 and 完成情况; null where the table has no such column. */
  readonly state: string | null;
  readonly note: string | null;
  /** Texts of the columns of the assignment that the table has. */
  readonly values?: Readonly<Partial<Record<AssignedField, string>>>;
}

const assignedFieldSchema = z.enum(["lead", "support", "leader", "deadline", "target"]);
/** What a table says of who does a task and until when. */
export type AssignedField = z.infer<typeof assignedFieldSchema>;
export const ASSIGNED_FIELDS: readonly AssignedField[] = assignedFieldSchema.options;

const valueChangeSchema = z.strictObject({
  field: assignedFieldSchema,
  /** As they stand in a cell, several units divided by 、. */
  before: z.string(),
  after: z.string(),
});
export type ReturnedValue = Readonly<z.infer<typeof valueChangeSchema>>;

export const taskChangeSchema = z.strictObject({
  key: z.string(),
  /** Number of the item, e.g. `14`. */
  ordinal: z.string(),
  text: z.string(),
  lead: z.string(),
  before: progressSchema,
  after: progressSchema,
  /** Changes of the assignment, which the office itself decides on. */
  values: z.array(valueChangeSchema).readonly(),
});
export type ReturnedChange = Readonly<z.infer<typeof taskChangeSchema>>;

export interface ReturnedTasks {
  readonly changes: readonly ReturnedChange[];
  readonly unchanged: number;
  /** Texts of rows that are no task of the plan. */
  readonly unknown: readonly string[];
  /** Texts of rows whose 进展 is none of the known words; their 完成情况 is taken all the same. */
  readonly unclear: readonly string[];
}

/** What a returned table would change in the plan; nothing is taken from rows that are no task of it. */
export function returnedTasks(plan: WorkPlan, rows: readonly ReturnedRow[]): ReturnedTasks {
  const list = taskListOf(plan);
  const tasks = list.groups.flatMap((group) => group.tasks);
  const ordinals = new Map(list.groups.map(({ holder }) => [holder.id, holder.ordinal]));
  const changes: ReturnedChange[] = [];
  const unknown: string[] = [];
  const unclear: string[] = [];
  const taken = new Set<string>();
  let unchanged = 0;
  for (const row of rows) {
    const task = taskOf(row, tasks, taken);
    if (!task) {
      unknown.push(row.text);
      continue;
    }
    taken.add(task.key);
    // A cell left empty is no report.
    const said = row.state?.trim() ?? "";
    const state = said === "" ? task.progress.state : stateOf(said);
    if (state === undefined) unclear.push(row.text);
    const before = task.progress;
    const note = (row.note ?? before.note).trim().slice(0, MAX_PROGRESS_NOTE);
    const after = { state: state ?? before.state, note };
    const values = changedValues(task, row.values ?? {});
    if (after.state === before.state && after.note === before.note && values.length === 0) unchanged += 1;
    else
      changes.push({
        key: task.key,
        ordinal: ordinals.get(task.holder) ?? "",
        text: task.text,
        lead: task.lead.value,
        before,
        after,
        values,
      });
  }
  return { changes, unchanged, unknown, unclear };
}

/** The records with all that the changes say. */
export function acceptReturned(
  plan: WorkPlan,
  changes: readonly ReturnedChange[],
  newId: () => string,
): TaskRecords {
  const edits = new Map<string, TaskChange>(
    changes.map(({ key, after, values }) => [
      key,
      (task) => [{ ...task, progress: after, assignment: { ...task.assignment, ...assignmentOf(values) } }],
    ]),
  );
  return changeTasks({ records: plan.taskRecords ?? [], list: taskListOf(plan), newId }, edits);
}

/** A cell left empty is no report here either: units hand out tables with columns they do not fill. */
function changedValues(task: Task, values: NonNullable<ReturnedRow["values"]>): readonly ReturnedValue[] {
  return ASSIGNED_FIELDS.flatMap((field) => {
    const given = tidied(field, values[field] ?? "");
    const before = field === "support" ? task.support.value.join(UNIT_MARK) : task[field].value;
    return given === "" || given === tidied(field, before) ? [] : [{ field, before, after: given }];
  });
}

function tidied(field: AssignedField, text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const units = field === "support" ? splitUnits(text).slice(0, MAX_SUPPORTING_UNITS) : [];
  return field === "support"
    ? units.map((unit) => unit.slice(0, MAX_NAME)).join(UNIT_MARK)
    : line.slice(0, MAX_NAME);
}

function assignmentOf(values: readonly ReturnedValue[]): Partial<Assignment> {
  return Object.fromEntries(
    values.map(({ field, after }) => [field, field === "support" ? after.split(UNIT_MARK) : after]),
  );
}

/** Between units in one cell. */
const UNIT_MARK = "、";

/** By key where the text agrees, then by the text alone: a key that was copied to another row must not win. */
function taskOf(row: ReturnedRow, tasks: readonly Task[], taken: ReadonlySet<string>): Task | undefined {
  const free = tasks.filter(({ key, counts }) => counts && !taken.has(key));
  const byKey = free.find(({ key }) => key === row.key);
  if (byKey && (row.text.trim() === "" || agrees(row.text, byKey))) return byKey;
  const same = free.find(({ text }) => text === row.text.trim());
  return (
    same ??
    nearestTask(
      row.text,
      free.map((task) => ({ anchor: task.text, task })),
    )?.task
  );
}

function agrees(text: string, task: Task): boolean {
  return text.trim() === task.text || nearestTask(text, [{ anchor: task.text }]) !== undefined;
}

const STATE_WORDS: readonly { readonly state: ProgressState; readonly words: RegExp }[] = [
  { state: "open", words: /^(?:尚?未开始|尚?未启动)$/ },
  { state: "delayed", words: /^(?:滞后|逾期|延期|超期|进展缓慢|未完成|未按期完成)$/ },
  {
    state: "under-way",
    words: /^(?:进行中|推进中|正在推进|正在进行|已启动|按?序时推进|部分完成|基本完成|持续推进)$/,
  },
  { state: "done", words: /^(?:已?完成|已?办结|100[%％])$/ },
];

function stateOf(text: string): ProgressState | undefined {
  const word = text.replaceAll(/[\s。，,.]/g, "");
  return STATE_WORDS.find(({ words }) => words.test(word))?.state;
}
