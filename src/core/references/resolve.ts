/** From a phrase to the parts of the plan that it means. */
import type { ReferenceMark } from "../plan/model.ts";
import type { HeadingKind } from "../plan/numbering.ts";
import { chineseNumeralValue } from "../text/numerals.ts";
import { type OwnPhrase, ownPhrases } from "./own-references.ts";
import type { PhraseNumber } from "./phrases.ts";
import { numberKey, type Place, type PlanPlaces, placeAtLevel } from "./places.ts";

/** A number of the text, what it refers to, and the phrase that it stands in. */
export interface ReferenceLink extends Omit<ReferenceMark, "type"> {
  readonly phrase: OwnPhrase;
}

/**
 * The numbers of a paragraph that refer to parts of its plan without a doubt. `around`: ids of the parts that the
 * paragraph stands in; a part is not referred to from inside itself.
 */
export function referencesIn(
  text: string,
  places: PlanPlaces,
  around: readonly string[],
): readonly ReferenceLink[] {
  return ownPhrases(text).flatMap((phrase) => linksOf(phrase, places, around) ?? []);
}

/** Undefined where the phrase means none or several parts. */
function linksOf(
  phrase: OwnPhrase,
  places: PlanPlaces,
  around: readonly string[],
): readonly ReferenceLink[] | undefined {
  const numbers = phrase.numbers.map((number) => leveled(number, places));
  const items = numbers.filter(({ level }) => level === "item");
  const upper = numbers.filter(({ level }) => level !== "item");
  const section = phrase.inSection ? around.find((id) => places.byId.get(id)?.kind === "section") : undefined;
  const find = (wanted: readonly LeveledNumber[]) => {
    const { level = "item", value = 0 } = wanted.at(-1) ?? {};
    const found = (places.byNumber.get(numberKey(level, value)) ?? []).filter(
      (place) =>
        fits(place, wanted) && (section === undefined || place.above.some(({ id }) => id === section)),
    );
    const [only] = found;
    return found.length === 1 && only && !around.includes(only.id) ? only : undefined;
  };
  if (items.length > 1) {
    const heading = upper.length > 0 ? find(upper) : undefined;
    const found = items.map((item) => ({ item, place: find([...upper, item]) }));
    if ((upper.length > 0 && !heading) || found.some(({ place }) => !place)) return undefined;
    return [
      ...upper.flatMap((number) => (heading ? [linkTo(heading, number, phrase)] : [])),
      ...found.flatMap(({ item, place }) => (place ? [linkTo(place, item, phrase)] : [])),
    ];
  }
  const place = find(numbers);
  return place && numbers.map((number) => linkTo(place, number, phrase));
}

interface LeveledNumber {
  readonly level: HeadingKind;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** 第三部分 is a section in a plan without parts. */
function leveled({ level, text, from, to }: PhraseNumber, places: PlanPlaces): LeveledNumber {
  const kind = level === "part" && !places.hasParts ? "section" : level;
  return { level: kind, value: writtenValue(text), from, to };
}

/** Value of a number in figures of any width or in Chinese; 0 for another text. */
export function writtenValue(text: string): number {
  const figures = text.normalize("NFKC");
  return /^\d+$/.test(figures) ? Number(figures) : (chineseNumeralValue(text) ?? 0);
}

/** Whether a place has all the numbers. */
function fits(place: Place, numbers: readonly LeveledNumber[]): boolean {
  return numbers.every(({ level, value }) => placeAtLevel(place, level)?.number === value);
}

function linkTo({ id }: Place, { level, from, to }: LeveledNumber, phrase: OwnPhrase): ReferenceLink {
  return { target: id, level, from, to, phrase };
}
