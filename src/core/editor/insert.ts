/** Text that comes in whole: a prior-year item, or pasted lines. */
import { Fragment } from "prosemirror-model";
import { HEADING_END, splitLead } from "../plan/heading.ts";
import type { DatedMark, OriginSource, TextMark, WorkPlan } from "../plan/model.ts";
import type { Suggestion } from "../suggest/suggestion.ts";
import { placeOfNewItem } from "./arrange.ts";
import {
  DEEPEST,
  isEmptyLine,
  type LineEdit,
  type LinePoint,
  newLine,
  spliceLines,
  textOf,
  withContent,
} from "./line-edit.ts";
import { isHeading, type Level, type PlanLine, subtreeEnd } from "./lines.ts";
import { toTextNodes } from "./rich-text.ts";

/** What is needed of a suggestion to insert its item. */
export type InsertableItem = Pick<Suggestion, "item" | "headingDated" | "bodyDated">;

/** Marker of a clause at the start of a line of a library item: 一是, 十二是. */
const CLAUSE_MARKER = /^[一二三四五六七八九十]{1,3}是/;

/**
 * Puts a prior-year item below the item of the caret; into it where it is empty, or where only the first words of the
 * heading have been typed which the inserted heading completes. `source` is the key of its origin.
 */
export function insertLibraryItem(
  lines: readonly PlanLine[],
  at: LinePoint,
  suggestion: InsertableItem,
  source: string,
): LineEdit {
  const line = lines[at.line];
  const completes =
    line?.kind === "item" &&
    subtreeEnd(lines, at.line) === at.line + 1 &&
    isBeginningOf(textOf(line), suggestion.item.heading);
  const place = completes ? { index: at.line, inside: line.inside } : placeOfNewItem(lines, at.line);
  const inserted = linesOfItem(suggestion, source, place.inside);
  const [lead, ...body] = inserted;
  const kept = completes && lead ? [{ ...lead, attributes: line.attributes }, ...body] : inserted;
  const last = place.index + kept.length - 1;
  return {
    lines: spliceLines(lines, place.index, completes ? 1 : 0, ...kept),
    caret: { line: last, offset: kept.at(-1)?.content.size ?? 0 },
  };
}

/** Whether every typed character stands in the heading, in this order: 学前普惠 for 促进学前教育优质普惠发展. */
function isBeginningOf(typed: string, heading: string): boolean {
  if (splitLead(typed).runIn) return false;
  let from = 0;
  for (const character of typed.trim()) {
    const found = heading.indexOf(character, from);
    if (found < 0) return false;
    from = found + character.length;
  }
  return true;
}

/** Heading and first paragraph run in one line, as a plan is printed; clauses lose their marker, which is computed. */
function linesOfItem(
  { item, headingDated, bodyDated }: InsertableItem,
  source: string,
  inside: Level,
): readonly PlanLine[] {
  const paragraphs = item.body === "" ? [] : paragraphsOf(item.body);
  const [first] = paragraphs;
  const runIn = first && !CLAUSE_MARKER.test(first.text) ? first : undefined;
  const end = item.heading !== "" && paragraphs.length > 0 ? HEADING_END : "";
  const heading = item.heading + end;
  const lead: PlanLine = {
    ...newLine("item", inside),
    content: markedContent(
      heading + (runIn?.text ?? ""),
      [...headingDated, ...(runIn ? datedWithin(bodyDated, runIn, heading.length) : [])],
      source,
    ),
  };
  const rest = runIn ? paragraphs.slice(1) : paragraphs;
  return [
    lead,
    ...rest.map((paragraph) => {
      const marker = CLAUSE_MARKER.exec(paragraph.text)?.[0].length ?? 0;
      const text = paragraph.text.slice(marker);
      const dated = datedWithin(bodyDated, { start: paragraph.start + marker, text }, 0);
      return {
        ...newLine(marker > 0 ? "clause" : "paragraph", DEEPEST),
        content: markedContent(text, dated, source),
      };
    }),
  ];
}

