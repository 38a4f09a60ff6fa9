/** First step of reading: characters. Line by line, so that what is dropped later takes its repairs with it. */
import { printedWidth } from "../text/characters.ts";
import { type Marker, type MarkerLevel, markerOf } from "../text/markers.ts";
import { chineseNumeralValue } from "../text/numerals.ts";
import type { LineRole, ReadingDecisions } from "./decisions.ts";
import { lineStages } from "./line-stages.ts";
import type { LineHint, SourceLine } from "./plan-reading.ts";
import { type Edit, type Judge, repairText, type Stage } from "./repair-text.ts";
import type { PlacedRepair, Repairs } from "./repairs.ts";

/** A line, or lines joined into one paragraph, cleaned of what no drafter typed. */
export interface Paragraph {
  readonly text: string;
  /** 1-based line of the source where it starts. */
  readonly line: number;
  /** Whether it stands after an empty line. */
  readonly gap: boolean;
  /** Printed width of the blanks before it. */
  readonly indent: number;
  /** The source's own text. */
  readonly raw: string;
  /** Repairs of characters in its lines. */
  readonly repairs: readonly PlacedRepair[];
  /** Where later source lines start in `text`, in order; empty where it is one line. */
  readonly joints: readonly { readonly at: number; readonly line: number }[];
  /** Role that the drafter gave the line it starts with. */
  readonly role: LineRole | null;
  /** Where the drafter ends its heading, counted behind the marker; null where that is not decided. */
  readonly headingEnd: number | null;
  /** Level that its place shows where the numbers of the document are lost. */
  readonly inferred: "section" | "subsection" | "item" | null;
  /** What the source's format tells of the line it starts with. */
  readonly hint: LineHint | null;
}

/**
 * Lines of the source without the empty ones, cleaned; marks of Chinese sentences full-width. What was decided about
 * single repairs is asked of `repairs`, but they are noted by the caller: lines may still be dropped.
 */
export function cleanLines(
  lines: readonly SourceLine[],
  decisions: ReadingDecisions,
  repairs: Pick<Repairs, "isRefused" | "stateAt">,
): readonly Paragraph[] {
  const cleaned: Paragraph[] = [];
  const stagesFor = lineStages(lines.map(({ text }) => text));
  const judge: Judge = (code, line, at, proposed) =>
    repairs.isRefused(code) ? "refused" : repairs.stateAt(code, line, at, proposed);
  const isTraditional = !repairs.isRefused("traditional-characters");
  let gap = false;
  for (const source of lines) {
    const whole = source.text.toWellFormed();
    const start = whole.length - whole.trimStart().length;
    const simplified = isTraditional ? source.simplified?.toWellFormed() : undefined;
    const own = whole.trim();
    const stages = stagesFor(own);
    const { text, repairs: done } = repairText(
      { text: own, line: source.number, start },
      simplified === undefined ? stages : [simplifying(own, simplified.trim()), ...stages],
      judge,
    );
    const trimmed = text.trim();
    if (trimmed === "") {
      gap = true;
      continue;
    }
    cleaned.push({
      text: trimmed,
      line: source.number,
      gap,
      indent: printedWidth(whole.slice(0, start)),
      raw: source.text.trim(),
      repairs: done,
      joints: [],
      role: decisions.roles[source.number] ?? null,
      headingEnd: decisions.headingEnds[source.number] ?? null,
      inferred: null,
      hint: source.hint ?? null,
    });
    gap = false;
  }
  return cleaned;
}

/** Traditional characters made simplified, run by run where one stands for one, else the line as a whole. */
function simplifying(traditional: string, simplified: string): Stage {
  const same = traditional.length === simplified.length;
  const edits = same
    ? differences(traditional, simplified)
    : [{ at: 0, before: traditional, after: simplified }];
  return { code: "traditional-characters", find: () => edits };
}

/** Runs of characters in which two texts of one length differ. */
function differences(one: string, other: string): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  while (at < one.length) {
    let to = at;
    while (to < one.length && one.charAt(to) !== other.charAt(to)) to += 1;
    if (to > at) edits.push({ at, before: one.slice(at, to), after: other.slice(at, to) });
    at = to + 1;
  }
  return edits;
}

