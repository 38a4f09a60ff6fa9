/**
 * Headings of a document that has lost every number, as old Word files do whose numbers were automatic: found by their
 * form, by what follows them, and by the outline levels of the format where it has them.
 */
import type { Paragraph } from "./clean-lines.ts";
import { DECIMALS, markerAt } from "./clean-lines.ts";
import words from "./data/heading-words.json" with { type: "json" };
import type { Repairs } from "./repairs.ts";
import { tablesIn } from "./tables.ts";

type Level = "section" | "subsection" | "item";

const LEVELS: readonly Level[] = ["section", "subsection", "item"];
const LONGEST_HEADING = 40;
/** A heading with its body behind it in the line is shorter. */
const LONGEST_RUN_IN = 30;
/** Fewer show no structure. */
const FEWEST_HEADINGS = 3;
const FEWEST_LEVELS = 2;
/** Fewer lines between lists show no sections. */
const FEWEST_SECTIONS = 2;
const SENTENCE_END = /[。！？；]”?$/;
/** So many short lines in a row are a list, not headings. */
const MOST_IN_A_ROW = 12;
/** Where fewer paragraphs begin with a heading of their own, those that seem to only have a short first sentence. */
const RUN_IN_SHARE = 0.6;

/**
 * Paragraphs with the levels that their place shows; unchanged where none shows. Where numbers are left, only sections
 * can be found, between the lists that have theirs.
 */
export function inferHeadings(paragraphs: readonly Paragraph[], repairs: Repairs): readonly Paragraph[] {
  if (repairs.isRefused("headings-inferred")) return paragraphs;
  const cells = new Set<number>();
  for (const { first, last } of tablesIn(paragraphs))
    for (let index = first; index <= last; index += 1) cells.add(index);
  const isNumbered = paragraphs.some((paragraph) => isLevel(markerAt(paragraph)?.level));
  const levels = isNumbered ? betweenLists(paragraphs, cells) : withoutNumbers(paragraphs, cells);
  const found = levels.filter((level) => level !== null).length;
  if (found < (isNumbered ? FEWEST_SECTIONS : FEWEST_HEADINGS)) return paragraphs;
  const first = levels.findIndex((level) => level !== null);
  repairs.add({
    code: "headings-inferred",
    line: paragraphs[first]?.line,
    before: paragraphs[first]?.text ?? "",
    after: paragraphs[first]?.text ?? "",
    certain: false,
    count: found,
  });
  return paragraphs.map((paragraph, index) => ({
    ...paragraph,
    inferred: levels[index] ?? paragraph.inferred,
  }));
}

type Levels = readonly (Level | null)[];

function withoutNumbers(paragraphs: readonly Paragraph[], cells: ReadonlySet<number>): Levels {
  const shapes = paragraphs.map((paragraph, index) => (cells.has(index) ? "prose" : shapeOf(paragraph)));
  return byOutline(paragraphs, cells) ?? byDecimals(paragraphs, cells) ?? byPlace(paragraphs, shapes);
}

/** Sections whose numbers alone are lost: each a line of its own right before a list, and no such line elsewhere. */
function betweenLists(paragraphs: readonly Paragraph[], cells: ReadonlySet<number>): Levels {
  const markers = paragraphs.map(markerAt);
  const none = paragraphs.map(() => null);
  if (markers.some((marker) => marker?.level === "section" || marker?.level === "part")) return none;
  const isHeading = paragraphs.map(
    ({ text, role }, index) =>
      role === null &&
      !markers[index] &&
      !cells.has(index) &&
      isHeadingLine(text) &&
      !text.includes("：") &&
      SENTENCE_END.test(paragraphs[index - 1]?.text ?? "。"),
  );
  const isBefore = (index: number) => isHeading[index] && isListLevel(markers[index + 1]?.level);
  const firstList = markers.findIndex((marker) => isListLevel(marker?.level));
  const isClean = isHeading.every(
    (heading, index) => !heading || isBefore(index) || index > markers.length - 3,
  );
  if (!isClean || !isBefore(firstList - 1)) return none;
  return paragraphs.map((_, index) => (isBefore(index) ? "section" : null));
}

function isListLevel(level: string | undefined): boolean {
  return level === "subsection" || level === "item";
}

function isLevel(level: string | undefined): boolean {
  return (
    level === "section" || level === "subsection" || level === "item" || level === "part" || level === "sub"
  );
}

type Shape = "heading" | "run-in" | "prose";

