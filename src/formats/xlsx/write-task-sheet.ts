/**
 * A task table as a spreadsheet (ECMA-376, SpreadsheetML) that units fill in and send back.
 *
 * No cell can be executed: texts are typed string cells with the number format “text”, so that a text such as
 * `=1+1` stays a text also when its cell is edited; there is no `<f>` anywhere. OWASP ASVS 5.0, 1.2.10 wants a `'` before
 * such texts as well; since that changes what is read, it is an option (`quoteFormulas`).
 */
import { type CellStyle, type CellValue, type ColumnDef, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { STATE_LABELS, type TaskColumn, type TaskTable } from "../../core/tasks/task-table.ts";
import { printedWidth } from "../../core/text/characters.ts";
import {
  KEY_LABEL,
  looksLikeFormula,
  MARK,
  MARK_SHEET,
  MAX_CELL_CHARACTERS,
  TASK_SHEET_FORMAT,
} from "./task-sheet.ts";

type RowDef = NonNullable<WriteSheet["rowDefs"]> extends Map<number, infer Row> ? Row : never;

export interface TaskSheetOptions {
  /** Whether texts that look like formulas get a visible `'` in front. */
  readonly quoteFormulas: boolean;
}

/** Widths in characters of the default font: all of them together fit on A4 across at four fifths of their size. */
const WIDTHS: Readonly<Record<TaskColumn, number>> = {
  number: 5.5,
  section: 14,
  item: 5.5,
  heading: 16,
  task: 40,
  target: 16,
  lead: 12,
  support: 13,
  leader: 8.5,
  deadline: 10,
  state: 8.5,
  note: 24,
};
const CENTRED: ReadonlySet<TaskColumn> = new Set(["number", "item", "leader", "deadline", "state"]);
const NUMBERS: ReadonlySet<TaskColumn> = new Set(["number", "item"]);

const FONT = { name: "宋体", size: 11 } as const;
const SIDE = { style: "thin", color: { rgb: "808080" } } as const;
const BORDER = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE } as const;
const HEAD_STYLE: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEDED" } },
  border: BORDER,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  numFmt: "@",
};
/** Inches; enough for the title above and the page number below. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.8, bottom: 0.6, header: 0.35, footer: 0.3 } as const;
/** Points. */
const HEAD_HEIGHT = 30;
const LINE_HEIGHT = 15;
const ROW_PADDING = 5;
/** Limit of every spreadsheet program. */
const MAX_ROW_HEIGHT = 409;
const SHEET_NAME = "责任分解表";

/** Bytes of the spreadsheet. Its last column, hidden, holds the keys by which the rows are found again. */
export async function writeTaskSheet(
  table: TaskTable,
  options: TaskSheetOptions = { quoteFormulas: false },
): Promise<Uint8Array> {
  const text = (value: string): string => {
    const clean = printable(value);
    return options.quoteFormulas && looksLikeFormula(clean) ? `'${clean}` : clean;
  };
  const rows: CellValue[][] = [
    [...table.head.map(text), KEY_LABEL],
    ...table.rows.map(({ key, cells }) => [
      ...cells.map((cell) => (typeof cell === "number" ? cell : text(cell))),
      text(key),
    ]),
  ];
  const bytes = await writeXlsx({
    sheets: [
      taskSheet(table, rows),
      { name: MARK_SHEET, rows: [[MARK, TASK_SHEET_FORMAT]], veryHidden: true },
    ],
    properties: { title: printable(table.title) },
    defaultFont: FONT,
  });
  return new Uint8Array(bytes);
}

function taskSheet(table: TaskTable, rows: CellValue[][]): WriteSheet {
  const { columns } = table;
  const lastColumn = letterOf(columns.length - 1);
  const lastRow = Math.max(2, rows.length);
  const stateColumn = columns.indexOf("state");
  const states = Object.values(STATE_LABELS);
  return {
    name: SHEET_NAME,
    columns: [...columns.map(columnOf), { width: 10, hidden: true, numFmt: "@" }],
    rows,
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: HEAD_STYLE }])),
    rowDefs: new Map([
      [0, { height: HEAD_HEIGHT }],
      ...table.rows.map(({ cells }, row): [number, RowDef] => [
        row + 1,
        { height: heightOf(columns, cells) },
      ]),
    ]),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${lastColumn}${lastRow}` },
    ...(stateColumn < 0
      ? {}
      : {
          dataValidations: [
            {
              type: "list" as const,
              values: states,
              allowBlank: true,
              // A unit may write another word; reading says which it did not understand.
              showErrorMessage: false,
              range: `${letterOf(stateColumn)}2:${letterOf(stateColumn)}${lastRow}`,
            },
          ],
        }),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      printTitlesRow: "$1:$1",
      printArea: `$A$1:$${lastColumn}$${lastRow}`,
      horizontalCentered: true,
    },
    headerFooter: {
      oddHeader: `&C&"黑体,Regular"&16${headerText(table.title)}`,
      oddFooter: `${table.notes.length > 0 ? `&L&10${headerText(table.notes.join(""))}` : ""}&C&10第 &P 页，共 &N 页`,
    },
  };
}

/**
 * Height of a row in points that shows all of its texts: programs do not agree on whether they fit rows by themselves
 * when they open a file.
 */
function heightOf(columns: readonly TaskColumn[], cells: readonly (string | number)[]): number {
  const lines = columns.map((column, place) => linesIn(String(cells[place] ?? ""), WIDTHS[column]));
  return Math.min(MAX_ROW_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT + ROW_PADDING);
}

function linesIn(text: string, width: number): number {
  // Two Chinese characters less than a line has keeps marks that may not begin a line.
  const room = Math.max(2, width - 2);
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(printedWidth(line) / room)), 0);
}

function columnOf(column: TaskColumn): ColumnDef {
  return {
    width: WIDTHS[column],
    style: {
      font: FONT,
      border: BORDER,
      alignment: {
        horizontal: CENTRED.has(column) ? "center" : "left",
        vertical: "center",
        wrapText: true,
      },
      numFmt: NUMBERS.has(column) ? "0" : "@",
    },
  };
}

/** `&` begins a code in headers and footers, which hold 255 characters; a digit behind a font size would be read as part of it. */
function headerText(text: string): string {
  const clean = printable(text).replaceAll("&", "&&").slice(0, 160);
  return /^\d/.test(clean) ? ` ${clean}` : clean;
}

function letterOf(column: number): string {
  return String.fromCharCode("A".charCodeAt(0) + column);
}

/** Without what XML cannot hold, lone surrogates included, and within what a cell holds. */
function printable(text: string): string {
  return text
    .replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .slice(0, MAX_CELL_CHARACTERS)
    .replace(/[\uD800-\uDBFF]$/, "");
}
