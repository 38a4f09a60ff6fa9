import type { LineKind } from "../../core/editor/lines.ts";
import type { Change } from "../../core/revise/change.ts";

/** What happened, in a word. */
const CHANGE_NAMES = {
  inserted: "新增",
  deleted: "删去",
  moved: "移动",
  kind: "改级",
  split: "分段",
  joined: "并段",
  words: { inserted: "插入", deleted: "删除", replaced: "替换" },
} as const;

const KINDS: Readonly<Record<LineKind, string>> = {
  title: "标题",
  part: "第一部分",
  section: "一、",
  subsection: "（一）",
  item: "条目",
  clause: "一是",
  paragraph: "段落",
};

export const reviseStrings = {
  title: "修订",
  tracking: "修订模式",
  hint: "打开修订模式后，增删改都留下痕迹，可以逐处接受或拒绝。快捷键 Ctrl+Shift+E。",
  none: "还没有修订。正常写就行，每处改动都会列在这里。",
  leftOpen: "修订模式已关闭，下面这些修订仍待处理。",
  author: "署名",
  noAuthor: "修订模式已打开，还没有写署名，别人看不出是谁改的。",
  writeAuthor: "填写署名",
  authorPlaceholder: "写上姓名，别人才知道是谁改的",
  previous: "上一处",
  next: "下一处",
  acceptAll: "全部接受",
  rejectAll: "全部拒绝",
  acceptPart: "接受本条",
  rejectPart: "拒绝本条",
  accept: "接受",
  reject: "拒绝",
  outside: "标题、导语和结尾",
  gone: "已删去的部分",
  untitled: "（未写标题）",
  kindChanged: (kind: LineKind) => `改为${KINDS[kind]}`,
  emptyLine: "（空行）",
  noName: "未署名",
  justNow: "刚刚",
  byline: (author: string, time: string) => `${author}　${time}`,
  more: (count: number) => `显示其余 ${count} 处`,
  deed: (deed: string, change: string) => `${deed}：${change}`,
  hideMarks: "隐藏痕迹",
  showMarks: "显示痕迹",
  export: "导出带修订的 Word…",
  exportName: "修订稿.docx",
  nothingToExport: "没有待处理的修订。要导出定稿，请用“导出”。",
  exported: (name: string, unsigned: number) =>
    unsigned > 0
      ? `已导出“${name}”，可在 Word 或 WPS 里逐处接受。有 ${unsigned} 处没有署名，Word 里显示的不是改稿人。`
      : `已导出“${name}”，每处修订都有署名和时间，可在 Word 或 WPS 里逐处接受。`,
} as const;

/** Name of a change in lists. */
export function changeName(change: Change): string {
  if (change.kind !== "text") {
    if (!change.words) return CHANGE_NAMES[change.kind];
    return change.kind === "inserted" ? CHANGE_NAMES.split : CHANGE_NAMES.joined;
  }
  if (change.deleted === "") return CHANGE_NAMES.words.inserted;
  return change.inserted === "" ? CHANGE_NAMES.words.deleted : CHANGE_NAMES.words.replaced;
}
