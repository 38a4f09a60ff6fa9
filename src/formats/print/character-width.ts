/** Widths and lines of characters where the layout library gives none: in frames and in cells of tables. */
import { characterAdvanceOf, NO_LINE_END, NO_LINE_START } from "../docx/line-breaks.ts";
import type { PrintedCharacter } from "./characters.ts";

/** A word of digits and Latin letters is kept whole. */
const WORD_CHARACTER = /[!-~]/;

/** Width in twips of characters `size` twips high, the spacing behind each included. */
export function widthOf(characters: readonly PrintedCharacter[], size: number): number {
  return characters.reduce((sum, { text, spacing }) => sum + characterAdvanceOf(text, size) + spacing, 0);
}

/** Lines of at most `width` twips, the first one at most `first`. A word of Latin letters or digits is kept whole. */
export function wrapped(
  characters: readonly PrintedCharacter[],
  size: number,
  width: number,
  first = width,
): readonly (readonly PrintedCharacter[])[] {
  const lines: (readonly PrintedCharacter[])[] = [];
  let rest = characters;
  while (rest.length > 0) {
    const count = fitting(rest, size, lines.length === 0 ? first : width);
    lines.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return lines.length === 0 ? [[]] : lines;
}

function fitting(characters: readonly PrintedCharacter[], size: number, width: number): number {
  let used = 0;
  let count = 0;
  for (const character of characters) {
    used += widthOf([character], size);
    if (used - character.spacing > width) break;
    count += 1;
  }
  if (count >= characters.length) return characters.length;
  let end = count;
  while (end > 0 && !mayBreak(characters, end)) end -= 1;
  return end > 0 ? end : Math.max(1, count);
}

function mayBreak(characters: readonly PrintedCharacter[], at: number): boolean {
  const before = characters[at - 1]?.text ?? "";
  const after = characters[at]?.text ?? "";
  if (NO_LINE_START.test(after) || NO_LINE_END.test(before)) return false;
  return !(WORD_CHARACTER.test(before) && WORD_CHARACTER.test(after));
}
