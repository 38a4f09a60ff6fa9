import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { app, BrowserWindow, dialog, Menu, session, shell } from "electron";
import { createDispatch } from "../../src/host/dispatch.ts";
import { holdFolder } from "../folder-hold.ts";
import { DATA_FOLDER_NAME, installationOf } from "../installation.ts";
import { createHostServices } from "../services/host-services.ts";
import { registerAppScheme, serveApp } from "./app-protocol.ts";
import { acceptCalls } from "./calls.ts";
import { fileDialogs } from "./dialogs.ts";
import { createMenu } from "./menu.ts";
import { callingPage, pagePrinter } from "./page-printer.ts";
import { protectContents, protectSession } from "./protections.ts";
import { openWindow } from "./window.ts";

/** Argument that names another data folder, as `--data=DIR`. */
const DATA_ARGUMENT = "--data=";
/** What Chromium and the window keep for themselves, apart from the drafter's data. */
const WINDOW_FOLDER = "window";

const installation = installationOf(import.meta.dirname);
const dataFolder = chooseDataFolder();

// All of this must be said before the app is ready.
registerAppScheme();
protectContents();
// The lock of the single instance lies in the data folder, so that one data folder has one host.
app.setPath("userData", dataFolder);
app.setPath("sessionData", join(dataFolder, WINDOW_FOLDER));

process.on("uncaughtException", stopAfter);
process.on("unhandledRejection", stopAfter);
if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(stopAfter);
} else {
  // The first instance shows its window.
  app.quit();
}

async function start(): Promise<void> {
  // Another window's process is excluded already; this is about the app in a browser.
  const hold = await holdFolder(dataFolder);
  if (!hold) {
    dialog.showErrorBox("要点已在浏览器中打开", "请先在命令窗口中按 Ctrl+C 结束它，再启动。文稿和改动都在。");
    app.exit(1);
    return;
  }
  const calling = callingPage();
  const services = createHostServices({
    dataFolder,
    resourcesFolder: installation.resourcesFolder,
    jobFile: installation.jobFile,
    now: () => new Date(),
    dialogs: fileDialogs,
    printer: pagePrinter(calling),
  });
  acceptCalls(createDispatch(services.handlers, report), calling);
  protectSession(session.defaultSession);
  await serveApp(installation.uiFolder);
  const open = () =>
    openWindow(join(import.meta.dirname, "preload.cjs"), join(dataFolder, WINDOW_FOLDER, "place.json"));
  app.setAboutPanelOptions({ applicationName: "要点", applicationVersion: app.getVersion() });
  Menu.setApplicationMenu(
    createMenu({ openWindow: open, showDataFolder: () => void shell.openPath(dataFolder) }, process.platform),
  );
  app.on("second-instance", () => show(BrowserWindow.getAllWindows()[0] ?? open()));
  app.on("window-all-closed", () => app.quit());
  let closed = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    services.close().then(() => {
      closed = true;
      app.quit();
    }, stopAfter);
  });
  open();
}

function chooseDataFolder(): string {
  const given = process.argv.find((argument) => argument.startsWith(DATA_ARGUMENT));
  const folder = given
    ? resolve(given.slice(DATA_ARGUMENT.length))
    : join(app.getPath("appData"), DATA_FOLDER_NAME);
  mkdirSync(join(folder, WINDOW_FOLDER), { recursive: true });
  return folder;
}

/** A bug in a handler: the page learns only that there was one. */
function report(error: unknown, method: string): void {
  console.error(`${method} failed`, error);
}

function show(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** A bug, or a data folder that cannot be used: nothing sensible can go on, and the journal holds what was typed. */
function stopAfter(error: unknown): void {
  console.error(error);
  dialog.showErrorBox("要点无法继续运行", "请重新启动；尚未保存的改动已暂存在本机，启动后可以恢复。");
  app.exit(1);
}
