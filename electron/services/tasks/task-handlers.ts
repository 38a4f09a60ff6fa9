/** The rows of the contract about task breakdowns. */
import { basename, dirname, join } from "node:path";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import type { Handlers } from "../../../src/host/dispatch.ts";
import { SHEET_ENDING } from "../dialog-handlers.ts";
import { exists } from "../files/exists.ts";
import type { FileSystem } from "../files/file-system.ts";
import { freeName, safeFileName } from "../files/safe-name.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import type { TaskPool } from "../jobs/task-pool.ts";
import type { PlanDesk } from "../plans/plan-desk.ts";

type TaskMethod = Extract<keyof Handlers, `tasks.${string}`>;

const TABLE = "责任分解表";

/** Handlers of every `tasks.` method. */
export function taskHandlers(options: {
  readonly files: FileSystem;
  readonly desk: PlanDesk;
  readonly pool: TaskPool;
  readonly exportPath: (handle: string) => Promise<string>;
}): Pick<Handlers, TaskMethod> {
  const { files, desk, pool, exportPath } = options;
  return {
    "tasks.export": async ({ session, revision, packs, quoteFormulas, target }) => {
      const plan = desk.find(session).planAt(revision);
      const path = target.kind === "file" ? await exportPath(target.handle) : undefined;
      const sheets = await pool.run("sheets", { plan, packs, quoteFormulas });
      if (path === undefined) {
        const stem = tableName(plan);
        return { files: sheets.map(({ unit, bytes }) => ({ name: sheetName(stem, unit), bytes })) };
      }
      return { files: await writeSheets(files, path, sheets) };
    },
    "tasks.readReturned": ({ session, revision, name, bytes }) =>
      pool.run("returned", { plan: desk.find(session).planAt(revision), name, bytes }),
    "tasks.remember": ({ session, revision, name, bytes }) =>
      pool.run("remember", { plan: desk.find(session).planAt(revision), name, bytes }),
  };
}

/** Writes the table of all units to `path` and those of single units beside it, under names that are free. */
export async function writeSheets(
  files: FileSystem,
  path: string,
  sheets: readonly { readonly unit: string | null; readonly bytes: Uint8Array }[],
): Promise<readonly { readonly name: string; readonly bytes: null }[]> {
  const folder = dirname(path);
  const stem = basename(path, SHEET_ENDING);
  const written: { readonly name: string; readonly bytes: null }[] = [];
  for (const { unit, bytes } of sheets) {
    const isTaken = (name: string) => exists(files, join(folder, name));
    const name =
      unit === null ? basename(path) : await freeName(sheetName(stem, unit), SHEET_ENDING, isTaken);
    await writeAtomically(files, { path: join(folder, name), bytes });
    written.push({ name, bytes: null });
  }
  return written;
}

/** Name without ending of the table of a plan. */
export function tableName(plan: WorkPlan): string {
  return `${plan.title.text.replaceAll("\n", "")}${TABLE}`;
}

/** File name of the table of one unit, or of all where it is null. */
export function sheetName(stem: string, unit: string | null): string {
  const name = unit === null ? stem : `${stem}（${unit}）`;
  return safeFileName(name, SHEET_ENDING) ?? `${TABLE}${SHEET_ENDING}`;
}
