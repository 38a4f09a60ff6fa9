/** Words of the tab of reused texts. */
export const originStrings = {
  list: "文字来源",
  empty: "这份要点里没有引自往年条目的文字。",
  emptyText: "从“建议”插入的条目和句子会在这里列出。一句话改得只剩不到一半原文时，就不再算引用。",
  summary: (texts: number, share: number) =>
    share < 1 ? `引用 ${texts} 处，不到全文的 1%` : `引用 ${texts} 处，占全文 ${share}%`,
  item: (ordinal: string) => `第${ordinal}条`,
  length: (places: number, characters: number) =>
    places > 1 ? `${places} 处，${characters} 字` : `${characters} 字`,
  hint: "按 Enter 到文中查看，有几处的再按一次看下一处",
} as const;
