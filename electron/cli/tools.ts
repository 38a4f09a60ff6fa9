/** The services a command works with, made when they are first needed and ended together. */
import { randomUUID } from "node:crypto";
import { basename, join, resolve } from "node:path";
import type { Profile } from "../../src/core/official/profile.ts";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import type { PlanReading } from "../../src/core/reading/plan-reading.ts";
import { PROFILES, profileNamed } from "../../src/formats/docx/profile.ts";
import { HostError } from "../../src/host/host-error.ts";
import type { Installation } from "../installation.ts";
import { openCalendar } from "../services/calendar-handlers.ts";
import { nodeFileSystem } from "../services/files/file-system.ts";
import { readGuarded } from "../services/files/read-guarded.ts";
import { writeAtomically } from "../services/files/write-atomically.ts";
import { createLayoutLane } from "../services/jobs/layout-lane.ts";
import type { DocumentRequest } from "../services/jobs/task-messages.ts";
import { createTaskPool } from "../services/jobs/task-pool.ts";
import { openLibraryService } from "../services/library-handlers.ts";
import { openProfiles, PROFILES_FILE, profileIn } from "../services/output/profiles.ts";
import {
  decodePlanFile,
  encodePlanFile,
  isPlanFile,
  MAX_PLAN_BYTES,
  PLAN_ENDING,
} from "../services/plans/plan-file.ts";
import { MAX_SOURCE_BYTES } from "../services/reading/source-limits.ts";
import { openTemplates } from "../services/templates.ts";
import type { OutputFormat } from "./arguments.ts";
import { pdfOf } from "./libreoffice.ts";
import { commandFailure } from "./messages.ts";

export type Tools = ReturnType<typeof createTools>;

const files = nodeFileSystem;

/** Commands touch only the files they are given and the library: open plans and their journals belong to the app. */
export function createTools({ resourcesFolder, jobFile }: Installation, dataFolder: string) {
  const pool = createTaskPool(jobFile);
  const layouts = createLayoutLane(jobFile);
  const profiles = openProfiles(files, join(dataFolder, PROFILES_FILE));
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
    /** The calendar tables with the office's rows. */
    calendar: openCalendar(files, dataFolder).calendar,
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
    taskSheets: (plan: WorkPlan, packs: boolean) => pool.run("sheets", { plan, packs, quoteFormulas: false }),
    makeFolder: (folder: string) => files.makeFolder(resolve(folder)),
    /** Profile of a name or of a file; undefined: the one in use. */
    profile: async (given: string | undefined): Promise<Profile> => {
      if (given === undefined || profileNamed(given)) return profiles.get(given ?? null);
      const { profiles: own } = await profiles.list();
      if (own.some(({ name }) => name === given)) return profiles.get(given);
      if (!(await isThere(given))) {
        throw commandFailure("noProfile", {
          name: given,
          profiles: PROFILES.map(({ name }) => name).join("、"),
        });
      }
      return profileIn(basename(given), await readBytes(given));
    },
    /** Bytes of a document by format. */
    exportPlan: async (
      request: DocumentRequest,
      formats: readonly OutputFormat[],
    ): Promise<ReadonlyMap<OutputFormat, Uint8Array>> => {
      const needed = new Set(formats.map((format) => (format === "pdf" ? "docx" : format)));
      const written = await pool.run("export", { ...request, formats: [...needed], itemBookmarks: true });
      const bytesOf = (format: string) => written.find((each) => each.format === format)?.bytes;
      const results = new Map<OutputFormat, Uint8Array>();
      for (const format of formats) {
        const bytes = bytesOf(format === "pdf" ? "docx" : format) ?? new Uint8Array();
        results.set(format, format === "pdf" ? await pdfOf(bytes) : bytes);
      }
      return results;
    },
    layOut: (request: DocumentRequest) => layouts.run(request),
    writePlan: (file: string, plan: WorkPlan, force: boolean) => {
      const { bytes } = encodePlanFile({ documentId: randomUUID(), revision: 1, previous: null, plan });
      return writeFile(file, bytes, force);
    },
    writeFile,
    exists: isThere,
    close: async () => {
      await Promise.all([pool.close(), layouts.close(), library.close()]);
    },
  };
}

/** Whether there is anything at a path. */
async function isThere(file: string): Promise<boolean> {
  try {
    await files.stat(resolve(file));
    return true;
  } catch {
    // Whatever keeps it from being looked at, the attempt to read it will tell.
    return false;
  }
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
