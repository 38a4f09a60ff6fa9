/** The plan as tasks (责任分解): what the text proposes, with what the drafter decided laid over it. */
import type { WorkPlan } from "../plan/model.ts";
import { perObject } from "../plan/per-object.ts";
import {
  type Assignment,
  NO_ASSIGNMENT,
  NO_PROGRESS,
  type Progress,
  type StoredTask,
  type TaskRecord,
} from "../plan/task-records.ts";
import { type Alignment, alignTasks, nearestTask, type TaskSpan } from "./align.ts";
import { deadlineIn } from "./deadlines.ts";
import { type HolderText, holdersOf, type TaskHolder } from "./holders.ts";
import { isTaskSentence } from "./statements.ts";
import { targetIn } from "./targets.ts";
import { type UnitTail, unitLinesIn, unitTailIn, withoutUnitTail } from "./unit-tails.ts";

/** Where a value of a task comes from; `none`: nobody gave one. */
export type ValueSource = "task" | "text" | "item" | "none";

export interface TaskValue<T> {
  readonly value: T;
  readonly source: ValueSource;
}

export interface Task {
  /** Id of the stored task; else made of its holder and its place there. */
  readonly key: string;
  readonly holder: string;
  /** One line, without a bracket that names units. */
  readonly text: string;
  /** The part of the holder's text, as it stands. */
  readonly source: string;
  readonly span: TaskSpan;
  readonly counts: boolean;
  readonly lead: TaskValue<string>;
  readonly support: TaskValue<readonly string[]>;
  readonly leader: TaskValue<string>;
  readonly deadline: TaskValue<string>;
  readonly target: TaskValue<string>;
  readonly progress: Progress;
}

export interface TaskGroup {
  readonly holder: TaskHolder;
  /** What its tasks inherit, from its record or from a bracket at the end of its text. */
  readonly assignment: Assignment;
  readonly tasks: readonly Task[];
}

/** A stored task whose text is no longer in the plan. */
export interface LostTask {
  readonly holder: string;
  readonly task: StoredTask;
}

export interface TaskList {
  readonly groups: readonly TaskGroup[];
  readonly lost: readonly LostTask[];
}

/** Tasks of a plan in its order. Costs grow with what was edited since the last call. */
export function taskListOf(plan: WorkPlan): TaskList {
  const records = new Map((plan.taskRecords ?? []).map((record) => [record.holder, record]));
  const holders = holdersOf(plan);
  const aligned = holders.map((holder) => alignedOf(holder, records.get(holder.id)));
  const known = new Set(holders.map(({ id }) => id));
  const lost = [
    ...aligned.flatMap((each) => each.lost.map((task) => ({ holder: each.id, task }))),
    ...[...records.values()]
      .filter(({ holder }) => !known.has(holder))
      .flatMap(({ holder, tasks }) => tasks.map((task) => ({ holder, task }))),
  ];
  const found = foundElsewhere(aligned, lost);
  const groups = holders.map((holder, at) =>
    groupOf(holder, aligned[at] ?? alignedOf(holder, undefined), found.tasks),
  );
  return { groups, lost: found.lost };
}

/** The tasks of a list that count, in order. */
export function countedTasks(list: TaskList): readonly Task[] {
  return list.groups.flatMap(({ tasks }) => tasks.filter(({ counts }) => counts));
}

/** Everything that the tasks of a part come from, but for its place in the plan. */
interface Aligned extends Alignment {
  readonly id: string;
  readonly text: string;
  readonly assignment: Assignment;
}

const WITHOUT_RECORD = perObject((holder: TaskHolder["content"]) => alignedTo(holder, undefined));
const WITH_RECORD = perObject((holder: TaskHolder["content"]) =>
  perObject((record: TaskRecord) => alignedTo(holder, record)),
);

function alignedOf({ content }: TaskHolder, record: TaskRecord | undefined): Aligned {
  return record === undefined ? WITHOUT_RECORD(content) : WITH_RECORD(content)(record);
}

function alignedTo({ id, text }: HolderText, record: TaskRecord | undefined): Aligned {
  const alignment = alignTasks(text, record?.tasks ?? []);
  const own = record?.assignment ?? NO_ASSIGNMENT;
  const tail = own.lead === "" && alignment.spans.length > 1 ? tailOfAll(text) : undefined;
  const support = own.support.length > 0 ? own.support : (tail?.support ?? []);
  if (!tail) return { id, text, ...alignment, assignment: own };
  const leader = own.leader || tail.leader;
  const deadline = own.deadline || tail.deadline;
  return { id, text, ...alignment, assignment: { ...own, lead: tail.lead, support, leader, deadline } };
}

