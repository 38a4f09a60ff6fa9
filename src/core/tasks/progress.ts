/** How far the tasks of a plan are: by unit and by section, for the progress picture. */
import { deadlineEnd } from "./deadlines.ts";
import { countedTasks, type Task, type TaskList } from "./task-list.ts";

/** `late`: its deadline has passed, or its unit says that it is behind. */
export type TaskStanding = "done" | "under-way" | "late" | "open";

export interface ProgressCounts {
  readonly total: number;
  readonly done: number;
  readonly underWay: number;
  readonly late: number;
  readonly open: number;
  /** Tasks without lead unit, whatever their standing. */
  readonly withoutOwner: number;
}

export interface ProgressGroup {
  /** Unit or section heading; empty for tasks without one. */
  readonly name: string;
  readonly counts: ProgressCounts;
}

export interface TaskProgress {
  readonly all: ProgressCounts;
  /** By lead unit, the one with the most tasks first, tasks without one last. */
  readonly byUnit: readonly ProgressGroup[];
  /** By first-level heading in the order of the plan. */
  readonly bySection: readonly ProgressGroup[];
}

/** Counts of the tasks that count. `today` is an ISO day, `year` the plan's. */
export function progressOf(list: TaskList, year: number | null, today: string): TaskProgress {
  const tasks = countedTasks(list);
  const count = (some: readonly Task[]) => countsOf(some, year, today);
  const units = grouped(tasks, ({ lead }) => lead.value);
  const sectionOf = new Map(list.groups.map(({ holder }) => [holder.id, holder]));
  const sections = grouped(tasks, ({ holder }) => sectionOf.get(holder)?.sectionId ?? "");
  return {
    all: count(tasks),
    byUnit: [...units]
      .map(([name, some]) => ({ name, counts: count(some) }))
      .sort(
        (one, other) =>
          Number(one.name === "") - Number(other.name === "") || other.counts.total - one.counts.total,
      ),
    bySection: [...sections.values()].map((some) => ({
      name: sectionOf.get(some[0]?.holder ?? "")?.section ?? "",
      counts: count(some),
    })),
  };
}

/** Where a task stands on a day. */
export function standingOf(
  { progress, deadline }: Pick<Task, "progress" | "deadline">,
  year: number | null,
  today: string,
): TaskStanding {
  if (progress.state === "done") return "done";
  const end = deadlineEnd(deadline.value, year);
  if (progress.state === "delayed" || (end !== undefined && end < today)) return "late";
  return progress.state;
}

function countsOf(tasks: readonly Task[], year: number | null, today: string): ProgressCounts {
  const standings = tasks.map((task) => standingOf(task, year, today));
  const number = (standing: TaskStanding) => standings.filter((each) => each === standing).length;
  return {
    total: tasks.length,
    done: number("done"),
    underWay: number("under-way"),
    late: number("late"),
    open: number("open"),
    withoutOwner: tasks.filter(({ lead }) => lead.value === "").length,
  };
}

function grouped(
  tasks: readonly Task[],
  keyOf: (task: Task) => string,
): ReadonlyMap<string, readonly Task[]> {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const known = groups.get(keyOf(task));
    if (known) known.push(task);
    else groups.set(keyOf(task), [task]);
  }
  return groups;
}
