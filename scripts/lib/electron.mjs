// Finds or fetches an Electron and runs the built app in it. Dependency-free, Node 20.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nodeProgram, root } from "./install.mjs";
import { untilInterrupted } from "./interrupt.mjs";

const DOWNLOAD_LIMIT_MS = 60_000;
/** After a failed download the next starts go straight to the browser for this long. */
const RETRY_DOWNLOAD_AFTER_MS = 24 * 60 * 60 * 1000;
/** An Electron that fails within this time never showed a window: a missing library, no sandbox, no display. */
const START_LIMIT_MS = 15_000;

const ELECTRON = join(root, "node_modules", "electron");
const FAILED_DOWNLOAD = join(root, "node_modules", ".cache", "electron-download-failed");

/**
 * Why no Electron may or can show a window for this process, or undefined. `system` is like `process`: platform,
 * environment, getuid. Chromium's sandbox does not work for root, and without it we do not run.
 */
export function whyNoElectron({ platform, env, getuid }) {
  if (platform !== "linux") return undefined;
  if (getuid?.() === 0) return "以 root 身份运行时不启动 Electron，因为它的沙箱不可用（no Electron as root）";
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return "没有图形显示，无法启动 Electron（no display）";
  return undefined;
}

/** Path of an Electron that is there already or can be downloaded within a minute; undefined without one. */
export function findElectron() {
  const program = electronProgram(process.platform);
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, join(ELECTRON, "dist")];
  const found = () =>
    folders.map((folder) => folder && join(folder, program)).find((path) => path && existsSync(path));
  return found() ?? (download() ? found() : undefined);
}

/** Path of the program inside Electron's folder. */
export function electronProgram(platform) {
  if (platform === "darwin") return join("Electron.app", "Contents", "MacOS", "Electron");
  return platform === "win32" ? "electron.exe" : "electron";
}

/** Runs the app and answers its exit code, and whether it got as far as to have a window. */
export async function runElectron(executable, data) {
  console.log("> electron .   （启动要点 starting）");
  // Set by editors for their own terminals, it would make Electron a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const begun = Date.now();
  const child = spawn(executable, [root, ...(data ? [`--data=${data}`] : [])], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  const { code, interrupted } = await untilInterrupted(child, () => child.kill("SIGTERM"));
  const started = code === 0 || interrupted || Date.now() - begun > START_LIMIT_MS;
  return { code, started };
}

function download() {
  const version = JSON.parse(readFileSync(join(ELECTRON, "package.json"), "utf8")).version;
  if (failedLately(version)) return false;
  console.log(`> electron ${version}   （下载 Electron，最多一分钟 downloading, one minute at most）`);
  const result = spawnSync(nodeProgram(), [join(ELECTRON, "install.js")], {
    cwd: root,
    stdio: ["ignore", "inherit", "ignore"],
    timeout: DOWNLOAD_LIMIT_MS,
  });
  if (result.status === 0) return true;
  remember(version);
  return false;
}

function remember(version) {
  try {
    mkdirSync(dirname(FAILED_DOWNLOAD), { recursive: true });
    writeFileSync(FAILED_DOWNLOAD, version);
  } catch {
    // Where node_modules is read-only the next start tries again, which only takes longer.
  }
}

function failedLately(version) {
  if (!existsSync(FAILED_DOWNLOAD) || readFileSync(FAILED_DOWNLOAD, "utf8") !== version) return false;
  const age = Date.now() - statSync(FAILED_DOWNLOAD).mtimeMs;
  return age >= 0 && age < RETRY_DOWNLOAD_AFTER_MS;
}
