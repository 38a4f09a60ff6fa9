/** The real Electron that the desktop tests drive. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication } from "playwright-core";
import { endTour } from "./end-tour.ts";

const root = join(import.meta.dirname, "..", "..");
const MAIN = join(root, "dist", "electron", "main.cjs");

/** A fresh data folder below the temporary folder of the run. */
export function freshDataFolder(): string {
  return mkdtempSync(join(tmpdir(), "yaodian-data-"));
}

/**
 * Starts the built app in the Electron that ELECTRON_OVERRIDE_DIST_PATH names; the caller closes it. Throws with the
 * remedy where there is none. Loaded with `-r`, main runs before Electron is ready, as it does in a package. The first look round is over.
 */
export function launchElectron(dataFolder: string): Promise<ElectronApplication> {
  const folder = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  if (!folder) throw new Error("set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron");
  endTour(dataFolder);
  return _electron.launch({
    executablePath: join(folder, "electron"),
    args: ["-r", MAIN, root, `--data=${dataFolder}`],
  });
}
