export const outlineStrings = {
  tree: "大纲",
  empty: "还没有部分和条目。在正文里按 Ctrl+Enter 新增条目。",
  untitled: "未写标题",
  characters: (count: number) => `${count} 字`,
  openDated: (count: number) => `${count} 处时序待定`,
  deleted: "已删除所选各条，连同其下的内容。",
  undo: "撤销",
  noParts: "大纲里只能粘贴整条或整个部分。要粘贴文字，请先点到正文里。",
  expand: "展开",
  collapse: "收起",
  title: "标题",
} as const;
