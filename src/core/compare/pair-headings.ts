/** Which headings of two plans belong together: those that hold the same points, then those that read alike. */
import { foldText, gramOverlap, gramSet } from "../suggest/grams.ts";
import type { PlanHeading, PlanPoints } from "./points.ts";

/** Ids of headings that belong together; null for the top of a plan. */
export type HeadingPartners = ReadonlyMap<string | null, string | null>;

interface Candidate {
  readonly last: PlanHeading;
  readonly next: PlanHeading;
  readonly score: number;
}

/** Weight of alike wording against alike content (both 0–1). */
const WORDING = 0.5;
/** Headings less alike in wording and content together are different ones. */
const LEAST_SCORE = 0.2;

/**
 * The last heading of each next heading that has one. `links` are places of linked points; each counts with the length
 * of its next text.
 */
export function pairHeadings(
  last: PlanPoints,
  next: PlanPoints,
  links: readonly { readonly last: number; readonly next: number }[],
): HeadingPartners {
  const shared = sharedLengths(last, next, links);
  const lastLengths = lengthsUnder(last);
  const nextLengths = lengthsUnder(next);
  const grams = (heading: PlanHeading) => gramSet(foldText(heading.heading));
  const lastGrams = new Map(last.headings.map((heading) => [heading.id, grams(heading)]));
  const candidates: Candidate[] = [];
  for (const to of next.headings) {
    const toGrams = grams(to);
    for (const from of last.headings) {
      const common = shared.get(`${from.id} ${to.id}`) ?? 0;
      const all = (lastLengths.get(from.id) ?? 0) + (nextLengths.get(to.id) ?? 0);
      const content = all === 0 ? 0 : (2 * common) / all;
      const wording = gramOverlap(lastGrams.get(from.id) ?? new Uint32Array(), toGrams);
      const score = content + WORDING * wording;
      if (score >= LEAST_SCORE) candidates.push({ last: from, next: to, score });
    }
  }
  candidates.sort((one, other) => other.score - one.score);
  const partners = new Map<string | null, string | null>([[null, null]]);
  const taken = new Set<string>();
  for (const { last: from, next: to } of candidates) {
    if (partners.has(to.id) || taken.has(from.id)) continue;
    partners.set(to.id, from.id);
    taken.add(from.id);
  }
  return partners;
}

/** Characters of linked points under each pair of headings, whatever their depth. */
function sharedLengths(
  last: PlanPoints,
  next: PlanPoints,
  links: readonly { readonly last: number; readonly next: number }[],
): ReadonlyMap<string, number> {
  const lastAbove = ancestorsOf(last);
  const nextAbove = ancestorsOf(next);
  const shared = new Map<string, number>();
  for (const link of links) {
    const length = next.points[link.next]?.text.length ?? 0;
    for (const from of lastAbove[link.last] ?? []) {
      for (const to of nextAbove[link.next] ?? []) {
        const key = `${from} ${to}`;
        shared.set(key, (shared.get(key) ?? 0) + length);
      }
    }
  }
  return shared;
}

/** Characters of the points under each heading, whatever their depth. */
function lengthsUnder(plan: PlanPoints): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const [at, above] of ancestorsOf(plan).entries()) {
    const length = plan.points[at]?.text.length ?? 0;
    for (const id of above) lengths.set(id, (lengths.get(id) ?? 0) + length);
  }
  return lengths;
}

/** Ids of the headings above each point, the nearest first. */
export function ancestorsOf({ points, headings }: PlanPoints): readonly (readonly string[])[] {
  const parents = new Map(headings.map(({ id, parent }) => [id, parent]));
  return points.map((point) => {
    const above: string[] = [];
    for (let id = point.parent; id !== null; id = parents.get(id) ?? null) above.push(id);
    return above;
  });
}
