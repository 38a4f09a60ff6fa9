/** What a year-end summary (工作总结) leaves for next year: its plans, and the work that it says is not finished. */
import { z } from "zod";
import { pointsOf } from "../compare/points.ts";
import { sentencesOf } from "../compare/sentences.ts";
import type { Block, PlanChild, RichText, WorkPlan } from "../plan/model.ts";
import { blockIdSchema } from "../plan/model.ts";
import { plannedPart } from "../template/planned-part.ts";
import { partnersOf } from "./compare-targets.ts";
import unfinishedWords from "./data/unfinished-words.json" with { type: "json" };
import { planTargets } from "./plan-targets.ts";
import { type PlanTarget, planTargetSchema } from "./target.ts";

/**
 * `idea`: a point of the part that plans the next year. `shortfall`: a figure planned and a smaller one done. The others
 * are words: `under-way` 正在推进, `expected` 预计, `planned` 计划2021年内, `not-yet` 尚未, `problem` 存在…不足.
 */
export const unfinishedReasonSchema = z.enum([
  "idea",
  "shortfall",
  "under-way",
  "expected",
  "planned",
  "not-yet",
  "problem",
]);
export type UnfinishedReason = z.infer<typeof unfinishedReasonSchema>;

export const unfinishedWorkSchema = z.strictObject({
  reason: unfinishedReasonSchema,
  /** What may become an item: the sentence, or the whole point of an idea. */
  text: z.string(),
  /** Heading of the part it stands in, or of the idea. */
  heading: z.string(),
  /** Block and UTF-16 range of the text in the summary. */
  block: blockIdSchema,
  from: z.int().nonnegative(),
  to: z.int().positive(),
  /** Of a shortfall. */
  planned: planTargetSchema.nullable(),
  done: planTargetSchema.nullable(),
});
export type UnfinishedWork = Readonly<z.infer<typeof unfinishedWorkSchema>>;

const CUES = unfinishedWords.cues.map(({ reason, pattern }) => ({
  reason: unfinishedReasonSchema.parse(reason),
  pattern: new RegExp(pattern),
}));
const PLANNED = new RegExp(unfinishedWords.planned);
const DONE = new RegExp(unfinishedWords.done);

/** Ideas first, then unfinished work in the order of the summary. A sentence is offered once, for its strongest reason. */
export function unfinishedWork(summary: WorkPlan): readonly UnfinishedWork[] {
  const planned = plannedPart(summary);
  const ideas = planned === summary ? [] : ideasOf(planned);
  const texts = reportedTexts(summary, planned);
  const shortfalls = shortfallsOf(summary, new Set(texts.map(({ block }) => block)), texts);
  const taken = new Set(shortfalls.map(({ block, from }) => `${block} ${from}`));
  const said = texts.flatMap(unfinishedSentences).filter(({ block, from }) => !taken.has(`${block} ${from}`));
  const order = new Map(texts.map(({ block }, at) => [block, at]));
  const work = [...shortfalls, ...said].sort(
    (one, other) => (order.get(one.block) ?? 0) - (order.get(other.block) ?? 0) || one.from - other.from,
  );
  return [...ideas, ...work];
}

function ideasOf(planned: WorkPlan): readonly UnfinishedWork[] {
  return pointsOf(planned).points.map(({ id, heading, text }) => ({
    reason: "idea",
    text,
    heading,
    block: id,
    from: 0,
    to: Math.max(1, text.length),
    planned: null,
    done: null,
  }));
}

interface ReportedText {
  readonly block: string;
  readonly heading: string;
  readonly text: string;
}

/** Texts of the parts that report. */
function reportedTexts(summary: WorkPlan, planned: WorkPlan): readonly ReportedText[] {
  const future = new Set(planned === summary ? [] : planned.children.map(({ id }) => id));
  const texts: ReportedText[] = [];
  const addBlocks = (blocks: readonly Block[], heading: string) => {
    for (const { id, text } of blocks) texts.push({ block: id, heading, text });
  };
  const visit = (child: PlanChild) => {
    if (future.has(child.id)) return;
    const heading = leadHeading(child.lead);
    texts.push({ block: child.id, heading, text: child.lead.text });
    addBlocks(child.body, heading);
    if (child.kind === "item") return;
    for (const below of child.children) visit(below);
    addBlocks(child.closing, heading);
  };
  for (const child of summary.children) visit(child);
  return texts;
}

function leadHeading({ text }: RichText): string {
  return /^[^。]*/.exec(text)?.[0] ?? "";
}

function unfinishedSentences({ block, heading, text }: ReportedText): readonly UnfinishedWork[] {
  let at = 0;
  return sentencesOf(text).flatMap((sentence): readonly UnfinishedWork[] => {
    const from = at;
    at += sentence.length;
    const cue = CUES.find(({ pattern }) => pattern.test(sentence));
    if (!cue) return [];
    return [{ reason: cue.reason, text: sentence, heading, block, from, to: at, planned: null, done: null }];
  });
}

/** Figures said to be planned, with the smaller figure of the same text that is said to be done. */
function shortfallsOf(
  summary: WorkPlan,
  reported: ReadonlySet<string>,
  texts: readonly ReportedText[],
): readonly UnfinishedWork[] {
  const byBlock = Map.groupBy(
    planTargets(summary).filter(({ block }) => reported.has(block)),
    ({ block }) => block,
  );
  return texts.flatMap(({ block, heading, text }): readonly UnfinishedWork[] => {
    const targets = byBlock.get(block) ?? [];
    const sentenceOf = ({ sentence }: PlanTarget) => text.slice(sentence.from, sentence.to);
    const done = targets.filter((target) => DONE.test(sentenceOf(target)));
    const planned = targets.filter((target) => !done.includes(target) && PLANNED.test(sentenceOf(target)));
    return [...partnersOf(done, planned)].flatMap(([plan, result]): readonly UnfinishedWork[] => {
      if ((result.value ?? 0) >= (plan.value ?? 0)) return [];
      const { from, to } = plan.sentence;
      return [
        {
          reason: "shortfall",
          text: text.slice(from, to),
          heading,
          block,
          from,
          to,
          planned: plan,
          done: result,
        },
      ];
    });
  });
}
