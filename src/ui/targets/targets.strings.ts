import type { TargetAlarm } from "../../core/targets/compare-targets.ts";

export const targetStrings = {
  now: "今年指标",
  years: "历年",
  last: "去年的要点",
  lastNone: "不对照",
  list: "指标",
  empty: "文稿里还没有指标",
  emptyText: "写到“达到 95%以上”“新增 3 所”这样的话，会自动列在这里。",
  lastValue: (value: string) => `去年 ${value}`,
  gone: "今年未列",
  isNew: "今年新增",
  summary: (count: number, alarms: number) =>
    alarms === 0 ? `${count} 项指标` : `${count} 项指标，${alarms} 项请留意`,
  item: (ordinal: string, heading: string) => (ordinal === "" ? heading : `${ordinal}.${heading}`),
  indicator: "指标",
  yearsNone: "事项库里没有本单位往年的要点，无法列出历年指标。",
  yearsOf: (issuer: string) => `${issuer}历年指标`,
  year: (year: number | null) => (year === null ? "未知" : String(year)),
  exportTable: "导出表格",
  exportName: "历年指标.docx",
  exported: (name: string) => `已导出“${name}”。`,
  trend: "变化",
} as const;

export const ALARMS: Record<TargetAlarm, string> = {
  "below-target": "低于去年目标",
  "below-result": "低于去年完成数",
  gone: "去年有，今年未列",
  unchanged: "与去年相同",
};
