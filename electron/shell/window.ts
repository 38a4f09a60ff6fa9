import { BrowserWindow, nativeTheme, screen } from "electron";
import { APP_ADDRESS } from "./app-address.ts";
import { guardClosing } from "./close-guard.ts";
import { reloadAfterCrash } from "./crash-guard.ts";
import { placeWindow, readWindowState, SMALLEST_WINDOW, writeWindowState } from "./window-state.ts";

/**
 * What a page may do. Whatever is not named here keeps Electron's default, which for all else is the safe one.
 * The spelling checker is off because it would fetch dictionaries.
 */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  sandbox: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const;

/** Background before the first paint, the same as the page's in either theme. */
const BACKGROUND = { light: "#f5f5f5", dark: "#1f1f1f" } as const;

/** How much further right and down a window opens that would otherwise cover the last one. */
const CASCADE = 28;

/** Opens a window on the start screen; it appears once it has been painted. `stateFile` remembers its place. */
export function openWindow(preloadFile: string, stateFile: string): BrowserWindow {
  const state = readWindowState(stateFile);
  const place = placeWindow(
    state,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...cascaded(place),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    show: false,
    title: "要点",
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: { ...WEB_PREFERENCES, preload: preloadFile },
  });
  window.once("ready-to-show", () => {
    if (state?.maximized) window.maximize();
    window.show();
  });
  guardClosing(window, () => performance.now());
  reloadAfterCrash(window, () => performance.now());
  window.on("close", () => {
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  // A page that cannot be loaded is reported by `did-fail-load`; the promise says no more.
  window.loadURL(APP_ADDRESS).catch(() => undefined);
  return window;
}

function cascaded<P extends { readonly x?: number; readonly y?: number }>(place: P): P {
  const count = BrowserWindow.getAllWindows().length;
  if (count === 0 || place.x === undefined || place.y === undefined) return place;
  return { ...place, x: place.x + CASCADE * count, y: place.y + CASCADE * count };
}
