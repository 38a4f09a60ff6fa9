import type { MergeOutcome } from "../../core/suggest/library-exchange.ts";
import type { TopicProblem } from "../../core/suggest/topic-list.ts";

export const libraryStrings = {
  title: "事项库",
  close: "关闭",
  tabs: { search: "查找", documents: "文件", topics: "同义词组" },
  searchLabel: "查找往年条目",
  searchHint: "输入词语、“整句”或拼音首字母，如 xqjy",
  filters: {
    year: "年份",
    issuer: "单位",
    region: "地区",
    topic: "事项类别",
    only: "范围",
    any: "不限",
    hasTarget: "有指标",
  },
  only: { all: "全部", favourite: "已收藏", noted: "有批注", hidden: "已隐藏" },
  facet: (value: string, items: number) => `${value}（${items}）`,
  found: (rows: number, total: number) =>
    rows === total ? `${total} 条` : `${rows} 条（合并历年相近写法，共 ${total} 条）`,
  nothing: "没有找到",
  nothingText: "换几个词，或放宽筛选条件。",
  results: "查找结果",
  years: (years: readonly number[]) => `${years.join("、")} 年`,
  targets: (count: number) => `${count} 项指标`,
  favourite: "收藏",
  favourited: "已收藏",
  hide: "隐藏",
  unhide: "取消隐藏",
  hiddenHint: "隐藏的条目不再出现在建议里",
  units: "责任单位",
  deadline: "时限",
  targetList: "指标",
  note: "批注",
  notePlaceholder: "只有本机看得到",
  insert: "插入到文稿",
  source: "打开原文",
  back: "返回",
  correctText: "更正文字",
  itemText: {
    heading: "标题",
    body: "正文",
    hint: "只改事项库里的这一条；原文保留，随时可以恢复。",
    noHeading: "标题不能为空。",
    save: "保存",
    cancel: "取消",
    corrected: "与原文的差别",
    restore: "恢复原文",
    restored: "已恢复原文。",
    undo: "撤销恢复",
  },
  pick: "选中一条，这里显示全文、历年变化和批注。",
  item: (ordinal: string) => `第${ordinal}条`,
  changesFrom: (year: number | string, before: number | string) => `${year} 年与 ${before} 年相比`,
  same: "文字没有变化。",
  unknownYear: "未知年份",
  add: "添加文件",
  exportFile: "导出事项库",
  importFile: "导入事项库文件",
  rebuild: "重建索引",
  rebuilding: (done: number, total: number) => `正在重建：${done} / ${total}`,
  working: "正在处理…",
  rebuilt: (documents: number) => `已按 ${documents} 份文件重建。`,
  rebuildFailed: (names: readonly string[]) => `以下文件无法重建，原有条目已保留：${names.join("、")}`,
  exported: (name: string) => `已导出“${name}”。`,
  added: (title: string) => `已加入“${title}”。`,
  updated: (title: string) => `“${title}”已有，已按新文件更新。`,
  columns: { title: "文件", issuer: "单位", year: "年份", items: "条目", actions: "操作" },
  correct: "更正",
  reread: "重新读取",
  rereadNone: "原文件没有保存，请用“添加文件”重新加入。",
  reread_done: (title: string, items: number) => `已重新读取“${title}”，共 ${items} 条。`,
  waiting: (count: number) => `${count} 处批注或更正暂时找不到对应条目，已保留。`,
  remove: "移除",
  removeSure: "确定移除？",
  removeHint: "条目和批注一起移除，原文件不受影响",
  removed: (title: string) => `已移除“${title}”。`,
  correction: { title: "标题", issuer: "单位", region: "地区", year: "年份", save: "保存", cancel: "取消" },
  badYear: "年份应为四位数字。",
  topicsHint: "一行一组，组内用顿号隔开。写其中一个词时，建议也会找其他词。",
  topicsLabel: "同义词组",
  save: "保存",
  restore: "恢复内置词组",
  topicsSaved: "已保存，建议已按新词组更新。",
  topicsBusy: "正在按新词组更新…",
  report: (added: number, unchanged: number, kept: number, refused: number) =>
    `新增 ${added} 份，已有 ${unchanged} 份，内容不同而保留本机的 ${kept} 份，拒绝 ${refused} 份。`,
  reportNotes: (marks: number, corrections: number) => `并入批注 ${marks} 处，条目更正 ${corrections} 处。`,
  unavailable: "事项库不可用，写作、保存和导出不受影响。",
} as const;

const PROBLEMS: Record<TopicProblem["code"], string> = {
  "one-word": "只有一个词，至少要两个",
  "too-long": "词太长，最多 30 个字",
  "too-many-words": "词太多，一组最多 50 个",
  "too-many-lines": "组太多，最多 2000 组",
};

/** What is wrong with a line of the topic groups. */
export function problemText({
  line,
  code,
  word,
}: {
  readonly line: number;
  readonly code: string;
  readonly word: string;
}): string {
  const known = Object.entries(PROBLEMS).find(([name]) => name === code)?.[1] ?? code;
  return `第 ${line} 行“${word.slice(0, 12)}”：${known}。`;
}

const OUTCOMES: Record<MergeOutcome["outcome"], string> = {
  added: "新增",
  unchanged: "已有",
  kept: "内容不同，保留本机的",
  refused: "无法使用，已拒绝",
};

/** What became of one document of a library file. */
export function outcomeText({ name, title, outcome }: MergeOutcome): string {
  return `${title || name}：${OUTCOMES[outcome]}`;
}
