/** What usually stands in a section: items of sections with a like heading, many years before few. */
import { foldHits, type Row } from "./fold.ts";
import { foldText, gramOverlap, gramSet } from "./grams.ts";
import { liveCount, type SearchQuery, type WeightedQuery, weighQuery } from "./query-grams.ts";
import { POOL, rankPool, scoreItems } from "./search-index.ts";
import type { SuggestIndex } from "./suggest-index.ts";

/** Part of the item's own words in the score, beside the likeness of the section headings. */
const TEXT_SHARE = 0.3;
/** What each doubling of the years an item was carried through adds. */
const CARRIED_BOOST = 0.3;

/** Rows for an empty section, best first, and the query they answer. */
export function sectionItems(
  index: SuggestIndex,
  query: SearchQuery,
): { readonly query: WeightedQuery; readonly rows: readonly Row[] } {
  const heading = query.sectionHeading;
  const weighted = weighQuery(index, { ...query, typed: heading, heading: "", sectionHeading: "" });
  if (liveCount(index) === 0) return { query: weighted, rows: [] };
  scoreItems(index, weighted.grams);
  blendSections(index, sectionLikeness(index, heading));
  const rows = foldHits(index, rankPool(index, query, weighted.topics), POOL)
    .map((row) => ({
      ...row,
      score: row.score * (1 + CARRIED_BOOST * Math.log2(Math.max(1, row.years.length))),
    }))
    .sort((left, right) => right.score - left.score || left.hit.place - right.hit.place);
  return { query: weighted, rows };
}

/** Likeness 0–1 of two folded section headings (Dice over their grams); an empty one is like nothing. */
export function headingLikeness(wanted: Uint32Array, other: string): number {
  const keys = gramSet(other);
  if (wanted.length === 0 || keys.length === 0) return 0;
  const overlap = gramOverlap(wanted, keys);
  return (2 * overlap) / (1 + overlap);
}

function sectionLikeness(index: SuggestIndex, heading: string): Float32Array {
  const wanted = gramSet(foldText(heading));
  return Float32Array.from(index.sectionHeadings.values, (other) => headingLikeness(wanted, other));
}

function blendSections(index: SuggestIndex, likeness: Float32Array): void {
  const { scores, columns } = index;
  let greatest = 0;
  for (let place = 0; place < index.count; place += 1) greatest = Math.max(greatest, scores[place] ?? 0);
  const share = greatest === 0 ? 0 : TEXT_SHARE / greatest;
  for (let place = 0; place < index.count; place += 1)
    scores[place] = (likeness[columns.sections[place] ?? 0] ?? 0) + share * (scores[place] ?? 0);
}
