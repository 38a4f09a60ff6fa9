/** Rows and cells of the task view: what they show, and what a change of them means. */
import type { Assignment, Progress, ProgressState } from "../../core/plan/task-records.ts";
import type { Task, TaskGroup, TaskList, ValueSource } from "../../core/tasks/task-list.ts";
import { splitUnits } from "../../core/tasks/unit-tails.ts";
import { taskStrings as strings } from "./tasks.strings.ts";

export const COLUMNS = ["task", "lead", "support", "leader", "deadline", "target", "state"] as const;
export type Column = (typeof COLUMNS)[number];
export type ValueColumn = Exclude<Column, "task">;

export type Row =
  | { readonly kind: "item"; readonly key: string; readonly group: TaskGroup }
  | { readonly kind: "task"; readonly key: string; readonly group: TaskGroup; readonly task: Task };

export interface CellValue {
  readonly text: string;
  readonly source: ValueSource;
}

/** An item row for each part with tasks, then its tasks; sentences that are none only with `others`. */
export function rowsOf(list: TaskList, others: boolean): readonly Row[] {
  return list.groups.flatMap((group): readonly Row[] => {
    const tasks = group.tasks.filter(({ counts }) => counts || others);
    if (tasks.length === 0) return [];
    const { id } = group.holder;
    return [
      { kind: "item", key: id, group },
      ...tasks.map((task): Row => ({ kind: "task", key: task.key, group, task })),
    ];
  });
}

/** What a cell shows. An item has no progress of its own. */
export function cellValue(row: Row, column: ValueColumn): CellValue {
  if (row.kind === "item") {
    if (column === "state") return { text: "", source: "none" };
    const value = row.group.assignment[column];
    return { text: typeof value === "string" ? value : value.join("、"), source: "item" };
  }
  if (column === "state") return { text: strings.states[row.task.progress.state], source: "task" };
  const { value, source } = row.task[column];
  return { text: typeof value === "string" ? value : value.join("、"), source };
}

export function isEditable(row: Row, column: Column): column is ValueColumn {
  if (column === "task") return false;
  return row.kind === "item" ? column !== "state" : row.task.counts;
}

/** What typing `text` into a cell of units, leader, deadline or target means. */
export function assignmentOf(column: Exclude<ValueColumn, "state">, text: string): Partial<Assignment> {
  if (column === "support") return { support: splitUnits(text) };
  return { [column]: text.trim() };
}

/** The progress that typing `text` means; undefined where it is none of the words. */
export function progressOfText(text: string, before: Progress): Progress | undefined {
  const state = (Object.keys(strings.states) as readonly ProgressState[]).find(
    (each) => strings.states[each] === text.trim(),
  );
  return state && { ...before, state };
}
