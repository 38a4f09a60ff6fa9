/** Widths of text before any font is known: Han characters are one character wide, ASCII half a character. */

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
