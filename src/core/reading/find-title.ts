/** Where the title of the plan stands among the lines before its first section. */
import { markerOf } from "../text/markers.ts";
import { joinParagraphs, markerAt, type Paragraph, slicePart } from "./clean-lines.ts";
import { ISSUES, lineKindOf } from "./line-kinds.ts";
import { isOrganName, regionOf } from "./organs.ts";
import { tablesIn } from "./tables.ts";
import {
  bareTitle,
  isNoticeTitle,
  isPlanTitle,
  isSummaryTitle,
  issuedTitle,
  titleKey,
  yearOfTitle,
} from "./titles.ts";

export interface FoundTitle {
  /** Text of the title, lines of it joined; may hold `\n` before a subtitle. */
  readonly text: string;
  /** First and last of its lines; null where the title stands only in a notice or a file name. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  /** Other prints of the same title, as text. */
  readonly twins: readonly string[];
}

export interface TitleSearch {
  /** Lines with titles that were broken over lines in one piece, or with a title cut from the text it was glued to. */
  readonly paragraphs: readonly Paragraph[];
  readonly title: FoundTitle | undefined;
  /** Index of the title of the covering notice. */
  readonly notice: number | undefined;
}

/**
 * Finds the title of the plan and of the notice before it.
 *
 * `known`: titles known from elsewhere (the name of the file on a file-sharing site).
 */
export function findTitle(source: readonly Paragraph[], known: readonly string[]): TitleSearch {
  const decided = decidedTitle(source);
  if (decided) return decided;
  const paragraphs = cutGluedTitle(joinNoticeTitles(source), known);
  const end = firstStructure(paragraphs);
  const notice = lastIndexBefore(paragraphs, end, (line) => line.role === null && isNoticeTitle(line.text));
  const issued = notice === undefined ? undefined : issuedTitle(paragraphs[notice]?.text ?? "");
  const at = chooseTitle(paragraphs, end, issued, known);
  if (at === undefined) {
    const text = issued ?? known[0];
    return { paragraphs, notice, title: text === undefined ? undefined : { text, lines: null, twins: [] } };
  }
  const lines = titleLines(paragraphs, at);
  const text = joinTitle(paragraphs.slice(lines.first, lines.last + 1).map((line) => line.text));
  const key = titleKey(text);
  const lined = paragraphs.slice(0, end).filter((line) => line.text.length <= LONGEST_PRINT);
  const twins = [...lined.map((line) => bareTitle(line.text)), ...known];
  if (issued !== undefined) twins.push(issued);
  return {
    paragraphs,
    notice,
    title: { text, lines, twins: twins.filter((twin) => titleKey(twin) === key) },
  };
}

/**
 * The lines that the drafter calls title, run together where the first of them stands; `undefined` where there are
 * none. What the model has no room for stays text.
 */
function decidedTitle(source: readonly Paragraph[]): TitleSearch | undefined {
  let length = 0;
  const isTitle = new Set<Paragraph>();
  for (const paragraph of source) {
    if (paragraph.role !== "title" || length + paragraph.text.length + 1 > LONGEST_DECIDED) continue;
    length += paragraph.text.length + 1;
    isTitle.add(paragraph);
  }
  const [first, ...others] = isTitle;
  if (!first) return undefined;
  const at = source.indexOf(first);
  const before = joinNoticeTitles(source.slice(0, at));
  const after = source.slice(at).filter((paragraph) => !isTitle.has(paragraph));
  const paragraphs = [...before, joinParagraphs([first, ...others]), ...after];
  const notice = lastIndexBefore(
    paragraphs,
    before.length,
    (line) => line.role === null && isNoticeTitle(line.text),
  );
  const lines = { first: before.length, last: before.length };
  const text = joinTitle([...isTitle].map((line) => line.text));
  return { paragraphs, notice, title: { text, lines, twins: [] } };
}

/** As the model limits a title. */
const LONGEST_DECIDED = 500;

/** A longer line is no print of a title. */
const LONGEST_PRINT = 200;

/** Index of the first line that is certainly body: the first 第一部分 or 一、, else the first （一）, else the first 1., else a table. */
function firstStructure(paragraphs: readonly Paragraph[]): number {
  for (const levels of [["part", "section"], ["subsection"], ["item"]] as const) {
    const index = paragraphs.findIndex((paragraph) =>
      levels.some((level) => markerAt(paragraph)?.level === level),
    );
    if (index >= 0) return index;
  }
  return tablesIn(paragraphs)[0]?.first ?? paragraphs.length;
}

