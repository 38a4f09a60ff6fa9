/**
 * Folding of near-identical items into one row: the same item carried from year to year, or copied verbatim
 * between bureaus.
 */
import { gramOverlap } from "./grams.ts";
import { signatureOverlap } from "./minhash.ts";
import type { Hit } from "./search-index.ts";
import type { SuggestIndex } from "./suggest-index.ts";

/** Inside one bureau, texts this alike are one item, … */
const SAME_TEXT = 0.5;
/** … or less alike under much the same heading. */
const SIMILAR_TEXT = 0.25;
const SIMILAR_HEADING = 0.4;
/**
 * Between bureaus only near-verbatim copies are folded: a looser rule hides other bureaus' own wording. The same
 * holds inside one document, whose items are different matters however alike they begin.
 */
const VERBATIM = 0.8;

/** A row of near-identical items; the first hit stands for the rest. */
export interface Row {
  readonly hit: Hit;
  /** Best score of the row, which decides where it stands. */
  readonly score: number;
  /** Distinct known years, newest first. */
  readonly years: readonly number[];
}

/**
 * Rows of the hits in their order, at most `limit`. A row shows the newest wording, the drafter's own bureau
 * before others.
 */
export function foldHits(index: SuggestIndex, hits: readonly Hit[], limit: number): readonly Row[] {
  const rows: { hit: Hit; score: number; members: Hit[] }[] = [];
  for (const hit of hits) {
    const row = rows.find((candidate) => isSameItem(index, candidate.hit.place, hit.place));
    if (row === undefined) {
      if (rows.length < limit) rows.push({ hit, score: hit.score, members: [hit] });
      continue;
    }
    row.members.push(hit);
    if (isBetterFace(index, hit, row.hit)) row.hit = hit;
  }
  return rows.map(({ hit, score, members }) => ({ hit, score, years: yearsOf(index, members) }));
}

/** Places of an item and of the same item in other documents of its bureau. */
export function versionsOf(index: SuggestIndex, place: number): readonly number[] {
  const { issuers, documents, removed } = index.columns;
  const places: number[] = [place];
  for (let other = 0; other < index.count; other += 1) {
    if (removed[other] === 1 || issuers[other] !== issuers[place] || documents[other] === documents[place])
      continue;
    if (isSameItem(index, place, other)) places.push(other);
  }
  return places;
}

function isSameItem(index: SuggestIndex, left: number, right: number): boolean {
  const { signatures, issuers, documents } = index.columns;
  const overlap = signatureOverlap(signatures, left, right);
  if (issuers[left] !== issuers[right] || documents[left] === documents[right]) return overlap >= VERBATIM;
  if (overlap >= SAME_TEXT) return true;
  return (
    overlap >= SIMILAR_TEXT &&
    gramOverlap(headingKeys(index, left), headingKeys(index, right)) >= SIMILAR_HEADING
  );
}

function isBetterFace(index: SuggestIndex, hit: Hit, face: Hit): boolean {
  if (hit.own !== face.own) return hit.own;
  const { issuers, years } = index.columns;
  return issuers[hit.place] === issuers[face.place] && (years[hit.place] ?? 0) > (years[face.place] ?? 0);
}

function headingKeys(index: SuggestIndex, place: number): Uint32Array {
  if (place >= index.builtCount) return index.addedHeadingKeys[place - index.builtCount] ?? new Uint32Array();
  return index.headingKeys.subarray(index.headingOffsets[place], index.headingOffsets[place + 1]);
}

function yearsOf(index: SuggestIndex, members: readonly Hit[]): readonly number[] {
  const years = new Set(members.map((hit) => index.columns.years[hit.place] ?? 0));
  years.delete(0);
  return [...years].sort((left, right) => right - left);
}
