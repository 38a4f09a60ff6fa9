/** Sentences of a plan that ask nobody to do anything. A proposal: the drafter has the last word. */

const STATEMENTS: readonly RegExp[] = [
  // 重点抓好以下工作：
  /[：:]$/,
  /^(?:今年|明年|本年度?|\d{4}年)是[^，,]*$/,
  /(?:开局|收官|攻坚|关键|起步|奋进|实施|建设|提升)之?年[。，,]?$/,
  /^(?:\d{4}年.{0,20})?(?:工作的?)?(?:总体要求|总体思路|指导思想|工作思路|总体目标|基本原则)(?:是|为)/,
  /(?:现)?(?:制定|提出|印发)(?:如下|以下|本)(?:工作)?(?:要点|意见|安排)/,
  // What was reached already.
  /(?:已经?|目前)(?:完成|建成|达到|实现|启动)/,
];
/** Characters that a sentence needs to be a task: 依法治教 is one, 为此 is none. */
const FEWEST_CHARACTERS = 4;

/** Whether a sentence asks for something to be done. */
export function isTaskSentence(sentence: string): boolean {
  const text = sentence.trim();
  const characters = text.replaceAll(/[\p{P}\s]/gu, "").length;
  return characters >= FEWEST_CHARACTERS && !STATEMENTS.some((pattern) => pattern.test(text));
}
