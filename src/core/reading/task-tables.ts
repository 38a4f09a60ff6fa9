/** Task tables and calendars inside the plan: a table has no place between its paragraphs and becomes an attachment. */
import { append } from "./append.ts";
import { type FoundAttachment, fitsAttachment } from "./attachments.ts";
import type { Paragraph } from "./clean-lines.ts";
import type { Repairs } from "./repairs.ts";
import { type FoundTable, isCaption, tablesIn } from "./tables.ts";
import { taskColumns } from "./task-columns.ts";

/** Name of a table that has no caption. */
const UNNAMED = "任务分解表";
/** More are the pages of one table, which the drafter should look at where they stand. */
const MOST_TABLES = 20;

/** Body and the task tables taken out of it, with their captions; a table that the drafter wants as text stays. */
export function cutTaskTables(
  paragraphs: readonly Paragraph[],
  repairs: Repairs,
): { readonly body: readonly Paragraph[]; readonly tables: readonly FoundAttachment[] } {
  const body: Paragraph[] = [];
  const tables: FoundAttachment[] = [];
  let from = 0;
  for (const table of tablesIn(paragraphs)) {
    const found = attachmentOf(paragraphs, table);
    if (!found || tables.length >= MOST_TABLES || !isWanted(found, table, repairs)) continue;
    tables.push(found);
    append(body, paragraphs.slice(from, table.last + 1 - found.sources.length));
    from = table.last + 1;
  }
  append(body, paragraphs.slice(from));
  return { body, tables };
}

/** `undefined` where the columns do not say who does what, or until when. */
function attachmentOf(paragraphs: readonly Paragraph[], table: FoundTable): FoundAttachment | undefined {
  const columns = taskColumns(table.rows[0] ?? []);
  if (columns.lead === undefined && columns.deadline === undefined) return undefined;
  const rows = paragraphs.slice(table.first, table.last + 1);
  // Where every cell is a line, the end of the table cannot be told from the text behind it.
  if (!rows.every(({ text, hint }) => hint?.table || /[\t|]/.test(text))) return undefined;
  const before = paragraphs[table.first - 1];
  const caption = before && isCaption(before) ? [before] : [];
  const found: FoundAttachment = {
    name: caption[0]?.text ?? UNNAMED,
    ownPages: true,
    paragraphs: [],
    rows: table.rows,
    landscape: false,
    sources: [...caption, ...rows],
  };
  return fitsAttachment(found) ? found : undefined;
}

function isWanted(found: FoundAttachment, table: FoundTable, repairs: Repairs): boolean {
  return repairs.allows({
    code: "task-table-moved",
    line: found.sources[0]?.line,
    before: (table.rows[0] ?? []).join(" "),
    after: found.name,
    count: table.rows.length,
  });
}
