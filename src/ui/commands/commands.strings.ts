import type { CommandGroup } from "../../host/command-table.ts";

export const commandStrings = {
  palette: "查找命令",
  placeholder: "输入命令名称或拼音首字母，如“导出”“dc”",
  list: "命令",
  none: (typed: string) => `没有叫“${typed}”的命令。换个说法，或删掉几个字试试。`,
  hint: "↑ ↓ 选择　Enter 执行　Esc 返回正文",
  goTo: "转到条目",
  goToPlaceholder: "输入编号或标题里的字，如“12”“三”“学前教育”",
  goToList: "条目",
  goToHint: "↑ ↓ 选择　Enter 转到　Esc 返回正文",
  goToNone: (typed: string) => `没有编号或标题是“${typed}”的条目。要在正文里找，请按 Ctrl+F。`,
  reference: "插入引用",
  referenceHint: "↑ ↓ 选择　Enter 插入　Esc 返回正文",
  referenceNone: (typed: string) => `没有编号或标题是“${typed}”的条目。`,
  untitled: "（未写标题）",
  characters: (count: number) => `${count} 字`,
  groups: {
    file: "文件",
    edit: "编辑",
    insert: "插入",
    structure: "结构",
    review: "核稿",
    view: "视图",
    tools: "工具",
    help: "帮助",
  } satisfies Record<CommandGroup, string>,
  sheet: "快捷键",
  sheetHint: "其余命令按 Ctrl+K 查找。",
  close: "关闭",
} as const;

/** Keys of writing and of lists, which are no commands of their own. */
export const PLACE_KEYS: readonly {
  readonly group: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}[] = [
  {
    group: "写作",
    keys: [
      { keys: "Enter", does: "分段，或在标题后开始下一条" },
      { keys: "Shift+Enter", does: "光标后的文字另起一段" },
      { keys: "Tab / Shift+Tab", does: "降一级、升一级" },
    ],
  },
  {
    group: "大纲",
    keys: [
      { keys: "Shift+↑ ↓ 或 Ctrl+单击", does: "选多条；Ctrl+A 选全部" },
      { keys: "Ctrl+↑ ↓、Ctrl+空格", does: "移到另一条、加选或不选" },
      { keys: "Alt+Shift+↑ ↓", does: "所选各条一起上移、下移" },
      { keys: "Tab / Shift+Tab", does: "所选各条降一级、升一级" },
      { keys: "Delete", does: "删除所选各条" },
      { keys: "Ctrl+X、C、V", does: "剪切、复制、粘贴整条" },
    ],
  },
  {
    group: "建议与时序列表",
    keys: [
      { keys: "↑ ↓", does: "上一条、下一条" },
      { keys: "Enter", does: "插入整条；时序中为采用" },
      { keys: "→", does: "挑句子，空格标记，Enter 插入" },
      { keys: "E / K", does: "时序中修改、保留原文" },
      { keys: "Esc", does: "回到正文原处" },
    ],
  },
  {
    group: "责任分解表",
    keys: [
      { keys: "↑ ↓ ← →", does: "换格；直接输入即填写" },
      { keys: "Shift+↑ ↓", does: "选多行" },
      { keys: "Ctrl+D", does: "向下填充" },
      { keys: "Delete", does: "清空" },
    ],
  },
];
