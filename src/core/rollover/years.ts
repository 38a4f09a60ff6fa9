/** Single years: own year, last year, next year, past facts and fixed targets. */
import { type DatedExpression, kept, open, shifted, type Verdict } from "./dated-expression.ts";
import { CHINESE_YEAR, YEAR, yearLike, yearValue } from "./numbers.ts";
import { after, before, citedTitleAround, type DatedSource, expressionAt, matchesOf } from "./source.ts";

/** A year with 年 and, where they follow, month, day, part of the year and the words that make it a deadline. */
const MENTION = new RegExp(
  `(?<![\\d.〇零一二三四五六七八九])(${YEAR}|${CHINESE_YEAR})\\s?年(?!代)` +
    "(\\s?\\d{1,2}月(?:\\s?\\d{1,2}日)?)?(春季|秋季|寒假|暑假)?(?:底|末|内|初|上半年|下半年)?(?:之前|以前|前)?",
  "g",
);
const SINCE_AFTER = /^(?:学期)?(?:开学)?(?:起|以来|至今|开始|以后)/;
const SINCE_BEFORE = /(?:自|从|始于)$/;
const DEADLINE = /(?:底|末|内|前)$/;
const DEADLINE_BEFORE = /(?:到|至|截至|截止|力争|确保|争取|于)$/;
const REVIEW_BEFORE = /(?:总结|回顾|盘点|对照|对比|比|较|同比|与)[^，、。]{0,4}$/;
const REVIEW_AFTER = /^[^，。；]{0,10}(?:相比|基础上|经验|同期)/;
/** Words which tell what has been done; a plan tells what will be. */
const FINISHED =
  /已(?:经|完成|全部|建|实现|投|启|有|达)|(?:完成|实现|取得|表彰|建成|新增|获得|开展)了|截至|累计/;
const FINISHED_WITHIN = 60;
const MEETING_SPIRIT =
  /^[^，。；、]{0,16}(?:会议|大会|全会|座谈会|讲话)[^，。；、]{0,4}(?:精神|部署|要求|讲话)/;

/** Every mention of a single year. */
export function findYears(source: DatedSource): readonly DatedExpression[] {
  return matchesOf(source, MENTION).map((match) => {
    const to = match.index + match[0].length;
    const mention: Mention = {
      from: match.index,
      to,
      digits: match[1] ?? "",
      year: yearValue(match[1] ?? ""),
      month: match[2] !== undefined,
      deadline: DEADLINE.test(match[0]),
    };
    return expressionAt(source, match.index, to, verdictOn(source, mention));
  });
}

interface Mention {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  readonly year: number;
  readonly month: boolean;
  readonly deadline: boolean;
}

function verdictOn(source: DatedSource, mention: Mention): Verdict {
  const { documentYear, targetYear } = source.context;
  const { year } = mention;
  const title = citedTitleAround(source, mention.from, mention.to);
  if (title !== undefined) return titleVerdict(source, mention, title);
  if (documentYear === null)
    return year === targetYear ? kept("future", "future-target") : open("own-year", "year-unknown", null);
  const since =
    SINCE_AFTER.test(after(source, mention.to, 8)) || SINCE_BEFORE.test(before(source, mention.from, 4));
  if (since) return year <= documentYear ? kept("past", "past-start") : kept("future", "future-start");
  if (year === documentYear) return ownYearVerdict(source, mention);
  if (year > documentYear) return futureVerdict(source, mention, documentYear);
  if (year === documentYear - 1) return lastYearVerdict(source, mention);
  return kept("past", "past-year");
}

function titleVerdict(source: DatedSource, mention: Mention, title: string): Verdict {
  const { documentYear, ownTitle } = source.context;
  const own = ownTitle !== undefined && mention.year === documentYear && bare(title) === bare(ownTitle);
  return own ? shifted("own-year", "own-title", moved(source, mention)) : kept("cited-title", "cited-title");
}

/** A title without line breaks and without the 年 that copying loses. */
function bare(title: string): string {
  return title.replace(/\s|年/g, "");
}

function ownYearVerdict(source: DatedSource, mention: Mention): Verdict {
  const proposed = moved(source, mention);
  const following = after(source, mention.to, FINISHED_WITHIN);
  if (FINISHED.test(following) || /截[至止]$/.test(before(source, mention.from, 2)))
    return open("own-year", "own-year-finished", proposed);
  if (MEETING_SPIRIT.test(following)) return open("own-year", "own-year-meeting", proposed);
  if (mention.deadline) return shifted("deadline", "own-deadline", proposed);
  if (mention.month) return open("own-year", "own-year-day", proposed);
  return shifted("own-year", "own-year", proposed);
}

function lastYearVerdict(source: DatedSource, mention: Mention): Verdict {
  const proposed = moved(source, mention);
  const review =
    REVIEW_BEFORE.test(before(source, mention.from, 8)) || REVIEW_AFTER.test(after(source, mention.to, 16));
  return review && !mention.month
    ? shifted("last-year", "last-year-review", proposed)
    : open("last-year", "last-year", proposed);
}

function futureVerdict(source: DatedSource, mention: Mention, documentYear: number): Verdict {
  const { targetYear } = source.context;
  const { year } = mention;
  const deadline = mention.deadline || DEADLINE_BEFORE.test(before(source, mention.from, 4));
  if (!deadline && year === documentYear + 1) return open("next-year", "next-year", moved(source, mention));
  if (year < targetYear) return open("deadline", "deadline-past", null);
  if (year === targetYear) return kept("deadline", "target-due");
  return kept("future", "future-target");
}

/** The mention with its year moved by as many years as the plan moves. */
function moved(source: DatedSource, mention: Mention): string {
  const { documentYear, targetYear } = source.context;
  const year = mention.year + targetYear - (documentYear ?? targetYear);
  const original = source.text.slice(mention.from, mention.to);
  return yearLike(year, mention.digits) + original.slice(mention.digits.length);
}
