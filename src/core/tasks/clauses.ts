/**
 * Tasks by clause (分句): sentences that nobody decided on yet are stored as one task for each clause that stands by
 * itself, and back. Tasks with a unit, a date, a target or progress, and sentences that hold one, stay as they are.
 */
import { MAX_TASKS_OF_ITEM, type StoredTask, type TaskRecords } from "../plan/task-records.ts";
import { changeTasks, isEmptyAssignment, type TaskChange, type TaskState } from "./edit-tasks.ts";
import { piecesOf } from "./pieces.ts";
import type { Task, TaskGroup } from "./task-list.ts";
import { withoutUnitTail } from "./unit-tails.ts";

/** Characters that a clause needs to be a task: 抓落实 belongs to what is beside it. */
const FEWEST_CHARACTERS = 6;
/** Circumstances of what follows: 到2027年底，… */
const LEADS_ON =
  /^(?:(?:到|至|以|按|围绕|根据|依据|依托|通过|针对|结合|对|在|为|从|当|随着|坚持以|\d{4}年).*|今年|年内|全年)[，,：:]$|[：:]$/;
/** Results of what stands before: …，确保全覆盖。 */
const FOLLOWS_ON =
  /^(?:确保|力争|争取|实现|达到|做到|使|让|从而|进而|并|以及|其中|不断|切实|不得|不少于|不低于|占|营造|提高|提升|增强|促进|助力|努力)/;

/** Where a sentence is cut into clauses that are tasks; `cuts` are offsets in it after each of its clauses, in order. */
export function clauseCuts(sentence: string, cuts: readonly number[]): readonly number[] {
  const atSemicolons = cuts.filter((at) => /[；;]/.test(sentence.charAt(at - 1)));
  const ends = [...cuts, sentence.length];
  if (atSemicolons.length > 0) return atSemicolons;
  const kept: number[] = [];
  let start = 0;
  for (const [place, at] of cuts.entries()) {
    const next = sentence.slice(at, ends[place + 1]);
    const clause = sentence.slice(start, at);
    const last = sentence.slice(cuts[place - 1] ?? 0, at);
    if (isShort(clause) || isShort(next) || LEADS_ON.test(last.trim()) || FOLLOWS_ON.test(next)) continue;
    kept.push(at);
    start = at;
  }
  return kept;
}

function isShort(clause: string): boolean {
  return withoutUnitTail(clause).replaceAll(/[\p{P}\s]/gu, "").length < FEWEST_CHARACTERS;
}

/** Stores each clause of the sentences that are tasks and not stored; `undefined` where none has several. */
export function proposeByClause(state: TaskState): TaskRecords | undefined {
  const changes = new Map<string, TaskChange>();
  for (const { holder, tasks } of state.list.groups) {
    let room =
      MAX_TASKS_OF_ITEM - (state.records.find((each) => each.holder === holder.id)?.tasks.length ?? 0);
    for (const task of tasks) {
      if (!task.counts || task.span.stored) continue;
      const cuts = clauseCuts(
        task.source,
        task.span.cuts.map((at) => at - task.span.from),
      );
      room -= cuts.length + 1;
      if (cuts.length > 0 && room >= 0) changes.set(task.key, (stored) => cutAt(stored, cuts, state.newId));
    }
  }
  return changes.size > 0 ? changeTasks(state, changes) : undefined;
}

function cutAt(stored: StoredTask, cuts: readonly number[], newId: () => string): readonly StoredTask[] {
  const starts = [0, ...cuts];
  return starts.map((from, place) => ({
    ...stored,
    id: place === 0 ? stored.id : newId(),
    anchor: stored.anchor.slice(from, starts[place + 1]),
  }));
}

/** Forgets the clauses of each sentence of which none was decided on; `undefined` where there is no such sentence. */
export function proposeBySentence(state: TaskState): TaskRecords | undefined {
  const forgotten = state.list.groups.flatMap(undecidedClauses);
  if (forgotten.length === 0) return undefined;
  return changeTasks(state, new Map(forgotten.map(({ key }) => [key, () => []])));
}

function undecidedClauses({ holder, tasks }: TaskGroup): readonly Task[] {
  if (!tasks.some(({ span }) => span.stored)) return [];
  const pieces = piecesOf(holder.content.text);
  const sentenceAt = new Map(pieces.map(({ from, sentence }) => [from, sentence]));
  const sentenceTo = new Map(pieces.map(({ to, sentence }) => [to, sentence]));
  const bySentence = Map.groupBy(tasks, ({ span }) => sentenceAt.get(span.from));
  return [...bySentence].flatMap(([sentence, parts]) => {
    const isInside = parts.every(({ span }) => sentenceTo.get(span.to) === sentence);
    return parts.length > 1 && isInside && parts.every(isUndecided) ? parts : [];
  });
}

function isUndecided({ span: { stored } }: Task): boolean {
  if (!stored) return true;
  const { counts, assignment, progress } = stored;
  return (
    counts === null && isEmptyAssignment(assignment) && progress.state === "open" && progress.note === ""
  );
}
