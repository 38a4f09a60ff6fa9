import type { Note } from "../../core/compare/note.ts";
import { copied } from "../export/copy-document.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Puts the tables of a note on the clipboard, for a spreadsheet and for a document; false where it was not let. */
export function copyNote({ tables }: Note): boolean {
  const grids = tables.map(({ columns, rows }) => [columns, ...rows]);
  const text = grids.map((grid) => grid.map((row) => row.map(oneLine).join("\t")).join("\n")).join("\n\n");
  const html = grids
    .map(
      (grid) =>
        `<table border="1">${grid.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`,
    )
    .join("");
  return copied({ "text/plain": text, "text/html": html });
}

/** A spreadsheet takes a pasted text that begins so for a formula (ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@＝＋－＠]/;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return FORMULA.test(line) ? `'${line}` : line;
}

function cell(text: string): string {
  // The number format says “text” to spreadsheet programs.
  return `<td style="mso-number-format:'\\@'">${text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)}</td>`;
}
