/**
 * Changes of what a plan knows about its tasks. Each takes the list that the drafter sees and gives the records to store;
 * `undefined` where the task is no longer there. Records of parts that a change does not touch stay the same objects.
 */
import type { WorkPlan } from "../plan/model.ts";
import {
  type Assignment,
  NO_ASSIGNMENT,
  NO_PROGRESS,
  type Progress,
  type StoredTask,
  type TaskRecord,
  type TaskRecords,
} from "../plan/task-records.ts";
import type { Task, TaskGroup, TaskList } from "./task-list.ts";

/** The stored tasks of a plan, and the list made of them. */
export interface TaskState {
  readonly records: TaskRecords;
  readonly list: TaskList;
  /** Makes the id of a task that is stored for the first time. */
  readonly newId: () => string;
}

export function taskStateOf(plan: WorkPlan, list: TaskList, newId: () => string): TaskState {
  return { records: plan.taskRecords ?? [], list, newId };
}

/** Changes what the tasks of a part inherit. */
export function assignHolder(
  { records }: TaskState,
  holder: string,
  changes: Partial<Assignment>,
): TaskRecords {
  const record = records.find((each) => each.holder === holder);
  const assignment = { ...(record?.assignment ?? NO_ASSIGNMENT), ...changes };
  return replaced(records, { holder, assignment, tasks: record?.tasks ?? [] });
}

/** Changes values of one task; an empty value makes it inherit again. */
export function assignTask(
  state: TaskState,
  key: string,
  changes: Partial<Assignment>,
): TaskRecords | undefined {
  return changed(state, key, (task) => [{ ...task, assignment: { ...task.assignment, ...changes } }]);
}

export function setProgress(state: TaskState, key: string, progress: Progress): TaskRecords | undefined {
  return changed(state, key, (task) => [{ ...task, progress }]);
}

/** Says whether a sentence is a task, whatever the rules say. */
export function setCounts(state: TaskState, key: string, counts: boolean): TaskRecords | undefined {
  return changed(state, key, (task) => [{ ...task, counts }]);
}

/** Splits a task at an offset of its `cuts`; the second part has the same units and starts without progress. */
export function splitTask(state: TaskState, key: string, at: number): TaskRecords | undefined {
  const place = placeOf(state, key);
  if (!place?.task.span.cuts.includes(at)) return undefined;
  const { span, source, counts } = place.task;
  return changed(state, key, (task) => [
    { ...task, counts, anchor: source.slice(0, at - span.from) },
    {
      ...task,
      id: state.newId(),
      counts,
      anchor: source.slice(at - span.from),
      progress: NO_PROGRESS,
    },
  ]);
}

/** Joins a task to the one before it in the same part; what the first has not, it gets from the second. */
export function mergeTask(state: TaskState, key: string): TaskRecords | undefined {
  const place = placeOf(state, key);
  const before = place?.group.tasks[place.index - 1];
  if (!place || !before) return undefined;
  const [first, second] = [storedOf(before, state.newId), storedOf(place.task, state.newId)];
  const merged: StoredTask = {
    id: first.id,
    anchor: before.source + place.task.source,
    counts: before.counts || place.task.counts,
    assignment: filled(first.assignment, second.assignment),
    progress: mergedProgress(first.progress, second.progress),
  };
  return written(state, place.group, (task) => {
    if (task === before) return [merged];
    return task === place.task ? [] : undefined;
  });
}

/** Forgets a task whose text is no longer in the plan. */
export function discardLost({ records }: TaskState, id: string): TaskRecords {
  return records.flatMap((record) => {
    if (!record.tasks.some((task) => task.id === id)) return [record];
    return kept({ ...record, tasks: record.tasks.filter((task) => task.id !== id) });
  });
}

/** The same values in several tasks and parts (向下填充); keys that are neither a task nor a part mean nothing. */
export function assignAll(
  state: TaskState,
  keys: readonly string[],
  changes: Partial<Assignment>,
): TaskRecords {
  const assign: TaskChange = (task) => [{ ...task, assignment: { ...task.assignment, ...changes } }];
  const records = changeTasks(state, new Map(keys.map((key) => [key, assign])));
  const parts = state.list.groups.map(({ holder }) => holder.id).filter((id) => keys.includes(id));
  return parts.reduce((before, id) => assignHolder({ ...state, records: before }, id, changes), records);
}

