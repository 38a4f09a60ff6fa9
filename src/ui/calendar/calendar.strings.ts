import type { CalendarKind, CalendarProblemCode } from "../../core/rollover/office-calendar.ts";

export const calendarStrings = {
  title: "时序表",
  intro: "推移年份、届次和周年时查这些表。本单位可以补充，也可以用同名的一行改正内置的一行。",
  shipped: (count: number) => `内置 ${count} 行`,
  completeUntil: (day: string) => `收录到 ${day}`,
  shippedSource: (source: string) => `依据：${source}`,
  own: "本单位补充",
  none: "还没有补充。",
  add: "添加一行",
  remove: (name: string) => (name === "" ? "删除这一行" : `删除“${name}”`),
  cell: (column: string, place: number) => `${column} ${place}`,
  source: "依据",
  sourceHint: "文件或公报",
  doubtful: "待核实",
  doubtfulHint: "接续的名称还没有查到正式文件",
  meetingsUntil: "会议已补全到",
  meetingsUntilHint: "写明后，到这一天为止的会议不再提示“请核对”。例如：2026-12-31",
  tables: "表",
  save: "保存",
  cancel: "取消",
  notSaved: "没有保存成功，原有的表未改动。请重试。",
  notRead: "本单位补充的行没有读出来，现在不能修改。请关闭后重试。",
  saved: (changed: number) =>
    changed === 0 ? "时序表已保存。" : `时序表已保存，文稿中 ${changed} 处待定的说法有了新的结果。`,
  unused: (count: number) => `有 ${count} 行与内置的表对不上，没有采用，请改正。`,
  problems: (count: number) => `有 ${count} 处要改正，还没有保存。`,
  open: "时序表…",
  meetingsKnown: (day: string) => `会议日程收录到 ${day}`,
} as const;

/** Name of a table, its columns in the order in which they are typed, and an example for each. */
export const TABLES: Record<
  CalendarKind,
  {
    readonly name: string;
    readonly columns: readonly {
      readonly key: "name" | "from" | "to" | "next";
      readonly label: string;
      readonly example: string;
    }[];
  }
> = {
  meeting: {
    name: "会议",
    columns: [
      { key: "name", label: "会议", example: "二十届五中全会" },
      { key: "to", label: "闭幕日期", example: "2026-10-20" },
    ],
  },
  plan: {
    name: "五年规划",
    columns: [
      { key: "name", label: "规划", example: "十六五" },
      { key: "from", label: "起始年", example: "2031" },
      { key: "to", label: "结束年", example: "2035" },
    ],
  },
  programme: {
    name: "行动计划",
    columns: [
      { key: "name", label: "名称", example: "某某三年行动计划" },
      { key: "from", label: "起始年", example: "2025" },
      { key: "to", label: "结束年", example: "2027" },
      { key: "next", label: "接续的计划", example: "可不填" },
    ],
  },
  campaign: {
    name: "主题教育、活动",
    columns: [
      { key: "name", label: "名称", example: "某某学习教育" },
      { key: "from", label: "起始年", example: "2026" },
      { key: "to", label: "结束年", example: "2026" },
    ],
  },
  anniversary: {
    name: "周年",
    columns: [
      { key: "name", label: "纪念的事", example: "建校" },
      { key: "from", label: "发生年", example: "1952" },
    ],
  },
  counter: {
    name: "每年一届的活动",
    columns: [
      { key: "name", label: "活动", example: "全区读书节" },
      { key: "from", label: "首届年份", example: "2011" },
    ],
  },
};

/** Why a row is not taken, and what to do. */
export const PROBLEMS: Record<CalendarProblemCode, string> = {
  "no-name": "名称至少写两个字。",
  "bad-meeting": "会议写成“二十一大”或“二十届五中全会”这样。",
  "bad-plan": "规划写成“十六五”这样。",
  "bad-day": "日期写成 2026-10-20 这样，而且要真有这一天。",
  "bad-year": "年份写成 2026 这样的四位数字。",
  "out-of-order": "先后不对：结束不能早于开始，会议要按届次先后。",
  "no-congress": "没有这一届大会，请先补上这一届的大会。",
  "before-congress": "全会不能早于本届大会闭幕。",
  twice: "同一张表里已有同名的一行。",
  "successor-earlier": "前后衔接不上：接续的计划要在这一项结束之后开始。",
};
