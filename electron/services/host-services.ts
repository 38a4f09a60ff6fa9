/** The host: what answers every method of the contract, on Node alone. */
import { basename, join } from "node:path";
import { z } from "zod";
import { isPattern } from "../../src/core/find/find-pattern.ts";
import { NO_LABEL } from "../../src/core/plan/version.ts";
import type { ReplyOf, RequestOf } from "../../src/host/contract.ts";
import type { Handlers } from "../../src/host/dispatch.ts";
import { HostError } from "../../src/host/host-error.ts";
import { openCalendar } from "./calendar-handlers.ts";
import { dialogHandlers, type FileDialogs, SHEET_ENDING, WORD_ENDING } from "./dialog-handlers.ts";
import { type FileSystem, nodeFileSystem } from "./files/file-system.ts";
import { folderLock } from "./files/folder-lock.ts";
import { readGuarded } from "./files/read-guarded.ts";
import { safeFileName } from "./files/safe-name.ts";
import { writeAtomically } from "./files/write-atomically.ts";
import { createLayoutLane } from "./jobs/layout-lane.ts";
import { createTaskPool } from "./jobs/task-pool.ts";
import { openLibraryService } from "./library-handlers.ts";
import { officeHandlers } from "./office-handlers.ts";
import { outputHandlers, type PagePrinter } from "./output/output-handlers.ts";
import { openProfiles, PROFILES_FILE } from "./output/profiles.ts";
import { planHandlers } from "./plan-handlers.ts";
import { journalReserve } from "./plans/journal-reserve.ts";
import { createPlanDesk } from "./plans/plan-desk.ts";
import { PLAN_ENDING } from "./plans/plan-file.ts";
import { previousVersions } from "./plans/previous-versions.ts";
import { openRecentPlans } from "./plans/recent-plans.ts";
import { openSettings } from "./settings.ts";
import { snippetHandlers } from "./snippet-handlers.ts";
import { taskHandlers } from "./tasks/task-handlers.ts";
import { openTemplates } from "./templates.ts";
import { versionHandlers } from "./versions/version-handlers.ts";
import { openVersions } from "./versions/version-store.ts";

const MAX_PACKAGE_BYTES = 1024 * 1024;
const packageSchema = z.object({ version: z.string() });
const SNIPPETS_FILE = "snippets.json";
const UNTITLED_NOTE = "对比说明";
const NOTE_ENDINGS = { docx: WORD_ENDING, xlsx: SHEET_ENDING };

export interface HostOptions {
  /** Everything the app keeps for this user; made when it is first written to. */
  readonly dataFolder: string;
  /** Root of the app with `package.json`, `templates/` and `seeds/`. */
  readonly resourcesFolder: string;
  /** Entry of the worker threads, in the sources or in the build. */
  readonly jobFile: string | URL;
  readonly now: () => Date;
  /** The system's dialogs where there are any. */
  readonly dialogs?: FileDialogs;
  /** What prints the calling window where the host can. */
  readonly printer?: PagePrinter;
  /** Told of failures that must not stop the drafter; by default they go to the console. */
  readonly report?: (error: unknown) => void;
  readonly files?: FileSystem;
}

export interface HostServices {
  readonly handlers: Handlers;
  /** Ends sessions and threads; unsaved edits stay in their journals for the next start. */
  readonly close: () => Promise<void>;
}

/**
 * The services over a data folder. Plans are opened by one process at a time; in a second one, opening them fails with
 * `busy`.
 */
