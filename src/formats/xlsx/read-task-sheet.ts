/** A task table that a unit sends back: the rows, whatever program it was last saved with. */
import { ASSIGNED_FIELDS, type ReturnedRow } from "../../core/tasks/returned-tasks.ts";
import { COLUMN_LABELS } from "../../core/tasks/task-table.ts";
import { XmlError } from "../word/xml.ts";
import { readWorkbook, type SheetText } from "./read-workbook.ts";
import { KEY_LABEL, looksLikeFormula, MARK, MARK_SHEET, TASK_SHEET_FORMAT } from "./task-sheet.ts";

export type TaskSheetReading =
  | { readonly ok: true; readonly rows: readonly ReturnedRow[] }
  /** `foreign`: a workbook without a table of tasks, or no workbook. */
  | { readonly ok: false; readonly reason: "damaged" | "foreign" | "newer"; readonly detail: string };

/** Rows above the head of the table, where a unit may have put a title. */
const MOST_ROWS_ABOVE = 20;

/** Reads the parts of a package; never throws. The table is known by its head, in whatever order its columns are. */
export function readTaskSheet(parts: ReadonlyMap<string, string>): TaskSheetReading {
  try {
    const sheets = readWorkbook(parts);
    if (!sheets) return { ok: false, reason: "foreign", detail: "no workbook" };
    const format = formatIn(sheets);
    if (format !== undefined && format > TASK_SHEET_FORMAT) {
      return { ok: false, reason: "newer", detail: `format ${format} > ${TASK_SHEET_FORMAT}` };
    }
    const rows = sheets.map(rowsOf).find((found) => found !== undefined);
    return rows ? { ok: true, rows } : { ok: false, reason: "foreign", detail: "no head of a task table" };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { ok: false, reason: "damaged", detail: error.message };
  }
}

function formatIn(sheets: readonly SheetText[]): number | undefined {
  const first = sheets.find(({ name }) => name === MARK_SHEET)?.rows[0];
  if (first?.[0] !== MARK) return undefined;
  const format = Number(first[1]);
  return Number.isInteger(format) ? format : undefined;
}

function rowsOf({ rows }: SheetText): readonly ReturnedRow[] | undefined {
  for (const [at, head] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const labels = head.map((label) => label.replaceAll(/\s/g, ""));
    const task = labels.indexOf(COLUMN_LABELS.task);
    const state = labels.indexOf(COLUMN_LABELS.state);
    const note = labels.indexOf(COLUMN_LABELS.note);
    if (task < 0 || (state < 0 && note < 0)) continue;
    const key = labels.indexOf(KEY_LABEL);
    const assigned = ASSIGNED_FIELDS.flatMap((field) => {
      const column = labels.indexOf(COLUMN_LABELS[field]);
      return column < 0 ? [] : [{ field, column }];
    });
    return rows.slice(at + 1).flatMap((cells): readonly ReturnedRow[] => {
      const cell = (column: number) => unquoted(cells[column] ?? "");
      if (cell(task).trim() === "" && cell(key).trim() === "") return [];
      return [
        {
          key: key < 0 ? "" : cell(key),
          text: cell(task),
          state: state < 0 ? null : cell(state),
          note: note < 0 ? null : cell(note),
          values: Object.fromEntries(assigned.map(({ field, column }) => [field, cell(column)])),
        },
      ];
    });
  }
  return undefined;
}

/** Takes back the visible `'` of a text that looks like a formula. */
function unquoted(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text;
}