function shapeOf({ text, role }: Paragraph): Shape {
  if (role !== null) return "prose";
  if (isHeadingLine(text)) return "heading";
  const end = text.indexOf("。");
  const heading = text.slice(0, Math.max(0, end));
  const isRunIn = end >= 4 && end <= LONGEST_RUN_IN && end < text.length - 1 && !/[；：，]/.test(heading);
  return isRunIn ? "run-in" : "prose";
}

/** Whether a line can only be a heading, or a caption: short, and no sentence. */
export function isHeadingLine(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= LONGEST_HEADING &&
    !/[。；，：！？、]$|[。；\t|]|^——?|^（|^[^“]*”/.test(text)
  );
}

/** Outline levels of the paragraph styles, the highest that is used for sections. */
function byOutline(
  paragraphs: readonly Paragraph[],
  cells: ReadonlySet<number>,
): readonly (Level | null)[] | undefined {
  const outline = paragraphs.map((paragraph, index) =>
    cells.has(index) || paragraph.role !== null ? null : (paragraph.hint?.outlineLevel ?? null),
  );
  const used = [...new Set(outline.filter((level) => level !== null))].sort((one, other) => one - other);
  const marked = outline.filter((level) => level !== null).length;
  if (used.length === 0 || marked < FEWEST_LEVELS) return undefined;
  return outline.map((level) => (level === null ? null : (LEVELS[used.indexOf(level)] ?? null)));
}

/** `1 `, `1.1 `, `1.1.1 `: as deep as there are numbers. */
function byDecimals(
  paragraphs: readonly Paragraph[],
  cells: ReadonlySet<number>,
): readonly (Level | null)[] | undefined {
  const depths = paragraphs.map(({ text, role }, index) => {
    const prefix = cells.has(index) || role !== null ? undefined : DECIMALS.exec(text)?.[0];
    return prefix === undefined ? null : (prefix.match(/\d{1,2}/g) ?? []).length;
  });
  const numbered = depths.filter((depth) => depth !== null);
  if (numbered.length < FEWEST_HEADINGS || !numbered.some((depth) => depth > 1)) return undefined;
  const highest = Math.min(...numbered);
  return depths.map((depth) => (depth === null ? null : (LEVELS[depth - highest] ?? null)));
}

/** Headings that follow one another are of levels below one another; one that stands alone is of the lowest. */
function byPlace(paragraphs: readonly Paragraph[], shapes: readonly Shape[]): readonly (Level | null)[] {
  const runs = runsOf(shapes);
  if (runs.some((run) => run.length > MOST_IN_A_ROW)) return shapes.map(() => null);
  const deepest = Math.min(LEVELS.length, Math.max(0, ...runs.map((run) => run.length)));
  const runIn = shapes.filter((shape) => shape === "run-in").length;
  const prose = shapes.filter((shape) => shape === "prose").length;
  const hasRunIn = runIn >= FEWEST_LEVELS && runIn >= RUN_IN_SHARE * (runIn + prose);
  const levels: (Level | null)[] = shapes.map(() => null);
  for (const run of runs) {
    // The last of a run has text below it, so it is of the lowest level that headings alone have.
    for (const [place, index] of run.entries()) {
      const level = Math.max(0, deepest - run.length + place);
      levels[index] = LEVELS[Math.min(level, deepest - 1)] ?? null;
    }
    const [first = 0] = run;
    if (run.length < deepest && isNamedSection(paragraphs[first]?.text ?? "")) levels[first] = "section";
  }
  if (hasRunIn)
    for (const [index, shape] of shapes.entries())
      if (
        shape === "run-in" &&
        (deepest === 0 || index > (runs[0]?.[0] ?? 0)) &&
        !isUnderNamed(levels, paragraphs, index)
      )
        levels[index] = "item";
  return levels;
}

/** Paragraphs of 总体要求 are no items, however they begin. */
function isUnderNamed(
  levels: readonly (Level | null)[],
  paragraphs: readonly Paragraph[],
  at: number,
): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const level = levels[index];
    if (level === "item") return false;
    if (level !== null) return level === "section" && isNamedSection(paragraphs[index]?.text ?? "");
  }
  return false;
}

function isNamedSection(text: string): boolean {
  return (
    words.overall.includes(text) || words.safeguards.some((word) => text === word || text.endsWith(word))
  );
}

/** Indexes of headings that follow one another directly. */
function runsOf(shapes: readonly Shape[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const [index, shape] of shapes.entries()) {
    if (shape !== "heading") continue;
    const last = runs.at(-1);
    if (last && last.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  return runs;
}
