/**
 * Which phrases certainly refer to the plan they stand in. A number of another document must never be taken for one of
 * ours, so a phrase counts only behind words that refer, and not where the sentence speaks of another document.
 */
import { type ReferencePhrase, referencePhrases } from "./phrases.ts";

export interface OwnPhrase extends ReferencePhrase {
  /** Whether the words before it say 本部分: the section it stands in. */
  readonly inSection: boolean;
}

const GLUE = "(?:中的|里的|的|中|之)?";
const THIS_PLAN = new RegExp(`(?:本(?:工作)?要点|本文件?|本稿|本计划|上述|前述|上文|下文|前文|后文)${GLUE}$`);
const THIS_SECTION = new RegExp(`本(?:部分|节|章)${GLUE}$`);
/** 见, not as the end of 意见, 常见, 可见 … */
const SEE = /(?<![意常可听看预罕偏主高会接召政再成足易不少望碰遇拜创洞相引己远])见[：:]?$/;
const VERB = /(?:按照?|依照|依据|根据|参照|对照|结合|落实|衔接|纳入|列入|并入|归入|对应|(?<!参)与)$/;

/** Another document, wherever in the sentence it is named. */
const NAMED_DOCUMENT = /[《〈〔]|附件|附表|附录|去年|上年|往年|\d{4}年度?(?:工作)?要点/;
/** Kinds of documents and contracts that are cited by number. */
const KIND_OF_DOCUMENT =
  /条例|办法|规定|细则|规划|纲要|意见|决定|决议|通知|通报|方案|报告|章程|公约|标准|指南|准则|计划|总结|清单|文件|讲话|法律|法规|法第|合同|协议/;

const JOINER = /^(?:、|和|及|与|以及|，)$/;
/** What may follow 三、 or （二） where it is the whole reference. */
const CLAUSE_END = /^[”）)；;。，,]|^$/;

/** Characters before a phrase that are looked at for what it refers to. */
const LONGEST_SENTENCE = 200;

/** Phrases of a paragraph that are about its own plan, in order. */
export function ownPhrases(text: string): readonly OwnPhrase[] {
  const own: OwnPhrase[] = [];
  for (const phrase of referencePhrases(text)) {
    const before = text.slice(Math.max(0, phrase.from - LONGEST_SENTENCE), phrase.from);
    const last = own.at(-1);
    const joined = last !== undefined && !phrase.bare && JOINER.test(text.slice(last.to, phrase.from));
    const inSection = THIS_SECTION.test(before);
    if (
      inSection ||
      THIS_PLAN.test(before) ||
      ((joined || refers(text, phrase, before)) && !isRule(text, phrase))
    )
      own.push({ ...phrase, inSection: inSection || (joined && last.inSection) });
  }
  return own;
}

/** Whether the words before a phrase refer, and to no other document. */
function refers(text: string, phrase: ReferencePhrase, before: string): boolean {
  const sees = SEE.test(before);
  if (!sees && (phrase.bare || phrase.article || !VERB.test(before))) return false;
  const sentence = before.slice(before.search(/[^。！？；;\n]*$/));
  if (NAMED_DOCUMENT.test(sentence)) return false;
  if (!sees) return !KIND_OF_DOCUMENT.test(sentence);
  if (phrase.bare && !CLAUSE_END.test(text.slice(phrase.to, phrase.to + 1))) return false;
  return !KIND_OF_DOCUMENT.test(before.slice(before.search(/[^，,（(：:。！？；;\n]*$/)));
}

/** 第三条规定 and 第三条第二款 are a law's. */
function isRule(text: string, { to }: ReferencePhrase): boolean {
  return /^(?:之?规定|第[^，。；]{1,4}款)/.test(text.slice(to, to + 6));
}
