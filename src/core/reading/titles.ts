/** Titles of plans: recognising, comparing and repairing them. */
import { markerOf } from "../text/markers.ts";
import words from "./data/title-words.json" with { type: "json" };

const DRAFT_NOTE = "(?:（[^（）]{1,14}）)?";
const PLAN_ENDING = new RegExp(`(?:${words.plan.join("|")})${DRAFT_NOTE}$`);
const SUMMARY_ENDING = new RegExp(`(?:${words.summary.join("|")})${DRAFT_NOTE}$`);
const SUMMARY = /总结|總結|工作报告|情况报告|工作汇报|情况汇报|述职/;
/** Alone these words end many a heading; a title with one of them says 工作 or a year as well. */
const STRONG = /要点|要點|工作計劃|工作總結|工作思路|工作计划|工作安排|工作打算|工作总结|工作报告|重点工作/;
const NO_TITLE = /^(?:附件|附[：:]|现将|根据|为了?|按照|请|关于)|[。；，：、？！]$|。|要点如下/;
/** A notice that issues a plan, or a letter that sends it up. */
const NOTICE =
  /关于.{0,60}(?:(?:印发|公布|下发|转发|发布|印送).{0,120}(?:通知|通告)|(?:报送|呈报|上报|呈送).{0,120}(?:函|报告))》?$/;
const DOMAIN = /^(?:https?:\/\/)?(?:[\w-]+\.)+(?:com|cn|net|org|gov|info|cc|top|vip|xyz)(?:\.cn)?\/?/i;
const YEAR = /(?:19|20)\d{2}/;
const CHINESE_YEAR = /[二一][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2}(?=年|学年)/;
const LOST_YEAR_MARK = /((?:19|20)\d{2})(?=\p{Script=Han})(?!年|学年|至|到|届|级|版)/u;

/** Longer lines are no titles; they are not worked on. */
const LONGEST_LINE = 400;
/** Longest line taken for a title. */
const LONGEST_TITLE = 80;

/** `2 重点工作`, `2.1 强化征管`: a heading of a document that numbers with blanks. */
const NUMBERED = /^\d{1,2}(?:[.．]\d{1,2}){0,3}\s+\p{Script=Han}/u;

/** Whether the line can be the title of a plan or a summary. */
export function isPlanTitle(line: string): boolean {
  if (NUMBERED.test(line)) return false;
  const text = bareTitle(line);
  if (text.length < 4 || text.length > LONGEST_TITLE || NO_TITLE.test(text) || markerOf(text)) return false;
  if (!PLAN_ENDING.test(text) && !SUMMARY_ENDING.test(text)) return false;
  return STRONG.test(text) || yearOfTitle(text) !== null;
}

/** Whether the line is the title of a notice that issues something (关于印发…的通知). */
export function isNoticeTitle(line: string): boolean {
  return line.length <= 2 * LONGEST_TITLE && NOTICE.test(line.replace(/\s/g, ""));
}

/** What a notice issues, by its title: `…关于印发《X》的通知` → X; `undefined` where it does not name it. */
export function issuedTitle(noticeTitle: string): string | undefined {
  const text = noticeTitle.replace(/\s/g, "");
  const quoted = /《(.+)》/.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  return /(?:印发|公布|下发|转发|发布|报送|呈报|上报|呈送)(.{4,80}?)的?(?:通知|函|报告)$/.exec(text)?.[1];
}

export function isSummaryTitle(title: string): boolean {
  return SUMMARY.test(title);
}

/** The title without the blanks between its characters and without 《》 around the whole of it. */
export function bareTitle(line: string): string {
  if (line.length > LONGEST_LINE) return line;
  const text = line.replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/g, "").trim();
  return /^《[^《》]+》$/.test(text) ? text.slice(1, -1) : text;
}

/** Title without a web address glued to its beginning, and what was cut off. */
export function withoutDomain(title: string): { readonly title: string; readonly domain: string } {
  const domain = DOMAIN.exec(title)?.[0] ?? "";
  // An address ends before the year that follows it: `www.example.com2017年…`.
  return { title: title.slice(domain.length).trim(), domain };
}

/** Equal for two prints of the same title, also where one of them lost 年 or marks. */
export function titleKey(title: string): string {
  if (title.length > LONGEST_LINE) return title;
  return withoutDomain(bareTitle(title)).title.replace(/[\s年《》“”"'‘’（）()、，—-]/g, "");
}

/** Year the title names: `2021`, `二〇二一年`; the first of a span; null where it names none. */
export function yearOfTitle(title: string): number | null {
  const match = YEAR.exec(title);
  if (match) return Number(match[0]);
  const chinese = CHINESE_YEAR.exec(title);
  if (!chinese) return null;
  const digits = [...chinese[0]].map((digit) =>
    /[○零Ｏ]/.test(digit) ? 0 : "〇一二三四五六七八九".indexOf(digit),
  );
  return Number(digits.join(""));
}

/** The title with 年 put back after its year, `undefined` where it is not lost. */
export function withYearMark(title: string): string | undefined {
  const repaired = title.replace(LOST_YEAR_MARK, "$1年");
  return repaired === title ? undefined : repaired;
}