interface BodyParagraph {
  /** Offset in the body. */
  readonly start: number;
  readonly text: string;
}

function paragraphsOf(body: string): readonly BodyParagraph[] {
  let start = 0;
  return body.split("\n").map((text) => {
    const paragraph = { start, text };
    start += text.length + 1;
    return paragraph;
  });
}

/** Marks of the body that lie in one paragraph, moved to where its text now stands. */
function datedWithin(
  marks: readonly DatedMark[],
  { start, text }: BodyParagraph,
  offset: number,
): readonly DatedMark[] {
  return marks
    .filter(({ from, to }) => from >= start && to <= start + text.length)
    .map((mark) => ({ ...mark, from: mark.from - start + offset, to: mark.to - start + offset }));
}

/** Reused text as content: its dated expressions, and its origin from the first to the last character. */
export function markedContent(text: string, dated: readonly DatedMark[], source: string): Fragment {
  if (text === "") return Fragment.empty;
  const marks: readonly TextMark[] = [...dated, { type: "origin", from: 0, to: text.length, source }];
  return Fragment.fromArray([...toTextNodes({ text, marks })]);
}

/** Key of an origin in `WorkPlan.sources`, which gets a new entry where it is not there yet. */
export function registerSource(
  sources: WorkPlan["sources"],
  origin: OriginSource,
): { readonly key: string; readonly sources: WorkPlan["sources"] } {
  const wanted = JSON.stringify(origin, Object.keys(origin).sort());
  for (const [key, known] of Object.entries(sources))
    if (JSON.stringify(known, Object.keys(known).sort()) === wanted) return { key, sources };
  let number = Object.keys(sources).length + 1;
  while (`s${number}` in sources) number += 1;
  return { key: `s${number}`, sources: { ...sources, [`s${number}`]: origin } };
}

/**
 * Lines of pasted text: the first goes on where the caret is, the last goes on with what stood behind the caret. Whole
 * parts pasted into an empty line or behind a text stay parts of their own.
 */
export function insertLines(
  lines: readonly PlanLine[],
  at: LinePoint,
  inserted: readonly PlanLine[],
): LineEdit | undefined {
  const line = lines[at.line];
  const [first] = inserted;
  if (!line || !first) return undefined;
  if (isHeading(first) && line.kind !== "title" && at.offset === line.content.size)
    return insertParts(lines, at, line, inserted);
  const head = line.content.cut(0, at.offset).append(first.content);
  const tail = line.content.cut(at.offset);
  const others = inserted.slice(1).map((other) => placed(other, line));
  const last = others.at(-1);
  if (!last)
    return {
      lines: spliceLines(lines, at.line, 1, withContent(line, head.append(tail))),
      caret: { line: at.line, offset: head.size },
    };
  const end = withContent(last, last.content.append(tail));
  return {
    lines: spliceLines(lines, at.line, 1, withContent(line, head), ...others.slice(0, -1), end),
    caret: { line: at.line + others.length, offset: last.content.size },
  };
}

/** An empty line without anything under it makes room for the parts. */
function insertParts(
  lines: readonly PlanLine[],
  at: LinePoint,
  line: PlanLine,
  inserted: readonly PlanLine[],
): LineEdit {
  const replaced = isEmptyLine(line) && subtreeEnd(lines, at.line) === at.line + 1;
  const index = replaced ? at.line : at.line + 1;
  return {
    lines: spliceLines(lines, index, replaced ? 1 : 0, ...inserted.map((other) => placed(other, line))),
    caret: { line: index + inserted.length - 1, offset: inserted.at(-1)?.content.size ?? 0 },
  };
}

/** A pasted paragraph belongs where the line of the caret belongs. */
function placed(line: PlanLine, around: PlanLine): PlanLine {
  if (isHeading(line)) return { ...line, inside: DEEPEST };
  return { ...line, inside: around.inside, closing: around.closing };
}
