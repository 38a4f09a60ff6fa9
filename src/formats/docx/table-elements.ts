/** Tables of attachments: columns as wide as their text asks for, the head repeated on every page. */
import type { Attachment } from "../../core/plan/model.ts";
import { cleanLines } from "./clean-text.ts";
import { PAGE_HEIGHT, TABLE_CELL_MARGIN, TABLE_SIZE } from "./gbt9704.ts";
import { element, type OfficialCell, type OfficialElement } from "./official-document.ts";
import { lineWidth, type Profile } from "./profile.ts";
import { characterWidth } from "./text-width.ts";

/** Characters that the text of a column counts at least and at most when the width is shared out. */
const NARROWEST = 2;
const WIDEST = 24;
/** Characters of room beside the text of a column, for digits that a font has wider. */
const CELL_SLACK = 0.75;
/** Columns whose texts are no wider, in characters, are centred: numbers, dates, names. */
const CENTRED = 8;
/** Characters of a cell up to which its row is kept on one page; a longer row may be higher than a page. */
const LONGEST_KEPT = 100;

/** The table, nothing where there are no rows; rows that are short are filled up with empty cells. */
export function attachmentTable(
  { rows, landscape }: Attachment,
  profile: Profile,
): readonly OfficialElement[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (count === 0) return [];
  const texts = rows.map((row) =>
    Array.from({ length: count }, (_, column) => cleanLines(row[column] ?? "").join("\n")),
  );
  const widest = Array.from({ length: count }, (_, column) =>
    Math.max(...texts.map((row) => lineOf(row[column] ?? ""))),
  );
  const width = landscape
    ? PAGE_HEIGHT - profile.topMargin - profile.bottomMargin - 2 * profile.frameInset
    : lineWidth(profile);
  const cell = (text: string, row: number, column: number): OfficialCell => ({
    elements: [
      element(row === 0 ? "table-head" : "table-text", text, {
        placement: row === 0 || (widest[column] ?? 0) <= CENTRED ? { alignment: "center" } : {},
      }),
    ],
  });
  return [
    element("table", "", {
      table: {
        columns: shared(width, widest),
        indent: 0,
        rows: texts.map((row, index) => row.map((text, column) => cell(text, index, column))),
        headRows: rows.length > 1 ? 1 : 0,
        keptRows: texts.map((row) => row.every((text) => text.length <= LONGEST_KEPT)),
        bordered: true,
      },
    }),
    // No document and no part of it may end with a table.
    element("anchor", ""),
  ];
}

function lineOf(text: string): number {
  return Math.max(...text.split("\n").map(characterWidth));
}

/**
 * Widths of columns: narrow ones get what their text asks for, the others share what is left in equal parts; free space
 * goes to all in proportion.
 */
function shared(width: number, widest: readonly number[]): readonly number[] {
  const wanted = widest.map((characters) => {
    const counted = Math.min(WIDEST, Math.max(NARROWEST, characters));
    return (counted + CELL_SLACK) * TABLE_SIZE * 10 + 2 * TABLE_CELL_MARGIN;
  });
  const given = new Map<number, number>();
  let left = width;
  for (;;) {
    const open = wanted.flatMap((_, column) => (given.has(column) ? [] : [column]));
    const part = Math.floor(left / Math.max(1, open.length));
    const content = open.filter((column) => (wanted[column] ?? 0) <= part);
    for (const column of content.length > 0 ? content : open) {
      const size = content.length > 0 ? (wanted[column] ?? 0) : part;
      given.set(column, size);
      left -= size;
    }
    if (given.size === wanted.length) break;
  }
  const total = [...given.values()].reduce((sum, size) => sum + size, 0);
  return wanted.map((_, column) => {
    const size = given.get(column) ?? 0;
    return size + Math.floor((Math.max(0, left) * size) / total);
  });
}
