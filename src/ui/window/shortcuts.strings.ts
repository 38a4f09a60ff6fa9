/** The shortcut sheet: groups of keys and what they do. */
export const SHORTCUTS: readonly {
  readonly group: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}[] = [
  {
    group: "文稿",
    keys: [
      { keys: "Ctrl+S", does: "保存" },
      { keys: "Ctrl+Shift+S", does: "另存为" },
      { keys: "Ctrl+E", does: "导出" },
      { keys: "F5", does: "打印预览，再按返回正文" },
      { keys: "Ctrl+P", does: "打印" },
      { keys: "Ctrl+Z", does: "撤销" },
      { keys: "Ctrl+Y", does: "重做" },
      { keys: "F1", does: "这张表" },
    ],
  },
  {
    group: "写作",
    keys: [
      { keys: "Enter", does: "分段，或在标题后开始下一条" },
      { keys: "Ctrl+Enter", does: "在下方新增条目" },
      { keys: "Ctrl+Shift+Enter", does: "新增部分" },
      { keys: "Tab", does: "降一级" },
      { keys: "Shift+Tab", does: "升一级" },
      { keys: "Alt+Shift+↑ ↓", does: "上移、下移" },
      { keys: "Ctrl+F / Ctrl+H", does: "查找、替换" },
      { keys: "F3 / Shift+F3", does: "下一处、上一处" },
      { keys: "F8 / Shift+F8", does: "下一处、上一处时序表述" },
    ],
  },
  {
    group: "建议与时序",
    keys: [
      { keys: "Ctrl+空格 或 Alt+/", does: "进入建议" },
      { keys: "↑ ↓", does: "上一条、下一条" },
      { keys: "Enter", does: "插入整条；时序中为采用" },
      { keys: "→", does: "挑句子，空格标记，Enter 插入" },
      { keys: "E / K", does: "时序中修改、保留原文" },
      { keys: "Esc", does: "回到正文原处" },
    ],
  },
  {
    group: "责任分解",
    keys: [
      { keys: "F9", does: "打开、关闭责任分解" },
      { keys: "↑ ↓ ← →", does: "换格；直接输入即填写" },
      { keys: "Shift+↑ ↓", does: "选多行" },
      { keys: "Ctrl+D", does: "向下填充" },
      { keys: "Delete", does: "清空" },
    ],
  },
  {
    group: "窗口",
    keys: [
      { keys: "F6 / Shift+F6", does: "下一个、上一个区域" },
      { keys: "Ctrl+1 … 4", does: "建议、时序、公文要素、指标" },
      { keys: "Ctrl+Shift+F", does: "事项库" },
      { keys: "Ctrl+\\", does: "收起、展开大纲" },
      { keys: "Ctrl+/", does: "收起、展开右侧面板" },
    ],
  },
];
