/** Units that a text names, kept beside the plan where that text is not carried over. */
import type { WorkPlan } from "../plan/model.ts";
import { type Assignment, MAX_SUPPORTING_UNITS, type TaskRecord } from "../plan/task-records.ts";
import { type TaskGroup, taskListOf } from "./task-list.ts";

/**
 * The plan with the units, leaders and time limits of its tasks as those of their items: what a draft with headings alone
 * still knows of the text it left behind. What an item has of its own is kept; of several lead units the first leads.
 */
export function withUnitsKept(plan: WorkPlan): WorkPlan {
  const records = new Map((plan.taskRecords ?? []).map((record) => [record.holder, record]));
  for (const group of taskListOf(plan).groups) {
    const assignment = assignmentOf(group);
    const record: TaskRecord = records.get(group.holder.id) ?? {
      holder: group.holder.id,
      assignment,
      tasks: [],
    };
    if (assignment.lead !== "") records.set(group.holder.id, { ...record, assignment });
  }
  return records.size > 0 ? { ...plan, taskRecords: [...records.values()] } : plan;
}

function assignmentOf({ assignment, tasks }: TaskGroup): Assignment {
  const [first = "", ...others] = distinct(tasks.map(({ lead }) => lead.value));
  const lead = assignment.lead || first;
  const support = distinct([
    ...assignment.support,
    ...others,
    ...tasks.flatMap((task) => task.support.value),
  ]);
  return {
    ...assignment,
    lead,
    support: support.filter((name) => name !== lead).slice(0, MAX_SUPPORTING_UNITS),
    leader: assignment.leader || only(tasks.map(({ leader }) => leader.value)),
    deadline: assignment.deadline || only(tasks.map(({ deadline }) => deadline.value)),
  };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== "");
}

/** The value that all share; empty where they differ. */
function only(values: readonly string[]): string {
  const [value = "", ...others] = new Set(values);
  return others.length === 0 ? value : "";
}
