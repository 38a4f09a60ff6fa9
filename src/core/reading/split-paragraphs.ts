/** Headings that lost their line breaks: paragraphs are split where numbering runs on inside them. */
import { type Marker, type MarkerLevel, markerOf } from "../text/markers.ts";
import { lineAt, markerAt, type Paragraph, slicePart } from "./clean-lines.ts";
import type { Repairs } from "./repairs.ts";

/** Places where a marker can begin inside a paragraph. */
const INSIDE =
  /[一二三四五六七八九十]{1,3}[、]|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]\d{1,2}[）)]|\d{1,3}[.．、](?!\d)|[*＊][.．，,](?=\s?[\p{Script=Han}“《])/gu;
const STAR = /[*＊][.．](?=\s?[\p{Script=Han}“《])/gu;
const STAR_LINE = /^[*＊][.．，,、]\s*(?=[\p{Script=Han}“《]|$)/u;
/** So many `*.`, and they stand for lost numbers. */
const FEWEST_STARS = 3;
const RANK: Readonly<Record<MarkerLevel, number>> = {
  part: 0,
  section: 1,
  subsection: 2,
  item: 3,
  sub: 4,
  deep: 5,
  clause: 6,
};
const LONGEST_HEADING = 45;
/** Markers looked at for the number that goes on. */
const LOOKAHEAD = 200;

/** A marker inside a paragraph. */
interface Place {
  readonly at: number;
  readonly marker: Marker;
}

/** Paragraphs split at numbering that runs on inside them, each beginning with its marker. */
export function splitParagraphs(paragraphs: readonly Paragraph[], repairs: Repairs): readonly Paragraph[] {
  if (repairs.isRefused("paragraph-split")) return paragraphs;
  const starred = countStars(paragraphs) >= FEWEST_STARS;
  const atStart = new Map<MarkerLevel, number>();
  for (const paragraph of paragraphs) {
    const level = markerAt(paragraph)?.level;
    if (level) atStart.set(level, (atStart.get(level) ?? 0) + 1);
  }
  const last = new Map<MarkerLevel, number>();
  const result: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const own = markerAt(paragraph);
    if (own) countOn(last, own.level, own.number ?? 0);
    const found = paragraph.role === "text" ? [] : placesIn(paragraph.text, own, { last, atStart, starred });
    const places = found.filter(({ at }) => isSplit(paragraph, at, repairs));
    if (places.length === 0) {
      result.push(paragraph);
      continue;
    }
    const starts = [0, ...places.map((place) => place.at)].filter(
      (at, index, all) => index === 0 || at !== all[0],
    );
    for (const [index, at] of starts.entries()) result.push(slicePart(paragraph, at, starts[index + 1]));
  }
  return result.filter((paragraph) => paragraph.text !== "");
}

/** Characters shown before and behind a place. */
const QUOTED_BEFORE = 10;
const QUOTED_BEHIND = 20;

/** Notes a place where a paragraph is split; false where the drafter took that back. */
function isSplit(paragraph: Paragraph, at: number, repairs: Repairs): boolean {
  const line = lineAt(paragraph, at);
  const start = paragraph.joints.findLast((joint) => joint.at <= at)?.at ?? 0;
  const place = { code: "paragraph-split", line, at: at - start };
  const state = repairs.stateAt(place.code, line, place.at);
  const before = paragraph.text.slice(Math.max(0, at - QUOTED_BEFORE), at);
  const behind = paragraph.text.slice(at, at + QUOTED_BEHIND);
  repairs.count({ ...place, before: `${before}${behind}`, after: `${before}⏎${behind}`, state });
  return state === "done";
}

function countStars(paragraphs: readonly Paragraph[]): number {
  let count = 0;
  for (const { text } of paragraphs) for (const _ of text.matchAll(STAR)) count += 1;
  return count;
}

/** A heading starts the numbering of the levels below it anew. */
function countOn(last: Map<MarkerLevel, number>, level: MarkerLevel, number: number): void {
  last.set(level, number);
  if (level === "section") last.delete("subsection");
}

