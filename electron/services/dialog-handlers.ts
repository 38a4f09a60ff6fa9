/** The native dialogs' rows of the contract: a chosen path becomes a handle. */
import { basename, dirname, join } from "node:path";
import { OFFICE_ENDING } from "../../src/core/office/office-file.ts";
import type { Handlers } from "../../src/host/dispatch.ts";
import { HostError } from "../../src/host/host-error.ts";
import { createChosenFiles } from "./files/chosen-files.ts";
import { exists } from "./files/exists.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readGuarded } from "./files/read-guarded.ts";
import { freeName } from "./files/safe-name.ts";
import { PLAN_ENDING } from "./plans/plan-file.ts";
import type { RecentPlans } from "./plans/recent-plans.ts";
import { MAX_SOURCE_BYTES } from "./reading/source-limits.ts";

/** Ending of an exported Word file. */
export const WORD_ENDING = ".docx";
/** Ending of exported task tables. */
export const SHEET_ENDING = ".xlsx";
const EXPORT_ENDINGS: readonly string[] = [WORD_ENDING, SHEET_ENDING, OFFICE_ENDING, ".png", ".yaodianku"];

/** The system's file dialogs: each answers the chosen path, or null when the drafter cancels. */
export interface FileDialogs {
  readonly openPlan: () => Promise<string | null>;
  readonly savePlan: (name: string) => Promise<string | null>;
  readonly saveExport: (name: string) => Promise<string | null>;
  readonly exportFolder: () => Promise<string | null>;
  /** Shows a file in the system's file manager. */
  readonly showFile: (path: string) => void;
  readonly openSource: () => Promise<string | null>;
  /** Several files, or one folder; empty when the drafter cancels. */
  readonly openSources: (what: "files" | "folder") => Promise<readonly string[]>;
}

type DialogHandlers = Pick<
  Handlers,
  | "dialog.openPlan"
  | "dialog.savePlan"
  | "dialog.saveExport"
  | "dialog.exportFolder"
  | "dialog.showFile"
  | "dialog.openSource"
  | "dialog.openSources"
  | "source.bytes"
>;

/** Handlers over `dialogs`; without them every call fails with `unsupported`. */
export function dialogHandlers(
  files: FileSystem,
  recent: RecentPlans,
  dialogs: FileDialogs | undefined,
): DialogHandlers {
  const shown = (): FileDialogs => {
    if (!dialogs) throw new HostError("unsupported", "no dialogs here");
    return dialogs;
  };
  const handleOf = async (path: string | null) => ({
    handle: path === null ? null : await recent.handleOf(path),
  });
  const chosen = createChosenFiles(files);
  return {
    "dialog.openPlan": async () => handleOf(await shown().openPlan()),
    "dialog.savePlan": async ({ name }) =>
      handleOf(await withEnding(files, await shown().savePlan(name), PLAN_ENDING)),
    "dialog.saveExport": async ({ name }) =>
      handleOf(await withEnding(files, await shown().saveExport(name), exportEnding(name))),
    "dialog.exportFolder": async () => {
      const path = await shown().exportFolder();
      return { ...(await handleOf(path)), name: path === null ? "" : basename(path) };
    },
    "dialog.showFile": async ({ handle, name }) => {
      const { showFile } = shown();
      const path = await recent.pathOf(handle);
      const file = name === null ? path : join(path, basename(name));
      if (!(await exists(files, file))) throw new HostError("not-found", "the file is gone", basename(file));
      showFile(file);
      return {};
    },
    "dialog.openSource": async () => {
      const path = await shown().openSource();
      if (path === null) return { file: null };
      return { file: { name: basename(path), bytes: await readGuarded(files, path, MAX_SOURCE_BYTES) } };
    },
    "dialog.openSources": async ({ what }) => chosen.add(await shown().openSources(what)),
    "source.bytes": ({ handle }) => chosen.bytesOf(handle),
  };
}

/** Ending of an export, which the proposed name has. */
function exportEnding(name: string): string {
  return EXPORT_ENDINGS.find((ending) => name.toLowerCase().endsWith(ending)) ?? WORD_ENDING;
}

/**
 * The path with its ending. Some dialogs do not add it, and have then not asked whether the file with the ending may be
 * replaced: a free name is taken.
 */
async function withEnding(files: FileSystem, path: string | null, ending: string): Promise<string | null> {
  if (path === null || path.toLowerCase().endsWith(ending)) return path;
  const folder = dirname(path);
  const isTaken = (name: string) => exists(files, join(folder, name));
  return join(folder, await freeName(`${basename(path)}${ending}`, ending, isTaken));
}
