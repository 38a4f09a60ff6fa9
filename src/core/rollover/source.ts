/** The text under classification, in a form that rules can match whatever width its marks and digits have. */
import type { DatedContext, DatedExpression, Verdict } from "./dated-expression.ts";

export interface DatedSource {
  readonly text: string;
  /** The text with full-width punctuation and half-width digits: same length, so offsets hold for both. */
  readonly shadow: string;
  readonly context: DatedContext;
}

const WIDTHS: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "(": "（",
  ")": "）",
  "%": "％",
  "＊": "*",
  "○": "〇",
  "“": '"',
  "”": '"',
  "\u00a0": " ",
  "\u3000": " ",
};

export function datedSource(text: string, context: DatedContext): DatedSource {
  return { text, shadow: shadowOf(text), context };
}

function shadowOf(text: string): string {
  return text.replace(/[,;:()%＊○“”\u00a0\u3000０-９]/g, (character) => {
    const digit = character.charCodeAt(0) - "０".charCodeAt(0);
    return digit >= 0 && digit <= 9 ? String(digit) : (WIDTHS[character] ?? character);
  });
}

/** Finds expressions of one sort; those of one finder may overlap, the first then counts. */
export type Finder = (source: DatedSource) => readonly DatedExpression[];

/** An expression at a place of the source. */
export function expressionAt(
  source: DatedSource,
  from: number,
  to: number,
  verdict: Verdict,
): DatedExpression {
  return { from, to, original: source.text.slice(from, to), ...verdict };
}

/** Pattern of a name in the shadow: quotation marks may be missing, as they are in much copied text. */
export function namePattern(name: string): string {
  return shadowOf(name)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll('"', '"?');
}

/** Whether a piece of the shadow is one of the names, with or without their quotation marks. */
export function isNamed(names: readonly string[], found: string): boolean {
  const bare = (text: string) => text.replaceAll('"', "");
  return names.some((name) => bare(shadowOf(name)) === bare(found));
}

/** Matches nothing: the pattern of no names. */
const NEVER = "(?!)";

/** Pattern of any of the names, longest first so that a short name never hides a long one. */
export function anyOf(names: readonly string[]): string {
  if (names.length === 0) return NEVER;
  return [...names]
    .sort((a, b) => b.length - a.length)
    .map(namePattern)
    .join("|");
}

/**
 * Finder of the names of table rows, longest name first. One pattern serves the whole table, built once: a text is
 * classified with every keystroke that brings suggestions.
 */
export function createNamesFinder<Row extends { readonly names: readonly string[] }>(
  rows: readonly Row[],
  verdictOn: (row: Row, source: DatedSource, from: number, to: number) => Verdict | undefined,
): Finder {
  const named = rows
    .flatMap((row) => row.names.map((name) => ({ row, name })))
    .sort((a, b) => b.name.length - a.name.length);
  if (named.length === 0) return () => [];
  const pattern = new RegExp(named.map(({ name }) => `(${namePattern(name)})`).join("|"), "g");
  return (source) =>
    matchesOf(source, pattern).flatMap((match) => {
      const row = named[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]?.row;
      const to = match.index + match[0].length;
      const verdict = row && verdictOn(row, source, match.index, to);
      return verdict ? [expressionAt(source, match.index, to, verdict)] : [];
    });
}

/** Matches of a global pattern in the shadow. */
export function matchesOf(source: DatedSource, pattern: RegExp): readonly RegExpExecArray[] {
  return [...source.shadow.matchAll(pattern)];
}

/** Up to `length` characters of the shadow before a place, not beyond the sentence. */
export function before(source: DatedSource, at: number, length: number): string {
  const text = source.shadow.slice(Math.max(0, at - length), at);
  return text.slice(text.search(/[^。；\n]*$/));
}

/** Up to `length` characters of the shadow after a place, not beyond the sentence. */
export function after(source: DatedSource, at: number, length: number): string {
  return /^[^。；\n]*/.exec(source.shadow.slice(at, at + length))?.[0] ?? "";
}

/** Longest title looked for around a year: a 《 farther away was never closed. */
const LONGEST_TITLE = 150;

/** The title in 《》 around a range, without its brackets; `undefined` where the range stands in none. */
export function citedTitleAround(source: DatedSource, from: number, to: number): string | undefined {
  const preceding = source.shadow.slice(Math.max(0, from - LONGEST_TITLE), from);
  const start = preceding.lastIndexOf("《");
  if (start < 0 || preceding.includes("》", start)) return undefined;
  const following = source.shadow.slice(to, to + LONGEST_TITLE);
  const end = following.indexOf("》");
  if (end < 0) return undefined;
  return preceding.slice(start + 1) + source.shadow.slice(from, to) + following.slice(0, end);
}
