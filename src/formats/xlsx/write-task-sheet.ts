/**
 * A task table as a spreadsheet (ECMA-376, SpreadsheetML) that units fill in and send back.
 *
 * No cell can be executed: texts are typed string cells with the number format “text”, so that a text such as
 * `=1+1` stays a text also when its cell is edited; there is no `<f>` anywhere. OWASP ASVS 5.0, 1.2.10 wants a `'` before
 * such texts as well; since that changes what is read, it is an option (`quoteFormulas`).
 */
import { type CellValue, type ColumnDef, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { STATE_LABELS, type TaskColumn, type TaskTable } from "../../core/tasks/task-table.ts";
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
import { KEY_LABEL, looksLikeFormula, MARK, MARK_SHEET, TASK_SHEET_FORMAT } from "./task-sheet.ts";

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
  const widths = columns.map((column) => WIDTHS[column]);
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
        { height: rowHeight(widths, cells.map(String)) },
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