const PROPOSED_TASKS = perObject((aligned: Aligned) => tasksOf(aligned, true, new Map()));
const OTHER_TASKS = perObject((aligned: Aligned) => tasksOf(aligned, false, new Map()));

/** Lost tasks whose sentence now stands in another part of the plan. */
function foundElsewhere(
  aligned: readonly Aligned[],
  lost: readonly LostTask[],
): { readonly tasks: Found; readonly lost: readonly LostTask[] } {
  const tasks = new Map<TaskSpan, StoredTask>();
  const left = new Set(lost);
  for (const { text, spans } of aligned) {
    if (left.size === 0) break;
    for (const span of spans) {
      if (span.stored) continue;
      const candidates = [...left].map((each) => ({ anchor: each.task.anchor, each }));
      const nearest = nearestTask(text.slice(span.from, span.to), candidates);
      if (!nearest) continue;
      tasks.set(span, nearest.each.task);
      left.delete(nearest.each);
    }
  }
  return { tasks, lost: [...left] };
}

type Found = ReadonlyMap<TaskSpan, StoredTask>;

function groupOf(holder: TaskHolder, aligned: Aligned, found: Found): TaskGroup {
  const { assignment } = aligned;
  if (aligned.spans.some((span) => found.has(span)))
    return { holder, assignment, tasks: tasksOf(aligned, holder.proposed, found) };
  return { holder, assignment, tasks: (holder.proposed ? PROPOSED_TASKS : OTHER_TASKS)(aligned) };
}

function tasksOf(aligned: Aligned, proposed: boolean, found: Found): readonly Task[] {
  const lines = unitLinesIn(aligned.text);
  return aligned.spans.map((span, place): Task => {
    const stored = span.stored ?? found.get(span);
    const source = aligned.text.slice(span.from, span.to);
    return {
      key: stored?.id ?? `${aligned.id}#${place + 1}`,
      holder: aligned.id,
      span: { ...span, stored },
      source,
      text: lineOf(source),
      counts: stored?.counts ?? (proposed && isTaskSentence(withoutUnitTail(source))),
      progress: stored?.progress ?? NO_PROGRESS,
      ...valuesOf(source, stored?.assignment ?? NO_ASSIGNMENT, aligned.assignment, linesFor(span, lines)),
    };
  });
}

/** Units named at the very end of a part, and nowhere else in it, speak for all of it. */
function tailOfAll(text: string) {
  const tail = unitTailIn(text);
  if (!tail || !/^[。；\s]*$/.test(text.slice(tail.to))) return undefined;
  return unitTailIn(text.slice(0, tail.from)) ? undefined : tail;
}

function lineOf(source: string): string {
  return withoutUnitTail(source).replaceAll("\n", "").trim();
}

/** Lines of units speak for what stands above them, up to the lines before; those above the whole text for all of it. */
function linesFor({ to }: TaskSpan, lines: readonly UnitTail[]): UnitTail | undefined {
  return lines.find((found) => found.to >= to && found.from > 0) ?? lines.find(({ from }) => from === 0);
}

function valuesOf(source: string, own: Assignment, item: Assignment, lines: UnitTail | undefined) {
  const tail = unitTailIn(source) ?? lines;
  const deadline = deadlineIn(source) || (lines?.deadline ?? "");
  return {
    lead: firstGiven(own.lead, tail?.lead ?? "", item.lead),
    support: firstList(own.support, tail?.support ?? [], item.support),
    leader: firstGiven(own.leader, tail?.leader || lines?.leader || "", item.leader),
    deadline: firstGiven(own.deadline, deadline, item.deadline),
    target: firstGiven(own.target, targetIn(source), item.target),
  };
}

function firstGiven(task: string, text: string, item: string): TaskValue<string> {
  if (task !== "") return { value: task, source: "task" };
  if (text !== "") return { value: text, source: "text" };
  return { value: item, source: item === "" ? "none" : "item" };
}

function firstList(
  task: readonly string[],
  text: readonly string[],
  item: readonly string[],
): TaskValue<readonly string[]> {
  if (task.length > 0) return { value: task, source: "task" };
  if (text.length > 0) return { value: text, source: "text" };
  return { value: item, source: item.length === 0 ? "none" : "item" };
}
