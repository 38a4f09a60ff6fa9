/** Whole numbers in Chinese words, with 万 and 亿: `12345` ↔ `一万二千三百四十五`. */
import { chineseNumeral, chineseNumeralValue } from "./numerals.ts";

/** Digits of a group: 万 and 亿 count thousands by four. */
const GROUP = 10_000;
/** Words of the groups, the lowest first. */
const GROUPS = ["", "万", "亿"] as const;
/** The largest number that is written, 9 999亿9 999万9 999. */
export const LARGEST_IN_WORDS = GROUP ** GROUPS.length - 1;

/** `30000` → `三万`, `100010` → `十万零一十`; undefined outside 1–`LARGEST_IN_WORDS` and for fractions. */
export function numberInWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > LARGEST_IN_WORDS) return undefined;
  let text = "";
  let gap = false;
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(value / GROUP ** group) % GROUP;
    if (part === 0) {
      gap = text !== "";
      continue;
    }
    // Within a number 十 keeps its 一, and a group that lacks its thousands is led by 零.
    const words = chineseNumeral(part);
    const full = text !== "" && words.startsWith("十") ? `一${words}` : words;
    text += `${text !== "" && (gap || part < GROUP / 10) ? "零" : ""}${full}${GROUPS[group]}`;
    gap = false;
  }
  return text;
}

/** `三万` → 30000, `十万零一十` → 100010; undefined for text that is no such number, and for those written otherwise. */
export function valueOfWords(text: string): number | undefined {
  let rest = text;
  let total = 0;
  for (let group = GROUPS.length - 1; group > 0; group -= 1) {
    const word = GROUPS[group] ?? "";
    const at = rest.indexOf(word);
    if (at < 0) continue;
    const part = partOf(rest.slice(0, at));
    if (part === undefined) return undefined;
    total += part * GROUP ** group;
    rest = rest.slice(at + 1);
  }
  if (rest === "") return total === 0 ? undefined : total;
  const last = partOf(rest);
  return last === undefined ? undefined : total + last;
}

function partOf(text: string): number | undefined {
  const value = chineseNumeralValue(text);
  return value !== undefined && value < GROUP ? value : undefined;
}
