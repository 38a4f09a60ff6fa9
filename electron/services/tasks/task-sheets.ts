/** What a worker does with task breakdowns: writes spreadsheets, and reads files that strangers have had in their hands. */
import { randomUUID } from "node:crypto";
import { type RememberedTasks, rememberTasks } from "../../../src/core/tasks/remember-tasks.ts";
import { type ReturnedTasks, returnedTasks } from "../../../src/core/tasks/returned-tasks.ts";
import { taskListOf } from "../../../src/core/tasks/task-list.ts";
import { ALL_COLUMNS, taskTable, unitsOf } from "../../../src/core/tasks/task-table.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { ArchiveError, isZip, readArchive } from "../archive/open-archive.ts";
import type { AboutPlanRequest, SheetsRequest, TaskSheetFile } from "../jobs/task-messages.ts";
import { decodePlanFile, isPlanFile } from "../plans/plan-file.ts";
import { readDocument } from "../reading/read-document.ts";

/** The spreadsheet of all tasks, and with `packs` one for each unit. */
export async function taskSheets(request: SheetsRequest): Promise<readonly TaskSheetFile[]> {
  const { plan, packs, quoteFormulas } = request;
  const { writeTaskSheet } = await import("../../../src/formats/xlsx/write-task-sheet.ts");
  const list = taskListOf(plan);
  const units = [undefined, ...(packs ? unitsOf(list) : [])];
  const files: TaskSheetFile[] = [];
  for (const unit of units) {
    const table = taskTable(plan, { columns: ALL_COLUMNS, unit }, list);
    const bytes = await writeTaskSheet(table, { quoteFormulas });
    files.push({ unit: unit ?? null, bytes: new Uint8Array(bytes) });
  }
  return files;
}

/** What a returned spreadsheet changes; fails with `damaged`, `newer`, `too-large`, or `unsupported-format` where it is none of ours. */
export async function readReturned({ plan, name, bytes }: AboutPlanRequest): Promise<ReturnedTasks> {
  if (!isZip(bytes)) throw new HostError("unsupported-format", "not a zip package", name);
  const { isWorkbookPart } = await import("../../../src/formats/xlsx/read-workbook.ts");
  const { readTaskSheet } = await import("../../../src/formats/xlsx/read-task-sheet.ts");
  const entries = await entriesOf(bytes, name, isWorkbookPart);
  const decoder = new TextDecoder();
  const parts = new Map([...entries].map(([part, content]) => [part, decoder.decode(content)]));
  const reading = readTaskSheet(parts);
  if (!reading.ok) {
    const code = reading.reason === "foreign" ? "unsupported-format" : reading.reason;
    throw new HostError(code, reading.detail, name);
  }
  const returned = returnedTasks(plan, reading.rows);
  if (reading.rows.length > 0 && returned.unknown.length === reading.rows.length) {
    throw new HostError("unsupported-format", "no row is a task of this plan", name);
  }
  return returned;
}

/** The units that a plan file or another document of last year knows. */
export async function rememberFrom({ plan, name, bytes }: AboutPlanRequest): Promise<RememberedTasks> {
  const last = isPlanFile(bytes)
    ? decodePlanFile(bytes, name).plan
    : (await readDocument({ name, bytes })).reading.plan;
  return rememberTasks(last, plan, randomUUID);
}

async function entriesOf(bytes: Uint8Array, name: string, wanted: (part: string) => boolean) {
  try {
    return await readArchive(bytes, wanted);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const isLarge = ["too-large", "bomb", "too-many-entries"].includes(error.reason);
    throw new HostError(isLarge ? "too-large" : "damaged", `${error.reason}: ${error.message}`, name);
  }
}
