/** The task breakdown as a table (责任分解表): data that a spreadsheet, an attachment or a screen lays out. */
import { type Attachment, MAX_TABLE_ROWS, type WorkPlan } from "../plan/model.ts";
import type { ProgressState } from "../plan/task-records.ts";
import { type Task, type TaskGroup, type TaskList, taskListOf } from "./task-list.ts";

export type TaskColumn =
  | "number"
  | "section"
  | "item"
  | "heading"
  | "task"
  | "target"
  | "lead"
  | "support"
  | "leader"
  | "deadline"
  | "state"
  | "note";

/** Heads of the columns; a returned table is recognised by them. */
export const COLUMN_LABELS: Readonly<Record<TaskColumn, string>> = {
  number: "序号",
  section: "部分",
  item: "条目",
  heading: "条目标题",
  task: "工作任务",
  target: "指标",
  lead: "牵头单位",
  support: "配合单位",
  leader: "分管领导",
  deadline: "完成时限",
  state: "进展",
  note: "完成情况",
};

export const STATE_LABELS: Readonly<Record<ProgressState, string>> = {
  open: "未开始",
  "under-way": "进行中",
  delayed: "滞后",
  done: "已完成",
};

export const ALL_COLUMNS: readonly TaskColumn[] = [
  "number",
  "section",
  "item",
  "heading",
  "task",
  "target",
  "lead",
  "support",
  "leader",
  "deadline",
  "state",
  "note",
];

export interface TaskTableOptions {
  readonly columns: readonly TaskColumn[];
  /** Only tasks that this unit leads or supports; all where undefined. */
  readonly unit?: string | undefined;
}

export interface TaskRow {
  readonly key: string;
  /** Cells in the order of the columns; numbers are numbers. */
  readonly cells: readonly (string | number)[];
}

export interface TaskTable {
  readonly title: string;
  readonly columns: readonly TaskColumn[];
  readonly head: readonly string[];
  readonly rows: readonly TaskRow[];
  /** Sentences below the table; empty where there is nothing to say. */
  readonly notes: readonly string[];
}

/**
 * The tasks of a plan as a table. `number` runs through the whole plan and stays as it is in the table of one unit, so
 * that everybody speaks of the same number.
 */
export function taskTable(
  plan: WorkPlan,
  options: TaskTableOptions,
  list: TaskList = taskListOf(plan),
): TaskTable {
  const { columns, unit } = options;
  const rows: TaskRow[] = [];
  let number = 0;
  for (const group of list.groups) {
    for (const task of group.tasks) {
      if (!task.counts) continue;
      number += 1;
      if (unit !== undefined && !isOf(task, unit)) continue;
      const cells = columns.map((column) => cellOf(column, number, task, group));
      rows.push({ key: task.key, cells });
    }
  }
  const title = `${plan.title.text.replaceAll("\n", "")}责任分解表`;
  return {
    title: unit === undefined ? title : `${title}（${unit}）`,
    columns,
    head: columns.map((column) => COLUMN_LABELS[column]),
    rows,
    notes: unit === undefined ? [] : ["注：序号与全单位责任分解表一致。"],
  };
}

/** The table as an attachment of the plan with a page of its own; rows that an attachment cannot hold are left out. */
export function taskAttachment(
  plan: WorkPlan,
  options: TaskTableOptions & { readonly id: string; readonly landscape: boolean },
): Attachment {
  const { title, head, rows, notes } = taskTable(plan, options);
  const cells = rows.map((row) => row.cells.map(String));
  return {
    id: options.id,
    name: title,
    ownPages: true,
    paragraphs: notes,
    rows: [head, ...cells].slice(0, MAX_TABLE_ROWS),
    landscape: options.landscape,
  };
}

/** Units that lead or support any task, those that lead most first. */
export function unitsOf(list: TaskList): readonly string[] {
  const counts = new Map<string, number>();
  const count = (name: string, by: number) => {
    if (name !== "") counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const { tasks } of list.groups) {
    for (const task of tasks) {
      if (!task.counts) continue;
      count(task.lead.value, 1);
      for (const name of task.support.value) count(name, 0);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([name]) => name);
}

function isOf(task: Task, unit: string): boolean {
  return task.lead.value === unit || task.support.value.includes(unit);
}

function cellOf(column: TaskColumn, number: number, task: Task, group: TaskGroup): string | number {
  const { holder } = group;
  switch (column) {
    case "number":
      return number;
    case "section":
      return holder.section;
    case "item":
      return holder.kind === "item" ? Number(holder.ordinal) : holder.ordinal;
    case "heading":
      return holder.heading;
    case "task":
      return task.text;
    case "support":
      return task.support.value.join("、");
    case "state":
      return STATE_LABELS[task.progress.state];
    case "note":
      return task.progress.note;
    case "target":
    case "lead":
    case "leader":
    case "deadline":
      return task[column].value;
  }
}
