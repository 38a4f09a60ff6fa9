/** Numbers inside dated expressions, written back in the script they were found in. */
import { chineseNumeral, chineseNumeralValue } from "../text/numerals.ts";

/** A count such as `28` or `二十八`, as part of a pattern. */
export const COUNT = "(?:\\d{1,3}|[一二三四五六七八九十百]{1,5})";
/** A year of four digits, as part of a pattern; no digit may touch it in front. */
export const YEAR = "(?:19|20|21)\\d{2}";
const CHINESE_DIGITS = "〇一二三四五六七八九";
/** A year in Chinese digits, as part of a pattern: 二〇二一. */
export const CHINESE_YEAR = "[一二][〇零一二三四五六七八九]{3}";

export function countValue(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : chineseNumeralValue(text);
}

/** `value` in the script of `like`; `undefined` where it cannot be written. */
export function countLike(value: number, like: string): string | undefined {
  if (value < 1 || value > 999) return undefined;
  return /^\d+$/.test(like) ? String(value) : chineseNumeral(value);
}

const FIRST_NUMBER = /\d+|[〇零一二三四五六七八九十百]+/;

/** First number in an expression: 2021 of 二〇二一年, 28 of 第二十八届; null where there is none. */
export function countIn(expression: string): number | null {
  const number = FIRST_NUMBER.exec(expression)?.[0];
  if (number === undefined) return null;
  if (new RegExp(`^${CHINESE_YEAR}$`).test(number)) return yearValue(number);
  return countValue(number) ?? null;
}

/** Value of a year in Arabic or Chinese digits. */
export function yearValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return Number([...text].map((digit) => CHINESE_DIGITS.indexOf(digit === "零" ? "〇" : digit)).join(""));
}

/** `year` in the digits of `like`. */
export function yearLike(year: number, like: string): string {
  if (/^\d+$/.test(like)) return String(year);
  const zero = like.includes("零") ? "零" : "〇";
  return [...String(year)].map((digit) => (digit === "0" ? zero : CHINESE_DIGITS[Number(digit)])).join("");
}
