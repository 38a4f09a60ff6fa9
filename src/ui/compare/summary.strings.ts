import type { UnfinishedReason } from "../../core/targets/unfinished-work.ts";

export const summaryStrings = {
  list: "去年总结中可以接着做的事",
  count: (ideas: number, unfinished: number) => `来年打算 ${ideas} 条，没做完 ${unfinished} 处`,
  hideWritten: "只看还没写到的",
  noneTitle: "这份总结里没有找到来年打算和没有做完的工作",
  noneText: "请另选一份，或核对选的是不是工作总结。",
  allWritten: "都已写进本文稿。",
  under: (heading: string) => `见“${heading}”`,
  shortfall: (planned: string, done: string) => `计划${planned}，完成${done}`,
  similar: "本文稿中相近的：",
  written: "本文稿已写：",
  section: "加到哪一部分",
  add: "加入文稿",
  added: (heading: string) => `已加到“${heading}”末尾，撤销可取回。`,
  addedHere: "已加入文稿，撤销可取回。",
  outline: "导出总结提纲",
  outlineHint: "按本文稿的部分和条目排好，每条和每项指标各留一处“完成情况”，年终照着填。",
  outlineName: "工作总结提纲.docx",
  outlineDone: (name: string, targets: number) =>
    targets === 0
      ? `已导出“${name}”，每条留有一处“完成情况”。`
      : `已导出“${name}”，每条和 ${targets} 项指标各留有一处“完成情况”。`,
  reasons: {
    idea: "来年打算",
    shortfall: "没有完成数",
    "under-way": "正在推进",
    expected: "预计完成",
    planned: "已有计划",
    "not-yet": "尚未完成",
    problem: "存在不足",
  } satisfies Record<UnfinishedReason, string>,
} as const;
