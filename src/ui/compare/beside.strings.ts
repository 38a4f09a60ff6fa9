import type { BesideRole } from "./plans-beside.ts";

export const besideStrings = {
  file: "从文件打开",
  reading: "正在读取…",
  noPlan: (name: string) => `“${name}”里没有识别出工作要点或总结。`,
  tryFile: "请在上面另选一份，或从文件打开。",
  roles: {
    last: {
      choose: "去年的要点",
      none: "不对照",
      emptyTitle: "还没有选定去年的要点",
      emptyText: "在上面的列表里选一份往年的要点，或从文件打开。",
    },
    superior: {
      choose: "上级的要点",
      none: "选择上级的要点",
      emptyTitle: "还没有选定上级的要点",
      emptyText: "打开上级印发的要点，逐条看本文稿覆盖了哪些、哪些照搬过多。",
    },
    summary: {
      choose: "去年的总结",
      none: "选择去年的总结",
      emptyTitle: "还没有选定去年的总结",
      emptyText: "打开去年的工作总结，从中挑出没有做完的工作和来年打算，加进本文稿。",
    },
  } satisfies Record<BesideRole, Readonly<Record<string, string>>>,
} as const;
