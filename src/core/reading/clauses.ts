/** Lists 一是…；二是… in running text and on lines of their own. */
import { chineseNumeralValue } from "../text/numerals.ts";
import { markerAt, type Paragraph } from "./clean-lines.ts";

const MARK = /(^|[。；;，,：:！!、\s”）])([一二三四五六七八九十]{1,2})是(?![否非])/g;
/** A single 一是 is no list. */
const FEWEST = 2;

export interface ClauseList {
  /** Text before 一是. */
  readonly before: string;
  /** Texts of the clauses without 一是, 二是 … */
  readonly clauses: readonly string[];
}

/** The list that runs in the text from 一是 on, in order; `undefined` where there is none. */
export function clausesIn(text: string): ClauseList | undefined {
  const places: { readonly at: number; readonly textAt: number }[] = [];
  for (const match of text.matchAll(MARK)) {
    if (chineseNumeralValue(match[2] ?? "") !== places.length + 1) continue;
    places.push({ at: match.index + (match[1] ?? "").length, textAt: match.index + match[0].length });
  }
  const first = places[0];
  if (!first || places.length < FEWEST) return undefined;
  return {
    before: text.slice(0, first.at),
    clauses: places.map(({ textAt }, index) => text.slice(textAt, places[index + 1]?.at)),
  };
}

/** Number of lines from the index on that are the clauses 一是, 二是 … of one list; 0 where none starts there. */
export function clauseLines(lines: readonly Paragraph[], at: number): number {
  let count = 0;
  for (let line = lines[at]; line; line = lines[at + count]) {
    const marker = markerAt(line);
    if (marker?.level !== "clause") break;
    if (line.role === null && marker.number !== count + 1) break;
    count += 1;
  }
  return count >= FEWEST || lines[at]?.role === "clause" ? count : 0;
}
