import { type BrowserWindow, dialog } from "electron";

/** Edits reach the journal within a fifth of a second, a second during non-stop typing; then a closing may be tried again. */
const RETRY_MS = 200;
/** From here on something is wrong with the disk and the drafter has to know. */
const PATIENCE_MS = 5_000;

const KEEP_OPEN = 0;

/**
 * Keeps a window open until its last edits are in the recovery journal. The page objects to being unloaded while
 * there are edits that have not been acknowledged; the closing is then tried again until it no longer does, and after
 * some seconds the drafter is asked. `now` gives milliseconds.
 */
export function guardClosing(window: BrowserWindow, now: () => number): void {
  let since: number | undefined;
  window.webContents.on("will-prevent-unload", (event) => {
    since ??= now();
    if (now() - since < PATIENCE_MS) {
      setTimeout(() => {
        if (!window.isDestroyed()) window.close();
      }, RETRY_MS);
      return;
    }
    since = undefined;
    // Preventing this event means to unload in spite of the page's objection.
    if (askWhetherToLose(window)) event.preventDefault();
  });
}

function askWhetherToLose(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: "warning",
    title: "要点",
    message: "最后几处改动还没有暂存到本机，现在关闭会丢失这些改动。",
    detail: "可能是磁盘空间不足。建议返回后另存到其他位置。",
    buttons: ["返回", "仍然关闭"],
    defaultId: KEEP_OPEN,
    cancelId: KEEP_OPEN,
    noLink: true,
  });
  return answer !== KEEP_OPEN;
}
