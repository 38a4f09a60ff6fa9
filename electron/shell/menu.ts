import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";
import { COMMANDS, type CommandGroup, type PlanCommand } from "../../src/host/command-table.ts";
import { COMMAND_CHANNEL } from "./preload-channel.ts";

export interface MenuActions {
  readonly openWindow: () => void;
  readonly showDataFolder: () => void;
}

type Entry = MenuItemConstructorOptions;

const SEPARATOR: Entry = { type: "separator" };

/**
 * The menu bar: every command of the table in the menu of its group, and what the system does itself. An entry tells
 * the page the id of its command; its key is shown only, because the page has it, and an input method may want it first.
 */
export function createMenu(actions: MenuActions, platform: NodeJS.Platform): Menu {
  const isMac = platform === "darwin";
  return Menu.buildFromTemplate([
    ...(isMac ? [appMenu()] : []),
    {
      label: "文件(&F)",
      submenu: [
        { label: "新建窗口", accelerator: "CmdOrCtrl+Shift+N", click: actions.openWindow },
        SEPARATOR,
        ...entriesOf("file"),
        SEPARATOR,
        { label: "关闭窗口", role: "close" },
        ...(isMac ? [] : [{ label: "退出", role: "quit" } as const]),
      ],
    },
    {
      label: "编辑(&E)",
      submenu: [
        ...entriesOf("edit"),
        SEPARATOR,
        { label: "剪切", role: "cut" },
        { label: "复制", role: "copy" },
        { label: "粘贴", role: "paste" },
        { label: "只粘贴文字", role: "pasteAndMatchStyle" },
        { label: "全选", role: "selectAll" },
      ],
    },
    { label: "插入(&I)", submenu: entriesOf("insert") },
    { label: "结构(&S)", submenu: entriesOf("structure") },
    { label: "核稿(&R)", submenu: entriesOf("review") },
    {
      label: "视图(&V)",
      submenu: [
        ...entriesOf("view"),
        SEPARATOR,
        { label: "放大整个窗口", role: "zoomIn" },
        { label: "缩小整个窗口", role: "zoomOut" },
        { label: "窗口实际大小", role: "resetZoom" },
        SEPARATOR,
        { label: "全屏", role: "togglefullscreen" },
      ],
    },
    { label: "工具(&T)", submenu: entriesOf("tools") },
    {
      label: "帮助(&H)",
      role: "help",
      submenu: [
        ...entriesOf("help"),
        SEPARATOR,
        { label: "打开数据文件夹", click: actions.showDataFolder },
        ...(isMac ? [] : [{ label: "关于要点", click: () => app.showAboutPanel() }]),
      ],
    },
  ]);
}

function entriesOf(group: CommandGroup): Entry[] {
  return COMMANDS.filter((command) => command.group === group).map(entryOf);
}

function entryOf({ id, name, keys }: PlanCommand): Entry {
  const [key] = keys;
  return {
    label: name,
    ...(key === undefined ? {} : { accelerator: acceleratorOf(key) }),
    registerAccelerator: false,
    click: (_item, window) => {
      if (window instanceof BrowserWindow) window.webContents.send(COMMAND_CHANNEL, id);
    },
  };
}

/** A key of the table as Electron writes it. */
function acceleratorOf(key: string): string {
  return key.replace(/^Mod/, "CmdOrCtrl").replace(/Arrow(?=[A-Z])/, "");
}

/** On macOS the first menu is the application's and holds its end. */
function appMenu(): Entry {
  return {
    label: "要点",
    submenu: [
      { label: "关于要点", role: "about" },
      SEPARATOR,
      { label: "隐藏要点", role: "hide" },
      { label: "退出要点", role: "quit" },
    ],
  };
}
