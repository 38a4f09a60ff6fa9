import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it, vi } from "vitest";
import { createMenu } from "../../../electron/shell/menu.ts";
import { FakeWindow } from "./fake-electron.ts";

vi.mock("electron", async () => (await import("./fake-electron.ts")).fakeElectron());

type Entry = Omit<MenuItemConstructorOptions, "submenu"> & { readonly submenu?: readonly Entry[] };

const actions = { openWindow: vi.fn(), showDataFolder: vi.fn() };
/** The fake builds nothing and answers with the template itself. */
const menu = (platform: NodeJS.Platform) => createMenu(actions, platform) as unknown as readonly Entry[];
const entries = (platform: NodeJS.Platform) => menu(platform).flatMap((top) => top.submenu ?? []);
const entry = (label: string, platform: NodeJS.Platform = "win32") =>
  entries(platform).find((candidate) => candidate.label === label);

describe("createMenu", () => {
  it("has file, edit, view and help, and the application's menu before them on macOS", () => {
    expect(menu("win32").map((top) => top.label)).toEqual(["文件(&F)", "编辑(&E)", "视图(&V)", "帮助(&H)"]);
    expect(menu("darwin").map((top) => top.label)[0]).toBe("要点");
  });

  it("gives every entry a label, a purpose and a key of its own", () => {
    for (const platform of ["win32", "darwin"] as const) {
      const real = entries(platform).filter(({ type }) => type !== "separator");
      expect(real.filter(({ label, role, click }) => !label || (!role && !click))).toEqual([]);
      const keys = real.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it.each([
    ["保存", "win32", "S", ["control"]],
    ["另存为…", "win32", "S", ["control", "shift"]],
    ["重做", "win32", "Y", ["control"]],
    ["重做", "darwin", "Z", ["meta", "shift"]],
  ] as const)("%s presses the page's key on %s", (label, platform, keyCode, modifiers) => {
    const window = new FakeWindow({});
    const chosen = entry(label, platform);
    chosen?.click?.({} as never, window as never, {} as never);
    expect(window.webContents.sendInputEvent.mock.calls).toEqual([
      [{ type: "keyDown", keyCode, modifiers }],
      [{ type: "keyUp", keyCode, modifiers }],
    ]);
    expect(chosen?.registerAccelerator).toBe(false);
  });

  it("presses nothing where there is no window", () => {
    expect(() => entry("保存")?.click?.({} as never, undefined, {} as never)).not.toThrow();
  });
});
