/** What every spreadsheet that is written has in common: type, lines, and texts that no program takes for anything else. */
import type { CellStyle } from "hucre/xlsx";
import { printedWidth } from "../../core/text/characters.ts";
import { MAX_CELL_CHARACTERS } from "./task-sheet.ts";

export const FONT = { name: "宋体", size: 11 } as const;
const SIDE = { style: "thin", color: { rgb: "808080" } } as const;
export const BORDER = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE } as const;
export const HEAD_STYLE: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEDED" } },
  border: BORDER,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  numFmt: "@",
};
/** Inches; enough for the title above and the page number below. */
export const MARGINS = { left: 0.5, right: 0.5, top: 0.8, bottom: 0.6, header: 0.35, footer: 0.3 } as const;
/** Points. */
export const HEAD_HEIGHT = 30;
const LINE_HEIGHT = 15;
const ROW_PADDING = 5;
/** Limit of every spreadsheet program. */
const MAX_ROW_HEIGHT = 409;

/**
 * Height of a row in points that shows all of its texts, for columns of these widths in characters: programs do not agree
 * on whether they fit rows by themselves when they open a file.
 */
export function rowHeight(widths: readonly number[], texts: readonly string[]): number {
  const lines = widths.map((width, place) => linesIn(texts[place] ?? "", width));
  return Math.min(MAX_ROW_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT + ROW_PADDING);
}

function linesIn(text: string, width: number): number {
  // Two Chinese characters less than a line has keeps marks that may not begin a line.
  const room = Math.max(2, width - 2);
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(printedWidth(line) / room)), 0);
}

/** `&` begins a code in headers and footers, which hold 255 characters; a digit behind a font size would be read as part of it. */
export function headerText(text: string): string {
  const clean = printable(text).replaceAll("&", "&&").slice(0, 160);
  return /^\d/.test(clean) ? ` ${clean}` : clean;
}

/** Letter of a column, the first one 0; up to 26 columns. */
export function letterOf(column: number): string {
  return String.fromCharCode("A".charCodeAt(0) + column);
}

/** Without what XML cannot hold, lone surrogates included, and within what a cell holds. */
export function printable(text: string): string {
  return text
    .replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .slice(0, MAX_CELL_CHARACTERS)
    .replace(/[\uD800-\uDBFF]$/, "");
}
