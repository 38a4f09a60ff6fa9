import type { ProgressState } from "../../core/plan/task-records.ts";
import type { TaskStanding } from "../../core/tasks/progress.ts";

export const taskStrings = {
  title: "责任分解",
  command: "责任分解",
  back: "回到正文",
  grid: "责任分解表",
  table: "任务表",
  picture: "进度图",
  views: "显示方式",
  columns: {
    task: "工作任务",
    lead: "牵头单位",
    support: "配合单位",
    leader: "分管领导",
    deadline: "完成时限",
    target: "指标",
    state: "进展",
  },
  states: { open: "未开始", "under-way": "进行中", delayed: "滞后", done: "已完成" } satisfies Record<
    ProgressState,
    string
  >,
  standings: { done: "已完成", "under-way": "进行中", late: "逾期或滞后", open: "未开始" } satisfies Record<
    TaskStanding,
    string
  >,
  summary: (total: number, withoutOwner: number) =>
    withoutOwner === 0
      ? `${total} 项任务，都有牵头单位`
      : `${total} 项任务，${withoutOwner} 项还没有牵头单位`,
  hint: "直接输入或按 Enter 填写 · Shift+↓ 选多行，Ctrl+D 向下填充 · Delete 清空 · Esc 回到正文",
  inherited: "沿用条目",
  fromText: "文中写明",
  cell: (column: string, value: string, source: string) =>
    `${column}：${value === "" ? "未填" : value}${source === "" ? "" : `（${source}）`}`,
  notTask: "不列为任务",
  isTask: "列为任务",
  showOthers: (count: number) => `显示不列为任务的句子 ${count}`,
  division: "分解方式",
  byClause: "还没分派的，按分句列任务",
  bySentence: "还没分派的，按整句列任务",
  dividedByClause: "还没分派的句子已按分句列出，已分派的没有变，可以撤销。",
  dividedBySentence: "还没分派的分句已合回整句，已分派的没有变，可以撤销。",
  alreadyByClause: "没有可再按分句列出的句子，没有改动。",
  alreadyBySentence: "没有可合回整句的分句，没有改动。",
  split: "拆分…",
  merge: "并入上一条",
  note: "完成情况…",
  noteDialog: { title: "完成情况", hint: "按科室报送的内容填写。", save: "保存", cancel: "取消" },
  goTo: "到正文",
  tools: "这一条的操作",
  export: "导出表格",
  exportAll: "责任分解表（XLSX）",
  exportPacks: "总表和各单位分表（XLSX）",
  quoteFormulas: "公式样文字前加单引号",
  import: "导入完成情况…",
  remember: "沿用去年责任单位…",
  office: "本单位信息…",
  noUnits: "先填好本单位的科室，分派时就能按名称或拼音首字母选。",
  emptyTitle: "还没有可分解的任务",
  emptyText: "正文里写好条目后，每句话会列成一项任务，在这里分派单位和时限。",
  exported: (files: number, name: string) =>
    files === 1 ? `已导出“${name}”` : `已导出“${name}”和 ${files - 1} 份各单位分表`,
  exportedCopies: (files: number, name: string) =>
    files === 1
      ? `已导出“${name}”，文件在浏览器的下载文件夹里。`
      : `已导出“${name}”和 ${files - 1} 份各单位分表，文件在浏览器的下载文件夹里。`,
  remembered: (count: number) =>
    count === 0
      ? "去年的文件里没有可沿用的责任单位，没有改动。"
      : `已为 ${count} 项任务沿用去年的责任单位，可以撤销。`,
  failures: {
    damaged: (name: string) => `“${name}”已损坏，没有导入，文稿未改动。请让科室重新发一份。`,
    newer: (name: string) => `“${name}”由更新版本的软件导出，没有导入，文稿未改动。请先升级本软件。`,
    foreign: (name: string) => `“${name}”不是这份文稿的责任分解表，没有导入，文稿未改动。请核对后再选。`,
  },
  lost: {
    title: (count: number) => `${count} 项已分派的任务在正文里找不到了`,
    text: "句子改动超过一半或已删去。把句子恢复，分派会自动接上；不再需要的可以清除。",
    discard: "清除",
  },
  splitDialog: {
    title: "拆分任务",
    text: "选择从哪里拆开，后一段沿用同样的单位，进展从头记起。",
    confirm: "拆开",
    cancel: "取消",
    noCut: "这一条只有一个分句，无法再拆。",
  },
  returned: {
    title: (name: string) => `导入“${name}”的完成情况`,
    none: "表中内容与文稿一致，没有改动。",
    changes: (count: number) => `表中有 ${count} 项改动，勾选的会更新到文稿：`,
    value: (column: string, before: string, after: string) =>
      before === "" ? `${column}填为“${after}”` : `${column}由“${before}”改为“${after}”`,
    unchanged: (count: number) => `${count} 项没有变化`,
    unknown: (count: number) => `${count} 行不是本文稿的任务，不导入：`,
    unclear: (count: number) => `${count} 行的进展不认识，只取完成情况：`,
    from: (before: string, after: string) => `${before} → ${after}`,
    apply: "更新",
    close: "关闭",
    cancel: "取消",
    applied: (count: number) => `已更新 ${count} 项任务，可以撤销。`,
  },
  progress: {
    title: (plan: string) => `${plan}任务进度`,
    byUnit: "按牵头单位",
    bySection: "按部分",
    noUnit: "未定牵头单位",
    noSection: "未分部分",
    save: "存为图片（PNG）",
    saved: "进度图",
    withoutOwner: (count: number) => `无牵头单位 ${count}`,
    description: (total: number, done: number, underWay: number, late: number, open: number) =>
      `共 ${total} 项：已完成 ${done}，进行中 ${underWay}，逾期或滞后 ${late}，未开始 ${open}`,
  },
} as const;
