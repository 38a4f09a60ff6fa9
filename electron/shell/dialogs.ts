import { BrowserWindow, dialog, type FileFilter, shell } from "electron";

const PLANS: FileFilter = { name: "要点文稿", extensions: ["yaodian"] };
const WORD: FileFilter = { name: "Word 文档", extensions: ["docx"] };
const SHEET: FileFilter = { name: "Excel 表格", extensions: ["xlsx"] };
const OFFICE: FileFilter = { name: "本单位信息、版式", extensions: ["json"] };
const EXPORTS: readonly FileFilter[] = [
  SHEET,
  OFFICE,
  { name: "事项库文件", extensions: ["yaodianku"] },
  { name: "图片", extensions: ["png"] },
];
const SOURCES: FileFilter = {
  name: "往年文件",
  extensions: ["docx", "doc", "wps", "pdf", "txt", "htm", "html", "yaodian"],
};
const ALL: FileFilter = { name: "所有文件", extensions: ["*"] };

/** The system's file dialogs. Each answers the chosen path, or null when the drafter cancels. */
export const fileDialogs = {
  openPlan: () => chooseFile("打开文稿", [PLANS, ALL]),
  savePlan: (name: string) => chooseTarget("保存文稿", name, PLANS),
  saveExport: (name: string) => chooseTarget("导出", name, exportFilter(name)),
  exportFolder: () => chooseFolder("导出到"),
  showFile: (path: string) => shell.showItemInFolder(path),
  openSource: () => chooseFile("选择往年的要点", [SOURCES, ALL]),
  openSources: (what: "files" | "folder") => chooseFiles(what),
} as const;

/** The kind of file that the proposed name says. */
function exportFilter(name: string): FileFilter {
  return EXPORTS.find(({ extensions }) => extensions.some((ending) => name.endsWith(`.${ending}`))) ?? WORD;
}

async function chooseFile(title: string, filters: FileFilter[]): Promise<string | null> {
  const options = { title, filters, properties: ["openFile" as const] };
  const parent = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

async function chooseFolder(title: string): Promise<string | null> {
  const options = { title, properties: ["openDirectory" as const, "createDirectory" as const] };
  const parent = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
}

async function chooseFiles(what: "files" | "folder"): Promise<readonly string[]> {
  const options =
    what === "folder"
      ? { title: "选择放往年文件的文件夹", properties: ["openDirectory" as const] }
      : {
          title: "选择往年的文件（可多选）",
          filters: [SOURCES, ALL],
          properties: ["openFile" as const, "multiSelections" as const],
        };
  const parent = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return filePaths;
}

async function chooseTarget(title: string, name: string, filter: FileFilter): Promise<string | null> {
  // The system asks before a file is replaced; on Linux only when told to.
  const options = {
    title,
    defaultPath: name,
    filters: [filter],
    properties: ["showOverwriteConfirmation" as const],
  };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}
