/** The services a command works with, made when they are first needed and ended together. */
import { randomUUID } from "node:crypto";
import { basename, join, resolve } from "node:path";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import type { PlanReading } from "../../src/core/reading/plan-reading.ts";
import { HostError } from "../../src/host/host-error.ts";
import type { Installation } from "../installation.ts";
import { nodeFileSystem } from "../services/files/file-system.ts";
import { readGuarded } from "../services/files/read-guarded.ts";
import { writeAtomically } from "../services/files/write-atomically.ts";
import { createTaskPool } from "../services/jobs/task-pool.ts";
import { openLibraryService } from "../services/library-handlers.ts";
import {
  decodePlanFile,
  encodePlanFile,
  isPlanFile,
  MAX_PLAN_BYTES,
  PLAN_ENDING,
} from "../services/plans/plan-file.ts";
import { MAX_SOURCE_BYTES } from "../services/reading/source-limits.ts";
import { openTemplates } from "../services/templates.ts";
import { commandFailure } from "./messages.ts";

export type Tools = ReturnType<typeof createTools>;

const files = nodeFileSystem;

/** Commands touch only the files they are given and the library: open plans and their journals belong to the app. */
export function createTools({ resourcesFolder, jobFile }: Installation, dataFolder: string) {
  const pool = createTaskPool(jobFile);
  const library = openLibraryService({
    files,
    folder: join(dataFolder, "library"),
    seedsFolder: join(resourcesFolder, "seeds"),
    jobFile,
    read: (source) => pool.run("read", source),
    readExchange: (source) => pool.run("library-file", source),
  });
  return {
    library,
    templates: openTemplates({
      files,
      folder: join(resourcesFolder, "templates"),
      ownFolder: join(dataFolder, "templates"),
      report: (error) => console.error(error),
    }),
    /** A document of a prior year, or a plan. */
    readAny: async (file: string): Promise<WorkPlan | PlanReading> => {
      const bytes = await readGuarded(files, resolve(file), MAX_PLAN_BYTES);
      if (isPlanFile(bytes)) return decodePlanFile(bytes, basename(file)).plan;
      return (await pool.run("read", { name: basename(file), bytes })).reading;
    },
    readSource: async (file: string): Promise<PlanReading> => {
      const bytes = await readBytes(file);
      if (isPlanFile(bytes)) throw commandFailure("isPlan", { name: file });
      return (await pool.run("read", { name: basename(file), bytes })).reading;
    },
    readBytes,
    readPlan: async (file: string): Promise<WorkPlan> => {
      const bytes = await readGuarded(files, resolve(file), MAX_PLAN_BYTES);
      // A plan file that has lost its head (zeros after a power cut) still has its name.
      if (!isPlanFile(bytes) && !file.endsWith(PLAN_ENDING))
        throw commandFailure("noPlanFile", { name: file });
      return decodePlanFile(bytes, basename(file)).plan;
    },
    exportPlan: (plan: WorkPlan, form: "plan" | "notice") => pool.run("export", { plan, form }),
    taskSheets: (plan: WorkPlan, packs: boolean) => pool.run("sheets", { plan, packs, quoteFormulas: false }),
    makeFolder: (folder: string) => files.makeFolder(resolve(folder)),
    writePlan: (file: string, plan: WorkPlan, force: boolean) => {
      const { bytes } = encodePlanFile({ documentId: randomUUID(), revision: 1, previous: null, plan });
      return writeFile(file, bytes, force);
    },
    writeFile,
    /** Whether there is anything at a path. */
    exists: async (file: string): Promise<boolean> => {
      try {
        await files.stat(resolve(file));
        return true;
      } catch {
        // Whatever keeps it from being looked at, the attempt to read it will tell.
        return false;
      }
    },
    close: async () => {
      await Promise.all([pool.close(), library.close()]);
    },
  };
}

function readBytes(file: string) {
  return readGuarded(files, resolve(file), MAX_SOURCE_BYTES);
}

/** Writes a file; one that exists is replaced only with `force`. */
async function writeFile(file: string, bytes: Uint8Array, force: boolean): Promise<void> {
  try {
    await writeAtomically(files, { path: resolve(file), bytes, replaces: force ? undefined : [] });
  } catch (error) {
    if (error instanceof HostError && error.code === "conflict")
      throw commandFailure("exists", { name: file });
    throw error;
  }
}
