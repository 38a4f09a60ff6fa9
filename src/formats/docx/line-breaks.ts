/** How many lines a text takes, by the widths of its characters and the rules for the ends of Chinese lines. */

/** Characters that no line begins with, and those that no line ends with (GB/T 15834—2011, 5.1). */
export const NO_LINE_START =
  /[!%),.:;?\]}¨·ˇˉ―‖’”…‰′″›℃∶、。〃々〉》」』】〕〗〞﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠]/u;
export const NO_LINE_END = /[([{·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥]/u;
const WORD_CHARACTER = /[!-~]/;

/** Advances of ASCII from the space on in thousandths of the size, as Times New Roman has them. */
const LATIN_ADVANCES: readonly number[] = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
  500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
  389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
  500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
  278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
const FIRST_ADVANCE = 0x20;

/** Widths of lines and of characters, in twips. */
export interface LineMeasure {
  readonly firstLine: number;
  readonly otherLines: number;
  /** Width of a Han character without what is added behind it. */
  readonly character: number;
  readonly spacing: number;
}

/** Lines of a text without line breaks; an empty text takes one. */
export function lineCount(text: string, measure: LineMeasure): number {
  let lines = 1;
  let left = measure.firstLine;
  for (const piece of unbreakable(text)) {
    const width = advanceOf(piece.trimEnd(), measure);
    if (width > left && left < roomOf(lines, measure)) {
      lines += 1;
      left = measure.otherLines;
    }
    // A piece wider than a line is broken wherever the line ends.
    for (; width > left && [...piece].length > 1 && width > measure.otherLines; ) {
      const more = Math.ceil((width - left) / measure.otherLines);
      lines += more;
      left += more * measure.otherLines;
    }
    left -= advanceOf(piece, measure);
  }
  return lines;
}

function roomOf(line: number, measure: LineMeasure): number {
  return line === 1 ? measure.firstLine : measure.otherLines;
}

/** Parts of a text that stay on one line: words with what must not part from them, single Han characters. */
function unbreakable(text: string): readonly string[] {
  const pieces: string[] = [];
  let isOpen = false;
  let isWord = false;
  for (const character of text) {
    const joins =
      isOpen ||
      character === " " ||
      NO_LINE_START.test(character) ||
      (isWord && WORD_CHARACTER.test(character) && !NO_LINE_END.test(character));
    if (joins && pieces.length > 0) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    isOpen = NO_LINE_END.test(character);
    isWord = WORD_CHARACTER.test(character);
  }
  return pieces;
}

function advanceOf(text: string, { character, spacing }: LineMeasure): number {
  let width = 0;
  for (const each of text) width += characterAdvanceOf(each, character) + spacing;
  return width;
}

/** Advance of one character of that size, in the unit of the size, without what is added behind it. */
export function characterAdvanceOf(text: string, size: number): number {
  const advance = LATIN_ADVANCES[(text.codePointAt(0) ?? 0) - FIRST_ADVANCE];
  return advance === undefined ? size : (size * advance) / 1_000;
}
