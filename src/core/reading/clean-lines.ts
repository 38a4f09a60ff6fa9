/** First step of reading: characters. Line by line, so that what is dropped later takes its repairs with it. */
import { printedWidth } from "../text/characters.ts";
import { widenMarks } from "../text/mark-widths.ts";
import { type Marker, type MarkerLevel, markerOf } from "../text/markers.ts";
import type { LineRole, ReadingDecisions } from "./decisions.ts";
import type { LineHint, SourceLine } from "./plan-reading.ts";

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
  /** Repairs of characters in it, by notice code. */
  readonly repairs: Readonly<Record<string, number>>;
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

interface Cleaning {
  readonly code: string;
  readonly pattern: RegExp;
  readonly replace: (found: string) => string;
}

const DOUBLED_MARKS =
  /(?<![，。、；：,;:.])(?:，[,，]|,[，,]|。[,，]|[,，]。|；[;；]|、、|：[:：])(?![，。、；：,;:.])/g;
/** Fewer are slips of the drafter, or marks around something lost, and stay. */
const FEWEST_DOUBLED = 5;

const CLEANINGS: readonly Cleaning[] = [
  {
    code: "watermark-removed",
    // A line of nothing else is dropped as a line.
    pattern: /(?<=[^\s-])-{2,9}本文来源于[^-]{1,40}-{2,9}|-{2,9}本文来源于[^-]{1,40}-{2,9}(?=[^\s-])/g,
    replace: () => "",
  },
  { code: "control-characters", pattern: /(?!\t)\p{Cc}/gu, replace: () => "" },
  { code: "invisible-characters", pattern: /\p{Cf}/gu, replace: () => "" },
  { code: "special-spaces", pattern: /(?! )[\p{Zs}\p{Zl}\p{Zp}]/gu, replace: () => " " },
  {
    // Mirror sites print the reading behind characters: 發(fā).
    code: "pinyin-removed",
    pattern: /(?<=\p{Script=Han})[（(][a-zɑɡü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zɑɡ]{0,4}[）)]/gu,
    replace: () => "",
  },
  {
    // （一） behind a blank, its bytes taken apart.
    code: "broken-bytes-repaired",
    pattern: /[?？]?。(?:ㄒ唬|ǘ|ㄈ|ㄋ模|ㄎ澹|ㄆ撸|ò耍|ň牛|ㄊ)/g,
    replace: (found) => BROKEN_BYTES[found.replace(/^[?？]?。/, "")] ?? found,
  },
  {
    code: "doubled-marks",
    pattern: DOUBLED_MARKS,
    replace: meantMark,
  },
  {
    code: "full-width-characters",
    pattern: /[０-９Ａ-Ｚａ-ｚ％]|(?<=[０-９\d])．(?=[０-９])/g,
    replace: (found) => found.normalize("NFKC"),
  },
  {
    code: "compatibility-characters",
    pattern: /[\u2E80-\u2FDF\uF900-\uFAFF]/g,
    replace: (found) => found.normalize("NFKC"),
  },
];

const BROKEN_BYTES: Readonly<Record<string, string>> = {
  ㄒ唬: "（一）",
  ǘ: "（二）",
  ㄈ: "（三）",
  ㄋ模: "（四）",
  ㄎ澹: "（五）",
  ㄆ撸: "（七）",
  ò耍: "（八）",
  ň牛: "（九）",
  ㄊ: "（十）",
};

/** The one mark that was meant by two. */
function meantMark(marks: string): string {
  if (marks.includes("。")) return "。";
  return marks.startsWith(",") ? "，" : marks.charAt(0);
}

const MARK_CODES: Readonly<Record<string, string>> = {
  comma: "half-width-comma",
  colon: "half-width-colon",
  semicolon: "half-width-semicolon",
  bracket: "half-width-bracket",
};

/**
 * Lines of the source without the empty ones, cleaned; marks of Chinese sentences full-width. `refused` names repairs
 * that are not to be done.
 */
export function cleanLines(
  lines: readonly SourceLine[],
  decisions: ReadingDecisions,
  refused: (code: string) => boolean,
): readonly Paragraph[] {
  const cleaned: Paragraph[] = [];
  const isMirrored = countOf(DOUBLED_MARKS, lines) >= FEWEST_DOUBLED;
  const cleanings = CLEANINGS.filter(
    ({ code }) => !refused(code) && (code !== "doubled-marks" || isMirrored),
  );
  const narrow = new Set(Object.keys(MARK_CODES).filter((kind) => refused(MARK_CODES[kind] ?? kind)));
  let gap = false;
  for (const source of lines) {
    const repairs: Record<string, number> = {};
    const simplified = refused("traditional-characters") ? undefined : source.simplified;
    const whole = (simplified ?? source.text).toWellFormed();
    const trimmed = cleanText(whole.trim(), cleanings, repairs).trim();
    if (trimmed === "") {
      gap = true;
      continue;
    }
    if (simplified !== undefined) repairs["traditional-characters"] = differences(source.text, simplified);
    const widened = widenMarks(trimmed, narrow);
    for (const [kind, count] of Object.entries(widened.counts)) repairs[MARK_CODES[kind] ?? kind] = count;
    cleaned.push({
      text: widened.text,
      line: source.number,
      gap,
      indent: printedWidth(whole.slice(0, whole.length - whole.trimStart().length)),
      raw: source.text.trim(),
      repairs,
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

/** How often the pattern is found, counted up to `FEWEST_DOUBLED`. */
function countOf(pattern: RegExp, lines: readonly SourceLine[]): number {
  let count = 0;
  for (const { text } of lines) {
    for (const _ of text.matchAll(pattern)) {
      count += 1;
      if (count >= FEWEST_DOUBLED) return count;
    }
  }
  return count;
}

/** Number of characters that differ; at least one. */
function differences(one: string, other: string): number {
  const characters = [...other];
  return Math.max(1, [...one].filter((character, index) => character !== characters[index]).length);
}

function cleanText(text: string, cleanings: readonly Cleaning[], repairs: Record<string, number>): string {
  let result = text;
  for (const { code, pattern, replace } of cleanings) {
    let count = 0;
    result = result.replace(pattern, (found: string) => {
      count += 1;
      return replace(found);
    });
    if (count > 0) repairs[code] = count;
  }
  return result;
}

/** Numbering that opens the paragraph; a decided role takes the place of what the text shows. */
export function markerAt(paragraph: Paragraph): Marker | undefined {
  const printed = markerOf(paragraph.text);
  switch (paragraph.role) {
    case null:
      return printed ?? inferredMarker(paragraph);
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

function inferredMarker({ inferred, text }: Paragraph): Marker | undefined {
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
    repairs: from === 0 ? paragraph.repairs : {},
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
  const repairs: Record<string, number> = { ...first.repairs };
  let at = first.text.length;
  for (const part of others) {
    joints.push({ at, line: part.line });
    for (const joint of part.joints) joints.push({ at: joint.at + at, line: joint.line });
    for (const [code, count] of Object.entries(part.repairs)) repairs[code] = (repairs[code] ?? 0) + count;
    at += part.text.length;
  }
  return {
    ...first,
    text: parts.map((part) => part.text).join(""),
    raw: parts.map((part) => part.raw).join("\n"),
    repairs,
    joints,
  };
}
