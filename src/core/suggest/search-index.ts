/**
 * Search: BM25F over the grams of the query, the best 120 items, ranked again by topic and recency.
 *
 * Items of the drafter's own bureau count double while the 120 are chosen, because in a large library they
 * would not get that far; the score that is given back does not contain this.
 */
import { createBestPlaces, keepPlace, leastKept } from "./best-places.ts";
import { type QueryGram, type SearchQuery, type WeightedQuery, weighQuery } from "./query-grams.ts";
import type { SuggestIndex } from "./suggest-index.ts";
import { TOPICS_PER_ITEM, type TopicWeight } from "./topics.ts";

/** Items ranked again, and at most given back. */
export const POOL = 120;
/** Factor of the drafter's own bureau in the choice of the pool. */
export const OWN_FACTOR = 2;

const TOPIC_BOOST = 0.5;
const RECENCY_BOOST = 0.1;
/** Years in which the advantage of a newer item falls to about a third. */
const RECENCY_YEARS = 4;

/** Characters from which a bureau's name says where it is: 阳江市教育局, not 市教育局. */
const FULL_NAME = 6;

/** A found item by its place in the index. */
export interface Hit {
  readonly place: number;
  readonly score: number;
  readonly own: boolean;
}

export interface SearchResult {
  readonly query: WeightedQuery;
  /** Best first, at most 120. */
  readonly hits: readonly Hit[];
}

/** Items that fit the query, best first; near-identical ones are not yet folded. */
export function searchIndex(index: SuggestIndex, query: SearchQuery): SearchResult {
  const weighted = weighQuery(index, query);
  scoreItems(index, weighted.grams);
  return { query: weighted, hits: rankPool(index, query, weighted.topics) };
}

/** Puts the BM25F score of every item into `index.scores`. */
export function scoreItems(index: SuggestIndex, grams: readonly QueryGram[]): void {
  if (index.scores.length < index.count) index.scores = new Float32Array(index.columns.itemIds.length);
  const { scores } = index;
  scores.fill(0, 0, index.count);
  const { offsets, places, impacts } = index.postings;
  for (const gram of grams) {
    const step = (gram.weight * gram.rarity) / 255;
    if (gram.row >= 0) {
      const end = offsets[gram.row + 1] ?? 0;
      for (let at = offsets[gram.row] ?? 0; at < end; at += 1) {
        const place = places[at] ?? 0;
        scores[place] = (scores[place] ?? 0) + step * (impacts[at] ?? 0);
      }
    }
    const added = index.added.byKey.get(gram.key);
    if (added === undefined) continue;
    for (const [at, place] of added.places.entries())
      scores[place] = (scores[place] ?? 0) + step * (added.impacts[at] ?? 0);
  }
}

/** The best items by `index.scores`, boosted by topic and recency, best first. */
export function rankPool(
  index: SuggestIndex,
  query: SearchQuery,
  topics: readonly TopicWeight[],
): readonly Hit[] {
  const newest = query.year ?? newestYear(index);
  const own = ownIssuers(index, query.issuer);
  return choosePool(index, own, query.excludedDocument)
    .map((place) => ({
      place,
      score:
        (index.scores[place] ?? 0) *
        (1 + TOPIC_BOOST * topicMatch(index, place, topics)) *
        (1 + RECENCY_BOOST * recency(index.columns.years[place] ?? 0, newest)),
      own: own[index.columns.issuers[place] ?? 0] === 1,
    }))
    .sort((left, right) => right.score - left.score || left.place - right.place);
}

/** The places with the greatest scores, own ones counting double, in no order. */
function choosePool(
  index: SuggestIndex,
  own: Uint8Array,
  excludedDocument: string | undefined,
): readonly number[] {
  const { scores } = index;
  const { issuers, documents, removed } = index.columns;
  const excluded =
    excludedDocument === undefined ? -1 : (index.documentIds.numbers.get(excludedDocument) ?? -1);
  const best = createBestPlaces(POOL);
  let least = 0;
  for (let place = 0; place < index.count; place += 1) {
    const plain = scores[place] ?? 0;
    if (plain * OWN_FACTOR <= least) continue;
    const score = own[issuers[place] ?? 0] === 1 ? plain * OWN_FACTOR : plain;
    if (score <= least || removed[place] === 1 || documents[place] === excluded) continue;
    keepPlace(best, place, score);
    least = leastKept(best);
  }
  return [...best.places.subarray(0, best.size)];
}

/** 1 for each issuer that is the drafter's bureau: a name may be written with or without its province. */
function ownIssuers(index: SuggestIndex, issuer: string): Uint8Array {
  const name = issuer.trim();
  const own = new Uint8Array(index.issuers.values.length);
  if (name === "") return own;
  for (const [number, other] of index.issuers.values.entries()) {
    const [shorter, longer] = other.length < name.length ? [other, name] : [name, other];
    if (other === name || (shorter.length >= FULL_NAME && longer.endsWith(shorter))) own[number] = 1;
  }
  return own;
}

/** Best product of a topic of the query and the same topic of the item, 0–1. */
function topicMatch(index: SuggestIndex, place: number, topics: readonly TopicWeight[]): number {
  const { topicGroups, topicWeights } = index.columns;
  let best = 0;
  for (const topic of topics)
    for (let at = place * TOPICS_PER_ITEM; at < (place + 1) * TOPICS_PER_ITEM; at += 1)
      if (topicGroups[at] === topic.group)
        best = Math.max(best, (topic.weight * (topicWeights[at] ?? 0)) / 255);
  return best;
}

function recency(year: number, newest: number): number {
  if (year === 0) return 0;
  return Math.exp(-Math.max(0, newest - year) / RECENCY_YEARS);
}

function newestYear(index: SuggestIndex): number {
  let newest = 0;
  for (let place = 0; place < index.count; place += 1) {
    const year = index.columns.years[place] ?? 0;
    if (year > newest) newest = year;
  }
  return newest;
}
