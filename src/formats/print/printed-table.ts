/** Rows of tables: the layout library gives their places, what stands in their cells is set here. */
import type { RowLayout } from "docx/layout";
import type { PrintedRule, PrintedText } from "../../core/official/printed-page.ts";
import { TABLE_CELL_MARGIN, TABLE_RULE } from "../docx/gbt9704.ts";
import type { OfficialCell, OfficialTable } from "../docx/official-document.ts";
import { TWIPS_PER_PIXEL } from "../docx/page-layout.ts";
import type { Profile } from "../docx/profile.ts";
import { wrapped } from "./character-width.ts";
import { charactersOf, type PrintedCharacter, type StyleLookup } from "./characters.ts";
import type { Printed } from "./printed-frame.ts";
import { type LineRoom, printedLine, sizeOf } from "./printed-line.ts";
import { RULE_UNIT } from "./printed-rules.ts";

const RULE = TABLE_RULE * RULE_UNIT;
/** Part of a line by which a row may be lower than its lines and still hold them all. */
const ROUNDING = 0.25;

/** How many lines of each row have been printed on pages before. */
export type RowProgress = Map<number, number>;

interface CellLine {
  readonly height: number;
  readonly print: (room: Omit<LineRoom, "height" | "spread" | "tabOrigin">) => readonly PrintedText[];
}

/** The rows of a table that stand on one page; `left` is the edge of the text, `progress` goes on to the next page. */
export function printedTable(
  table: OfficialTable,
  rows: readonly RowLayout[],
  left: number,
  progress: RowProgress,
  styles: StyleLookup,
  profile: Profile,
): Printed {
  const texts: PrintedText[] = [];
  const rules: PrintedRule[] = [];
  const margin = table.bordered ? TABLE_CELL_MARGIN : 0;
  const edge = left + table.indent;
  for (const row of rows) {
    const top = row.y * TWIPS_PER_PIXEL;
    const height = row.height * TWIPS_PER_PIXEL;
    const cells = (table.rows[row.index] ?? []).map((cell, column) =>
      cellLines(cell, (table.columns[column] ?? 0) - 2 * margin, styles, profile),
    );
    const isHead = row.index < table.headRows;
    const from = isHead ? 0 : (progress.get(row.index) ?? 0);
    const most = Math.max(0, ...cells.map((lines) => linesThatFit(lines.slice(from), height)));
    progress.set(row.index, from + most);
    let x = edge;
    for (const [column, lines] of cells.entries()) {
      const width = table.columns[column] ?? 0;
      const shown = lines.slice(from, from + most);
      const used = shown.reduce((sum, line) => sum + line.height, 0);
      let y = top + Math.max(0, (height - used) / 2);
      for (const line of shown) {
        texts.push(...line.print({ left: x + margin, width: width - 2 * margin, top: y }));
        y += line.height;
      }
      x += width;
    }
    if (table.bordered) rules.push(...borders(table.columns, edge, top, height));
  }
  return { texts, rules };
}

function linesThatFit(lines: readonly CellLine[], height: number): number {
  let used = 0;
  const over = lines.findIndex((line) => {
    used += line.height;
    return used > height + line.height * ROUNDING;
  });
  return over < 0 ? lines.length : Math.max(1, over);
}

function cellLines(
  { elements }: OfficialCell,
  width: number,
  styles: StyleLookup,
  profile: Profile,
): readonly CellLine[] {
  return elements.flatMap((element) => {
    const style = styles(element.role);
    const height = element.placement.line ?? style.line;
    return brokenLines(element.runs, charactersOf(element, style, profile)).flatMap((paragraph) =>
      wrapped(paragraph, sizeOf(element, style), width).map((characters) => ({
        height,
        print: (room: Parameters<CellLine["print"]>[0]) =>
          printedLine(element, style, characters, { ...room, height, spread: false, tabOrigin: room.left }),
      })),
    );
  });
}

/** Characters of an element cut where its text has line breaks. */
function brokenLines(
  runs: OfficialCell["elements"][number]["runs"],
  characters: readonly PrintedCharacter[],
): readonly (readonly PrintedCharacter[])[] {
  const lengths = runs
    .map((run) => run.text)
    .join("")
    .split("\n")
    .map((line) => [...line].length);
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return characters.slice(from - length, from);
  });
}

function borders(
  columns: readonly number[],
  left: number,
  top: number,
  height: number,
): readonly PrintedRule[] {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const rule = (x: number, y: number, size: { readonly width?: number; readonly height?: number }) => ({
    x: Math.round(x - RULE / 2),
    y: Math.round(y),
    width: Math.round(size.width ?? RULE),
    height: Math.round(size.height ?? RULE),
    red: false,
  });
  let x = left;
  const uprights = [left, ...columns.map((column) => (x += column))];
  return [
    rule(left, top, { width: width + RULE }),
    rule(left, top + height, { width: width + RULE }),
    ...uprights.map((edge) => rule(edge, top, { height: height + RULE })),
  ];
}
