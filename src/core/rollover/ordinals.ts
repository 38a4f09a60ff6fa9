/** Yearly ordinals: 第28届学生艺术节, 第20届全国推普宣传周, 第*个教师节. */
import type { Calendar } from "./calendar.ts";
import { type DatedExpression, open, type Verdict } from "./dated-expression.ts";
import { COUNT, countLike, countValue } from "./numbers.ts";
import { anyOf, type DatedSource, expressionAt, type Finder, isNamed, matchesOf } from "./source.ts";

const NUMBER = `(${COUNT}|\\*{1,4}|[×Xx]{1,3})`;
const PLACEHOLDER = /^[*×Xx]/;

/** National events whose number is the year less a base. */
export function createCounterFinder(calendar: Calendar): Finder {
  const { counters } = calendar.counters;
  const names = anyOf(counters.flatMap((counter) => counter.names));
  const pattern = new RegExp(`第${NUMBER}([届个次])(?="?(${names}))`, "g");
  return (source) =>
    matchesOf(source, pattern).map((match) => {
      const counter = counters.find((each) => isNamed(each.names, match[3] ?? ""));
      const value = counter ? source.context.targetYear - counter.base : 0;
      const number = match[1] ?? "";
      const like = PLACEHOLDER.test(number) ? "1" : number;
      const count = countLike(value, like);
      const proposed = count === undefined ? null : `第${count}${match[2] ?? ""}`;
      const verdict = open("ordinal", "counter-computed", proposed);
      return expressionAt(source, match.index, match.index + match[0].length, verdict);
    });
}

/** Congresses and committees are not held every year. */
const IRREGULAR = "(?!全国人|全国政协|全国委员会|中央|[一二三四五六七]中)";
const SESSION = new RegExp(`第${NUMBER}届${IRREGULAR}(?![中全常])`, "g");
const YEARLY_DAY = new RegExp(
  `第${NUMBER}个(?=[^，。；、\\n]{1,14}?(?:节|日|宣传周|活动周|主题周|宣传月|活动月)(?!课|目|期|常))(?!工作日|百年)`,
  "g",
);
const PARTY_CONGRESS = new RegExp(`第${NUMBER}次(?=(?:党员|教职工)?(?:党代会|代表大会|代表会议))`, "g");

/** 十四届全国人大三次会议, 市政协七届二次会议: one a year, but a new term begins after the fifth. */
const YEARLY_SESSION =
  /届[^，。；、\n]{0,8}?(?:人大|政协)[^，。；、\n]{0,6}?([一二三四五])次会议|(?:人大|政协)[^，。；、\n]{0,2}[一二三四五六七八九十]{1,3}届([一二三四五])次会议/g;
const LAST_SESSION = 5;
/** 省委十一届六次全会: held when it is called. */
const COMMITTEE_SESSION = /[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,2}[次中](?:全会|全体会议)/g;

/** Sessions of congresses and committees, named by term and number. */
export function findSessions(source: DatedSource): readonly DatedExpression[] {
  const yearly = matchesOf(source, YEARLY_SESSION).map((match) => {
    const number = match[1] ?? match[2] ?? "";
    const from = match.index + match[0].lastIndexOf(`${number}次会议`);
    return expressionAt(source, from, from + number.length + 1, sessionVerdict(source, number));
  });
  const irregular = matchesOf(source, COMMITTEE_SESSION).map((match) =>
    expressionAt(
      source,
      match.index,
      match.index + match[0].length,
      open("ordinal", "ordinal-irregular", null),
    ),
  );
  return [...yearly, ...irregular];
}

function sessionVerdict(source: DatedSource, number: string): Verdict {
  const { documentYear, targetYear } = source.context;
  const next = documentYear === null ? undefined : (countValue(number) ?? 0) + targetYear - documentYear;
  const count = next !== undefined && next <= LAST_SESSION ? countLike(next, number) : undefined;
  return open("ordinal", "ordinal-yearly", count === undefined ? null : `${count}次`);
}

/** Ordinals of events this table does not know: the yearly ones count on, the others are asked about. */
export function findOrdinals(source: DatedSource): readonly DatedExpression[] {
  const yearly = [...matchesOf(source, SESSION), ...matchesOf(source, YEARLY_DAY)];
  return [
    ...yearly.map((match) =>
      expressionAt(source, match.index, match.index + match[0].length, yearlyVerdict(source, match)),
    ),
    ...matchesOf(source, PARTY_CONGRESS).map((match) =>
      expressionAt(
        source,
        match.index,
        match.index + match[0].length,
        open("ordinal", "ordinal-irregular", null),
      ),
    ),
  ];
}

function yearlyVerdict(source: DatedSource, match: RegExpExecArray): Verdict {
  const { documentYear, targetYear } = source.context;
  const number = match[1] ?? "";
  if (PLACEHOLDER.test(number)) return open("ordinal", "placeholder-number", null);
  const value = countValue(number);
  const next = value === undefined || documentYear === null ? undefined : value + targetYear - documentYear;
  const count = next === undefined ? undefined : countLike(next, number);
  const proposed = count === undefined ? null : match[0].replace(number, count);
  return open("ordinal", "ordinal-yearly", proposed);
}
