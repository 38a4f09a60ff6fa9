import type { TourPlace } from "./tour-places.ts";

interface StepWords {
  readonly title: string;
  readonly text: string;
}

export const tourStrings = {
  steps: {
    page: {
      title: "在这里写",
      text: "和在 Word 里一样写。编号自动排：按 Enter 写下一条，按 Tab 或 Shift+Tab 降一级、升一级。改错了，按 Ctrl+Z 撤销。",
    },
    outline: {
      title: "左边是大纲",
      text: "点标题就转到那里。按 Alt+Shift+↑ 或 ↓，整条连同下面的内容一起移动，编号跟着变。",
    },
    panels: {
      title: "右边是往年写法和要核对的地方",
      text: "“建议”列出与光标所在条目相近的往年写法，“时序”列出要跟着年份改的会议、规划、周年和届次，一处按一个键。",
    },
    export: {
      title: "写好以后",
      text: "“对照”和去年逐条比较，也在那里留存和恢复版本。“导出”得到公文格式的 Word 文件。每次改动都会自动存到本机。忘了命令在哪里，按 Ctrl+K 找。",
    },
  } satisfies Record<TourPlace, StepWords>,
  progress: (step: number, all: number) => `第 ${step} 步，共 ${all} 步`,
  back: "上一步",
  next: "下一步",
  skip: "跳过",
  done: "开始写",
} as const;
