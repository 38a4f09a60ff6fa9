import type { CoverageState } from "../../core/plan/comparison-records.ts";

export const coverageStrings = {
  summary: (covered: number, partly: number, notOurs: number) =>
    `已覆盖 ${covered}，部分 ${partly}，不涉及 ${notOurs}`,
  close: (count: number) => `照搬过多 ${count} 条`,
  export: "导出对照表",
  name: "落实对照表",
  list: "上级要点逐条对照",
  filter: "只看",
  filters: {
    all: "全部",
    covered: "已覆盖",
    partly: "部分覆盖",
    "not-ours": "不涉及",
    close: "照搬过多",
    open: "还没有定的",
  },
  empty: "没有这样的条目。",
  state: (ordinal: string) => `第 ${ordinal} 条的覆盖情况`,
  states: { covered: "已覆盖", partly: "部分覆盖", "not-ours": "不涉及" } satisfies Record<
    CoverageState,
    string
  >,
  proposed: "由软件提出，请核定",
  decided: "已核定",
  confirm: "核定",
  undecide: "取消核定",
  confirmAll: (count: number) => `全部核定 ${count}`,
  confirmAllHint: "列出的各条都按现在的覆盖情况核定",
  noMatch: "本文稿中没有相近的条目。",
  add: "加进本文稿",
  goTo: "到文稿中看",
  overlap: (percent: number) => `与上级文字重合 ${percent}%`,
  tooClose: "照搬过多",
  copied: (sentence: string) => `照搬：${sentence}`,
  atCaret: "文稿中光标所在的条目",
  more: "全文",
} as const;
