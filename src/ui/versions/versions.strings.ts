import type { VersionCause, VersionLabel, VersionStep } from "../../core/plan/version.ts";
import type { ChangeCounts } from "./version-changes.ts";

export const STEP_NAMES: Record<VersionStep, string> = {
  draft: "初稿",
  consultation: "征求意见稿",
  submission: "送审稿",
  countersign: "会签稿",
  issued: "印发稿",
};

const CAUSE_NAMES: Record<VersionCause, string> = {
  save: "保存时自动留存",
  export: "导出时自动留存",
  restore: "恢复前自动留存",
  replace: "全部替换前自动留存",
  paste: "粘贴整篇前自动留存",
  dated: "批量推移前自动留存",
  revisions: "批量处理修订前自动留存",
  returned: "采用返回内容前自动留存",
};

/** A list of counts; what did not happen is not said. */
const COUNTED = [
  { of: "added", name: "增" },
  { of: "dropped", name: "删" },
  { of: "changed", name: "改" },
  { of: "moved", name: "移" },
] as const;

export const versionStrings = {
  step: "阶段",
  noStep: "不分阶段",
  name: "名称（可不填）",
  remark: "备注（可不填）",
  author: "本人姓名",
  keep: "留存当前版本",
  rename: "改所选版本的名称",
  list: "版本",
  empty: "还没有版本。送审、会签、印发之前各留存一份，以后随时可以对比和恢复。",
  damaged: (count: number) =>
    `有 ${count} 个版本的文件已损坏，没有列出。文稿和其他版本不受影响，请现在再留存一份。`,
  unavailable: "版本读不出来，文稿不受影响，可照常编写和保存。",
  facts: (time: string, author: string, characters: number) =>
    author === "" ? `${time}　${characters} 字` : `${time}　${author}　${characters} 字`,
  counted: "列表里的增减",
  countedAgainst: { now: "增减：从该版本到现在", previous: "增减：从上一版到该版本" },
  counts: (counts: ChangeCounts) =>
    COUNTED.flatMap(({ of, name }) => (counts[of] > 0 ? [`${name} ${counts[of]}`] : [])).join("　") ||
    "文字相同",
  stopCounting: (left: number) => `正在比较，还有 ${left} 个，点此停止`,
  choose: "选一个版本，看它与现在的文稿有什么不同。",
  against: "对比到",
  now: "现在的文稿",
  views: { inline: "合并显示", side: "左右并排" },
  same: "两个版本的文字相同。",
  changes: (count: number) => `${count} 处不同`,
  restore: "恢复整个版本",
  restored: "已恢复到所选版本，恢复前的文稿也留了一份。按 Ctrl+Z 可撤销。",
  nothingToRestore: "现在的文稿与所选版本相同。",
  restoreBlock: "恢复这一条",
  moveBack: "移回原处",
  blockRestored: "已恢复这一条，按 Ctrl+Z 可撤销。",
  blockRefused: "这一条原来的位置已经变了，不能单独恢复。请恢复整个版本，或在左边复制文字。",
  copies: { asFormatting: "导出花脸稿", asRevisions: "导出修订稿", clean: "导出清样" },
  copyNames: { asFormatting: "花脸稿.docx", asRevisions: "修订稿.docx", clean: "清样.docx" },
  option: (name: string, time: string) => `${name}（${time}）`,
  exported: (name: string) => `已导出“${name}”。`,
  kept: "已留存。",
  renamed: "已改名。",
  parts: { title: "标题", leadIn: "导语", heading: "部分标题和段落", closing: "结尾" },
} as const;

/** What a version is called in lists. */
export function versionName({ step, name }: VersionLabel, cause: VersionCause | null): string {
  if (step !== null) return name === "" ? STEP_NAMES[step] : `${STEP_NAMES[step]}：${name}`;
  if (name !== "") return name;
  return cause === null ? "未命名版本" : CAUSE_NAMES[cause];
}
