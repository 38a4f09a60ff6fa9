/**
 * How alike the points of two plans are, by the grams they share, each weighed by its rarity in the two plans: words
 * that every point has tell nothing.
 */
import type { PointText } from "./points.ts";

/** Two points that share something; `last` and `next` are their places. All shares are of weight, 0–1. */
export interface Likeness {
  readonly last: number;
  readonly next: number;
  /** Share of the last text that stands in the next one. */
  readonly kept: number;
  /** Share of the next text that stands in the last one. */
  readonly taken: number;
  /** Common share of both headings (Dice). */
  readonly heading: number;
  /** Share of the last heading that stands in the next one. */
  readonly headingKept: number;
}

export interface Similarity {
  /** Pairs with anything telling in common. */
  readonly likenesses: readonly Likeness[];
  /** What `last` has in common with `next` beyond what the other points named already share, as a share of `side`. */
  readonly beyond: (share: BeyondShare) => number;
}

export interface BeyondShare {
  /** Texts compared. */
  readonly from: PointText;
  readonly to: PointText;
  /** Texts whose grams are explained already. */
  readonly explained: readonly PointText[];
}

/** A gram in more points than this, of all points, is not looked up. */
const MOST_POINTS = 400;
/** Shares below which a pair is not worth returning. */
const LEAST_SHARE = 0.08;

export function similarityOf(lasts: readonly PointText[], nexts: readonly PointText[]): Similarity {
  const weights = weigh([...lasts, ...nexts].map(({ grams }) => grams));
  const headingWeights = weigh([...lasts, ...nexts].map(({ headingGrams }) => headingGrams));
  const weightOf = (grams: Uint32Array, table: ReadonlyMap<number, number>) => {
    let sum = 0;
    for (const gram of grams) sum += table.get(gram) ?? 0;
    return sum;
  };
  const textWeights = (texts: readonly PointText[]) => texts.map(({ grams }) => weightOf(grams, weights));
  const headWeights = (texts: readonly PointText[]) =>
    texts.map(({ headingGrams }) => weightOf(headingGrams, headingWeights));
  const [lastTotals, nextTotals] = [textWeights(lasts), textWeights(nexts)];
  const [lastHeads, nextHeads] = [headWeights(lasts), headWeights(nexts)];
  const postings = postingsOf(
    lasts.map(({ grams }) => grams),
    weights,
  );
  const headPostings = postingsOf(
    lasts.map(({ headingGrams }) => headingGrams),
    headingWeights,
  );

  const likenesses: Likeness[] = [];
  const common = new Float64Array(lasts.length);
  const commonHeads = new Float64Array(lasts.length);
  for (const [next, { grams, headingGrams }] of nexts.entries()) {
    common.fill(0);
    commonHeads.fill(0);
    gather(grams, postings, weights, common);
    gather(headingGrams, headPostings, headingWeights, commonHeads);
    for (let last = 0; last < lasts.length; last += 1) {
      const shared = common[last] ?? 0;
      const sharedHead = commonHeads[last] ?? 0;
      const kept = share(shared, lastTotals[last]);
      const taken = share(shared, nextTotals[next]);
      const heading = share(2 * sharedHead, (lastHeads[last] ?? 0) + (nextHeads[next] ?? 0));
      const headingKept = share(sharedHead, lastHeads[last]);
      if (Math.max(kept, taken, heading) < LEAST_SHARE) continue;
      likenesses.push({ last, next, kept, taken, heading, headingKept });
    }
  }
  return { likenesses, beyond: (given) => beyond(given, weights) };
}

/** Weight of each gram: logarithm of how rare it is. Grams of too many points have none. */
function weigh(sets: readonly Uint32Array[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const set of sets) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const weights = new Map<number, number>();
  for (const [gram, count] of counts)
    if (count <= MOST_POINTS) weights.set(gram, Math.log(1 + sets.length / count));
  return weights;
}

function postingsOf(
  sets: readonly Uint32Array[],
  weights: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly number[]> {
  const postings = new Map<number, number[]>();
  for (const [place, set] of sets.entries()) {
    for (const gram of set) {
      if (!weights.has(gram)) continue;
      const places = postings.get(gram);
      if (places) places.push(place);
      else postings.set(gram, [place]);
    }
  }
  return postings;
}

function gather(
  grams: Uint32Array,
  postings: ReadonlyMap<number, readonly number[]>,
  weights: ReadonlyMap<number, number>,
  sums: Float64Array,
): void {
  for (const gram of grams) {
    const weight = weights.get(gram) ?? 0;
    for (const place of postings.get(gram) ?? []) sums[place] = (sums[place] ?? 0) + weight;
  }
}

/** Of the grams of `from` that `explained` has not: the share of weight that `to` has. */
function beyond({ from, to, explained }: BeyondShare, weights: ReadonlyMap<number, number>): number {
  const known = new Set(explained.flatMap(({ grams }) => [...grams]));
  const target = new Set(to.grams);
  let all = 0;
  let found = 0;
  for (const gram of from.grams) {
    if (known.has(gram)) continue;
    const weight = weights.get(gram) ?? 0;
    all += weight;
    if (target.has(gram)) found += weight;
  }
  return share(found, all);
}

function share(part: number, whole: number | undefined): number {
  return whole === undefined || whole <= 0 ? 0 : part / whole;
}
