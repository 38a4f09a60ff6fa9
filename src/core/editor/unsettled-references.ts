/** References that the drafter must look at: of what they mean nothing is left, or several parts have the number. */
import type { Node } from "prosemirror-model";
import { numberKey, type Place, type PlanPlaces, placeAtLevel, planPlaces } from "../references/places.ts";
import { levelsNeeded, referenceNumber } from "../references/reference-number.ts";
import { fromDoc } from "./convert.ts";
import { type PlacedReference, phraseAround, referencesOf } from "./references.ts";

export interface UnsettledReference {
  /** `gone`: the target was deleted or is no such part any more. `unclear`: another part has the same number too. */
  readonly reason: "gone" | "unclear";
  readonly target: string;
  /** The whole phrase, e.g. 第三部分第5项; positions in the document. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Some characters of the paragraph before and after it. */
  readonly before: string;
  readonly after: string;
}

const CONTEXT_LENGTH = 16;
const NONE: readonly UnsettledReference[] = [];

/** Every one in document order; the numbers of one phrase are one. */
export function unsettledReferences(doc: Node): readonly UnsettledReference[] {
  const references = referencesOf(doc);
  if (references.length === 0) return NONE;
  const places = planPlaces(fromDoc(doc));
  const unsettled = new Map<number, UnsettledReference>();
  for (const [key, { from, to, numbers }] of phrasesOf(doc, references)) {
    for (const reference of numbers) {
      const reason = reasonOf(reference, numbers, places);
      if (reason === undefined || unsettled.has(key)) continue;
      const $from = doc.resolve(from);
      const text = $from.parent.textContent;
      const start = $from.parentOffset;
      const end = start + to - from;
      unsettled.set(key, {
        reason,
        target: reference.target,
        from,
        to,
        text: text.slice(start, end),
        before: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
        after: text.slice(end, end + CONTEXT_LENGTH),
      });
    }
  }
  return unsettled.size === 0 ? NONE : [...unsettled.values()];
}

interface MarkedPhrase {
  readonly from: number;
  readonly to: number;
  readonly numbers: PlacedReference[];
}

/** The phrases that have marked numbers, by their start; a number whose words were rewritten is a phrase by itself. */
function phrasesOf(doc: Node, references: readonly PlacedReference[]): ReadonlyMap<number, MarkedPhrase> {
  const found = new Map<number, MarkedPhrase>();
  for (const reference of references) {
    const { from, to } = phraseAround(doc, reference);
    const known = found.get(from);
    if (known) known.numbers.push(reference);
    else found.set(from, { from, to, numbers: [reference] });
  }
  return found;
}

function reasonOf(
  reference: PlacedReference,
  numbers: readonly PlacedReference[],
  places: PlanPlaces,
): UnsettledReference["reason"] | undefined {
  const { target, level, text, around } = reference;
  if (referenceNumber(places, reference, text) === undefined) return "gone";
  const place = places.byId.get(target);
  if (!place || place.kind !== level) return undefined;
  const written = new Set(numbers.filter((each) => each.target === target).map((each) => each.level));
  const upper = new Set(numbers.filter((each) => each.level !== level).map((each) => each.level));
  const missing = levelsNeeded(places, place).filter((each) => !written.has(each) && !upper.has(each));
  // Inside one section its own numbers need no more words.
  const isNear = missing.every((each) => around.includes(placeAtLevel(place, each)?.id ?? ""));
  return isNear || !hasDouble(place, [...written], places) ? undefined : "unclear";
}

/** Whether another part has all the numbers that are written. */
function hasDouble(place: Place, written: readonly Place["kind"][], places: PlanPlaces): boolean {
  const alike = places.byNumber.get(numberKey(place.kind, place.number)) ?? [];
  return alike.some(
    (other) =>
      other !== place &&
      written.every((level) => placeAtLevel(other, level)?.number === placeAtLevel(place, level)?.number),
  );
}
