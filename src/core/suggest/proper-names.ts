/**
 * Names of schools, places and other units that stand in a text without the place they belong to (书坊中学, 寻甸县).
 *
 * A name is a word that ends it (中学) behind something that is in no list of common words. Many words that begin a
 * phrase are common, so the search goes from the ending back: 加快书坊中学 → 书坊中学, 薄弱学校 → none. A name that is
 * missed costs a look, one that is marked wrongly costs trust: in doubt there is none.
 */
import { type ProperName, SHORTEST_OWN, withListed } from "./listed-names.ts";
import { headAt, type NameHead } from "./name-heads.ts";
import { isInsideWord, type NameToken, nameTokens } from "./name-tokens.ts";

/** Characters of a name's own part at most. */
const LONGEST_OWN = { school: 6, unit: 8, place: 4, cup: 3 } as const;
/** How far in front of its ending a name can begin. */
const LOOK_BACK = 20;
const HAN = /[\p{Script=Han}]/u;
const LEVEL = /[省市州县区]/u;
const ROAD = /[路街巷]/u;

/** Names in `text`, in order and apart; `known` are names of places that the caller knows. */
export function properNamesIn(text: string, known: ReadonlySet<string>): readonly ProperName[] {
  const names: ProperName[] = [];
  let free = 0;
  for (let at = 0; at < text.length; ) {
    const head = numberedSchoolAt(text, at) ?? headAt(text, at);
    const from = head && beginning({ text, known, free, names }, at, head);
    if (!head || from === undefined) {
      at = head?.to ?? at + 1;
      continue;
    }
    const end = extended(text, head, known);
    names.push({ from, to: end.to, kind: kindOf(end) });
    free = end.to;
    at = end.to;
  }
  return withListed(text, names, known);
}

function kindOf({ family }: NameHead): ProperName["kind"] {
  if (family === "place") return "place";
  return family === "cup" ? "brand" : "unit";
}

interface Ground {
  readonly text: string;
  readonly known: ReadonlySet<string>;
  /** End of the name before. */
  readonly free: number;
  readonly names: readonly ProperName[];
}

/** Where the name begins whose ending stands at `at`; undefined where there is no name. */
function beginning({ text, known, free, names }: Ground, at: number, head: NameHead): number | undefined {
  if (isInsideWord(text, at, head.to)) return undefined;
  let from = at;
  while (from > free && at - from < LOOK_BACK && HAN.test(text.charAt(from - 1))) from -= 1;
  const tokens = nameTokens(text, from, at, known);
  const tail = tokens.slice(tokens.findLastIndex(({ kind }) => kind === "word" || kind === "own") + 1);
  const front = tokens.slice(0, tokens.length - tail.length);
  const own = front.slice(front.findLastIndex(({ kind }) => kind !== "own") + 1);
  const before = front.at(-own.length - 1);
  const start = own[0]?.from ?? at;
  const length = (tail[0]?.from ?? at) - start;
  if (length >= SHORTEST_OWN) return length <= LONGEST_OWN[head.family] ? start : undefined;
  if (head.text === "党校")
    return length === 0 && before && PARTY.test(wordOf(text, before)) ? before.from : undefined;
  const character = text.charAt(start);
  const single = before && before.kind === "word" && before.to - before.from === 1 ? before : undefined;
  // 将口中学 beside other names: the first character is a common word as well.
  const listed = names.at(-1)?.to === from - 1 && text.charAt(from - 1) === "、";
  if (length === 1 && single?.from === from && (listed || isAttached(head))) return single.from;
  if (length === 1 && ROAD.test(character) && before && before.to - before.from === 2) return before.from;
  if (length === 1 && !LEVEL.test(character)) return undefined;
  return isParticular(text, tail, head, length === 1) && !isCollective(text, before)
    ? (own[0]?.from ?? firstOf(tail, at))
    : undefined;
}

const PARTY = /^[省市州县区]委$/u;

function wordOf(text: string, { from, to }: NameToken): string {
  return text.slice(from, to);
}

function firstOf(tail: readonly NameToken[], at: number): number {
  return tail[0]?.from ?? at;
}

/** 附小 and 附中 stand behind the name of another school only. */
function isAttached({ text }: NameHead): boolean {
  return text === "附小" || text === "附中";
}

