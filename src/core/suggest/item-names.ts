/**
 * Names of the place and of the units of its source that an item carries: what embarrasses most in another county's
 * plan. These are the places that the issuer's name is made of, and the schools, places and units that `proper-names.ts`
 * finds by how they are written. A tree of all place names is the business of the checks.
 */
import type { DatedMark } from "../plan/model.ts";
import type { DatedReason } from "../rollover/dated-expression.ts";
import { properNamesIn } from "./proper-names.ts";

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
/** What follows the name of a place where an authority is named by it. */
const AUTHORITY = /(?:教育局|教体局|教育体育局|教科局|人民政府)/uy;
/** A short quotation that holds a place is the name of an activity: “建阳先锋”. */
const QUOTED = /“[^“”]{2,16}”/gu;
/** A name stripped of its unit stands for the place only where two characters are left. */
const SHORTEST_BARE = 2;

/**
 * Marks for the names in `text` that belong to the place of `issuer`, in order: its places, and schools, places and
 * units that stand without it. None where the plan's own bureau `own` is of the same place or below it. A place of the
 * issuer is proposed to become the own one of its level; everything without a counterpart is open without a proposal.
 */
export function namesOf(text: string, issuer: string, own: string, idPrefix: string): readonly DatedMark[] {
  const places = placesIn(issuer);
  const ownPlaces = placesIn(own);
  const foreign = places.filter(({ name }) => !ownPlaces.some((each) => each.name === name));
  if (foreign.length === 0 && (places.length > 0 || issuer === own)) return [];
  const names = [...unitNames(text, foreign, ownPlaces), ...placeNames(text, foreign, ownPlaces)];
  return apart(names).map(({ from, to, proposed, reason }) => ({
    type: "dated",
    from,
    to,
    id: `${idPrefix}-${from}`,
    kind: "name",
    state: "open",
    original: text.slice(from, to),
    proposed,
    certain: false,
    reason,
  }));
}

interface FoundName {
  readonly from: number;
  readonly to: number;
  readonly proposed: string | null;
  readonly reason: DatedReason;
}

/** In order; of names that share characters the longest, and of the same ones the first. */
function apart(names: readonly FoundName[]): readonly FoundName[] {
  const taken: FoundName[] = [];
  for (const name of [...names].sort((one, other) => other.to - other.from - (one.to - one.from)))
    if (!taken.some(({ from, to }) => from < name.to && name.from < to)) taken.push(name);
  return taken.sort((one, other) => one.from - other.from);
}

/** Schools, places and units with or without the place before them; names of the own place are none. */
function unitNames(text: string, foreign: readonly Place[], own: readonly Place[]): readonly FoundName[] {
  const written = (places: readonly Place[]) =>
    places.flatMap((place) => [place.name, bare(place)]).filter((name) => name !== undefined);
  const places = new Set(written(foreign));
  const ours = written(own);
  return properNamesIn(text, places).flatMap(({ from, to, kind }): readonly FoundName[] => {
    const name = text.slice(from, to);
    // The issuer's own places have counterparts; they are found as such.
    const others = foreign.reduce((rest, place) => rest.replace(place.name, ""), name);
    if (others === "" || places.has(name) || ours.some((each) => name.includes(each))) return [];
    return [{ from, to, proposed: null, reason: REASONS[kind] }];
  });
}

const REASONS = { place: "source-place", unit: "source-unit", brand: "source-brand" } as const;

/** Places that the issuer's name is made of, with an authority or the name of an activity that holds them. */
function placeNames(text: string, foreign: readonly Place[], own: readonly Place[]): readonly FoundName[] {
  const names: FoundName[] = [];
  const first = new Set(foreign.map(({ name }) => name.charAt(0)));
  for (let at = 0; at < text.length; ) {
    const found = first.has(text.charAt(at)) ? placeAt(text, at, foreign, own) : undefined;
    if (found) names.push(found);
    at = found?.to ?? at + 1;
  }
  const brands = [...text.matchAll(QUOTED)]
    .map(({ index, 0: quoted }) => ({ from: index + 1, to: index + quoted.length - 1 }))
    .filter(({ from, to }) => names.some((name) => from <= name.from && name.to <= to))
    .map((range): FoundName => ({ ...range, proposed: null, reason: "source-brand" }));
  return [...brands, ...names];
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

function placeAt(
  text: string,
  from: number,
  foreign: readonly Place[],
  own: readonly Place[],
): FoundName | undefined {
  for (const [index, place] of foreign.entries()) {
    const written = [place.name, bare(place)].find(
      (name) => name !== undefined && text.startsWith(name, from),
    );
    if (written === undefined) continue;
    // 南平市建阳区 is one name.
    const next = foreign.slice(index + 1).find(({ name }) => text.startsWith(name, from + written.length));
    const to = from + written.length + (next?.name.length ?? 0);
    AUTHORITY.lastIndex = to;
    const [authority] = AUTHORITY.exec(text) ?? [];
    if (authority !== undefined)
      return { from, to: to + authority.length, proposed: null, reason: "source-unit" };
    return { from, to, proposed: counterpart(place, next, written, own), reason: "source-place" };
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
