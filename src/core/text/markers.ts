/** Numbering at the start of a line (层次序数) in all the forms that drafters and their software write it. */
import { chineseNumeralValue } from "./numerals.ts";

/**
 * Level of a marker as GB/T 9704—2012, 7.3.3 orders them: `section` 一、, `subsection` （一）, `item` 1., `sub`
 * （1）. `deep` is ①, `part` stands above the sections (第一部分), `clause` is 一是.
 */
export type MarkerLevel = "part" | "section" | "subsection" | "item" | "sub" | "deep" | "clause";

export interface Marker {
  readonly level: MarkerLevel;
  /** Null where the number is lost (`*.`). */
  readonly number: number | null;
  /** The number without its punctuation: `一`, `1`; null where it is lost. */
  readonly bare: string | null;
  /** What follows the number: `、` `.` `．` … or empty. */
  readonly separator: string;
  /** Length of the whole marker, blanks after it included. */
  readonly length: number;
}

const NUMERAL = "[一二三四五六七八九十百零〇]{1,5}";
const PATTERNS: readonly { readonly level: MarkerLevel; readonly pattern: RegExp }[] = [
  { level: "part", pattern: new RegExp(`^第(${NUMERAL})(部分|篇|章)[：:、，]?\\s{0,8}`) },
  { level: "part", pattern: /^§(\d{1,2})([.．、]?)\s{0,8}/ },
  { level: "clause", pattern: new RegExp(`^(${NUMERAL})(是)(?![否非])`) },
  { level: "section", pattern: new RegExp(`^(${NUMERAL})\\s{0,2}([、.．，])\\s{0,8}(?=\\S|$)`) },
  {
    level: "subsection",
    pattern: new RegExp(`^[（(〔﹙]\\s{0,2}(${NUMERAL})\\s{0,2}([）)〕﹚])[、.．]?\\s{0,8}`),
  },
  { level: "subsection", pattern: new RegExp(`^(${NUMERAL})([）)])\\s{0,8}`) },
  { level: "sub", pattern: /^[（(﹙]\s{0,2}(\d{1,3})\s{0,2}([）)﹚])[、.．]?\s{0,8}/ },
  { level: "sub", pattern: /^(\d{1,2})([）)])[、.．]?\s{0,8}/ },
  // 2026.工作回顾 begins with a year.
  { level: "item", pattern: /^((?!(?:19|20)\d\d)\d{1,4})\s{0,2}([.．、﹒。])\s{0,8}(?![\d.．、])/ },
  { level: "item", pattern: /^(\d{1,2})([，])\s{0,8}(?=[\p{Script=Han}“《])/u },
  { level: "item", pattern: /^【[^】\d]{1,10}(\d{1,3})(】)[：:]?\s{0,8}/ },
  { level: "item", pattern: /^([*＊])([.．、，])\s{0,8}(?=[\p{Script=Han}“《]|$)/u },
];

/** What follows the first number of an enumeration such as 一、二年级. */
const ENUMERATED = new RegExp(`^${NUMERAL}[年级类产线次、]`);

/** First characters of the blocks of ready-made numbers in Unicode, and how many there are. */
const READY_MADE: readonly {
  readonly level: MarkerLevel;
  readonly first: number;
  readonly count: number;
}[] = [
  { level: "subsection", first: 0x3220, count: 10 }, // ㈠
  { level: "sub", first: 0x2474, count: 20 }, // ⑴
  { level: "item", first: 0x2488, count: 20 }, // ⒈
  { level: "deep", first: 0x2460, count: 20 }, // ①
];
const READY_MADE_NUMERALS = "一二三四五六七八九十";

/** Most lines begin with none of these, and need not be looked at. */
const BEGINS_MARKER = /^[\d一二三四五六七八九十百零〇第§（(〔﹙【*＊\u2460-\u249b\u3220-\u3229]/;

/** Marker that opens the line, blanks before it not expected; `undefined` for running text. `2011.2.` is none. */
export function markerOf(line: string): Marker | undefined {
  if (!BEGINS_MARKER.test(line)) return undefined;
  const ready = readyMadeMarker(line);
  if (ready) return ready;
  for (const { level, pattern } of PATTERNS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const bare = match[1] ?? "";
    const number = /\d/.test(bare) ? Number(bare) : (chineseNumeralValue(bare) ?? null);
    if (number === 0) continue;
    if (number === null && !/[*＊]/.test(bare)) continue;
    // 一、二年级 and 二、三产业 are text.
    if (level === "section" && ENUMERATED.test(line.slice(match[0].length, match[0].length + 8))) continue;
    return {
      level,
      number,
      bare: number === null ? null : bare,
      separator: match[2] ?? "",
      length: match[0].length,
    };
  }
  return undefined;
}

function readyMadeMarker(line: string): Marker | undefined {
  const code = line.charCodeAt(0);
  for (const { level, first, count } of READY_MADE) {
    if (!(code >= first && code < first + count)) continue;
    const number = code - first + 1;
    const bare = level === "subsection" ? READY_MADE_NUMERALS.charAt(number - 1) : String(number);
    const blanks = /^[、.．]?\s{0,8}/.exec(line.slice(1))?.[0].length ?? 0;
    return { level, number, bare, separator: "", length: 1 + blanks };
  }
  return undefined;
}