function lastIndexBefore(
  paragraphs: readonly Paragraph[],
  end: number,
  test: (line: Paragraph) => boolean,
): number | undefined {
  for (let index = Math.min(end, paragraphs.length) - 1; index >= 0; index -= 1) {
    const paragraph = paragraphs[index];
    if (paragraph && test(paragraph)) return index;
  }
  return undefined;
}

function chooseTitle(
  paragraphs: readonly Paragraph[],
  end: number,
  issued: string | undefined,
  known: readonly string[],
): number | undefined {
  if (issued !== undefined) {
    // The notice may have numbered points of its own, so the plan's title may stand after the first 一、.
    const key = titleKey(issued);
    const exact = lastIndexBefore(
      paragraphs,
      paragraphs.length,
      ({ text, role }) => role === null && text.length < 120 && titleKey(text) === key,
    );
    if (exact !== undefined) return exact;
  }
  const candidates = paragraphs.slice(0, end).flatMap((_, index) => {
    const text = textAt(paragraphs, index);
    if (text === "" || isNoticeTitle(text)) return [];
    return isPlanTitle(text) || endsTitle(textAt(paragraphs, index - 1), text) ? [index] : [];
  });
  const seen = new Set(known.map(titleKey));
  const repeated = candidates.filter((index) => {
    const key = titleKey(paragraphs[index]?.text ?? "");
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
  return repeated.at(-1) ?? lastBeforeProse(paragraphs, candidates) ?? plainHeading(paragraphs, end);
}

/** The last candidate, unless prose of the document stands between it and an earlier one. */
function lastBeforeProse(
  paragraphs: readonly Paragraph[],
  candidates: readonly number[],
): number | undefined {
  let chosen: number | undefined;
  for (const candidate of candidates) {
    const between = paragraphs.slice(chosen ?? 0, candidate);
    const prose = between.filter(({ text }) => text.length >= PROSE && text.includes("。"));
    if (prose.length > 0 && !between.some(({ text }) => isNoticeTitle(text) || ISSUES.test(text))) {
      if (chosen !== undefined || prose.length > MOST_DISCLAIMERS) break;
    }
    chosen = candidate;
  }
  return chosen;
}

/** A paragraph of the document, not a line of its page. */
const PROSE = 60;
/** File-sharing sites put some paragraphs of their own before the title. */
const MOST_DISCLAIMERS = 5;

/** A document that calls itself otherwise (关于做好…工作的通知): its first short line with a year or 关于. */
function plainHeading(paragraphs: readonly Paragraph[], end: number): number | undefined {
  if (end >= paragraphs.length) return undefined;
  const index = paragraphs
    .slice(0, end)
    .findIndex(
      ({ text, role }) => role === null && PLAIN_HEADING.test(text) && /关于|(?:19|20)\d{2}年/.test(text),
    );
  return index < 0 ? undefined : index;
}

const PLAIN_HEADING =
  /^[^。；：，]{6,60}(?:通知|意见|部署|重点|任务|措施|规划|工作|方案|分解表|任务表|一览表|清单)(?:（.{1,12}）)?$/;

/** Lines of the title around the line that was recognised. */
function titleLines(
  paragraphs: readonly Paragraph[],
  at: number,
): { readonly first: number; readonly last: number } {
  let first = at;
  let last = at;
  const text = paragraphs[at]?.text ?? "";
  const before = textAt(paragraphs, at - 1);
  if (before !== "" && /^[—-]{1,2}/.test(text) && before.length <= 40 && !/[。：]$/.test(before))
    first = at - 1;
  else
    for (let title = text; at - first < MOST_TITLE_LINES - 1; ) {
      const line = textAt(paragraphs, first - 1);
      if (!beginsTitle(line, title)) break;
      title = line + title;
      first -= 1;
    }
  for (let next = textAt(paragraphs, last + 1); continuesTitle(next); next = textAt(paragraphs, last + 1))
    last += 1;
  return { first, last };
}

/** Whether a title was broken within its last word: `…2023年工作` / `要点`. */
function endsTitle(before: string, text: string): boolean {
  return (
    text.length <= LONGEST_REST && before.length <= 40 && !isPlanTitle(before) && isPlanTitle(before + text)
  );
}

const LONGEST_REST = 8;

/** Text of a line that may belong to the title; empty where there is none. */
function textAt(paragraphs: readonly Paragraph[], at: number): string {
  const paragraph = paragraphs[at];
  return paragraph?.role === null ? paragraph.text : "";
}

/** Whether the line before belongs to the title: `…民政局` / `2023年工作要点`, `…卫生健康` / `工作要点`. */
function beginsTitle(before: string, title: string): boolean {
  if (before === "" || before.length > 40 || /[。：；，]/.test(before) || markerOf(before)) return false;
  if (isPlanTitle(before) || isNoticeTitle(before)) return false;
  if (endsTitle(before, title)) return true;
  const startsWithYear = /^(?:(?:19|20)\d{2}|[二一][〇○零Ｏ九])/.test(title);
  if (isOrganName(before)) return startsWithYear && regionOf(title) === "";
  // A line of the title names the year, wherever the line was broken: `…2021年实施` / `…规划工作总结`.
  if (yearOfTitle(title) === null && yearOfTitle(before) !== null)
    return lineKindOf(before, null) === undefined;
  return startsWithYear && regionOf(before) === before.replace(/\s/g, "");
}

function continuesTitle(line: string): boolean {
  return (
    /^[—]{1,2}.{2,40}$/.test(line) ||
    /^（(?:征求意见稿|讨论稿|送审稿|审议稿|草案|草稿|试行|代拟稿|初稿|修订稿|.{0,6}稿)）$/.test(line)
  );
}

function joinTitle(lines: readonly string[]): string {
  // Blanks between the halves of a slogan are meant.
  const texts = lines.map((line) => (isPlanTitle(line) || lines.length === 1 ? bareTitle(line) : line));
  return texts.reduce((title, line) => title + (line.startsWith("—") && title !== "" ? "\n" : "") + line, "");
}

/** Titles of notices that were broken over two or three lines: `…关于印发` / `《…》的` / `通知`. */
function joinNoticeTitles(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const joined: Paragraph[] = [];
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (!paragraph) break;
    const length = brokenNoticeTitle(paragraphs, index);
    joined.push(joinParagraphs([paragraph, ...paragraphs.slice(index + 1, index + length)]));
    index += length - 1;
  }
  return joined;
}

/** Number of lines of the notice title that starts at the index; 1 where none does. */
function brokenNoticeTitle(paragraphs: readonly Paragraph[], at: number): number {
  const first = textAt(paragraphs, at);
  const organ = isOrganName(first);
  if (first === "" || first.length > 60 || isNoticeTitle(first) || !(organ || first.includes("关于")))
    return 1;
  if (organ && paragraphs[at + 1]?.text.startsWith(first)) return 1;
  let text = first;
  for (let count = 2; count <= MOST_TITLE_LINES; count += 1) {
    const next = textAt(paragraphs, at + count - 1);
    if (next === "" || next.length > 60 || /[。：；]$/.test(next)) return 1;
    text += next;
    if (isNoticeTitle(text)) return count;
  }
  return 1;
}

const MOST_TITLE_LINES = 4;

const GLUED =
  /^(.{0,40}?(?:(?:19|20)\d{2}年?|[二一][〇○零九][〇○零一二三四五六七八九]{2}年).{0,24}?工作(?:要点|计划|思路|安排|打算|总结))(?=\s|为|(?:19|20)\d{2}年|[*＊]|根据|今年|按照|以|[一（(]|\d\.)/;

/** A title at the start of a paragraph with the text run on behind it becomes a line of its own. */
function cutGluedTitle(paragraphs: readonly Paragraph[], known: readonly string[]): readonly Paragraph[] {
  const index = paragraphs.findIndex(({ text, role }) => role === null && text.length > 80);
  const paragraph = paragraphs[index];
  if (!paragraph) return paragraphs;
  const length = gluedLength(paragraph.text, known, paragraphs.slice(0, index));
  if (length === 0) return paragraphs;
  return [
    ...paragraphs.slice(0, index),
    slicePart(paragraph, 0, length),
    slicePart(paragraph, length),
    ...paragraphs.slice(index + 1),
  ];
}

function gluedLength(text: string, known: readonly string[], before: readonly Paragraph[]): number {
  for (const title of known) if (text.startsWith(title) && text.length > title.length) return title.length;
  if (before.some((line) => isPlanTitle(line.text))) return 0;
  if (lineKindOf(text.slice(0, 40), null)) return 0;
  const title = GLUED.exec(text.slice(0, 120))?.[1];
  return title !== undefined &&
    !/[，。；]/.test(title) &&
    !isSummaryTitle(text.slice(title.length, title.length + 4))
    ? title.length
    : 0;
}
