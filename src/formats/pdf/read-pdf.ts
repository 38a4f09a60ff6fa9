/**
 * Text runs of a PDF with their places → lines. A PDF knows no paragraphs: they are found from the geometry of a page,
 * so that a sentence that was broken at the margin becomes one line again.
 */
import type { DroppedLine, ReadingNotice, SourceLine, SourceLines } from "../../core/reading/plan-reading.ts";

/** A run of text; `x` and `y` are its left end and baseline in points from the lower left corner of the page. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the type in points; 0 for blanks. */
  readonly size: number;
}

export interface PdfPage {
  readonly height: number;
  readonly runs: readonly PdfRun[];
}

/** Runs whose baselines differ by less than this share of the type size stand on one line. */
const SAME_LINE = 0.5;
/** A line that ends this many characters before the right margin ends its paragraph. */
const SHORT_LINE = 2.5;
/** A line that begins this many characters right of the margin begins a paragraph. */
const INDENT = 1.2;
/** A gap between lines of this many usual pitches parts paragraphs. */
const WIDE_GAP = 1.6;
/** Share of the page at its head and foot where page numbers and running titles stand. */
const EDGE = 0.1;
/** A running title stands on at least this many pages. */
const REPEATED = 3;
const PAGE_NUMBER = /^[\s\-—–－·.]*(?:第\s*)?\d{1,4}(?:\s*[页/]\s*(?:共\s*)?\d{0,4}\s*页?)?[\s\-—–－·.]*$/;
const GAP_IS_SPACE = 0.3;

interface PageLine {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly edge: boolean;
}

/** Lines of a PDF; page numbers and running titles are listed beside them. Empty `lines` for a scan without text. */
export function readPdf(pages: readonly PdfPage[]): SourceLines {
  const lines = pages.flatMap((page, index) => linesOf(page, index));
  const furniture = furnitureOf(lines);
  const body = lines.filter((line) => !furniture.has(line));
  const texts = paragraphs(body);
  const aside: DroppedLine[] = [];
  const result: SourceLine[] = texts.map((text, index) => ({ number: index + 1, text }));
  for (const line of furniture) {
    result.push({ number: result.length + 1, text: "" });
    aside.push({ line: result.length, text: line.text, reason: "page-header" });
  }
  const joined = body.length - texts.length;
  const notices: ReadingNotice[] =
    joined > 0
      ? [
          {
            code: "lines-joined",
            line: null,
            block: null,
            before: "",
            after: "",
            certain: true,
            count: joined,
          },
        ]
      : [];
  return { lines: result, notices, aside };
}

function linesOf(page: PdfPage, index: number): readonly PageLine[] {
  const groups: PdfRun[][] = [];
  for (const run of page.runs) {
    if (run.text.trim() === "" && run.size === 0) continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    const close =
      last !== undefined && Math.abs(last.y - run.y) < SAME_LINE * Math.max(run.size, last.size, 1);
    if (group && close) group.push(run);
    else groups.push([run]);
  }
  return groups.flatMap((group) => {
    const runs = group.toSorted((a, b) => a.x - b.x);
    const first = runs[0];
    const last = runs.at(-1);
    if (!first || !last) return [];
    const text = joinRuns(runs).trim();
    if (text === "") return [];
    const size = Math.max(...runs.map((run) => run.size));
    const edge = first.y < page.height * EDGE || first.y > page.height * (1 - EDGE);
    return [{ page: index, text, left: first.x, right: last.x + last.width, y: first.y, size, edge }];
  });
}

/** Runs of one line; a gap between Latin letters or digits is a space, one between Chinese characters is not. */
function joinRuns(runs: readonly PdfRun[]): string {
  let text = "";
  let end: number | null = null;
  for (const run of runs) {
    const gap = end === null ? 0 : run.x - end;
    const latin = /[A-Za-z0-9]$/.test(text) && /^[A-Za-z0-9]/.test(run.text);
    if (gap > GAP_IS_SPACE * run.size && latin) text += " ";
    text += run.text;
    end = run.x + run.width;
  }
  return text
    .replace(
      /(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]) +(?=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\d])/g,
      "",
    )
    .replace(/(?<=\d) +(?=[\u2e80-\u9fff])/g, "");
}

/** Page numbers, and texts that stand at the same edge of several pages. */
function furnitureOf(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const pages = new Map<string, Set<number>>();
  for (const line of lines) {
    if (!line.edge) continue;
    const seen = pages.get(line.text) ?? new Set();
    pages.set(line.text, seen.add(line.page));
  }
  return new Set(
    lines.filter(
      (line) => line.edge && (PAGE_NUMBER.test(line.text) || (pages.get(line.text)?.size ?? 0) >= REPEATED),
    ),
  );
}

function paragraphs(lines: readonly PageLine[]): readonly string[] {
  const left = mostCommon(lines.map((line) => Math.round(line.left)));
  const right = Math.max(...lines.map((line) => line.right), 0);
  const pitch = usualPitch(lines);
  const texts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const last = texts.length - 1;
    if (previous && goesOn(previous, line, left, right, pitch)) texts[last] = (texts[last] ?? "") + line.text;
    else texts.push(line.text);
  }
  return texts;
}

/** Whether a line goes on with the paragraph of the line before it. */
function goesOn(previous: PageLine, line: PageLine, left: number, right: number, pitch: number): boolean {
  if (previous.right < right - SHORT_LINE * previous.size) return false;
  if (line.left > left + INDENT * line.size) return false;
  if (Math.abs(line.size - previous.size) > 1) return false;
  return line.page !== previous.page || previous.y - line.y < pitch * WIDE_GAP;
}

function usualPitch(lines: readonly PageLine[]): number {
  const gaps = lines.flatMap((line, index) => {
    const previous = lines[index - 1];
    return previous && previous.page === line.page && previous.y > line.y
      ? [Math.round(previous.y - line.y)]
      : [];
  });
  return mostCommon(gaps);
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
