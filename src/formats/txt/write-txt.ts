/** An official document as plain text, for web sites and messages. */
import {
  type ElementRole,
  type OfficialDocument,
  type OfficialElement,
  type OfficialTable,
  textOf,
} from "../docx/official-document.ts";

/** Old editors on Windows show text with bare line feeds as one line. */
const LINE_END = "\r\n";
/** Two characters, as a paragraph is indented in print. */
const INDENT = "　　";
const INDENTED: ReadonlySet<ElementRole> = new Set([
  "body",
  "level-1",
  "level-2",
  "level-3",
  "attachment-note",
  "note",
]);

/**
 * Text of the document, ordinals written out, lines ended by CR LF. A line is a paragraph; breaks of a title stay, an
 * empty line stands where the print has some, a row of a table is a line with tabs between its cells.
 */
export function writeTxt(document: OfficialDocument): string {
  const lines: string[] = [];
  const add = (line: string) => {
    if (line !== "" || (lines.at(-1) ?? "") !== "") lines.push(line);
  };
  for (const element of [...document.elements, ...document.imprint]) {
    if (element.role === "anchor") continue;
    if (element.startsPage || element.pages || element === document.imprint[0]) add("");
    for (const line of linesOf(element)) add(line);
  }
  while (lines.at(-1) === "") lines.pop();
  return lines.map((line) => line + LINE_END).join("");
}

function linesOf(element: OfficialElement): readonly string[] {
  if (element.table) return tableLines(element.table);
  const indent = INDENTED.has(element.role) ? INDENT : "";
  const text = textOf(element).replace(/^\t+/, "").replaceAll(/\t+/g, "　");
  return text.split("\n").map((line, index) => (index === 0 ? indent + line : line));
}

function tableLines({ rows, bordered }: OfficialTable): readonly string[] {
  const cellText = (elements: readonly OfficialElement[]) =>
    elements.map((element) => textOf(element).replaceAll("\n", " ")).join(" ");
  return rows.map((row) => row.map((cell) => cellText(cell.elements)).join(bordered ? "\t" : " "));
}
