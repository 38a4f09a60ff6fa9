/** Dates of issue and of web pages, in the forms met in official documents and on their pages. */
const CHINESE_DIGITS = "〇一二三四五六七八九";
const EARLIEST = 1949;
const LATEST = 2200;

/** ISO date of a day that exists, `undefined` otherwise. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1) return undefined;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day > last) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const DAY =
  /(\d{4})\s{0,3}(?:年|[-/.．])\s{0,3}(\d{1,2})\s{0,3}(?:月|[-/.．])\s{0,3}(\d{1,2})(?:\s{0,3}日)?(?!\d)/;
const CHINESE_DAY =
  /([〇零○ＯO一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/;

/** First complete date in the text as ISO date: `2021年3月29日`, `2021-03-29`, `二〇二一年三月二十九日`. */
export function findDate(text: string): string | undefined {
  const match = DAY.exec(text);
  if (match) return isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
  const chinese = CHINESE_DAY.exec(text);
  if (!chinese) return undefined;
  const year = [...(chinese[1] ?? "")].map((digit) =>
    CHINESE_DIGITS.indexOf(/[零○ＯO]/.test(digit) ? "〇" : digit),
  );
  return isoDate(Number(year.join("")), smallNumeral(chinese[2] ?? ""), smallNumeral(chinese[3] ?? ""));
}

/** 1 to 31. */
function smallNumeral(text: string): number {
  const [tens = "", units = ""] = text.includes("十") ? text.split("十") : ["0", text];
  const ten = tens === "" ? 1 : Math.max(0, CHINESE_DIGITS.indexOf(tens));
  return ten * 10 + Math.max(0, CHINESE_DIGITS.indexOf(units === "" ? "〇" : units));
}

export type IssueDate =
  | { readonly form: "complete"; readonly date: string }
  /** Marks of the date are lost; `certain` where only one day is possible or the page's stamp decides. */
  | { readonly form: "damaged"; readonly date: string | null; readonly certain: boolean }
  /** Year and month only, or no such day. */
  | { readonly form: "incomplete" };

const WHOLE_DATE =
  /^[（(]?\s?(?:发布|印发|成文)?(?:日期|时间)?[：:]?\s?(?:\d{4}\s{0,3}(?:年|[-/.．])\s{0,3}\d{1,2}\s{0,3}(?:月|[-/.．])?\s{0,3}(?:\d{1,3}\s{0,3}日?)?[.．]?|[〇零○ＯO一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)\s?[）)]?$/;
const DIGITS_ONLY = /^((?:19|20)\d{2})(\d{2,4})$/;

/** Reads a line that is nothing but a date of issue; `undefined` for any other line. */
export function issueDateOf(line: string, pageDate: string | null): IssueDate | undefined {
  const text = line.trim();
  const digits = DIGITS_ONLY.exec(text);
  if (digits) return damagedDate(Number(digits[1]), digits[2] ?? "", pageDate);
  if (!WHOLE_DATE.test(text)) return undefined;
  const date = findDate(text);
  return date === undefined ? { form: "incomplete" } : { form: "complete", date };
}

function damagedDate(year: number, rest: string, pageDate: string | null): IssueDate {
  const days = [1, 2].flatMap((at) => {
    const date =
      at < rest.length ? isoDate(year, Number(rest.slice(0, at)), Number(rest.slice(at))) : undefined;
    return date === undefined ? [] : [date];
  });
  const nearest = [...days].sort((one, other) => daysApart(one, pageDate) - daysApart(other, pageDate))[0];
  if (nearest === undefined) return { form: "damaged", date: null, certain: false };
  const agreed = pageDate !== null && daysApart(nearest, pageDate) <= DAYS_BEFORE_PUBLISHING;
  return { form: "damaged", date: nearest, certain: days.length === 1 || agreed };
}

/** A document is on the page within about two months. */
const DAYS_BEFORE_PUBLISHING = 62;

/** Rough distance in days; enough to tell two readings of the same digits apart. */
function daysApart(date: string, other: string | null): number {
  if (other === null) return 0;
  const value = (text: string) => {
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    return year * 365 + month * 30.4 + day;
  };
  return Math.abs(value(date) - value(other));
}