/** What becomes of a stored task; nothing: it is forgotten. */
export type TaskChange = (task: StoredTask) => readonly StoredTask[];

/** Changes tasks by key, all in one; keys that no task has mean nothing. */
export function changeTasks(state: TaskState, changes: ReadonlyMap<string, TaskChange>): TaskRecords {
  return state.list.groups
    .filter(({ tasks }) => tasks.some(({ key }) => changes.has(key)))
    .reduce(
      (records, group) =>
        written({ ...state, records }, group, (task) => changes.get(task.key)?.(storedOf(task, state.newId))),
      state.records,
    );
}

interface Place {
  readonly group: TaskGroup;
  readonly task: Task;
  readonly index: number;
}

function placeOf({ list }: TaskState, key: string): Place | undefined {
  for (const group of list.groups) {
    const index = group.tasks.findIndex((task) => task.key === key);
    const task = group.tasks[index];
    if (task) return { group, task, index };
  }
  return undefined;
}

function changed(state: TaskState, key: string, change: TaskChange): TaskRecords | undefined {
  return placeOf(state, key) ? changeTasks(state, new Map([[key, change]])) : undefined;
}

/** The record of a part with its stored tasks as they stand in the text now, `change` applied; lost ones at the end. */
function written(
  state: TaskState,
  group: TaskGroup,
  change: (task: Task) => readonly StoredTask[] | undefined,
): TaskRecords {
  const { records, newId } = state;
  const holder = group.holder.id;
  const record = records.find((each) => each.holder === holder);
  const own = group.tasks.flatMap(
    (task) => change(task) ?? (task.span.stored ? [storedOf(task, newId)] : []),
  );
  const placed = new Set([...own.map(({ id }) => id), ...group.tasks.map(({ key }) => key)]);
  const lost = (record?.tasks ?? []).filter(({ id }) => !placed.has(id));
  const elsewhere = records.map((each) =>
    each.holder !== holder && each.tasks.some(({ id }) => placed.has(id))
      ? { ...each, tasks: each.tasks.filter(({ id }) => !placed.has(id)) }
      : each,
  );
  const assignment = record?.assignment ?? NO_ASSIGNMENT;
  return replaced(elsewhere, { holder, assignment, tasks: [...own, ...lost] });
}

function storedOf(task: Task, newId: () => string): StoredTask {
  const { stored } = task.span;
  if (stored) return { ...stored, anchor: task.source };
  return {
    id: newId(),
    anchor: task.source,
    counts: null,
    assignment: NO_ASSIGNMENT,
    progress: NO_PROGRESS,
  };
}

function replaced(records: TaskRecords, record: TaskRecord): TaskRecords {
  const at = records.findIndex(({ holder }) => holder === record.holder);
  if (at < 0) return [...records, ...kept(record)];
  return [...records.slice(0, at), ...kept(record), ...records.slice(at + 1)];
}

/** A record that says nothing is not kept. */
function kept(record: TaskRecord): readonly TaskRecord[] {
  return record.tasks.length > 0 || !isEmptyAssignment(record.assignment) ? [record] : [];
}

/** Whether an assignment gives nothing. */
export function isEmptyAssignment({ lead, support, leader, deadline, target }: Assignment): boolean {
  return support.length === 0 && [lead, leader, deadline, target].every((value) => value === "");
}

function filled(first: Assignment, second: Assignment): Assignment {
  return {
    lead: first.lead || second.lead,
    support: first.support.length > 0 ? first.support : second.support,
    leader: first.leader || second.leader,
    deadline: first.deadline || second.deadline,
    target: first.target || second.target,
  };
}

/** Two tasks in one are as far as the one that is less far. */
function mergedProgress(first: Progress, second: Progress): Progress {
  const order = ["open", "delayed", "under-way", "done"] as const;
  const notes = [first.note, second.note].filter((note) => note !== "");
  const state = order.find((each) => each === first.state || each === second.state) ?? "open";
  return { state, note: notes.join("\n") };
}
