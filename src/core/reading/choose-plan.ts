/** Several plans in one file: where each begins, and the one that is read. */
import { append } from "./append.ts";
import { markerAt, type Paragraph } from "./clean-lines.ts";
import { droppedLines } from "./document-parts.ts";
import type { DroppedLine, PlanReading } from "./plan-reading.ts";
import type { Repairs } from "./repairs.ts";
import { bareTitle, isNoticeTitle, isPlanTitle, isSummaryTitle } from "./titles.ts";

export interface ChosenPlan {
  readonly lines: readonly Paragraph[];
  readonly plans: PlanReading["plans"];
  readonly dropped: readonly DroppedLine[];
}

/**
 * Lines of the plan numbered `choice` from 0, the others dropped; everything where there is but one. Without a choice
 * it is the first that is no summary, and the question is noted.
 */
export function choosePlan(
  paragraphs: readonly Paragraph[],
  choice: number | null,
  repairs: Repairs,
): ChosenPlan {
  const starts = planStarts(paragraphs);
  if (starts.length < 2) return { lines: paragraphs, plans: [], dropped: [] };
  const plans = starts.map(({ title }) => ({ title: bareTitle(title.text), line: title.line }));
  const first = plans.findIndex(({ title }) => !isSummaryTitle(title));
  const open = Math.max(first, 0);
  const chosen = choice !== null && choice < plans.length ? choice : open;
  if (choice !== chosen)
    repairs.add({
      code: "several-plans",
      line: plans[chosen]?.line,
      before: plans[chosen]?.title ?? "",
      certain: false,
      count: plans.length,
    });
  const from = chosen === 0 ? 0 : (starts[chosen]?.at ?? 0);
  const to = starts[chosen + 1]?.at ?? paragraphs.length;
  const isOther = (paragraph: Paragraph, index: number) =>
    (index < from || index >= to) && paragraph.role === null;
  const dropped: DroppedLine[] = [];
  for (const paragraph of paragraphs.filter(isOther)) append(dropped, droppedLines(paragraph, "other-plan"));
  return { lines: paragraphs.filter((paragraph, index) => !isOther(paragraph, index)), plans, dropped };
}

interface Start {
  readonly at: number;
  readonly title: Paragraph;
}

/** A plan begins with a title, or its notice, behind which 一、 comes before the next title. */
function planStarts(paragraphs: readonly Paragraph[]): readonly Start[] {
  const starts: Start[] = [];
  // Titles printed one after the other are one; a notice in front belongs to the plan behind it.
  let at: number | undefined;
  let title: Paragraph | undefined;
  for (const [index, paragraph] of paragraphs.entries()) {
    const marker = markerAt(paragraph);
    if (marker?.level === "section" && marker.number === 1) {
      if (title && at !== undefined) starts.push({ at, title });
      at = undefined;
      title = undefined;
    }
    if (paragraph.role !== null && paragraph.role !== "title") continue;
    if (isNoticeTitle(paragraph.text)) at ??= withCaption(paragraphs, index);
    else if (isPlanTitle(paragraph.text)) {
      at ??= withCaption(paragraphs, index);
      title = paragraph;
    }
  }
  return starts;
}

/** What collections print above each plan: `篇二`, `第三篇：`, `【篇4】`, `范文二`. */
const CAPTION =
  /^【?(?:第[一二三四五六七八九十\d]{1,3}篇|(?:篇|范文)\s?[一二三四五六七八九十\d]{1,3})】?[：:]?$/;

function withCaption(paragraphs: readonly Paragraph[], title: number): number {
  return CAPTION.test(paragraphs[title - 1]?.text ?? "") ? title - 1 : title;
}
