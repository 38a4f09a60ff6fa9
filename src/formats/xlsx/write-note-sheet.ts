/** The tables of a note as a workbook (ECMA-376, SpreadsheetML): a sheet for each, ready for filtering and printing. */
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Note, NoteTable } from "../../core/compare/note.ts";
import { printedWidth } from "../../core/text/characters.ts";
import {
  BORDER,
  FONT,
  HEAD_HEIGHT,
  HEAD_STYLE,
  headerText,
  letterOf,
  MARGINS,
  printable,
  rowHeight,
} from "./sheet-style.ts";

/** Widths of columns in characters of the default font. */
const NARROWEST = 7;
const WIDEST = 40;
/** Characters of a sheet's name, and signs that it may not hold. */
const LONGEST_NAME = 31;
const NO_NAME = /[\\/?*[\]:']/g;

/** Bytes of the workbook. Every cell is a text, so that nothing in it can be executed. */
export async function writeNoteSheet({ title, tables }: Note): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map((table, place) => sheetOf(title, table, place));
  const bytes = await writeXlsx({
    sheets: sheets.length > 0 ? sheets : [{ name: "1", rows: [[printable(title)]] }],
    properties: { title: printable(title) },
    defaultFont: FONT,
  });
  return new Uint8Array(bytes);
}

function sheetOf(title: string, { title: name, columns, rows }: NoteTable, place: number): WriteSheet {
  const texts = [columns, ...rows].map((row) => row.map(printable));
  const widths = columns.map((_, column) => widthOf(texts.map((row) => row[column] ?? "")));
  const range = `A1:${letterOf(columns.length - 1)}${Math.max(2, texts.length)}`;
  return {
    // Two tables of a note may have one name, two sheets may not.
    name: `${place + 1} ${printable(name).replace(NO_NAME, "")}`.slice(0, LONGEST_NAME),
    columns: widths.map((width) => ({
      width,
      style: {
        font: FONT,
        border: BORDER,
        alignment: { horizontal: "left", vertical: "center", wrapText: true },
        numFmt: "@",
      },
    })),
    rows: texts,
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: HEAD_STYLE }])),
    rowDefs: new Map(
      texts.map((row, index) => [index, { height: index === 0 ? HEAD_HEIGHT : rowHeight(widths, row) }]),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      printTitlesRow: "$1:$1",
      horizontalCentered: true,
    },
    headerFooter: {
      oddHeader: `&C&"黑体,Regular"&16${headerText(title)}`,
      oddFooter: "&C&10第 &P 页，共 &N 页",
    },
  };
}

function widthOf(texts: readonly string[]): number {
  const widest = Math.max(...texts.flatMap((text) => text.split("\n").map(printedWidth)));
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
}
