/** Lines of a title, broken by sense (GB/T 9704—2012, 7.3.1). */
import { cleanLines } from "./clean-text.ts";
import { characterWidth } from "./text-width.ts";

/** What a break costs, beside what uneven lines cost. */
const COST = {
  /** Before a book title, 关于 or a year, behind 印发 or the name of an authority. */
  bySense: 0,
  betweenWords: 1,
  /** Besides, inside a book title or the name of an issuer that would fit into a line of its own. */
  insideName: 6,
  /** For every line more than the fewest possible. */
  extraLine: 3,
  /** Times the squared deviation from the shape's line, relative to the mean one. */
  unevenness: 4,
} as const;

/**
 * Shapes that a title may have (7.3.1): trapezium, upright or upside down, and diamond, as deviations of its lines from
 * the mean one. Lines of one length, and a middle line shorter than the others, are none of them.
 */
const SHAPES: Readonly<Record<number, readonly (readonly number[])[]>> = {
  2: [
    [0.08, -0.08],
    [-0.08, 0.08],
  ],
  3: [
    [-0.04, 0.08, -0.04],
    [0.08, 0, -0.08],
    [-0.08, 0, 0.08],
  ],
};
const ANY_SHAPE: readonly (readonly number[])[] = [[]];

/** Space that a word processor may put between Han characters and digits or letters, in characters. */
const MIXED_SPACE = 0.25;
const MIXED = /\p{sc=Han}(?=[\da-z])|[\da-z](?=\p{sc=Han})/giu;

const NO_LINE_START = /^[\p{Pe}\p{Pf}，。、；：！？》〉”’的和与及等]/u;
const NO_LINE_END = /[\p{Ps}\p{Pi}《〈“‘]$/u;
/** 二十大, 十五五, 三年: a number in characters and what it counts are two words to the segmenter. */
const NUMBER_END = /[〇一二三四五六七八九十百千万两]$/;
const COUNTED = /^[〇一二三四五六七八九十百千万两大届中次个项条年月日周期级类批]/;
const SENSE_BEFORE = /^(?:《|关于|\d{4}年)/;
const SENSE_AFTER = /(?:印发|》|办公室|[局委厅校府])$/;

/**
 * Lines of a title, none wider than `capacity` characters where the words allow it.
 *
 * Breaks that the drafter set (`\n`) stay. A line that is still too long is broken between words, at a place where
 * the sense pauses if the lines stay about even; book titles and `names` are kept whole while they fit. A single word
 * wider than a line is left to the word processor.
 */
export function titleLines(
  title: string,
  capacity: number,
  names: readonly string[] = [],
): readonly string[] {
  return cleanLines(title).flatMap((line) =>
    lineWidth(line) <= capacity ? [line] : broken(line, capacity, names),
  );
}

interface Break {
  /** UTF-16 offset behind which the line ends. */
  readonly offset: number;
  readonly cost: number;
}

interface Candidate {
  readonly cost: number;
  readonly offsets: readonly number[];
}

function broken(line: string, capacity: number, names: readonly string[]): readonly string[] {
  const breaks = possibleBreaks(line, capacity, nameRanges(line, capacity, names));
  const fewest = Math.ceil(lineWidth(line) / capacity);
  const candidates = [fewest, fewest + 1]
    .flatMap((count) =>
      (SHAPES[count] ?? ANY_SHAPE).map((shape) =>
        cheapest(line, breaks, { count, shape }, capacity, (count - fewest) * COST.extraLine),
      ),
    )
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => a.cost - b.cost);
  const [best] = candidates;
  if (!best) return [line];
  return best.offsets.map((offset, index) => line.slice(best.offsets[index - 1] ?? 0, offset).trim());
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where names stand that fit into a line. */
function nameRanges(line: string, capacity: number, names: readonly string[]): readonly Range[] {
  return names
    .filter((name) => name !== "" && lineWidth(name) <= capacity)
    .flatMap((name) => {
      const from = line.indexOf(name);
      return from < 0 ? [] : [{ from, to: from + name.length }];
    });
}

function possibleBreaks(line: string, capacity: number, names: readonly Range[]): readonly Break[] {
  const words = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(line)];
  return words.slice(1).flatMap(({ index }) => {
    const before = line.slice(0, index);
    const after = line.slice(index);
    if (NO_LINE_START.test(after) || NO_LINE_END.test(before)) return [];
    // 2027 and 年 are two words to the segmenter.
    if (/\d$/.test(before) || (NUMBER_END.test(before) && COUNTED.test(after))) return [];
    const isInside = names.some(({ from, to }) => index > from && index < to);
    const ends = names.some(({ to }) => index === to || index === to + 1);
    const cost = ends ? COST.bySense : breakCost(before, after, capacity);
    return [{ offset: index, cost: isInside ? cost + COST.insideName : cost }];
  });
}

function breakCost(before: string, after: string, capacity: number): number {
  const pause = SENSE_BEFORE.test(after) || SENSE_AFTER.test(before) ? COST.bySense : COST.betweenWords;
  const open = before.lastIndexOf("《");
  const close = after.indexOf("》");
  if (open < 0 || open < before.lastIndexOf("》") || close < 0) return pause;
  const width = lineWidth(before.slice(open) + after.slice(0, close + 1));
  return width <= capacity ? pause + COST.insideName : pause;
}

function lineWidth(text: string): number {
  return characterWidth(text) + (text.match(MIXED)?.length ?? 0) * MIXED_SPACE;
}

/** The cheapest way to break into so many lines of that shape; `undefined` where some line would be too wide. */
function cheapest(
  line: string,
  breaks: readonly Break[],
  { count, shape }: { readonly count: number; readonly shape: readonly number[] },
  capacity: number,
  base: number,
): Candidate | undefined {
  const mean = lineWidth(line) / count;
  const ends: readonly Break[] = [...breaks, { offset: line.length, cost: 0 }];
  let reached = new Map<number, Candidate>([[0, { cost: base, offsets: [] }]]);
  for (let index = 0; index < count; index += 1) {
    const wanted = mean * (1 + (shape[index] ?? 0));
    const next = new Map<number, Candidate>();
    for (const [start, candidate] of reached) {
      for (const end of ends) {
        if (end.offset <= start) continue;
        const width = lineWidth(line.slice(start, end.offset));
        if (width > capacity) break;
        const cost = candidate.cost + end.cost + COST.unevenness * ((width - wanted) / mean) ** 2;
        if (cost < (next.get(end.offset)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end.offset, { cost, offsets: [...candidate.offsets, end.offset] });
      }
    }
    reached = next;
  }
  return reached.get(line.length);
}
