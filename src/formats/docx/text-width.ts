/** Widths of text before any font is known: Han characters are one character wide, ASCII half a character. */

import type { OfficialRun } from "./official-document.ts";

const HALF_WIDTH = /[\u0020-\u007e]/;

/** Width in characters. */
export function characterWidth(text: string): number {
  let width = 0;
  for (const character of text) width += HALF_WIDTH.test(character) ? 0.5 : 1;
  return width;
}

/**
 * Width in twips of text of `size` half-points, `spacing` twips being added to every character.
 */
export function textWidth(text: string, size: number, spacing: number): number {
  return characterWidth(text) * size * 10 + [...text].length * spacing;
}

/**
 * Runs of a name spread to `width` twips by even gaps between its characters; the last one has none behind it. A name
 * of one character, or as wide already, is left as it is.
 */
export function spreadName(
  name: string,
  width: number,
  size: number,
  spacing: number,
): readonly OfficialRun[] {
  const characters = [...name];
  const last = characters.at(-1);
  const gap = Math.floor((width - textWidth(name, size, spacing)) / (characters.length - 1));
  if (last === undefined || characters.length < 2 || gap <= 0) return [{ text: name, face: "own" }];
  return [
    { text: characters.slice(0, -1).join(""), face: "own", spacing: spacing + gap },
    { text: last, face: "own" },
  ];
}
