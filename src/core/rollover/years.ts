/** Single years: own year, last year, next year, past facts and fixed targets. */
import { type DatedExpression, kept, open, shifted, type Verdict } from "./dated-expression.ts";
import { CHINESE_YEAR, YEAR, yearLike, yearValue } from "./numbers.ts";
import { after, before, citedTitleAround, type DatedSource, expressionAt, matchesOf } from "./source.ts";
import {
  AWARDED_AFTER,
  CITED_AFTER,
  DEADLINE,
  DEADLINE_BEFORE,
  FINISHED,
  FINISHED_BEFORE,
  FINISHED_WITHIN,
  looksBack,
  MEETING_SPIRIT,
  SINCE_AFTER,
  SINCE_BEFORE,
} from "./year-cues.ts";

/** A year with 年 and, where they follow, month, day, part of the year and the words that make it a deadline. */
const MENTION = new RegExp(
  `(?<![\\d.〇零一二三四五六七八九])(${YEAR}|${CHINESE_YEAR})\\s?年(?!代)` +
    "(\\s?\\d{1,2}月(?:\\s?\\d{1,2}日)?)?(春季|秋季|寒假|暑假)?(?:底|末|内|初|上半年|下半年)?(?:之前|以前|前)?",
  "g",
);
/** `2021.9.10`, `2021-09-10`, `2021/9/10`. */
const NUMERIC_DATE = new RegExp(`(?<![\\d.\\-/])(${YEAR})([-./])\\d{1,2}\\2\\d{1,2}(?![\\d.\\-/])`, "g");
/** Number of a document (国发〔2021〕5号). */
const DOCUMENT_NUMBER = new RegExp(`[〔［\\[（](${YEAR})[〕］\\]）]\\s?\\d{1,4}\\s?号`, "g");

/** Numbers of cited documents: they never move. */
export function findDocumentNumbers(source: DatedSource): readonly DatedExpression[] {
  return matchesOf(source, DOCUMENT_NUMBER).map((match) =>
    expressionAt(source, match.index, match.index + match[0].length, kept("cited-title", "cited-title")),
  );
}

/** Days written in digits; they tell a day, so they never move unasked. */
export function findNumericDates(source: DatedSource): readonly DatedExpression[] {
  return matchesOf(source, NUMERIC_DATE).map((match) => {
    const to = match.index + match[0].length;
    const digits = match[1] ?? "";
    const mention = { from: match.index, to, digits, year: yearValue(digits), month: true, deadline: false };
    return expressionAt(source, match.index, to, verdictOn(source, mention));
  });
}

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
  if (CITED_AFTER.test(after(source, mention.to, 4))) return kept("past", "cited-title");
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
  const told =
    FINISHED.test(following) ||
    AWARDED_AFTER.test(following) ||
    FINISHED_BEFORE.test(before(source, mention.from, 2));
  if (told) return open("own-year", "own-year-finished", proposed);
  if (MEETING_SPIRIT.test(following)) return open("own-year", "own-year-meeting", proposed);
  if (mention.deadline) return shifted("deadline", "own-deadline", proposed);
  if (mention.month) return open("own-year", "own-year-day", proposed);
  return shifted("own-year", "own-year", proposed);
}

function lastYearVerdict(source: DatedSource, mention: Mention): Verdict {
  const proposed = moved(source, mention);
  const review = looksBack(before(source, mention.from, 8), after(source, mention.to, 16));
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
