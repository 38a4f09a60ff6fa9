/** `read`: the outline of a document as JSON, and for people the list of everything that was mended or is in doubt. */
import { messageOf, outlineOf } from "../../../src/core/reading/outline.ts";
import type {
  DroppedLine,
  PlanReading,
  ReadingNotice,
  RepairPlace,
} from "../../../src/core/reading/plan-reading.ts";

/** What `read` prints. */
export type ReadView = "outline" | "notices";

/** Lines of output for a reading. */
export function printReading(reading: PlanReading, view: ReadView): readonly string[] {
  return view === "outline" ? [JSON.stringify(outlineOf(reading), null, 2)] : noticeLines(reading);
}

function noticeLines({ notices, dropped }: PlanReading): readonly string[] {
  const doubts = notices.filter(({ certain }) => !certain);
  const repairs = notices.filter(({ certain }) => certain);
  return [
    ...part(`请核对 ${doubts.length} 处`, doubts.flatMap(linesOf)),
    ...part(`已修正 ${repairs.length} 处`, repairs.flatMap(linesOf)),
    ...part(`未读入正文 ${dropped.length} 行`, dropped.map(droppedLine)),
  ];
}

function part(heading: string, lines: readonly string[]): readonly string[] {
  return [heading, ...lines.map((line) => `  ${line}`)];
}

function linesOf(notice: ReadingNotice): readonly string[] {
  const { code, line, before, after, count, places = [] } = notice;
  if (places.length > 1)
    return [messageOf(code, count), ...places.map(placeLine), ...unlisted(count - places.length)];
  const place = line === null ? "" : `第 ${line} 行：`;
  return [
    `${place}${messageOf(code, count)}`,
    ...(before === "" ? [] : [`  原文：${before}`]),
    ...(after === "" ? [] : [`  读作：${after}`]),
  ];
}

function placeLine({ line, at, before, after }: RepairPlace): string {
  const change =
    after === before ? before : `${before === "" ? "（无）" : before} → ${after === "" ? "（去掉）" : after}`;
  return `  第 ${line} 行第 ${at + 1} 字：${change}`;
}

function unlisted(count: number): readonly string[] {
  return count > 0 ? [`  另有 ${count} 处未列出`] : [];
}

function droppedLine({ line, text }: DroppedLine): string {
  return `第 ${line} 行：${text.trim()}`;
}
