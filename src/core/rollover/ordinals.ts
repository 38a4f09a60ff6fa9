/** Yearly ordinals: 第28届学生艺术节, 第20届全国推普宣传周, 第*个教师节. */
import type { Calendar } from "./calendar.ts";
import { type DatedExpression, open, type Verdict } from "./dated-expression.ts";
import { COUNT, countLike, countValue } from "./numbers.ts";
import { anyOf, type DatedSource, expressionAt, matchesOf } from "./source.ts";

const NUMBER = `(${COUNT}|\\*{1,4}|[×Xx]{1,3})`;
const PLACEHOLDER = /^[*×Xx]/;

/** National events whose number is the year less a base. */
export function findCounters(source: DatedSource, calendar: Calendar): readonly DatedExpression[] {
  const names = anyOf(calendar.counters.counters.flatMap((counter) => counter.names));
  const pattern = new RegExp(`第${NUMBER}([届个次])(?="?(${names}))`, "g");
  return matchesOf(source, pattern).map((match) => {
    const counter = calendar.counters.counters.find((each) => each.names.includes(match[3] ?? ""));
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
