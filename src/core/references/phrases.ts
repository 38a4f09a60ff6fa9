/** Words that may refer to a part of a plan: 第12项, 第三部分第5项, 第（二）部分, 三、（二）. */

/** A number of a phrase; offsets into the text. `part`: 第三部分, which is a part only in plans that have parts. */
export interface PhraseNumber {
  readonly level: "part" | "section" | "subsection" | "item";
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface ReferencePhrase {
  readonly from: number;
  readonly to: number;
  /** From the outermost level inwards; several items stand for a list or range such as 第3、5项. */
  readonly numbers: readonly PhraseNumber[];
  /** Whether it is written as an outline writes its numbers (三、 or （二）), not with 第. */
  readonly bare: boolean;
  /** Whether items are called 条, as laws call theirs. */
  readonly article: boolean;
}

const CHINESE = "[一二三四五六七八九十百零〇]{1,5}";
const NUMBER = `(?:\\d{1,4}|[０-９]{1,4}|${CHINESE})`;
/** What may stand between two levels of one phrase. */
const GLUE = "(?:中的|里的|的|中|之)?";
const LIST_SIGN = "(?:、|和|及|与|至|到|—|－|-|~|～)";

const PHRASE = new RegExp(
  [
    "(?=[第“（(一二三四五六七八九十])",
    `(?:第(?<part>${NUMBER})(?:部分|大部分|大项)${GLUE})?`,
    `(?:“?(?<section>${CHINESE})、”?${GLUE})?`,
    `(?:(?<ordinal>第)?“?[（(](?<subsection>${CHINESE})[）)]”?(?:部分|项|条)?${GLUE})?`,
    // 项目, 条例 and 第3条第2款 are other things.
    `(?:第(?<items>${NUMBER}(?:${LIST_SIGN}第?${NUMBER})*)(?<unit>项|条)(?![目款例线件约文令]))?`,
  ].join(""),
  "dg",
);

/** Every such phrase of a text, whatever it refers to; `isOwn` tells which are about the plan itself. */
export function referencePhrases(text: string): readonly ReferencePhrase[] {
  if (!/[第、（(]/.test(text)) return [];
  return [...text.matchAll(PHRASE)].flatMap((match) => phraseOf(match) ?? []);
}

function phraseOf(match: RegExpExecArray): ReferencePhrase | undefined {
  const { indices, groups } = match;
  const numbers = LEVELS.flatMap(([group, level]) => {
    const range = indices?.groups?.[group];
    return range ? numbersIn(groups?.[group] ?? "", range[0], level) : [];
  });
  const last = numbers.at(-1);
  if (!last) return undefined;
  const { part, ordinal, items, unit } = groups ?? {};
  const trimmed = match[0].replace(/(?:中的|里的|的|中|之)$/, "");
  return {
    from: match.index,
    to: match.index + trimmed.length,
    numbers,
    bare: part === undefined && ordinal === undefined && items === undefined,
    article: unit === "条",
  };
}

const LEVELS = [
  ["part", "part"],
  ["section", "section"],
  ["subsection", "subsection"],
  ["items", "item"],
] as const;

const EACH_NUMBER = new RegExp(NUMBER, "g");

function numbersIn(text: string, start: number, level: PhraseNumber["level"]): readonly PhraseNumber[] {
  return [...text.matchAll(EACH_NUMBER)].map(({ index, 0: number }) => ({
    level,
    from: start + index,
    to: start + index + number.length,
    text: number,
  }));
}
