import { type BrowserWindow, dialog } from "electron";

/** More crashes than this within the time below are not bad luck. */
const MOST_CRASHES = 3;
const WITHIN_MS = 5 * 60_000;

/**
 * Loads the page again when its process has ended; the text is in the recovery journal. After the third time within
 * five minutes the window closes with a message, instead of crashing for ever. `now` gives milliseconds.
 */
export function reloadAfterCrash(window: BrowserWindow, now: () => number): void {
  let crashes: readonly number[] = [];
  window.webContents.on("render-process-gone", (_event, details) => {
    if (details.reason === "clean-exit" || window.isDestroyed()) return;
    crashes = [...crashes.filter((time) => now() - time < WITHIN_MS), now()];
    if (crashes.length < MOST_CRASHES) {
      window.webContents.reload();
      return;
    }
    dialog.showErrorBox("编辑窗口反复出错", "窗口将关闭。您的改动已暂存在本机，重新启动后可以恢复。");
    window.destroy();
  });
}
