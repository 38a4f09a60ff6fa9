export const pastingStrings = {
  refused: {
    "paragraph-full": "这一段已有 10 万字，放不下了。请按回车另起一段。",
    "text-too-long": "粘贴的内容太长，没有放入。请分几次粘贴，或用“导入往年文件”。",
    "too-many-paragraphs": "粘贴的段落太多，没有放入。请分几次粘贴，或用“导入往年文件”。",
    "plain-text": "内容较多，已按纯文字粘贴，没有分条。要读出层级，请用“导入往年文件”。",
    "no-text": "剪贴板里没有文字，没有放入。",
  },
  pasted: (sections: number, items: number, dropped: number) => {
    if (dropped > 0) return `已按结构粘贴：${sections} 个标题，${items} 条；去掉网页内容 ${dropped} 行。`;
    return `已按结构粘贴：${sections} 个标题，${items} 条。`;
  },
  asPlainText: "改为纯文字",
} as const;
