/** Accounts of characters: what went into a reading and what came out of it. */
import type { Block, PlanChild } from "../../src/core/plan/model.ts";
import type { PlanReading, SourceLines } from "../../src/core/reading/plan-reading.ts";
import { widenMarks } from "../../src/core/text/mark-widths.ts";

/** Numbering of every kind; it becomes position in the plan. */
const MARKERS = /[一二三四五六七八九十]{1,3}[、是]|\d{1,3}[.．、]|（[一二三四五六七八九十]{1,3}）|\*[.，]/g;

/** Text without blanks and numbering, marks full-width. */
export function bare(text: string): string {
  return widenMarks(text).text.replace(/\s/g, "").replace(MARKERS, "");
}

/** Texts of a reading in document order: notice, signature, title, plan. The date is not among them. */
export function textsOf(reading: PlanReading): readonly string[] {
  const { plan } = reading;
  const blocks = (list: readonly Block[]) => list.map((block) => block.text);
  const child = (node: PlanChild): readonly string[] => {
    if (node.kind === "item") return [node.lead.text, ...blocks(node.body)];
    const children: readonly PlanChild[] = node.children;
    return [node.lead.text, ...blocks(node.body), ...children.flatMap(child), ...blocks(node.closing)];
  };
  const notice = plan.frontMatter.notice;
  return [
    ...(notice?.title ? [notice.title] : []),
    ...reading.addressees.map((text) => `${text}：`),
    ...(notice?.body ?? []).map((block) => block.text),
    ...(reading.signature === null ? [] : [reading.signature]),
    ...(reading.documentNumber === null ? [] : [reading.documentNumber]),
    plan.title.text,
    ...blocks(plan.leadIn),
    ...plan.children.flatMap(child),
    ...blocks(plan.closing),
    ...reading.attachments,
    ...plan.frontMatter.attachments.flatMap(({ name, paragraphs, rows }, index) => [
      ...(index < reading.attachments.length ? [] : [name]),
      ...paragraphs,
      ...rows.map((row) => row.join("\t")),
    ]),
  ];
}

/** Source lines that were not dropped. */
export function keptLines(source: SourceLines, reading: PlanReading): readonly string[] {
  const dropped = new Set(reading.dropped.map((line) => line.line));
  return source.lines.filter((line) => !dropped.has(line.number)).map((line) => line.text);
}

/** How often each character stands in the text. */
export function characterCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
