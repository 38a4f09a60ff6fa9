/** Figures of a text: numbers with a unit that counts something, and percentages. */
import { chineseNumeralValue } from "../text/numerals.ts";
import words from "./data/words.json" with { type: "json" };

export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** Offsets of number and unit in the text. */
  readonly from: number;
  readonly to: number;
  /** Where what is written before the figure ends: before a year glued to it. */
  readonly start: number;
}

const UNITS = longestFirst(words.units).join("|");
const FIGURE = new RegExp(`(?<![\\d.])(\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\s*(${UNITS})`, "g");
const PER_HUNDRED = /百分之([一二三四五六七八九十百零]+|\d+(?:\.\d+)?)/g;
const HOURS = /(?<=每[天日周][^，。；]{0,10})([一二两三四])个?(小时)/g;
/** A year without 年 before a figure, as text copied from web pages has it: `2022100%`, `202260项`. */
const YEAR_BEFORE = /^20[0-4]\d(?=\d{2,3}$)/;
const HIGHEST_PERCENTAGE = 1_000;
/** Units of people: counts of them may well have six digits. */
export const PEOPLE = /[人名位]/;
/** Verbs of which a count is the object. */
const DONE = /(?:推进|完成|实现|落实|确保|做好|在|到)$/;
/** Characters before a number in which such a verb is looked for. */
const NEAR = 4;

/** Words in the order in which the alternatives of a pattern must be tried. */
export function longestFirst(list: readonly string[]): readonly string[] {
  return [...list].sort((one, other) => other.length - one.length);
}

/** The text in the widths that the patterns expect, each character in its place. */
export function shadowOf(text: string): string {
  return text.replace(COMMA, "，").replace(/[０-９％;:()．\u00a0\u3000]/g, (character) => {
    const digit = character.charCodeAt(0) - "０".charCodeAt(0);
    return digit >= 0 && digit <= 9 ? String(digit) : (WIDTHS[character] ?? character);
  });
}

/** A half-width comma that is not that of thousands. */
const COMMA = /(?<!\d),|,(?!\d{3}(?!\d))/g;

const WIDTHS: Readonly<Record<string, string>> = {
  "％": "%",
  ";": "；",
  ":": "：",
  "(": "（",
  ")": "）",
  "．": ".",
  "\u00a0": " ",
  "\u3000": " ",
};

/** Figures of a shadow in its order. */
export function figuresOf(shadow: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const match of shadow.matchAll(FIGURE)) {
    const written = match[1] ?? "";
    const unit = match[2] ?? "";
    const year = yearGluedTo(written, unit, shadow.slice(Math.max(0, match.index - NEAR), match.index));
    const value = Number(written.slice(year.length).replaceAll(",", ""));
    figures.push(figureAt(match, value, unit, year.length));
  }
  for (const match of shadow.matchAll(PER_HUNDRED)) {
    const value = /^\d/.test(match[1] ?? "") ? Number(match[1]) : chineseNumeralValue(match[1] ?? "");
    if (value !== undefined) figures.push(figureAt(match, value, "%"));
  }
  for (const match of shadow.matchAll(HOURS)) {
    const value = chineseNumeralValue(match[1] ?? "");
    if (value !== undefined) figures.push(figureAt(match, value, "小时"));
  }
  return figures.sort((one, other) => one.from - other.from);
}

function figureAt(match: RegExpExecArray, value: number, unit: string, glued = 0): Figure {
  const start = match.index;
  return { value, unit, from: start + glued, to: start + match[0].length, start };
}

function yearGluedTo(written: string, unit: string, preceding: string): string {
  const year = YEAR_BEFORE.exec(written)?.[0] ?? "";
  if (year === "") return "";
  if (unit === "%") return Number(written) > HIGHEST_PERCENTAGE ? year : "";
  return !PEOPLE.test(unit) && DONE.test(preceding) ? year : "";
}
