/** Tables that became lines of text: their rows are tasks or figures, never items, however they are numbered. */
import { markerAt, type Paragraph } from "./clean-lines.ts";
import { columnOf } from "./task-columns.ts";

const NUMBER_COLUMN = /^序\s?号$/;
/** Lines below 序号 in which a second head must stand. */
const HEAD_LINES = 12;
const BAR = /^\|$/;
const ROW = /\t|^[^|]*\|[^|]*\|/;
const FEWEST_ROWS = 2;
const LONGEST_CAPTION = 40;
const CAPTION = /(?:表|清单|一览|台账|目录|名单|明细|安排)(?:（.{1,20}）)?$/;
/** A line of this length is a paragraph, not a cell that stands alone. */
const LONGEST_CELL = 200;

export interface FoundTable {
  /** Indexes of its first and last paragraph, the caption not included. */
  readonly first: number;
  readonly last: number;
  readonly rows: readonly (readonly string[])[];
}

/** Tables among the paragraphs, in order. Lines whose role is decided are in none. */
export function tablesIn(paragraphs: readonly Paragraph[]): readonly FoundTable[] {
  const tables: FoundTable[] = [];
  for (let index = 0; index < paragraphs.length; ) {
    const table = rowsAt(paragraphs, index) ?? cellsAt(paragraphs, index);
    if (table) tables.push(table);
    index = table ? table.last + 1 : index + 1;
  }
  return tables;
}

/** Whether the line before a table names it. */
export function isCaption(paragraph: Paragraph | undefined): boolean {
  if (paragraph === undefined || paragraph.role !== null) return false;
  return paragraph.text.length <= LONGEST_CAPTION && CAPTION.test(paragraph.text);
}

/** Lines that are rows: of a table of the source's format, or with tabs or bars between the cells. */
function rowsAt(paragraphs: readonly Paragraph[], first: number): FoundTable | undefined {
  const rows: (readonly string[])[] = [];
  const table = paragraphs[first]?.hint?.table?.table;
  for (let row = paragraphs[first]; row?.role === null; row = paragraphs[first + rows.length]) {
    if (row.hint?.table?.table !== table || (table === undefined && !ROW.test(row.text))) break;
    rows.push(cellsOf(row.text));
  }
  const isTable = rows.length >= FEWEST_ROWS || (table !== undefined && rows.length > 0);
  return isTable ? { first, last: first + rows.length - 1, rows } : undefined;
}

function cellsOf(text: string): readonly string[] {
  if (text.includes("\t")) return text.split("\t").map((cell) => cell.trim());
  return text
    .replace(/^\s*\||\|\s*$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}

/** A table with every cell on a line of its own: its head, then rows that begin with their numbers. */
function cellsAt(paragraphs: readonly Paragraph[], first: number): FoundTable | undefined {
  const start = paragraphs[first];
  if (start?.role !== null || !NUMBER_COLUMN.test(start.text) || !hasHead(paragraphs, first))
    return undefined;
  const rows: string[][] = [[]];
  let next = 1;
  let last = first;
  for (let index = first; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (paragraph?.role !== null || paragraph.text.length > LONGEST_CELL) break;
    if (markerAt(paragraph)?.level === "section") break;
    last = index;
    if (BAR.test(paragraph.text)) continue;
    if (paragraph.text === String(next)) {
      rows.push([]);
      next += 1;
    }
    rows.at(-1)?.push(paragraph.text);
  }
  return { first, last, rows };
}

function hasHead(paragraphs: readonly Paragraph[], at: number): boolean {
  return paragraphs
    .slice(at + 1, at + 1 + HEAD_LINES)
    .some(({ text }) => text.length <= LONGEST_CAPTION && columnOf(text) !== undefined);
}
