/** Text from outside that is written like a plan, as lines of the plan: sections, items, clauses instead of paragraphs. */
import { toDoc } from "../../../core/editor/convert.ts";
import { isHeading, type PlanLine, toLines } from "../../../core/editor/lines.ts";
import { withoutReferences } from "../../../core/editor/references.ts";
import { NEW_ID } from "../../../core/editor/schema.ts";
import { type LineRole, NO_DECISIONS } from "../../../core/reading/decisions.ts";
import { parsePlan } from "../../../core/reading/parse-plan.ts";
import type { PlanReading, SourceLines } from "../../../core/reading/plan-reading.ts";
import { markerOf } from "../../../core/text/markers.ts";

/** Longest text that is read for structure while the drafter waits for the paste, in characters. */
export const LONGEST_STRUCTURED = 100_000;
/** Without so many numbered lines it is prose that may begin with a number. */
const FEWEST_MARKERS = 2;
/** Each reading may find form data in what the last one left; three rounds settle everything met. */
const MOST_ROUNDS = 8;

export interface StructuredLines {
  readonly lines: readonly PlanLine[];
  readonly sections: number;
  readonly items: number;
  /** Lines that are no part of the text, such as the menus of a web page. */
  readonly dropped: number;
}

/** Lines of a plain text. */
export function sourceOfText(text: string): SourceLines {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/);
  return { lines: lines.map((line, index) => ({ number: index + 1, text: line })), notices: [] };
}

/**
 * Structure of a source, undefined where it has none or is too long. `withTitle`: its title comes first, as a line of
 * its own; else it is text like anything that would become form data, because a paste brings nothing but text.
 */
export function structuredLines(source: SourceLines, withTitle: boolean): StructuredLines | undefined {
  if (!isStructured(source)) return undefined;
  const titled = withTitle ? settled(source, true) : undefined;
  const reading = titled ?? settled(source, false);
  if (!reading) return undefined;
  const [title, ...rest] = toLines(toDoc(reading.plan));
  // A title that no line is called is made of what was dropped, the head of a web page.
  const hasTitle = titled !== undefined && title !== undefined && title.content.size > 0;
  const lines = [...(hasTitle ? [asParagraph(title)] : []), ...rest.map(asNew)];
  if (!lines.some(isHeading) && !lines.some(({ kind }) => kind === "clause")) return undefined;
  const count = (kind: PlanLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  return {
    lines,
    sections: count("section") + count("subsection"),
    items: count("item"),
    dropped: reading.dropped.length,
  };
}

function isStructured({ lines }: SourceLines): boolean {
  let length = 0;
  let markers = 0;
  for (const { text } of lines) {
    length += text.length;
    if (length > LONGEST_STRUCTURED) return false;
    if (markerOf(text.trim())) markers += 1;
  }
  return markers >= FEWEST_MARKERS;
}

/** A reading in which nothing has become form data: what would have is called text, and it is read again. */
function settled(source: SourceLines, withTitle: boolean): PlanReading | undefined {
  let roles: Record<string, LineRole> = {};
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const reading = parsePlan(source, { ...NO_DECISIONS, roles });
    const lost = linesLost(source, reading, withTitle);
    if (lost.length === 0) return reading.plan.frontMatter.notice === null ? reading : undefined;
    roles = { ...roles, ...Object.fromEntries(lost.map((line) => [line, "text" as const])) };
  }
  return undefined;
}

/** Lines that became form data: those without a role, those of the notice, and those of a title that is not wanted. */
function linesLost(source: SourceLines, reading: PlanReading, withTitle: boolean): readonly number[] {
  const notice = new Set(reading.plan.frontMatter.notice?.body.map(({ id }) => reading.lines[id]));
  return source.lines
    .filter(({ number, text }) => {
      const role = reading.roles[number];
      return (
        text.trim() !== "" && (role === undefined || (role === "title" && !withTitle) || notice.has(number))
      );
    })
    .map(({ number }) => number);
}

/** As it comes into the plan: with a new id, which no reference knows. */
function asNew({ kind, attributes, content, inside, closing }: PlanLine): PlanLine {
  const text = withoutReferences(content);
  return { kind, attributes: { ...attributes, id: NEW_ID }, content: text, inside, closing };
}

function asParagraph({ content }: PlanLine): PlanLine {
  return asNew({ kind: "paragraph", attributes: {}, content, inside: 0, closing: false });
}
