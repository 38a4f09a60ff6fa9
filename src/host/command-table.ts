/**
 * Every command of the window and the text: the one source of the menu bar, the palette, the buttons' hints, the keys
 * and the sheet of keys. Pure data, so that page and shell may both read it; what a command does is the page's.
 *
 * Keys are written `Mod+Alt+Shift+X`, in this order, where `Mod` is Ctrl (Cmd on macOS) and `X` a letter, digit, sign
 * or name of a key on a US keyboard. The first key is the one that is shown.
 */

export const COMMAND_GROUPS = [
  "file",
  "edit",
  "insert",
  "structure",
  "review",
  "view",
  "tools",
  "help",
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface CommandEntry {
  readonly id: string;
  /** As in the menu, in the drafter's words. */
  readonly name: string;
  readonly group: CommandGroup;
  readonly keys: readonly string[];
  /** `text`: changes or reads the text at the caret and works only while the page is shown. */
  readonly place: "window" | "text";
  /** Other words it is looked for by, and the right initials of a name whose characters have several readings. */
  readonly also?: readonly string[];
}

const TABLE = [
  { id: "save", name: "保存", group: "file", keys: ["Mod+S"], place: "window" },
  { id: "save-as", name: "另存为…", group: "file", keys: ["Mod+Shift+S"], place: "window" },
  { id: "export", name: "导出…", group: "file", keys: ["Mod+E"], place: "window" },
  { id: "print", name: "打印…", group: "file", keys: ["Mod+P"], place: "window" },
  { id: "profile", name: "版式设置…", group: "file", keys: [], place: "window" },
  {
    id: "office",
    name: "本单位信息…",
    group: "file",
    keys: [],
    place: "window",
    also: ["科室", "领导", "简称"],
  },
  { id: "home", name: "返回开始页", group: "file", keys: [], place: "window" },

  { id: "undo", name: "撤销", group: "edit", keys: ["Mod+Z"], place: "window" },
  {
    id: "redo",
    name: "重做",
    group: "edit",
    keys: ["Mod+Y", "Mod+Shift+Z"],
    place: "window",
    also: ["恢复", "cz"],
  },
  { id: "find", name: "查找…", group: "edit", keys: ["Mod+F"], place: "window" },
  { id: "replace", name: "替换…", group: "edit", keys: ["Mod+H"], place: "window" },
  { id: "go-to", name: "转到条目…", group: "edit", keys: ["Mod+G"], place: "window", also: ["定位", "跳转"] },
  {
    id: "follow-reference",
    name: "转到引用所指的条目",
    group: "edit",
    keys: ["Mod+Alt+G"],
    place: "text",
    also: ["跳转", "见第几项"],
  },
  { id: "find-next", name: "查找下一处", group: "edit", keys: ["F3"], place: "window" },
  { id: "find-previous", name: "查找上一处", group: "edit", keys: ["Shift+F3"], place: "window" },

  { id: "add-item", name: "新增条目", group: "insert", keys: ["Mod+Enter"], place: "text" },
  {
    id: "add-section",
    name: "新增部分",
    group: "insert",
    keys: ["Mod+Shift+Enter"],
    place: "text",
    also: ["章节", "一级标题"],
  },
  {
    id: "add-part",
    name: "新增“第一部分”",
    group: "insert",
    keys: [],
    place: "text",
    also: ["篇", "章"],
  },
  {
    id: "add-subsection",
    name: "新增（一）级标题",
    group: "insert",
    keys: [],
    place: "text",
    also: ["二级标题"],
  },
  {
    id: "make-part",
    name: "改为“第一部分”",
    group: "structure",
    keys: [],
    place: "text",
    also: ["篇", "章"],
  },
  { id: "make-section", name: "改为“一、”级标题", group: "structure", keys: [], place: "text" },
  { id: "make-subsection", name: "改为“（一）”级标题", group: "structure", keys: [], place: "text" },
  {
    id: "insert-brackets",
    name: "插入〔〕",
    group: "insert",
    keys: ["Mod+Shift+["],
    place: "text",
    also: ["六角括号"],
  },
  {
    id: "insert-titles",
    name: "插入《》",
    group: "insert",
    keys: ["Mod+Shift+,"],
    place: "text",
    also: ["书名号"],
  },
  {
    id: "insert-quotes",
    name: "插入“”",
    group: "insert",
    keys: ["Mod+Shift+'"],
    place: "text",
    also: ["引号"],
  },
  {
    id: "insert-dash",
    name: "插入——",
    group: "insert",
    keys: ["Mod+Alt+-"],
    place: "text",
    also: ["破折号"],
  },
  {
    id: "insert-reference",
    name: "插入引用…",
    group: "insert",
    keys: ["Mod+Alt+R"],
    place: "window",
    also: ["交叉引用", "见第几项"],
  },
  {
    id: "link-references",
    name: "识别文中的引用",
    group: "insert",
    keys: [],
    place: "text",
    also: ["交叉引用", "见第几项"],
  },
  {
    id: "insert-snippet",
    name: "插入常用语…",
    group: "insert",
    keys: ["Mod+Alt+I"],
    place: "window",
    also: ["短语", "片段"],
  },
  { id: "keep-snippet", name: "存为常用语", group: "insert", keys: [], place: "window", also: ["短语"] },
  { id: "manage-snippets", name: "管理常用语…", group: "insert", keys: [], place: "window", also: ["短语"] },
  {
    id: "convert-number",
    name: "数字改中文或改回",
    group: "edit",
    keys: ["Mod+Alt+N"],
    place: "text",
    also: ["大写", "中文数字"],
  },
  {
    id: "copy-plain",
    name: "复制全文为带编号的文字",
    group: "edit",
    keys: ["Mod+Shift+C"],
    place: "window",
    also: ["微信", "纯文本"],
  },
  {
    id: "make-clause",
    name: "改为“一是”分句",
    group: "structure",
    keys: [],
    place: "text",
    also: ["一是二是"],
  },
  { id: "make-paragraph", name: "改为正文段落", group: "structure", keys: [], place: "text" },
  { id: "make-item", name: "改为条目", group: "structure", keys: [], place: "text" },
  {
    id: "promote",
    name: "升一级",
    group: "structure",
    keys: ["Alt+Shift+ArrowLeft"],
    place: "text",
    also: ["提升"],
  },
  {
    id: "demote",
    name: "降一级",
    group: "structure",
    keys: ["Alt+Shift+ArrowRight"],
    place: "text",
    also: ["jyj"],
  },
  { id: "move-up", name: "上移", group: "structure", keys: ["Alt+Shift+ArrowUp"], place: "text" },
  { id: "move-down", name: "下移", group: "structure", keys: ["Alt+Shift+ArrowDown"], place: "text" },
  { id: "delete-part", name: "删除本条或本部分", group: "structure", keys: [], place: "text" },
  {
    id: "number-continuous",
    name: "编号：全文通号",
    group: "structure",
    keys: [],
    place: "text",
    also: ["连续编号"],
  },
  { id: "number-per-section", name: "编号：每个部分从1起", group: "structure", keys: [], place: "text" },
  { id: "number-per-heading", name: "编号：每个标题下从1起", group: "structure", keys: [], place: "text" },

  { id: "toggle-pending", name: "标为待核实或取消", group: "review", keys: ["Mod+Shift+H"], place: "text" },
  { id: "next-pending", name: "下一处待核实", group: "review", keys: ["F7"], place: "text" },
  { id: "previous-pending", name: "上一处待核实", group: "review", keys: ["Shift+F7"], place: "text" },
  {
    id: "toggle-tracking",
    name: "修订模式：开或关",
    group: "review",
    keys: ["Mod+Shift+E"],
    place: "window",
    also: ["修改痕迹", "留痕"],
  },
  {
    id: "toggle-change-marks",
    name: "修订痕迹：显示或隐藏",
    group: "review",
    keys: [],
    place: "text",
    also: ["最终状态", "标记"],
  },
  { id: "next-change", name: "下一处修订", group: "review", keys: ["F2"], place: "text" },
  { id: "previous-change", name: "上一处修订", group: "review", keys: ["Shift+F2"], place: "text" },
  {
    id: "accept-change",
    name: "接受此处修订",
    group: "review",
    keys: ["Mod+F2"],
    place: "text",
    also: ["采纳"],
  },
  {
    id: "reject-change",
    name: "拒绝此处修订",
    group: "review",
    keys: ["Mod+Shift+F2"],
    place: "text",
    also: ["不采纳"],
  },
  {
    id: "export-changes",
    name: "导出带修订的 Word…",
    group: "review",
    keys: [],
    place: "window",
    also: ["修订稿", "痕迹"],
  },
  {
    id: "accept-all-changes",
    name: "接受全部修订",
    group: "review",
    keys: [],
    place: "text",
    also: ["采纳"],
  },
  { id: "reject-all-changes", name: "拒绝全部修订", group: "review", keys: [], place: "text" },
  {
    id: "add-note",
    name: "给本条写批注…",
    group: "review",
    keys: ["Mod+Alt+M"],
    place: "window",
    also: ["备注"],
  },
  { id: "next-dated", name: "下一处时序表述", group: "review", keys: ["F8"], place: "text" },
  { id: "previous-dated", name: "上一处时序表述", group: "review", keys: ["Shift+F8"], place: "text" },

  { id: "preview", name: "打印预览", group: "view", keys: ["F5"], place: "window", also: ["页面"] },
  {
    id: "toggle-left",
    name: "收起或展开大纲",
    group: "view",
    keys: ["Mod+\\"],
    place: "window",
    also: ["左侧"],
  },
  {
    id: "toggle-right",
    name: "收起或展开面板",
    group: "view",
    keys: ["Mod+/"],
    place: "window",
    also: ["右侧"],
  },
  {
    id: "show-suggestions",
    name: "建议",
    group: "view",
    keys: ["Mod+1", "Mod+Space", "Alt+/"],
    place: "window",
    also: ["往年条目"],
  },
  { id: "show-dated", name: "时序", group: "view", keys: ["Mod+2"], place: "window", also: ["年份"] },
  {
    id: "show-front-matter",
    name: "公文要素",
    group: "view",
    keys: ["Mod+3"],
    place: "window",
    also: ["文号", "落款", "主送"],
  },
  {
    id: "toggle-full-width",
    name: "标点自动转全角：开或关",
    group: "view",
    keys: [],
    place: "window",
    also: ["半角", "标点"],
  },
  {
    id: "toggle-completion",
    name: "补全句子：开或关",
    group: "view",
    keys: [],
    place: "window",
    also: ["自动补全", "联想"],
  },
  { id: "show-origins", name: "文字来源", group: "view", keys: ["Mod+5"], place: "window", also: ["出处"] },
  { id: "show-targets", name: "指标", group: "view", keys: ["Mod+4"], place: "window" },
  {
    id: "show-review",
    name: "核稿",
    group: "view",
    keys: ["Mod+6"],
    place: "window",
    also: ["批注", "待核实"],
  },
  { id: "focus", name: "聚焦光标所在部分", group: "view", keys: ["F4"], place: "window", also: ["专注"] },
  {
    id: "split-below",
    name: "上下拆分窗口或取消拆分",
    group: "view",
    keys: ["Mod+Alt+S"],
    place: "window",
    also: ["分屏", "两处"],
  },
  {
    id: "split-beside",
    name: "左右拆分窗口或取消拆分",
    group: "view",
    keys: [],
    place: "window",
    also: ["分屏", "两处", "并排"],
  },
  {
    id: "last-beside",
    name: "去年要点与本稿并排",
    group: "view",
    keys: [],
    place: "window",
    also: ["分屏", "对照", "左右"],
  },
  { id: "zoom-in", name: "放大页面", group: "view", keys: [], place: "window", also: ["缩放"] },
  { id: "zoom-out", name: "缩小页面", group: "view", keys: [], place: "window", also: ["缩放"] },
  { id: "zoom-fit", name: "页面适合宽度", group: "view", keys: [], place: "window", also: ["缩放"] },
  { id: "next-pane", name: "下一个区域", group: "view", keys: ["F6"], place: "window" },
  { id: "previous-pane", name: "上一个区域", group: "view", keys: ["Shift+F6"], place: "window" },

  {
    id: "tasks",
    name: "责任分解",
    group: "tools",
    keys: ["F9"],
    place: "window",
    also: ["任务", "责任单位"],
  },
  {
    id: "compare",
    name: "对照去年",
    group: "tools",
    keys: [],
    place: "window",
    also: ["比较", "对比说明", "并排通读", "对照图"],
  },
  {
    id: "compare-years",
    name: "历年对照",
    group: "tools",
    keys: [],
    place: "window",
    also: ["五年", "几年"],
  },
  {
    id: "compare-superior",
    name: "对照上级要点",
    group: "tools",
    keys: [],
    place: "window",
    also: ["覆盖", "落实", "照搬"],
  },
  {
    id: "compare-summary",
    name: "从去年总结找事项",
    group: "tools",
    keys: [],
    place: "window",
    also: ["没做完", "来年打算"],
  },
  {
    id: "versions",
    name: "版本…",
    group: "tools",
    keys: [],
    place: "window",
    also: ["初稿", "送审稿", "恢复", "花脸稿", "修订"],
  },
  {
    id: "summary-outline",
    name: "导出总结提纲…",
    group: "tools",
    keys: [],
    place: "window",
    also: ["年终总结", "完成情况"],
  },
  {
    id: "calendar",
    name: "时序表…",
    group: "tools",
    keys: [],
    place: "window",
    also: ["会议", "周年", "规划"],
  },
  {
    id: "add-to-library",
    name: "本稿收入事项库",
    group: "tools",
    keys: [],
    place: "window",
    also: ["入库"],
  },
  {
    id: "word-count",
    name: "字数统计…",
    group: "tools",
    keys: ["Mod+Shift+G"],
    place: "window",
    also: ["5000字", "精简", "删减"],
  },
  {
    id: "library",
    name: "事项库",
    group: "tools",
    keys: ["Mod+Shift+F"],
    place: "window",
    also: ["往年", "搜索"],
  },

  { id: "palette", name: "查找命令…", group: "help", keys: ["Mod+K"], place: "window" },
  { id: "shortcuts", name: "快捷键", group: "help", keys: ["F1"], place: "window", also: ["帮助"] },
  { id: "tour", name: "新手引导", group: "help", keys: [], place: "window", also: ["入门", "介绍", "教程"] },
] as const satisfies readonly CommandEntry[];

type Row = (typeof TABLE)[number];
export type CommandId = Row["id"];
export type WindowCommandId = Extract<Row, { readonly place: "window" }>["id"];
export type TextCommandId = Extract<Row, { readonly place: "text" }>["id"];

/** A row of the table. */
export interface PlanCommand extends CommandEntry {
  readonly id: CommandId;
}

/** Every command, in the order of the menus. */
export const COMMANDS: readonly PlanCommand[] = TABLE;

/** The command with this id; undefined for a text that is no id. */
export function commandOf(id: string): PlanCommand | undefined {
  return COMMANDS.find((command) => command.id === id);
}

/** The command that a key, written as in the table, belongs to. */
export function commandOfKey(key: string): PlanCommand | undefined {
  return COMMANDS.find(({ keys }) => keys.includes(key));
}
