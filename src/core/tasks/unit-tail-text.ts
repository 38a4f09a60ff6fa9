/** A plan with its responsible units in the text: `…。（责任科室：基教科、人事科）`. */
import { splitLead } from "../plan/heading.ts";
import type { Block, PlanChild, RichText, WorkPlan } from "../plan/model.ts";
import { editText, type TextEdit } from "../rollover/edit-text.ts";
import { saysTasks } from "./holders.ts";
import { type Task, type TaskGroup, taskListOf } from "./task-list.ts";
import { withoutUnitTail } from "./unit-tails.ts";

/** Word before the units, unless the office has another. */
export const TAIL_LABEL = "责任科室";

/**
 * The plan with a bracket naming the units behind the last of the sentences they are responsible for. Texts that name
 * units already, and tasks without units, stay as they are; marks keep their places.
 */
export function withUnitTails(plan: WorkPlan, label: string = TAIL_LABEL): WorkPlan {
  const tails = new Map(taskListOf(plan).groups.map((group) => [group.holder.id, tailsOf(group, label)]));
  const children = plan.children.map((child) => withTails(child, tails));
  // Each child keeps its kind.
  return { ...plan, children: children as WorkPlan["children"] };
}

interface Tail {
  /** Offset in the text of the holder. */
  readonly at: number;
  readonly text: string;
}

function tailsOf({ tasks, holder }: TaskGroup, label: string): readonly Tail[] {
  const counted = tasks.filter(({ counts }) => counts);
  return counted.flatMap((task, place) => {
    const units = unitsIn(task);
    const next = counted[place + 1];
    if (units === "" || isNamed(task) || (next && unitsIn(next) === units)) return [];
    const { from, to } = task.span;
    const end = from + holder.content.text.slice(from, to).trimEnd().length;
    return [{ at: end, text: `（${label}：${units}）` }];
  });
}

/** Whether the text names units for the task already, in its sentence or in a line of their own. */
function isNamed({ lead, source }: Task): boolean {
  return lead.source === "text" || withoutUnitTail(source) !== source;
}

function unitsIn({ lead, support }: Task): string {
  return [...new Set([lead.value, ...support.value])].filter((name) => name !== "").join("、");
}

function withTails(child: PlanChild, tails: ReadonlyMap<string, readonly Tail[]>): PlanChild {
  const own = tails.get(child.id) ?? [];
  const texts = own.length > 0 ? tailedTexts(child, own) : { lead: child.lead, body: child.body };
  if (child.kind === "item") return { ...child, ...texts };
  const children = child.children.map((each) => withTails(each, tails));
  // Each child keeps its kind.
  return { ...child, ...texts, children } as PlanChild;
}

/** Walks the texts in the order in which the holder's text was joined (`holders.ts`). */
function tailedTexts(
  child: PlanChild,
  tails: readonly Tail[],
): { readonly lead: RichText; readonly body: readonly Block[] } {
  const { lead } = child;
  const parts = splitLead(lead.text, child.kind === "item" && child.plain);
  let joined = 0;
  const edited = <T extends RichText>(rich: T, start: number): T => {
    const text = rich.text.slice(start);
    const trimmed = text.trim();
    if (trimmed === "") return rich;
    const first = start + text.length - text.trimStart().length;
    const edits: TextEdit[] = tails
      .filter(({ at }) => at > joined && at <= joined + trimmed.length)
      .map(({ at, text: tail }) => {
        const place = first + at - joined;
        return { from: place, to: place, text: tail };
      });
    joined += trimmed.length + 1;
    return edits.length > 0 ? { ...rich, ...editText(rich, edits).rich } : rich;
  };
  const headed = edited(lead, saysTasks(child) ? lead.text.length - parts.body.length : 0);
  return { lead: headed, body: child.body.map((block) => edited(block, 0)) };
}
