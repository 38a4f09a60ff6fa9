/** Names without an ending of their own that a list gives away: 呈贡、宜良等2个县区. */
import { nameTokens } from "./name-tokens.ts";

/** Range in UTF-16 units of the text. */
export interface ProperName {
  readonly from: number;
  readonly to: number;
  readonly kind: "place" | "unit" | "brand";
}

/** One character is too little to tell a name from a word. */
export const SHORTEST_OWN = 2;

/** A list of two-character names before a word for what they are: 呈贡、宜良、嵩明3个县区, 世青、青苗等国际学校. */
const LISTED =
  /(?<list>(?:\p{Script=Han}{2,12}、)(?:\p{Script=Han}{2,4}、)*\p{Script=Han}{2,4}?)(?:等?\d+个?(?:县|区|市|乡|镇|街道|社区|村)|(?<schools>等(?:\p{Script=Han}{2,4})?学校))/gu;
const LONGEST_LISTED = 4;

/** The names found already with those that a list adds, in order and apart. */
export function withListed(
  text: string,
  names: readonly ProperName[],
  known: ReadonlySet<string>,
): readonly ProperName[] {
  const listed = [...text.matchAll(LISTED)].flatMap((match) =>
    listedNames(text, match.index, match.groups?.["list"] ?? "", known).map((name) => ({
      ...name,
      kind: match.groups?.["schools"] === undefined ? name.kind : ("unit" as const),
    })),
  );
  const between = betweenNames(text, names, known);
  const isFree = (name: ProperName) => !names.some(({ from, to }) => from < name.to && name.from < to);
  return [...names, ...[...listed, ...between].filter(isFree)].sort((one, other) => one.from - other.from);
}

/** Every part of a list, if all have the look of a name. */
function listedNames(
  text: string,
  at: number,
  list: string,
  known: ReadonlySet<string>,
): readonly ProperName[] {
  const found: ProperName[] = [];
  let from = at;
  for (const part of list.split("、")) {
    const to = from + part.length;
    const name = ownTail(text, from, to, known, from === at);
    if (!name) return [];
    found.push(name);
    from = to + 1;
  }
  return found;
}

/** The own characters at the end of a part; a verb may stand before those of the first one. */
function ownTail(
  text: string,
  from: number,
  to: number,
  known: ReadonlySet<string>,
  isFirst: boolean,
): ProperName | undefined {
  const tokens = nameTokens(text, from, to, known);
  const own = tokens.slice(tokens.findLastIndex(({ kind }) => kind !== "own") + 1);
  const start = own[0]?.from ?? to;
  if (to - start < SHORTEST_OWN || to - start > LONGEST_LISTED || (!isFirst && start !== from))
    return undefined;
  return { from: start, to, kind: "place" };
}

/** 长集 in 城南分校、长集、周集中学: what stands between two names in a list is one. */
function betweenNames(
  text: string,
  names: readonly ProperName[],
  known: ReadonlySet<string>,
): readonly ProperName[] {
  return names.flatMap((name, index) => {
    const next = names[index + 1];
    const from = name.to + 1;
    const to = (next?.from ?? 0) - 1;
    if (to <= from || text.charAt(name.to) !== "、" || text.charAt(to) !== "、") return [];
    return ownTail(text, from, to, known, false) ?? [];
  });
}
