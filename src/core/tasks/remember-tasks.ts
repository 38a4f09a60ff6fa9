/** Responsible units from last year's plan: what belongs together by the comparison of both plans is taken over. */
import { comparePlans } from "../compare/compare-plans.ts";
import type { PlanChild, WorkPlan } from "../plan/model.ts";
import {
  type Assignment,
  NO_ASSIGNMENT,
  NO_PROGRESS,
  type TaskRecord,
  type TaskRecords,
} from "../plan/task-records.ts";
import { nearestTask } from "./align.ts";
import { assignHolder, changeTasks, type TaskChange } from "./edit-tasks.ts";
import { countedTasks, type Task, type TaskGroup, taskListOf } from "./task-list.ts";

export interface RememberedTasks {
  readonly records: TaskRecords;
  /** Tasks that had no lead unit and have one now. */
  readonly remembered: number;
}

/**
 * Records of `next` with what `last` knew about the same items and tasks: units, leader, and deadlines that name no year.
 * Nothing that `next` knows is changed; progress and targets stay behind.
 */
export function rememberTasks(last: WorkPlan, next: WorkPlan, newId: () => string): RememberedTasks {
  const lastGroups = new Map(taskListOf(last).groups.map((group) => [group.holder.id, group]));
  const list = taskListOf(next);
  const partners = partnersOf(last, next);
  const before = next.taskRecords ?? [];
  let records: TaskRecords = before;
  for (const group of list.groups) {
    const sources = (partners.get(group.holder.id) ?? []).flatMap((id) => lastGroups.get(id) ?? []);
    const [nearest] = sources;
    if (!nearest) continue;
    const own = records.find(({ holder }) => holder === group.holder.id)?.assignment ?? NO_ASSIGNMENT;
    const state = { records, list, newId };
    records = assignHolder(state, group.holder.id, completed(own, carried(nearest.assignment)));
    records = changeTasks({ ...state, records }, taskChanges(group, sources));
  }
  const without = (plan: WorkPlan) =>
    countedTasks(taskListOf(plan)).filter(({ lead }) => lead.value === "").length;
  return { records, remembered: without(next) - without({ ...next, taskRecords: records }) };
}

/**
 * Records for the draft of a new year that was made of a plan: without progress, without deadlines that name a year, and
 * without tasks whose text the draft has not.
 */
export function recordsForNewYear(draft: WorkPlan): TaskRecords {
  const { groups, lost } = taskListOf(draft);
  const gone = new Set(lost.map(({ task }) => task.id));
  const holders = new Set(groups.map(({ holder }) => holder.id));
  return (draft.taskRecords ?? [])
    .filter(({ holder }) => holders.has(holder))
    .map(
      (record): TaskRecord => ({
        ...record,
        assignment: carried(record.assignment),
        tasks: record.tasks
          .filter(({ id }) => !gone.has(id))
          .map((task) => ({ ...task, assignment: carried(task.assignment), progress: NO_PROGRESS })),
      }),
    );
}

/** Parts of last year for each part of next year, the most alike first. */
function partnersOf(last: WorkPlan, next: WorkPlan): ReadonlyMap<string, readonly string[]> {
  const [lastHolders, nextHolders] = [holderIds(last), holderIds(next)];
  const partners = new Map<string, string[]>();
  const pairs = comparePlans(last, next).pairs.toSorted(
    (one, other) => (other.overlap ?? 0) - (one.overlap ?? 0),
  );
  for (const pair of pairs) {
    const from = pair.last && lastHolders.get(pair.last.id);
    const to = pair.next && nextHolders.get(pair.next.id);
    if (!from || !to) continue;
    const known = partners.get(to) ?? [];
    if (!known.includes(from)) partners.set(to, [...known, from]);
  }
  return partners;
}

/** The part that each block belongs to: a compared point may be a clause. */
function holderIds(plan: WorkPlan): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const add = (child: PlanChild) => {
    ids.set(child.id, child.id);
    for (const block of child.body) ids.set(block.id, child.id);
    if (child.kind !== "item") for (const each of child.children) add(each);
  };
  for (const child of plan.children) add(child);
  return ids;
}

function taskChanges(group: TaskGroup, sources: readonly TaskGroup[]): ReadonlyMap<string, TaskChange> {
  const known = sources.flatMap(({ tasks }) =>
    tasks
      .filter(({ span, lead }) => span.stored || lead.source === "text")
      .map((task) => ({ anchor: task.text, assignment: ownAssignment(task) })),
  );
  const changes = new Map<string, TaskChange>();
  for (const task of group.tasks) {
    const nearest = nearestTask(task.text, known);
    if (!nearest || isEmpty(carried(nearest.assignment))) continue;
    changes.set(task.key, (stored) => [
      { ...stored, assignment: completed(stored.assignment, carried(nearest.assignment)) },
    ]);
  }
  return changes;
}

/** What a task has of its own, or its text says of it. */
function ownAssignment({ span, lead, support }: Task): Assignment {
  const own = span.stored?.assignment ?? NO_ASSIGNMENT;
  if (own.lead !== "" || lead.source !== "text") return own;
  return { ...own, lead: lead.value, support: support.value };
}

function carried({ lead, support, leader, deadline }: Assignment): Assignment {
  return { lead, support, leader, deadline: /\d{4}/.test(deadline) ? "" : deadline, target: "" };
}

function completed(own: Assignment, other: Assignment): Assignment {
  return {
    lead: own.lead || other.lead,
    support: own.support.length > 0 || own.lead !== "" ? own.support : other.support,
    leader: own.leader || other.leader,
    deadline: own.deadline || other.deadline,
    target: own.target,
  };
}

function isEmpty({ lead, support, leader, deadline }: Assignment): boolean {
  return lead === "" && support.length === 0 && leader === "" && deadline === "";
}
