/** Tables that became lines of text: their rows are no items, however they are numbered. */
import { markerOf } from "../text/markers.ts";
import type { Paragraph } from "./clean-lines.ts";
import type { Repairs } from "./repairs.ts";

const HEADER_START = /^序\s?号$/;
const HEADER_CELL =
  /^(?:工作任务|重点任务|任务|项目名称|项目|工作内容|具体要求|具体措施|措施目标|主要任务|责任单位|责任科室|责任处室|牵头单位|牵头科室|配合单位|完成时限|完成时间|时限要求|时限|责任人|分管领导|备注)$/;
/** Lines below 序号 in which a second header cell must stand. */
const HEADER_LINES = 8;
const ROW = /\t|^[^|]*\|[^|]*\|/;
/** A table in which every cell is a line ends at a section heading. */
const FEWEST_ROWS = 2;

/** Indexes of paragraphs that are cells or rows of a table. */
export function tableLines(paragraphs: readonly Paragraph[], repairs: Repairs): ReadonlySet<number> {
  const found = new Set<number>();
  const rows = paragraphs.flatMap(({ text }, index) => (ROW.test(text) ? [index] : []));
  if (rows.length >= FEWEST_ROWS) for (const index of rows) found.add(index);
  let inside = false;
  for (const [index, { text }] of paragraphs.entries()) {
    if (HEADER_START.test(text)) inside = isHeader(paragraphs, index);
    if (markerOf(text)?.level === "section") inside = false;
    if (inside) found.add(index);
  }
  const first = [...found][0];
  if (first !== undefined) {
    const before = paragraphs[first]?.text ?? "";
    repairs.add({
      code: "table-kept-as-text",
      line: paragraphs[first]?.line,
      before,
      after: before,
      count: found.size,
    });
  }
  return found;
}

function isHeader(paragraphs: readonly Paragraph[], at: number): boolean {
  return paragraphs.slice(at + 1, at + 1 + HEADER_LINES).some(({ text }) => HEADER_CELL.test(text));
}
