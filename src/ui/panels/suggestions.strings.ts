import type { SuggestContext, Suggestion } from "../../core/suggest/suggestion.ts";

type Reason = Suggestion["reasons"][number];

export const suggestionStrings = {
  list: "往年条目",
  hint: "Alt+/ 进入，Enter 插入，→ 挑句子，Shift+Enter 看原文",
  source: "在原文中查看",
  search: "在事项库中查找",
  inSentences: "空格标记，Enter 插入，← 返回",
  empty: "没有相近的往年条目",
  emptyText: "换几个词，或继续写，建议会跟着光标更新。",
  waiting: "把光标放进条目，这里会列出往年相近的写法。",
  places: {
    heading: "相近的往年条目",
    body: "相近的往年写法",
    section: "这一部分通常写、本稿还没写到的",
  } satisfies Record<SuggestContext["place"], string>,
  unavailable: "事项库不可用",
  remedy: "写作、保存和导出不受影响。",
  reasonsUnavailable: {
    "no-sqlite": "当前运行环境不带数据库。请用安装版的“要点”打开。",
    damaged: "事项库文件已损坏，已原样留存。重新启动后会另建一个，再把往年文件加进来即可。",
    busy: "事项库正被另一个“要点”使用。请关闭那个“要点”后重新启动。",
    "no-space": "磁盘空间不足，事项库打不开。请清理磁盘后重新启动“要点”。",
    stopped: "事项库停止了运行。请重新启动“要点”。",
    "no-permission": "没有权限打开事项库文件。请管理员检查数据文件夹的权限。",
    newer: "事项库由更新版本的“要点”建立。请升级后再用。",
  } as Readonly<Record<string, string>>,
  reasonUnknown: "事项库打不开。请重新启动“要点”；若仍不行，请管理员检查数据文件夹。",
  retry: "重试",
  openSentences: "挑句子",
  sentence: (number: number, count: number, text: string) => `第 ${number} 句，共 ${count} 句：${text}`,
  sentenceMarked: (number: number, count: number, text: string) =>
    `已标记第 ${number} 句，共 ${count} 句：${text}`,
  insertMarked: (count: number) => `插入 ${count} 句`,
  insertWhole: "插入整条",
  item: (ordinal: string) => `第${ordinal}条`,
  years: (years: readonly number[]) => `${years.join("、")} 年写法相近`,
  found: (count: number) => `${count} 条建议`,
} as const;

/** More words, or longer ones, say no more and push the next reason out of sight. */
const WORDS_SHOWN = 2;
const WORD_LENGTH = 8;

/** Why an item is suggested, in a few words. */
export function reasonText(reason: Reason): string {
  const words = reason.words
    .slice(0, WORDS_SHOWN)
    .map((word) => `“${word.slice(0, WORD_LENGTH)}”`)
    .join("、");
  switch (reason.code) {
    case "heading":
      return words === "" ? "标题相近" : `标题含${words}`;
    case "body":
      return words === "" ? "正文相近" : `正文含${words}`;
    case "section":
      return "同一部分";
    case "topic":
      return words === "" ? "同类事项" : `同类事项：${words}`;
    case "own":
      return "本单位往年";
  }
}
