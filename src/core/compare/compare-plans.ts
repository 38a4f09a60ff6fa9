/** The plans of two years beside each other: what was carried over, changed, moved, added and left out. */
import { type Corrections, NO_CORRECTIONS } from "../plan/comparison-records.ts";
import type { Block, WorkPlan } from "../plan/model.ts";
import { defaultTopics, type Topics } from "../suggest/topics.ts";
import { comparedPoints } from "./compared-points.ts";
import type {
  ComparedHeading,
  ComparedPoint,
  HeadingPair,
  PairKind,
  PlanComparison,
  PointPair,
} from "./comparison.ts";
import { linkPoints } from "./link-points.ts";
import { alignSentences, overlapOf, percentOf } from "./overlap.ts";
import { ancestorsOf, type HeadingPartners, pairHeadings } from "./pair-headings.ts";
import { type PlanHeading, type PlanPoints, pointsOf } from "./points.ts";

interface Link {
  readonly last: number;
  readonly next: number;
  readonly forced: boolean;
}

/** Compares `next` with the plan of the year before; `corrections` win over what the texts say. */
export function comparePlans(
  last: WorkPlan,
  next: WorkPlan,
  corrections: Corrections = NO_CORRECTIONS,
  topics: Topics = defaultTopics(),
): PlanComparison {
  const from = pointsOf(last);
  const to = pointsOf(next);
  const links = linksOf(from, to, corrections, topics);
  const partners = pairHeadings(from, to, links);
  const overlaps = overlapsOf(from, to, links);
  const lengthOf = (places: readonly number[]) =>
    sum(places.map((place) => to.points[place]?.text.length ?? 0));
  const commonOf = (places: readonly number[]) => sum(places.map((place) => overlaps[place] ?? 0));
  const share = (places: readonly number[]) => percentOf(commonOf(places), lengthOf(places));
  const nextAbove = ancestorsOf(to);
  const under = (id: string) => [...to.points.keys()].filter((place) => nextAbove[place]?.includes(id));
  return {
    last: { title: last.title.text, year: last.year },
    next: { title: next.title.text, year: next.year },
    pairs: pairsOf(from, to, links, partners, (place) => share([place])),
    headings: headingPairs(from, to, partners, (id) => share(under(id))),
    overlaps: Object.fromEntries(to.points.map((point, place) => [point.id, share([place])])),
    leadIn: next.leadIn.length === 0 ? null : overlapOf(textOf(last.leadIn), textOf(next.leadIn)),
    overlap: share([...to.points.keys()]),
  };
}

function linksOf(
  from: PlanPoints,
  to: PlanPoints,
  { forced, forbidden }: Corrections,
  topics: Topics,
): readonly Link[] {
  const lastPlaces = new Map(from.points.map(({ id }, place) => [id, place]));
  const nextPlaces = new Map(to.points.map(({ id }, place) => [id, place]));
  const known = new Set<string>();
  const links: Link[] = [];
  for (const pair of forced) {
    const last = lastPlaces.get(pair.last);
    const next = nextPlaces.get(pair.next);
    if (last === undefined || next === undefined || known.has(`${last} ${next}`)) continue;
    known.add(`${last} ${next}`);
    links.push({ last, next, forced: true });
  }
  const refused = new Set(
    forbidden.map((pair) => `${lastPlaces.get(pair.last)} ${nextPlaces.get(pair.next)}`),
  );
  const found = linkPoints(from.texts, to.texts, topics, (last, next) => refused.has(`${last} ${next}`));
  for (const link of found)
    if (!known.has(`${link.last} ${link.next}`)) links.push({ ...link, forced: false });
  return links;
}

/** Characters of each next point that stand in the points of last year linked with it. */
function overlapsOf(from: PlanPoints, to: PlanPoints, links: readonly Link[]): readonly number[] {
  const sources = groupBy(links, ({ next }) => next);
  return to.points.map((point, place) => {
    const last = (sources.get(place) ?? []).map((link) => from.points[link.last]?.text ?? "").join("\n");
    if (last === "") return 0;
    if (last === point.text) return point.text.length;
    return sum(alignSentences(last, point.text).map(({ common }) => common));
  });
}

