/** Characters that no drafter typed, or that print alike but are others: the first repairs of every line. */
import { widenMarks } from "../text/mark-widths.ts";
import radicals from "./data/radicals.json" with { type: "json" };
import { type Edit, type Stage, stageOf } from "./repair-text.ts";

const DOUBLED_MARKS =
  /(?<![，。、；：,;:.])(?:，[,，]|,[，,]|。[,，]|[,，]。|；[;；]|、、|：[:：])(?![，。、；：,;:.])/g;
/** Fewer are slips of the drafter, or marks around something lost, and stay. */
const FEWEST_DOUBLED = 5;

const PINYIN = /(?<=\p{Script=Han})[（(][a-zɑɡü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zɑɡ]{0,4}[）)]/gu;

const BROKEN_BYTES: Readonly<Record<string, string>> = {
  ㄒ唬: "（一）",
  ǘ: "（二）",
  ㄈ: "（三）",
  ㄋ模: "（四）",
  ㄎ澹: "（五）",
  ㄆ撸: "（七）",
  ò耍: "（八）",
  ň牛: "（九）",
  ㄊ: "（十）",
};

const RADICALS: Readonly<Record<string, string>> = radicals;

const FIRST: readonly Stage[] = [
  // A line of nothing else is dropped as a line.
  stageOf(
    "watermark-removed",
    /(?<=[^\s-])-{2,9}本文来源于[^-]{1,40}-{2,9}|-{2,9}本文来源于[^-]{1,40}-{2,9}(?=[^\s-])/g,
    () => "",
  ),
  stageOf("control-characters", /(?:(?!\t)\p{Cc})+/gu, () => ""),
  stageOf("invisible-characters", /\p{Cf}+/gu, () => ""),
  stageOf("special-spaces", /(?:(?! )[\p{Zs}\p{Zl}\p{Zp}])+/gu, (found) => " ".repeat(found.length)),
  // Mirror sites print the reading behind characters: 發(fā).
  stageOf("pinyin-removed", PINYIN, () => ""),
  // （一） behind a blank, its bytes taken apart.
  stageOf(
    "broken-bytes-repaired",
    /[?？]?。(?:ㄒ唬|ǘ|ㄈ|ㄋ模|ㄎ澹|ㄆ撸|ò耍|ň牛|ㄊ)/g,
    (found) => BROKEN_BYTES[found.replace(/^[?？]?。/, "")] ?? found,
  ),
];

const DOUBLED = stageOf("doubled-marks", DOUBLED_MARKS, meantMark);

const LATER: readonly Stage[] = [
  stageOf("full-width-characters", /(?:[０-９Ａ-Ｚａ-ｚ％]|(?<=[０-９\d])．(?=[０-９]))+/g, (found) =>
    found.normalize("NFKC"),
  ),
  // Radicals and compatibility forms of characters, as .pdf files print them; small, upright and half-width marks.
  stageOf(
    "compatibility-characters",
    /[\u2E80-\u2FDF\uF900-\uFAFF\uFE10-\uFE19\uFE35-\uFE44\uFE50-\uFE5A\uFF61-\uFF65]/g,
    usualForm,
  ),
];

const MARK_CODES = {
  comma: "half-width-comma",
  colon: "half-width-colon",
  semicolon: "half-width-semicolon",
  bracket: "half-width-bracket",
} as const;
const CODES_BY_MARK: Readonly<Record<string, string>> = {
  "，": MARK_CODES.comma,
  "：": MARK_CODES.colon,
  "；": MARK_CODES.semicolon,
};

/** Marks of Chinese sentences made full-width; the last stage, for the others change what stands beside a mark. */
export const WIDENING: Stage = {
  code: ({ after }) => CODES_BY_MARK[after] ?? MARK_CODES.bracket,
  find(text) {
    const widened = widenMarks(text);
    return widened.marks.map(
      ({ at }): Edit => ({ at, before: text.charAt(at), after: widened.text.charAt(at) }),
    );
  },
};

/** A line of these characters alone needs none of `characterStages` but those of mirror sites. */
export const ORDINARY = /^[\u4E00-\u9FFF。，；：、“”‘’《》（）〔〕！？—…·\dA-Za-z%.]*$/;

/** What is left between the others by mirror sites, where the document comes from one; else none. */
export function mirrorStages(texts: readonly string[]): readonly Stage[] {
  return isMirrored(texts) ? [DOUBLED] : [];
}

/** All stages, with those of mirror sites in their place. */
export function characterStages(mirror: readonly Stage[]): readonly Stage[] {
  return [...FIRST, ...mirror, ...LATER];
}

/** Mirror sites leave doubled marks, and readings behind characters, which nobody types. */
function isMirrored(texts: readonly string[]): boolean {
  let count = 0;
  for (const text of texts) {
    if (text.search(PINYIN) >= 0) count += 1;
    if (text.search(DOUBLED_MARKS) >= 0) count += [...text.matchAll(DOUBLED_MARKS)].length;
    if (count >= FEWEST_DOUBLED) return true;
  }
  return false;
}

/** The one mark that was meant by two. */
function meantMark(marks: string): string {
  if (marks.includes("。")) return "。";
  return marks.startsWith(",") ? "，" : marks.charAt(0);
}

/** Brackets and marks that the normal form leaves upright, small or narrow. */
const MARKS = new Map(
  [
    ..."︵（︶）︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹐，﹑、﹒.﹔；﹕：﹖？﹗！﹙（﹚）︐，︑、︒。︓：︔；︕！︖？｡。｢“｣”､、･·".matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, form = "", usual = ""]) => [form, usual]),
);

function usualForm(found: string): string {
  return MARKS.get(found) ?? RADICALS[found] ?? found.normalize("NFKC");
}