/** Schools that have no name of their own and still are one: 第三中学, 实验小学, 二中. */
function isParticular(text: string, tail: readonly NameToken[], head: NameHead, withLevel: boolean): boolean {
  const kind = tail.map((token) => wordOf(text, token)).join("");
  const rest = kind.replace(/^第[一二三四五六七八九十]+/u, "");
  const isNumbered = rest !== kind;
  if (NUMBERED_SCHOOL.test(head.text)) return true;
  if (/^(?:小学|中学|幼儿园)$/u.test(head.text))
    return rest === "实验" || (isNumbered && (rest === "" || SCHOOL_KIND.test(rest)));
  if (head.text === "人民医院") return isNumbered && rest === "";
  if (head.text === "学校")
    return kind === "特教" || kind === "教师进修" || (isNumbered && SCHOOL_KIND.test(rest));
  return head.text === "职教中心" && withLevel;
}

const SCHOOL_KIND = /^(?:实验|初级|高级|完全|职业|中等职业|职业技术)$/u;
/** Words behind which a kind of school means many of them: 各实验小学. */
const COLLECTIVE = new Set(
  "各 每 各级 各类 各地 所有 全部 每所 一批 多所 若干 部分 其他 有关 相关".split(" "),
);

function isCollective(text: string, before: NameToken | undefined): boolean {
  return before !== undefined && COLLECTIVE.has(wordOf(text, before));
}

const NUMBERED_SCHOOL = /^[一二三四五六七八九十]{1,2}中$/u;
const NUMBER = /[一二三四五六七八九十]/u;
/** 二中, but not 二中全会, 一中心 or 其中. */
const NUMBERED_SCHOOL_AT =
  /(?<![届第一二三四五六七八九十])[一二三四五六七八九十]{1,2}中(?![国心央小学间医文外期西东部共])(?!(?:[、和]?[一二三四五六七八九十]{1,2}中)*全会)/uy;
/** What stands behind the number of a school that is named by nothing else. */
const BEHIND_NUMBERED =
  /(?:$|[^\p{Script=Han}]|[和与及等]|教育集团|校区|分校|综合楼|教学楼|实验楼|食堂|宿舍|新校|扩建|改扩建|迁建|搬迁|建设|项目|申报|创建|办学)/uy;

function numberedSchoolAt(text: string, at: number): NameHead | undefined {
  if (!NUMBER.test(text.charAt(at))) return undefined;
  NUMBERED_SCHOOL_AT.lastIndex = at;
  const [found] = NUMBERED_SCHOOL_AT.exec(text) ?? [];
  if (found === undefined) return undefined;
  const to = at + found.length;
  BEHIND_NUMBERED.lastIndex = to;
  const isNamed = at > 0 && HAN.test(text.charAt(at - 1));
  return isNamed || BEHIND_NUMBERED.test(text) ? { text: found, family: "school", to } : undefined;
}

const PART_OF_SCHOOL = /(?:初中部|高中部|小学部|幼儿部|本部|总校)/uy;
const PART_HEAD = /^(?:教育集团|幼教集团|校区|分校)$/u;
const SMALL_PLACE = /(?:镇|乡|村|街道|社区)$/u;
/** Longest part between two endings of one name. */
const LONGEST_PART = 8;

/** The last ending of the name: 梅岭镇 → 梅岭镇中心幼儿园, 实验幼儿园 → 实验幼儿园双龙校区. */
function extended(text: string, head: NameHead, known: ReadonlySet<string>): NameHead {
  if (head.family === "cup") return head;
  PART_OF_SCHOOL.lastIndex = head.to;
  const [part] = (head.family === "school" && PART_OF_SCHOOL.exec(text)) || [];
  if (part !== undefined) return { ...head, to: head.to + part.length };
  for (
    let at = head.to;
    at <= head.to + LONGEST_PART && (at === head.to || HAN.test(text.charAt(at - 1)));
    at += 1
  ) {
    const next = headAt(text, at);
    if (next && next.family !== "cup" && joins(head, nameTokens(text, head.to, at, known), next))
      return extended(text, next, known);
  }
  return head;
}

function joins(head: NameHead, between: readonly NameToken[], next: NameHead): boolean {
  const isInstitution = next.family !== "place";
  if (between.length === 0)
    return PART_HEAD.test(next.text) || (isInstitution && SMALL_PLACE.test(head.text));
  if (between.every(({ kind }) => kind === "modifier" || kind === "ordinal")) return isInstitution;
  const length = (between.at(-1)?.to ?? 0) - (between[0]?.from ?? 0);
  if (length < SHORTEST_OWN || length > SHORTEST_OWN + 1 || between.some(({ kind }) => kind !== "own"))
    return false;
  return PART_HEAD.test(next.text) || head.family === "place";
}
