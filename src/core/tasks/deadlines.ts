/** Time limits (完成时限) as plans write them: taken over as they stand, never turned into a date that is not there. */
import { chineseNumeralValue } from "../text/numerals.ts";

const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,2})";
const YEAR = "(?:\\d{4}年|今年|当年|本年度?)";
const TERM =
  "(?:寒假|暑假|春节|国庆节?|元旦|开学|学期末|期末|高考|中考|春季学期|秋季学期|春季开学|秋季开学|本学期)";
const DEADLINE = new RegExp(
  [
    `${YEAR}?\\d{1,2}月(?:\\d{1,2}日|底|末|[上中下]旬)?(?:之|以)?前`,
    `${YEAR}?(?:年底|底|年末)(?:之|以)?前`,
    `\\d{4}年(?:年底|底|年末)`,
    `${NUMBER}年内`,
    "\\d{4}年内",
    "(?<![\\d一二三四五六七八九十两几])(?:今|当|本)?年内",
    `${YEAR}?[上下]半年(?:结束)?前?`,
    `${YEAR}?第?[一二三四1-4]季度(?:末|底)?(?:之|以)?前?`,
    `每(?:月|季度?|学期|半年|年|周)`,
    `${TERM}(?:开始|结束)?(?:之|以)?(?:前|期间)`,
  ].join("|"),
  "gu",
);
/** Limits beyond these in one task are left to the drafter. */
const MOST_SHOWN = 2;

/** Time limits that an office writes without a date, offered where there is none in the text. */
export const USUAL_DEADLINES: readonly string[] = [
  "年底前",
  "全年",
  "每月",
  "每季度",
  "上半年",
  "6月底前",
  "9月底前",
  "持续推进",
  "待定",
];

/** The time limits in a text as one line, e.g. `7月底前`; empty where there are none. */
export function deadlineIn(text: string): string {
  const found = [...text.matchAll(DEADLINE)].map(([match]) => match);
  return [...new Set(found)].slice(0, MOST_SHOWN).join("，");
}

/**
 * The last day that a time limit allows in the year of a plan, as an ISO date, e.g. `7月底前` → `2027-07-31`; `undefined`
 * where it names none that can be computed (寒假前, 每月, 待定), or more than one. Only for telling what is late.
 */
export function deadlineEnd(deadline: string, planYear: number | null): string | undefined {
  const text = deadline.trim();
  const written = /^(\d{4})年/.exec(text)?.[1];
  const year = written === undefined ? planYear : Number(written);
  if (year === null) return undefined;
  const rest = text.replace(/^(?:\d{4}年|今年|当年|本年度?)/, "");
  const day = /^(\d{1,2})月(?:(\d{1,2})日)?(底|末|[上中下]旬)?(?:之|以)?前?$/.exec(rest);
  if (day) return monthEnd(year, Number(day[1]), day[2], day[3]);
  if (/^(?:年?底|年?末|年?内|全年|12月)?(?:之|以)?前?$/.test(rest) && (rest !== "" || written)) {
    return `${year}-12-31`;
  }
  const half = /^([上下])半年(?:结束)?前?$/.exec(rest);
  if (half) return half[1] === "上" ? `${year}-06-30` : `${year}-12-31`;
  const quarter = /^第?([一二三四1-4])季度(?:末|底)?(?:之|以)?前?$/.exec(rest);
  return quarter ? monthEnd(year, 3 * numberOf(quarter[1]), undefined, undefined) : undefined;
}

function numberOf(digits: string | undefined): number {
  return /\d/.test(digits ?? "") ? Number(digits) : (chineseNumeralValue(digits ?? "") ?? 0);
}

const THIRDS: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 };

function monthEnd(
  year: number,
  month: number,
  day: string | undefined,
  part: string | undefined,
): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const number = day === undefined ? (THIRDS[part ?? ""] ?? last) : Number(day);
  if (number < 1 || number > last) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;
}
