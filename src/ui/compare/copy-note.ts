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

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function cell(text: string): string {
  return `<td>${text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)}</td>`;
}
