import { join } from "node:path";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { sheetName, tableName } from "../../services/tasks/task-handlers.ts";
import { about } from "../source-plan.ts";
import type { Tools } from "../tools.ts";

export interface TaskExport {
  readonly xlsx: string | undefined;
  /** Folder for one table of each unit. */
  readonly units: string | undefined;
  readonly force: boolean;
}

/** `export … --xlsx FILE --units DIR`: the task breakdown of a plan; gives the files written. */
export async function exportTasks(
  plan: WorkPlan,
  { xlsx, units, force }: TaskExport,
  tools: Tools,
): Promise<readonly string[]> {
  const name = xlsx ?? units;
  if (name === undefined) return [];
  const sheets = await about(name, tools.taskSheets(plan, units !== undefined));
  if (units !== undefined) await about(units, tools.makeFolder(units));
  const written: string[] = [];
  for (const { unit, bytes } of sheets) {
    const file = unit === null ? xlsx : join(units ?? "", sheetName(tableName(plan), unit));
    if (file === undefined) continue;
    await about(file, tools.writeFile(file, bytes, force));
    written.push(file);
  }
  return written;
}