/** Numbering that opens the paragraph; a decided role takes the place of what the text shows. */
export function markerAt(paragraph: Paragraph): Marker | undefined {
  const printed = markerOf(paragraph.text);
  switch (paragraph.role) {
    case null:
      return printed ?? inferredMarker(paragraph);
    case "part":
    case "section":
    case "subsection":
    case "item":
    case "clause":
      return printed ? { ...printed, level: paragraph.role } : unnumbered(paragraph.role);
    case "title":
    case "text":
    case "furniture":
      return undefined;
  }
}

/** `2.1 ` before a heading; the number of its own level is the last. */
export const DECIMALS = /^(?:\d{1,2}[.．]){0,3}(\d{1,2})[.．]?\s{1,4}(?=\p{Script=Han})/u;

/** `第一、` before a heading. */
export const ORDINAL_WORD = /^第([一二三四五六七八九十]{1,2})[、，：]\s{0,4}/;

/** `● ` before an item. */
export const BULLET = /^[●◆■★➢➤◇]\s{0,4}(?=[\p{Script=Han}“《])/u;

function inferredMarker({ inferred, text }: Paragraph): Marker | undefined {
  const word = inferred === "section" ? ORDINAL_WORD.exec(text) : null;
  if (word) {
    const [whole, bare = ""] = word;
    const number = chineseNumeralValue(bare) ?? null;
    return { level: "section", number, bare, separator: "、", length: whole.length };
  }
  const bullet = inferred === "item" ? BULLET.exec(text)?.[0] : undefined;
  if (bullet !== undefined)
    return { level: "item", number: null, bare: null, separator: "", length: bullet.length };
  const decimals = inferred === null ? null : DECIMALS.exec(text);
  if (!decimals || inferred === null) return unnumbered(inferred);
  const [whole, bare = ""] = decimals;
  return { level: inferred, number: Number(bare), bare, separator: ".", length: whole.length };
}

function unnumbered(level: MarkerLevel | null): Marker | undefined {
  return level === null ? undefined : { level, number: null, bare: null, separator: "", length: 0 };
}

/** Source line of the character at the offset. */
export function lineAt(paragraph: Paragraph, offset: number): number {
  let line = paragraph.line;
  for (const joint of paragraph.joints) {
    if (joint.at > offset) break;
    line = joint.line;
  }
  return line;
}

/** Part of a paragraph; keeps the places of its source lines. */
export function slicePart(paragraph: Paragraph, from: number, to = paragraph.text.length): Paragraph {
  const cut = paragraph.text.slice(from, to);
  const start = from + (cut.length - cut.trimStart().length);
  return {
    ...paragraph,
    text: cut.trim(),
    line: lineAt(paragraph, start),
    // Counted once, with the part that keeps the beginning.
    repairs: from === 0 ? paragraph.repairs : [],
    role: from === 0 ? paragraph.role : null,
    headingEnd: from === 0 ? paragraph.headingEnd : null,
    inferred: from === 0 ? paragraph.inferred : null,
    joints: paragraph.joints
      .filter((joint) => joint.at > start && joint.at < to)
      .map((joint) => ({ at: joint.at - start, line: joint.line })),
  };
}

/** Paragraphs run together into one; there must be at least one. */
export function joinParagraphs(parts: readonly [Paragraph, ...Paragraph[]]): Paragraph {
  const [first, ...others] = parts;
  if (others.length === 0) return first;
  const joints = [...first.joints];
  let at = first.text.length;
  for (const part of others) {
    joints.push({ at, line: part.line });
    for (const joint of part.joints) joints.push({ at: joint.at + at, line: joint.line });
    at += part.text.length;
  }
  return {
    ...first,
    text: parts.map((part) => part.text).join(""),
    raw: parts.map((part) => part.raw).join("\n"),
    repairs: parts.flatMap((part) => part.repairs),
    joints,
  };
}
