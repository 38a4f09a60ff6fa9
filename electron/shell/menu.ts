import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";

export interface MenuActions {
  readonly openWindow: () => void;
  readonly showDataFolder: () => void;
}

/** A menu entry that does what a key does in the page. */
interface KeyEntry {
  readonly label: string;
  readonly accelerator: string;
  readonly key: string;
  readonly modifiers: readonly ("control" | "meta" | "shift")[];
}

/**
 * The menu bar. What the page does itself has a key there; its entry presses that key, so that there is one way into
 * each command and no second channel into the page.
 */
export function createMenu(actions: MenuActions, platform: NodeJS.Platform): Menu {
  const isMac = platform === "darwin";
  const main = isMac ? "meta" : "control";
  const press = (label: string, key: string, ...more: readonly "shift"[]): MenuItemConstructorOptions =>
    keyEntry({
      label,
      accelerator: ["CmdOrCtrl", ...more.map(() => "Shift"), key].join("+"),
      key,
      modifiers: [main, ...more],
    });
  const separator: MenuItemConstructorOptions = { type: "separator" };
  return Menu.buildFromTemplate([
    ...(isMac ? [appMenu()] : []),
    {
      label: "文件(&F)",
      submenu: [
        { label: "新建窗口", accelerator: "CmdOrCtrl+Shift+N", click: actions.openWindow },
        separator,
        press("保存", "S"),
        press("另存为…", "S", "shift"),
        press("导出…", "E"),
        separator,
        { label: "关闭窗口", role: "close" },
        ...(isMac ? [] : [{ label: "退出", role: "quit" } as const]),
      ],
    },
    {
      label: "编辑(&E)",
      submenu: [
        press("撤销", "Z"),
        isMac ? press("重做", "Z", "shift") : press("重做", "Y"),
        separator,
        { label: "剪切", role: "cut" },
        { label: "复制", role: "copy" },
        { label: "粘贴", role: "paste" },
        { label: "只粘贴文字", role: "pasteAndMatchStyle" },
        { label: "全选", role: "selectAll" },
        separator,
        press("查找…", "F"),
        press("替换…", "H"),
      ],
    },
    {
      label: "视图(&V)",
      submenu: [
        { label: "放大", role: "zoomIn" },
        { label: "缩小", role: "zoomOut" },
        { label: "实际大小", role: "resetZoom" },
        separator,
        { label: "全屏", role: "togglefullscreen" },
      ],
    },
    {
      label: "帮助(&H)",
      role: "help",
      submenu: [
        keyEntry({ label: "快捷键", accelerator: "F1", key: "F1", modifiers: [] }),
        { label: "打开数据文件夹", click: actions.showDataFolder },
        ...(isMac ? [] : [{ label: "关于要点", click: () => app.showAboutPanel() }]),
      ],
    },
  ]);
}

function keyEntry({ label, accelerator, key, modifiers }: KeyEntry): MenuItemConstructorOptions {
  return {
    label,
    accelerator,
    // Shown only: the page has the key, and an input method may want it first.
    registerAccelerator: false,
    click: (_item, window) => {
      if (!(window instanceof BrowserWindow)) return;
      for (const type of ["keyDown", "keyUp"] as const) {
        window.webContents.sendInputEvent({ type, keyCode: key, modifiers: [...modifiers] });
      }
    },
  };
}

/** On macOS the first menu is the application's and holds its end. */
function appMenu(): MenuItemConstructorOptions {
  return {
    label: "要点",
    submenu: [
      { label: "关于要点", role: "about" },
      { type: "separator" },
      { label: "隐藏要点", role: "hide" },
      { label: "退出要点", role: "quit" },
    ],
  };
}