export function createHostServices(options: HostOptions): HostServices {
  const { dataFolder, resourcesFolder, jobFile, now, dialogs, printer, files = nodeFileSystem } = options;
  const report = options.report ?? ((error: unknown) => console.error(error));
  const documentsFolder = join(dataFolder, "documents");
  const recent = openRecentPlans(files, join(dataFolder, "recent.json"));
  const settings = openSettings(files, join(dataFolder, "settings.json"));
  const templates = openTemplates({
    files,
    folder: join(resourcesFolder, "templates"),
    ownFolder: join(dataFolder, "templates"),
    report,
  });
  const calendars = openCalendar(files, dataFolder);
  const pool = createTaskPool(jobFile);
  const layouts = createLayoutLane(jobFile);
  const library = openLibraryService({
    files,
    folder: join(dataFolder, "library"),
    seedsFolder: join(resourcesFolder, "seeds"),
    jobFile,
    read: (source) => pool.run("read", source),
    readExchange: (source) => pool.run("library-file", source),
  });
  const journalFolder = join(dataFolder, "journal");
  const desk = createPlanDesk({
    store: {
      files,
      journalFolder,
      reserve: journalReserve(files, journalFolder, report),
      previous: previousVersions(files, join(dataFolder, "previous")),
      now,
      report,
    },
    recent,
    lock: folderLock(dataFolder),
    documentsFolder,
  });
  const versions = openVersions(files, join(dataFolder, "versions"), now);
  const profiles = openProfiles(files, join(dataFolder, PROFILES_FILE));
  const handlers: Handlers = {
    "app.status": async () => {
      const { firstRun, ...status } = await library.status();
      const version = await versionIn(files, resourcesFolder);
      return { version, library: status, firstRun, dialogs: dialogs !== undefined, today: dayOf(now()) };
    },
    "settings.get": async () => ({ values: await settings.get() }),
    "settings.set": async ({ values }) => {
      await settings.set(values);
      return {};
    },
    ...dialogHandlers(files, recent, dialogs),
    "source.read": (source) => pool.run("read", source),
    "text.match": async (request) => {
      if (!isPattern(request.pattern)) throw new HostError("bad-request", "no regular expression");
      return { matches: await pool.run("match", request) };
    },
    "templates.list": async () => ({ templates: await templates.list() }),
    "templates.add": ({ plan, issuer, name }) => templates.add(plan, issuer, name),
    ...planHandlers({
      files,
      desk,
      recent,
      templates,
      documentsFolder,
      libraryPlan: library.planOf,
      versions,
      report,
      calendar: calendars.calendar,
    }),
    ...versionHandlers({
      versions,
      desk,
      profiles,
      pool,
      now,
      exportPath: (handle) => exportPath(handle),
      deliver: (target, name, bytes) => deliver(target, name, bytes),
    }),
    ...library.handlers,
    "library.addPlan": ({ session, revision }) => library.addPlan(desk.find(session).planAt(revision)),
    "library.export": async ({ target }) => {
      const { name, bytes } = await library.exportFile();
      return deliver(target, name, bytes);
    },
    ...outputHandlers({
      files,
      profiles,
      pool,
      layouts,
      planAt: (session, revision) => desk.find(session).planAt(revision),
      keepHandedOn: async (session) => {
        try {
          const { plan, state } = desk.find(session);
          await versions.add(state.documentId, { plan, author: "", label: NO_LABEL, cause: "export" });
        } catch (error) {
          // What is to be handed on must not wait for a damaged folder of versions.
          report(error);
        }
      },
      pathOf: recent.pathOf,
      exportPath: (handle) => exportPath(handle),
      printer,
    }),
    ...calendars.handlers,
    ...officeHandlers({
      files,
      path: join(dataFolder, "office.json"),
      exportPath: (handle) => exportPath(handle),
    }),
    ...snippetHandlers(files, join(dataFolder, SNIPPETS_FILE)),
    ...taskHandlers({ files, desk, pool, exportPath: (handle) => exportPath(handle) }),
    "compare.note": async ({ note, format, target }) => {
      if (target.kind === "file") await exportPath(target.handle);
      const bytes = await pool.run("note", { note, format });
      return deliver(
        target,
        safeFileName(note.title, NOTE_ENDINGS[format]) ?? `${UNTITLED_NOTE}${NOTE_ENDINGS[format]}`,
        bytes,
      );
    },
    "export.bytes": ({ name, bytes, target }) => deliver(target, name, new Uint8Array(bytes)),
  };

  /** Writes an export to the chosen file, or gives its bytes back. */
  const deliver = async (
    target: RequestOf<"export.bytes">["target"],
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<ReplyOf<"export.bytes">> => {
    if (target.kind === "bytes") return { name, bytes };
    const path = await exportPath(target.handle);
    await writeAtomically(files, { path, bytes });
    return { name: basename(path), bytes: null };
  };

  /** A handle of a plan must never become an export's: the plan would be gone. */
  const exportPath = async (handle: string): Promise<string> => {
    const path = await recent.pathOf(handle);
    if (path.toLowerCase().endsWith(PLAN_ENDING)) {
      throw new HostError("bad-name", "an export cannot replace a plan", basename(path));
    }
    return path;
  };

  return {
    handlers,
    close: async () => {
      await desk.closeAll();
      await Promise.all([pool.close(), layouts.close(), library.close()]);
    },
  };
}

async function versionIn(files: FileSystem, folder: string): Promise<string> {
  const bytes = await readGuarded(files, join(folder, "package.json"), MAX_PACKAGE_BYTES);
  return packageSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).version;
}

/** Calendar day of this machine's time zone, as the drafter sees it. */
function dayOf(date: Date): string {
  const digits = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
