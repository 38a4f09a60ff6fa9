import type { TargetAlarm } from "../../core/targets/compare-targets.ts";

export const targetStrings = {
  now: "今年指标",
  years: "历年",
  list: "指标",
  empty: "文稿里还没有指标",
  emptyText: "写到“达到 95%以上”“新增 3 所”这样的话，会自动列在这里。",
  lastValue: (value: string) => `去年目标 ${value}`,
  result: (value: string) => `去年完成 ${value}`,
  met: "（达到目标）",
  notMet: "（没有达到目标）",
  gone: "今年未列",
  isNew: "今年新增",
  summary: (count: number, alarms: number) =>
    alarms === 0 ? `${count} 项指标` : `${count} 项指标，${alarms} 项请留意`,
  onlyAlarms: "只看请留意的",
  item: (ordinal: string, heading: string) => (ordinal === "" ? heading : `${ordinal}.${heading}`),
  indicator: "指标",
  yearsNone: "事项库里没有本单位往年的要点",
  yearsNoneText: "把往年的要点加入事项库，就能看到每项指标逐年怎么变。",
  yearsReading: "正在读取往年的要点…",
  yearsFailed: (count: number) => `有 ${count} 份往年要点没有读出来，没有列入。`,
  year: (year: number | null) => (year === null ? "未知" : String(year)),
  exportTable: "导出表格",
  copyTable: "复制表格",
  copied: "已复制，可粘贴到表格或文档里。",
  notCopied: "没有复制成功，请重试。",
  yearsName: "历年指标",
  nowName: "指标对照",
  trend: "变化",
} as const;

export const ALARMS: Record<TargetAlarm, string> = {
  "below-target": "低于去年目标",
  "below-result": "低于去年完成数",
  gone: "去年有，今年未列",
  unchanged: "与去年相同",
};