interface Context {
  readonly last: Map<MarkerLevel, number>;
  readonly atStart: ReadonlyMap<MarkerLevel, number>;
  readonly starred: boolean;
}

/** Places where the paragraph is to be split, in order; empty for ordinary prose. */
function placesIn(text: string, own: Marker | undefined, context: Context): readonly Place[] {
  const found = candidates(text, own, context.starred);
  if (found.length === 0) return [];
  const places: Place[] = [];
  for (const [index, place] of found.entries()) {
    const { marker, at } = place;
    const previous = places.at(-1);
    const heading = text.slice(previous ? previous.at + previous.marker.length : (own?.length ?? 0), at);
    const isDue = marker.number === (context.last.get(marker.level) ?? 0) + 1 && (marker.number ?? 0) > 1;
    const numbered = places.length > 0 || own?.level === "item";
    if (!isBoundary(text, place, heading, previous !== undefined || own !== undefined, isDue && numbered))
      continue;
    if (!follows(place, found.slice(index + 1, index + 1 + LOOKAHEAD), own, context, places.length > 0))
      continue;
    places.push(place);
    countOn(context.last, marker.level, marker.number ?? 0);
  }
  return places;
}

function candidates(text: string, own: Marker | undefined, starred: boolean): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(INSIDE)) {
    if (match.index < (own?.length ?? 1)) continue;
    const star = STAR_LINE.exec(text.slice(match.index, match.index + 8));
    if (star) {
      const marker: Marker = {
        level: "item",
        number: null,
        bare: null,
        separator: match[0].charAt(1),
        length: star[0].length,
      };
      if (starred && (/[.．]/.test(marker.separator) || /[。；]/.test(text.charAt(match.index - 1))))
        places.push({ at: match.index, marker });
      continue;
    }
    const marker = markerOf(text.slice(match.index, match.index + 24));
    const sameList = marker?.level === own?.level;
    // Points separated by ； are an enumeration inside a sentence, unless the line itself is the first of them.
    if (!sameList && (text.charAt(match.index - 1) === "；" || marker?.level === "sub")) continue;
    if (marker) places.push({ at: match.index, marker });
  }
  return places;
}

/** A marker stands after a sentence, right behind a heading, or just where its number is due. */
function isBoundary(
  text: string,
  { at, marker }: Place,
  heading: string,
  afterMarker: boolean,
  due: boolean,
): boolean {
  if (marker.number === null) return true;
  const before = text.charAt(at - 1);
  if (/[。！？”：；]/.test(before) || (before === " " && /[。！？”：\s]/.test(text.charAt(at - 2))))
    return true;
  // The 。 before it may be lost.
  if (due && marker.level === "item" && /[\p{Script=Han}”）%]/u.test(before)) return true;
  const isHeading =
    afterMarker && heading.trim().length >= 2 && heading.length <= LONGEST_HEADING && !/[。；]/.test(heading);
  if (!isHeading) return before === " " && marker.level !== "item";
  // 小学一、二年级 and 2.0 are no headings: only a bracket may touch the heading before it.
  return marker.level === "subsection" || (marker.level === "item" && /[\p{Script=Han}”）\s]/u.test(before));
}

/** Whether the number goes on from what stands before, or begins a list that goes on. */
function follows(
  { marker }: Place,
  later: readonly Place[],
  own: Marker | undefined,
  context: Context,
  split: boolean,
): boolean {
  if (marker.number === null) return true;
  const { level, number } = marker;
  const deeper = own === undefined || RANK[level] > RANK[own.level] || split;
  const goesOn = number === (context.last.get(level) ?? 0) + 1 && number > 1;
  if (goesOn && (split || own === undefined || RANK[level] >= RANK[own.level] || level !== "item"))
    return true;
  if (number !== 1) return context.last.get(level) === undefined && context.starred && level === "section";
  if (!deeper) return false;
  // Where this level stands at line starts, a list inside a paragraph is an enumeration of that paragraph.
  if (own === undefined && !split && (context.atStart.get(level) ?? 0) >= 2) return false;
  return later.some((place) => place.marker.level === level && place.marker.number === 2);
}
