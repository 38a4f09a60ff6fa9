/** Periods (2022—2025年), school years and years whose signs were lost in copying. */
import { type DatedExpression, kept, open, type Verdict } from "./dated-expression.ts";
import { YEAR } from "./numbers.ts";
import { citedTitleAround, type DatedSource, expressionAt, matchesOf } from "./source.ts";

const JOINER = "\\s?(?:[—–\\-－~～]{1,2}|至|到)\\s?";
const SPAN = new RegExp(`(?<![\\d.])(${YEAR})年?${JOINER}(${YEAR})(学年度?|年|届|级)?(?!\\d)`, "g");
const GARBLED_SPAN = new RegExp(`(?<![\\d.])(${YEAR})(${YEAR})(?=年|学年|）)(?:学?年度?)?`, "g");
const SCHOOL_YEAR = new RegExp(`(?<![\\d.])(${YEAR})学年度?`, "g");
/** A plan longer than this is no period of a plan but two numbers that touch. */
const LONGEST_SPAN = 20;

/** Periods of two years. They stay; one that is over before the new year is asked about. */
export function findSpans(source: DatedSource): readonly DatedExpression[] {
  return matchesOf(source, SPAN).flatMap((match) => {
    const first = Number(match[1]);
    const last = Number(match[2]);
    if (last < first) return [];
    const verdict = match[3]?.startsWith("学年")
      ? schoolYearVerdict(source, first, match.index, match[0])
      : spanVerdict(source, last);
    return [expressionAt(source, match.index, match.index + match[0].length, verdict)];
  });
}

function spanVerdict(source: DatedSource, last: number): Verdict {
  return last >= source.context.targetYear ? kept("span", "span-current") : open("span", "span-ended", null);
}

/** School years move with the plan but name two calendar years, so the drafter confirms them. */
export function findSchoolYears(source: DatedSource): readonly DatedExpression[] {
  return matchesOf(source, SCHOOL_YEAR).map((match) =>
    expressionAt(
      source,
      match.index,
      match.index + match[0].length,
      schoolYearVerdict(source, Number(match[1]), match.index, match[0]),
    ),
  );
}

function schoolYearVerdict(source: DatedSource, first: number, at: number, original: string): Verdict {
  const { documentYear, targetYear } = source.context;
  if (citedTitleAround(source, at, at + original.length) !== undefined)
    return kept("cited-title", "cited-title");
  if (documentYear === null) return open("span", "year-unknown", null);
  if (first < documentYear - 1) return kept("past", "past-year");
  const moved = original.replace(/\d{4}/g, (year) => String(Number(year) + targetYear - documentYear));
  return open("span", "school-year", moved);
}

/** `20202022年`: a period whose dash is lost. The proposal mends it and moves nothing. */
export function findGarbledSpans(source: DatedSource): readonly DatedExpression[] {
  return matchesOf(source, GARBLED_SPAN).flatMap((match) => {
    const first = Number(match[1]);
    const last = Number(match[2]);
    if (last <= first || last - first > LONGEST_SPAN) return [];
    const mended = `${first}—${last}${match[0].slice(8)}`;
    const verdict = open("span", "span-garbled", mended);
    return [expressionAt(source, match.index, match.index + match[0].length, verdict)];
  });
}

/** What may follow a number that lost its 年 (`2022100%`, `202260项`). */
const UNITS = "％|‰|项|个|所|名|人|位|套|台|件|处|家|场|次|条|万|亿|元|公里|平方米|节|门|类|批|期";
/** Counted things right after a bare year number: then it is an amount, not a year. */
const NO_AMOUNT =
  "(?![\\d.．％‰年\\-－—–~～/、个名人所项套台万亿余多元户场次件平公千米位条册家处届级班课节分秒天月日℃])";

/** The year of the document with its 年 lost: glued to a number, or alone before a word. */
export function findDamagedYears(source: DatedSource): readonly DatedExpression[] {
  const { documentYear, targetYear } = source.context;
  if (documentYear === null) return [];
  const glued = new RegExp(
    `(?<![\\d.])${documentYear}([1-9]\\d{0,2}(?:\\.\\d{1,2})?)(?=${UNITS})(?:％|.)`,
    "g",
  );
  const bare = new RegExp(`(?<![\\d.])${documentYear}${NO_AMOUNT}(?=\\p{Script=Han})`, "gu");
  return [
    ...matchesOf(source, glued).map((match) => {
      const to = match.index + match[0].length;
      const rest = source.text.slice(match.index + String(documentYear).length, to);
      return expressionAt(source, match.index, to, open("damaged", "year-glued", `${targetYear}年${rest}`));
    }),
    ...matchesOf(source, bare).flatMap((match) => {
      const to = match.index + match[0].length;
      if (source.shadow.startsWith("学年", to)) return [];
      const verdict =
        citedTitleAround(source, match.index, to) === undefined
          ? open("damaged", "year-without-nian", `${targetYear}年`)
          : kept("cited-title", "cited-title");
      return [expressionAt(source, match.index, to, verdict)];
    }),
  ];
}

const COHORT = new RegExp(`(?<![\\d.])(${YEAR})(届|级)`, "g");

/** Cohorts (2021届、2021级): next year's plan mostly means the next one, but not always. */
export function findCohorts(source: DatedSource): readonly DatedExpression[] {
  const { documentYear, targetYear } = source.context;
  return matchesOf(source, COHORT).map((match) => {
    const year = Number(match[1]);
    const to = match.index + match[0].length;
    const verdict =
      documentYear === null
        ? open("ordinal", "year-unknown", null)
        : open("ordinal", "cohort", `${year + targetYear - documentYear}${match[2] ?? ""}`);
    return expressionAt(source, match.index, to, verdict);
  });
}