function pairsOf(
  from: PlanPoints,
  to: PlanPoints,
  links: readonly Link[],
  partners: HeadingPartners,
  overlapAt: (next: number) => number,
): readonly PointPair[] {
  const byNext = groupBy(links, ({ next }) => next);
  const byLast = groupBy(links, ({ last }) => last);
  const lastPoints = comparedPoints(from);
  const nextPoints = comparedPoints(to);
  const pairs = [...to.points.keys()].flatMap((place): readonly PointPair[] => {
    const next = nextPoints[place] ?? null;
    const found = byNext.get(place);
    if (!found)
      return [{ kind: "new", last: null, next, overlap: 0, kept: null, moved: false, forced: false }];
    return found.map((link): PointPair => {
      const last = lastPoints[link.last] ?? null;
      const texts = [last?.text ?? "", next?.text ?? ""] as const;
      const moved = isMoved(from, to, link, partners);
      const kind = kindOf(texts, moved, found.length, byLast.get(link.last)?.length ?? 1);
      // With one partner, what comes from it is what comes from last year.
      const overlap = found.length === 1 ? overlapAt(place) : overlapOf(...texts);
      const kept = overlapOf(texts[1], texts[0]);
      return { kind, last, next, overlap, kept, moved, forced: link.forced };
    });
  });
  return withDropped(pairs, lastPoints, new Set(byLast.keys()));
}

function isMoved(from: PlanPoints, to: PlanPoints, link: Link, partners: HeadingPartners): boolean {
  const parent = to.points[link.next]?.parent ?? null;
  return partners.get(parent) !== (from.points[link.last]?.parent ?? null);
}

function kindOf(texts: readonly [string, string], moved: boolean, lasts: number, nexts: number): PairKind {
  if (lasts > 1) return "merged";
  if (nexts > 1) return "split";
  if (moved) return "moved";
  return wordsOf(texts[0]) === wordsOf(texts[1]) ? "carried" : "reworded";
}

/** What stays of a text when next year's figures are put in: no digits, no marks, no blanks. */
function wordsOf(text: string): string {
  return text.normalize("NFKC").replace(/[\d\p{P}\p{Z}\s%]/gu, "");
}

/** The pairs with each dropped point after the pair of the point that it followed last year. */
function withDropped(
  pairs: readonly PointPair[],
  lastPoints: readonly ComparedPoint[],
  linked: ReadonlySet<number>,
): readonly PointPair[] {
  const following = new Map<string | null, PointPair[]>();
  let previous: string | null = null;
  for (const [place, last] of lastPoints.entries()) {
    if (linked.has(place)) {
      previous = last.id;
      continue;
    }
    const dropped: PointPair = {
      kind: "dropped",
      last,
      next: null,
      overlap: null,
      kept: 0,
      moved: false,
      forced: false,
    };
    const group = following.get(previous);
    if (group) group.push(dropped);
    else following.set(previous, [dropped]);
  }
  const take = (id: string | null) => {
    const group = following.get(id) ?? [];
    following.delete(id);
    return group;
  };
  return [...take(null), ...pairs.flatMap((pair) => (pair.last ? [pair, ...take(pair.last.id)] : [pair]))];
}

function headingPairs(
  from: PlanPoints,
  to: PlanPoints,
  partners: HeadingPartners,
  overlapUnder: (id: string) => number,
): readonly HeadingPair[] {
  const lasts = new Map(from.headings.map((heading) => [heading.id, heading]));
  const paired = to.headings.map((next): HeadingPair => {
    const last = lasts.get(partners.get(next.id) ?? "");
    return { last: last ? named(last) : null, next: named(next), overlap: overlapUnder(next.id) };
  });
  const taken = new Set(partners.values());
  const alone = from.headings.filter(({ id }) => !taken.has(id));
  return [...paired, ...alone.map((last): HeadingPair => ({ last: named(last), next: null, overlap: null }))];
}

function named({ id, ordinal, heading }: PlanHeading): ComparedHeading {
  return { id, ordinal, heading };
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join("\n");
}

function groupBy(
  links: readonly Link[],
  placeOf: (link: Link) => number,
): ReadonlyMap<number, readonly Link[]> {
  const groups = new Map<number, Link[]>();
  for (const link of links) {
    const group = groups.get(placeOf(link));
    if (group) group.push(link);
    else groups.set(placeOf(link), [link]);
  }
  return groups;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
