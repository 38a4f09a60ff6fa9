import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dialog } from "electron";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { guardClosing } from "../../../electron/shell/close-guard.ts";
import { reloadAfterCrash } from "../../../electron/shell/crash-guard.ts";
import { openWindow } from "../../../electron/shell/window.ts";
import {
  placeWindow,
  readWindowState,
  type WindowState,
  writeWindowState,
} from "../../../electron/shell/window-state.ts";
import { FakeWindow, fakeEvent } from "./fake-electron.ts";

vi.mock("electron", async () => (await import("./fake-electron.ts")).fakeElectron());

let folder: string;
let now = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "window-"));
  now = 1000;
  FakeWindow.all.length = 0;
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
  rmSync(folder, { recursive: true });
});

function opened(): FakeWindow {
  openWindow("/app/preload.cjs", join(folder, "place.json"));
  const window = FakeWindow.all.at(-1);
  if (!window) throw new Error("no window");
  return window;
}

describe("openWindow", () => {
  it("gives the page exactly these powers", () => {
    expect(opened().options["webPreferences"]).toEqual({
      preload: "/app/preload.cjs",
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      sandbox: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
  });

  it("loads the app's own address and appears when it is painted", () => {
    const window = opened();
    expect(window.loadURL.mock.calls).toEqual([["app://yaodian/"]]);
    expect([window.options["show"], window.show.mock.calls.length]).toEqual([false, 0]);
    window.fire("ready-to-show");
    expect(window.show).toHaveBeenCalledOnce();
  });

  it("opens where the last one was closed, and the next one beside it", () => {
    opened().fire("close");
    FakeWindow.all.length = 0;
    expect(opened().options).toMatchObject({ x: 10, y: 20, width: 1200, height: 700 });
    expect(opened().options).toMatchObject({ x: 38, y: 48, width: 1200, height: 700 });
  });
});

describe("readWindowState", () => {
  const state: WindowState = { bounds: { x: 1, y: 2, width: 1000, height: 700 }, maximized: true };

  it("reads what writeWindowState wrote, in a folder that was not there", () => {
    const file = join(folder, "new", "place.json");
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
  });

  it("answers undefined for a missing, damaged or foreign file", () => {
    expect(readWindowState(join(folder, "none.json"))).toBeUndefined();
    writeWindowState(join(folder, "odd.json"), { bounds: { x: 0.5 } } as never);
    expect(readWindowState(join(folder, "odd.json"))).toBeUndefined();
  });

  it("does not mind a place that cannot be written", () => {
    writeWindowState(join(folder, "place.json"), state);
    expect(() => writeWindowState(join(folder, "place.json", "below.json"), state)).not.toThrow();
  });
});

describe("placeWindow", () => {
  const screen = { x: 0, y: 0, width: 1366, height: 740 };
  const bounds = { x: 100, y: 50, width: 1000, height: 700 };
  const centred = { width: 1366, height: 740 };

  it.each([
    ["remembers", bounds, [screen], bounds],
    [
      "follows to a second screen",
      { ...bounds, x: 1500 },
      [screen, { ...screen, x: 1366 }],
      { ...bounds, x: 1500 },
    ],
    ["forgets a screen that is gone", { ...bounds, x: 1500 }, [screen], centred],
    ["forgets a title above the screen", { ...bounds, y: -30 }, [screen], centred],
    ["forgets a window too small to use", { ...bounds, width: 10 }, [screen], centred],
  ])("%s", (_what, remembered, screens, expected) => {
    expect(placeWindow({ bounds: remembered, maximized: false }, screens)).toEqual(expected);
  });

  it("fits a small first screen and centres", () => {
    expect(placeWindow(undefined, [{ ...screen, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600,
    });
    expect(placeWindow(undefined, [])).toEqual({ width: 1366, height: 768 });
  });
});

describe("guardClosing", () => {
  function guarded() {
    const window = new FakeWindow({});
    guardClosing(window as never, () => now);
    return window;
  }

  it("tries again while the page waits for its edits to be kept", () => {
    const window = guarded();
    const event = fakeEvent();
    window.webContents.fire("will-prevent-unload", event);
    expect([event.prevented, window.close.mock.calls.length]).toEqual([false, 0]);
    vi.runAllTimers();
    expect(window.close).toHaveBeenCalledOnce();
  });

  it.each([
    ["stays open", 0, false],
    ["closes", 1, true],
  ])("asks after five seconds and %s on answer %i", (_what, answer, prevented) => {
    vi.mocked(dialog.showMessageBoxSync).mockReturnValueOnce(answer);
    const window = guarded();
    window.webContents.fire("will-prevent-unload", fakeEvent());
    vi.runAllTimers();
    now += 5000;
    const event = fakeEvent();
    window.webContents.fire("will-prevent-unload", event);
    expect(dialog.showMessageBoxSync).toHaveBeenCalledOnce();
    expect(event.prevented).toBe(prevented);
  });

  it("is patient anew after the drafter went back", () => {
    const window = guarded();
    window.webContents.fire("will-prevent-unload", fakeEvent());
    now += 5000;
    window.webContents.fire("will-prevent-unload", fakeEvent());
    now += 60_000;
    window.webContents.fire("will-prevent-unload", fakeEvent());
    expect(dialog.showMessageBoxSync).toHaveBeenCalledOnce();
  });
});

describe("reloadAfterCrash", () => {
  it("loads the page again twice and gives up at the third crash within five minutes", () => {
    const window = new FakeWindow({});
    reloadAfterCrash(window as never, () => now);
    const crash = () => window.webContents.fire("render-process-gone", {}, { reason: "crashed" });
    crash();
    crash();
    expect([window.webContents.reload.mock.calls.length, window.destroy.mock.calls.length]).toEqual([2, 0]);
    crash();
    expect([window.webContents.reload.mock.calls.length, window.destroy.mock.calls.length]).toEqual([2, 1]);
    expect(dialog.showErrorBox).toHaveBeenCalledOnce();
  });

  it("forgets crashes of long ago, and a clean end is none", () => {
    const window = new FakeWindow({});
    reloadAfterCrash(window as never, () => now);
    for (let count = 0; count < 5; count += 1) {
      window.webContents.fire("render-process-gone", {}, { reason: "oom" });
      now += 150_001;
    }
    window.webContents.fire("render-process-gone", {}, { reason: "clean-exit" });
    expect([window.webContents.reload.mock.calls.length, window.destroy.mock.calls.length]).toEqual([5, 0]);
  });
});
