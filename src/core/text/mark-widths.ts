/** Half-width , : ; ( ) of Chinese sentences made full-width, as GB/T 15834—2011 prints them. */
import { hasHan, isChinese, isDigit, isLatinLetter } from "./characters.ts";

export type WidenedMark = "comma" | "colon" | "semicolon" | "bracket";

/** A mark that was widened, and its offset (UTF-16); the offset is the same before and after. */
export interface PlacedMark {
  readonly at: number;
  readonly kind: WidenedMark;
}

export interface WidenedText {
  readonly text: string;
  /** The marks that were widened, in order. */
  readonly marks: readonly PlacedMark[];
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "(": "（",
  ")": "）",
};
const KINDS: Readonly<Record<string, WidenedMark>> = {
  ",": "comma",
  ":": "colon",
  ";": "semicolon",
  "(": "bracket",
  ")": "bracket",
};
const NARROW_MARK = /[,:;()]/;

/**
 * Text with its half-width , : ; ( ) made full-width where they stand in Chinese.
 *
 * Kept are the marks of numbers, times and ratios (`1,000`, `10:30`, `1:1`), of addresses (`http:`), and those
 * between Latin letters. A line without a Chinese character is kept as it is.
 */
export function widenMarks(text: string): WidenedText {
  if (!NARROW_MARK.test(text) || !hasHan(text)) return { text, marks: [] };
  const characters = [...text];
  const original = [...characters];
  const widened = new Set<number>();
  const widen = (index: number) => {
    characters[index] = FULL_WIDTH[characters[index] ?? ""] ?? "";
    widened.add(index);
  };
  for (const [index, character] of characters.entries()) {
    const kind = KINDS[character];
    if (kind !== undefined && kind !== "bracket" && isChineseMark(characters, index)) widen(index);
  }
  // Brackets are told by what stands beside them, so the other marks come first.
  for (const index of chineseBrackets(characters)) widen(index);
  if (widened.size === 0) return { text, marks: [] };
  return { text: characters.join(""), marks: placedMarks(original, widened) };
}

function placedMarks(characters: readonly string[], widened: ReadonlySet<number>): readonly PlacedMark[] {
  const marks: PlacedMark[] = [];
  let at = 0;
  for (const [index, character] of characters.entries()) {
    const kind = widened.has(index) ? KINDS[character] : undefined;
    if (kind !== undefined) marks.push({ at, kind });
    at += character.length;
  }
  return marks;
}

function isChineseMark(characters: readonly string[], index: number): boolean {
  const before = characters[index - 1] ?? "";
  const after = characters[index + 1] ?? "";
  if (isDigit(before) && isDigit(after)) {
    if (characters[index] !== ",") return characters[index] === ";";
    return !isThousandsGroup(characters, index);
  }
  if (characters[index] === ":" && (after === "/" || after === "\\")) return false;
  return !(isLatinLetter(before) && (isLatinLetter(after) || after === " "));
}

function isThousandsGroup(characters: readonly string[], index: number): boolean {
  const group = characters.slice(index + 1, index + 4);
  return group.length === 3 && group.every(isDigit) && !isDigit(characters[index + 4] ?? "");
}

/** Places of brackets that belong to Chinese: the pair encloses Chinese, or stands next to it. */
function chineseBrackets(characters: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  // Number of Chinese characters seen when the bracket opened.
  const open: { readonly index: number; readonly seen: number }[] = [];
  let seen = 0;
  for (const [index, character] of characters.entries()) {
    if (isText(character)) seen += 1;
    if (character === "(") open.push({ index, seen });
    if (character !== ")") continue;
    const opening = open.pop();
    const after = isText(neighbour(characters, index, 1));
    if (!opening) {
      if (after || isText(neighbour(characters, index, -1))) found.add(index);
      continue;
    }
    const before = isText(neighbour(characters, opening.index, -1));
    if (seen === opening.seen && !before && !after) continue;
    found.add(opening.index).add(index);
  }
  for (const { index } of open) {
    if (isText(neighbour(characters, index, 1)) || isText(neighbour(characters, index, -1))) found.add(index);
  }
  return found;
}

/** Chinese, and no bracket: one bracket does not decide another. */
function isText(character: string): boolean {
  return isChinese(character) && character !== "（" && character !== "）";
}

/** Next character in the direction that is no blank. */
function neighbour(characters: readonly string[], index: number, step: 1 | -1): string {
  const next = characters[index + step] ?? "";
  return next === " " ? (characters[index + 2 * step] ?? "") : next;
}
