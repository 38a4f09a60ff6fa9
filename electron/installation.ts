import { basename, join } from "node:path";

/** Name of the data folder below the system's folder for application data; the window and the browser share it. */
export const DATA_FOLDER_NAME = "Yaodian";

/** Where the parts of the app lie, whether it runs from the sources, from a build or from a package. */
export interface Installation {
  /** The built user interface. */
  readonly uiFolder: string;
  /** Holds `templates/` and `seeds/`. */
  readonly resourcesFolder: string;
  /** Entry of the worker threads. */
  readonly jobFile: string;
}

/**
 * The installation that an entry in `entryFolder` belongs to: `dist/electron`, where builds lie, or the folder of a
 * source entry such as `electron/loopback`. Both are two levels below the root of the app.
 */
export function installationOf(entryFolder: string): Installation {
  const root = join(entryFolder, "..", "..");
  const isBuilt = basename(join(entryFolder, "..")) === "dist";
  return {
    uiFolder: join(root, "dist", "ui"),
    resourcesFolder: root,
    jobFile: isBuilt ? join(entryFolder, "job.mjs") : join(root, "electron", "services", "jobs", "worker.ts"),
  };
}

/** The system's own folder for application data with the app's name, where no `--data` names another one. */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === "win32") return join(env["APPDATA"] ?? join(home, "AppData", "Roaming"), DATA_FOLDER_NAME);
  if (platform === "darwin") return join(home, "Library", "Application Support", DATA_FOLDER_NAME);
  return join(env["XDG_CONFIG_HOME"] || join(home, ".config"), DATA_FOLDER_NAME);
}
