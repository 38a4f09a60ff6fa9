/** Words that name a year by its distance: 今年, 上年, 第一年, 2年内. */
import { type DatedExpression, kept, open, type Verdict } from "./dated-expression.ts";
import { COUNT, countLike, countValue } from "./numbers.ts";
import { type DatedSource, expressionAt, matchesOf } from "./source.ts";

const RELATIVE_YEAR =
  /今年(?!级)|本年度?(?![轻龄级])|去年|(?<![史路车会])上一?年度?(?![轻龄级])|明年|来年|下一?年度/g;
const NTH_YEAR = new RegExp(`首年(?!级)|第(${COUNT})年(?![级龄])`, "g");
const WITHIN = /(?<![近\d〇零一二三四五六七八九])(?:\d{1,2}|[一二两三四五六七八九十]{1,2})年内/g;

/** Relative years keep their sense as words; counted years and clocks that have begun are asked about. */
export function findRelativeYears(source: DatedSource): readonly DatedExpression[] {
  const found = (pattern: RegExp, verdictOf: (match: RegExpExecArray) => Verdict) =>
    matchesOf(source, pattern).map((match) =>
      expressionAt(source, match.index, match.index + match[0].length, verdictOf(match)),
    );
  return [
    ...found(NTH_YEAR, (match) => open("relative", "relative-count", laterYear(source, match))),
    ...found(WITHIN, () => open("relative", "relative-clock", null)),
    ...found(RELATIVE_YEAR, () => kept("relative", "relative-year")),
  ];
}

function laterYear(source: DatedSource, match: RegExpExecArray): string | null {
  const { documentYear, targetYear } = source.context;
  if (documentYear === null) return null;
  const number = match[1] ?? "一";
  const value = countValue(number);
  const count = value === undefined ? undefined : countLike(value + targetYear - documentYear, number);
  return count === undefined ? null : `第${count}年`;
}
