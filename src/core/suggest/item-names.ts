/**
 * Names of the place and of the units of its source that an item carries: what embarrasses most in another county's
 * plan. Only what the library knows is looked for: the places that the issuer's name is made of, with the units named
 * after them. A tree of all place names is the business of the checks.
 */
import type { DatedMark } from "../plan/model.ts";

/** A place as it is written, and its level: 省 (also 自治区), 市 (also 州 and 盟) or 县 (also 区 and 旗). */
export interface Place {
  readonly name: string;
  readonly level: "province" | "city" | "county";
}

const LEVELS: Readonly<Record<string, Place["level"]>> = {
  省: "province",
  市: "city",
  州: "city",
  盟: "city",
  县: "county",
  区: "county",
  旗: "county",
};

/**
 * `南平市建阳区教育局` → 南平市, 建阳区. A place goes on to the last of the units that stand together, because they occur
 * in names as well: 广州市, 贵州省, 沙市区. Names of autonomous places have up to fourteen characters.
 */
const PLACE = /(?:[^省市州盟县区旗]{1,12}自治|[^省市州盟县区旗]{1,8}?)[省市州盟县区旗]+/gu;
const AUTONOMOUS_REGION = /自治区$/u;
/** What a unit's name ends with where it begins with the place. */
const UNIT_BEHIND =
  /^[\p{Script=Han}\d]{0,14}?(?:中学|小学|幼儿园|学校|学院|大学|一中|二中|三中|医院|教育局|教体局|教育体育局|教科局|人民政府|教师进修学校|职教中心)/u;
/** A name stripped of its unit stands for the place only where two characters are left. */
const SHORTEST_BARE = 2;

/**
 * Marks for the names of `issuer`'s places in `text`, in order; none where the plan's own bureau `own` is of the same
 * place. A place is proposed to become the own one of its level; units and everything without a counterpart are open
 * without a proposal.
 */
export function namesOf(text: string, issuer: string, own: string, idPrefix: string): readonly DatedMark[] {
  const places = placesIn(issuer);
  const ownPlaces = placesIn(own);
  const foreign = places.filter(({ name }) => !ownPlaces.some((each) => each.name === name));
  const marks: DatedMark[] = [];
  let at = 0;
  while (at < text.length) {
    const found = nameAt(text, at, foreign, ownPlaces);
    if (!found) {
      at += 1;
      continue;
    }
    const { length, proposed, unit } = found;
    marks.push({
      type: "dated",
      from: at,
      to: at + length,
      id: `${idPrefix}-${at}`,
      kind: "name",
      state: "open",
      original: text.slice(at, at + length),
      proposed,
      certain: false,
      reason: unit ? "source-unit" : "source-place",
    });
    at += length;
  }
  return marks;
}

/** Places that the name of a bureau begins with, the highest first. */
export function placesIn(issuer: string): readonly Place[] {
  const name = issuer.trim().replace(/^中共/, "");
  const places: Place[] = [];
  let end = 0;
  for (const match of name.matchAll(PLACE)) {
    const [whole] = match;
    const level = AUTONOMOUS_REGION.test(whole) ? "province" : LEVELS[whole.slice(-1)];
    // Places stand at the beginning, one behind the other.
    if (match.index !== end || level === undefined) break;
    places.push({ name: whole, level });
    end += whole.length;
  }
  return places;
}

function nameAt(
  text: string,
  at: number,
  foreign: readonly Place[],
  own: readonly Place[],
): { readonly length: number; readonly proposed: string | null; readonly unit: boolean } | undefined {
  for (const [index, place] of foreign.entries()) {
    const written = [place.name, bare(place)].find((name) => name !== undefined && text.startsWith(name, at));
    if (written === undefined) continue;
    // 南平市建阳区 is one name.
    const next = foreign.slice(index + 1).find(({ name }) => text.startsWith(name, at + written.length));
    const length = written.length + (next?.name.length ?? 0);
    const unit = UNIT_BEHIND.exec(text.slice(at + length, at + length + 24))?.[0];
    if (unit !== undefined) return { length: length + unit.length, proposed: null, unit: true };
    return { length, proposed: counterpart(place, next, written, own), unit: false };
  }
  return undefined;
}

/** `建阳区` → `建阳`; undefined where too little is left to tell a place from a word. */
export function bare({ name }: Place): string | undefined {
  const rest = name.replace(/(?:自治)?.$/u, "");
  return rest.length >= SHORTEST_BARE ? rest : undefined;
}

function counterpart(
  place: Place,
  next: Place | undefined,
  written: string,
  own: readonly Place[],
): string | null {
  const one = own.find(({ level }) => level === place.level);
  const other = next && own.find(({ level }) => level === next.level);
  if (!one || (next && !other)) return null;
  if (written !== place.name) return bare(one) ?? one.name;
  return one.name + (other?.name ?? "");
}
