import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it, vi } from "vitest";
import { createMenu } from "../../../electron/shell/menu.ts";
import { COMMANDS } from "../../../src/host/command-table.ts";
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
  it("has a menu for every group, and the application's menu before them on macOS", () => {
    const labels = [
      "文件(&F)",
      "编辑(&E)",
      "插入(&I)",
      "结构(&S)",
      "核稿(&R)",
      "视图(&V)",
      "工具(&T)",
      "帮助(&H)",
    ];
    expect(menu("win32").map((top) => top.label)).toEqual(labels);
    expect(menu("darwin").map((top) => top.label)).toEqual(["要点", ...labels]);
  });

  it("gives every entry a label, a purpose and a key of its own", () => {
    for (const platform of ["win32", "darwin"] as const) {
      const real = entries(platform).filter(({ type }) => type !== "separator");
      expect(real.filter(({ label, role, click }) => !label || (!role && !click))).toEqual([]);
      const keys = real.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it.each(COMMANDS.map(({ id, name }) => [name, id]))(
    "tells the page of the window that %s was chosen",
    (name, id) => {
      const window = new FakeWindow({});
      const chosen = entry(name);
      chosen?.click?.({} as never, window as never, {} as never);
      expect(window.webContents.send.mock.calls).toEqual([["yaodian:command", id]]);
      expect(chosen?.registerAccelerator).toBe(false);
    },
  );

  it("shows keys as Electron writes them", () => {
    expect(["保存", "上移", "快捷键"].map((name) => entry(name)?.accelerator)).toEqual([
      "CmdOrCtrl+S",
      "Alt+Shift+Up",
      "F1",
    ]);
  });

  it("tells nobody where there is no window", () => {
    expect(() => entry("保存")?.click?.({} as never, undefined, {} as never)).not.toThrow();
  });
});
