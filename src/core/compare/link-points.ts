/** Which points of two plans belong together, decided by their texts and headings alone. */
import type { Topics } from "../suggest/topics.ts";
import { matterScores } from "./matter.ts";
import type { PointText } from "./points.ts";
import { type Likeness, type Similarity, similarityOf } from "./similarity.ts";

/** Places of two points that belong together. */
export interface PointLink {
  readonly last: number;
  readonly next: number;
}

/** Dice of two texts from which on they are one point in two years … */
const SAME_POINT = 0.34;
/** … or less alike where the heading makes up for it at half its weight, … */
const SAME_WITH_HEADING = 0.4;
/** … or hardly alike, under much the same heading. */
const SAME_HEADING = 0.6;
const SAME_HEADING_TEXT = 0.12;
/** What the heading adds to the likeness of texts when partners are chosen. */
const HEADING_BONUS = 0.25;
/** Share of a point that must be in another, beyond what that one's partner has, for it to be a part of it. */
const PART = 0.4;
/** Share of the whole point that must be there at least. */
const LEAST_PART = 0.35;

/** Less is enough where the heading of the other stands whole in that of the point it was merged into. */
const NAMED_PART = 0.2;
const HEADING_KEPT = 0.9;

/** Score from which on two points without any partner are one matter in other words. */
const SAME_MATTER = 0.45;

/** Links between `lasts` and `nexts`: partners first, then points that were merged into or split from a partner,
 * then points on the same matter that have none. */
export function linkPoints(
  lasts: readonly PointText[],
  nexts: readonly PointText[],
  topics: Topics,
  forbidden: (last: number, next: number) => boolean = () => false,
): readonly PointLink[] {
  const links = equalTexts(lasts, nexts, forbidden);
  const similarity = similarityOf(lasts, nexts);
  const likenesses = similarity.likenesses.filter(({ last, next }) => !forbidden(last, next));
  const lastTaken = new Set(links.map(({ last }) => last));
  const nextTaken = new Set(links.map(({ next }) => next));
  const ranked = likenesses
    .filter(isPartner)
    .sort(
      (one, other) => closeness(other) - closeness(one) || one.next - other.next || one.last - other.last,
    );
  for (const { last, next } of ranked) {
    if (lastTaken.has(last) || nextTaken.has(next)) continue;
    lastTaken.add(last);
    nextTaken.add(next);
    links.push({ last, next });
  }
  const partners = [...links];
  links.push(...mergedInto(likenesses, partners, similarity, lasts, nexts, lastTaken));
  links.push(...splitFrom(likenesses, partners, similarity, lasts, nexts, nextTaken));
  links.push(...rewritten(lasts, nexts, links, topics, forbidden));
  return links;
}

/** Equal texts, the first with the first where there are several. */
function equalTexts(
  lasts: readonly PointText[],
  nexts: readonly PointText[],
  forbidden: (last: number, next: number) => boolean,
): PointLink[] {
  const places = new Map<string, number[]>();
  for (const [last, { text }] of lasts.entries()) {
    const known = places.get(text);
    if (known) known.push(last);
    else places.set(text, [last]);
  }
  return [...nexts.entries()].flatMap(([next, { text }]) => {
    const candidates = places.get(text);
    const at = candidates?.findIndex((last) => !forbidden(last, next)) ?? -1;
    const last = candidates?.[at];
    if (last === undefined) return [];
    candidates?.splice(at, 1);
    return [{ last, next }];
  });
}

function dice({ kept, taken }: Likeness): number {
  return kept + taken === 0 ? 0 : (2 * kept * taken) / (kept + taken);
}

function closeness(likeness: Likeness): number {
  return dice(likeness) + HEADING_BONUS * likeness.heading;
}

function isPartner(likeness: Likeness): boolean {
  const alike = dice(likeness);
  if (alike >= SAME_POINT || alike + likeness.heading / 2 >= SAME_WITH_HEADING) return true;
  return likeness.heading >= SAME_HEADING && alike >= SAME_HEADING_TEXT;
}

/** Points of last year without a partner that are largely part of a point that has another one. */
function mergedInto(
  likenesses: readonly Likeness[],
  partners: readonly PointLink[],
  { beyond }: Similarity,
  lasts: readonly PointText[],
  nexts: readonly PointText[],
  lastTaken: ReadonlySet<number>,
): readonly PointLink[] {
  const partnerOf = new Map(partners.map(({ last, next }) => [next, last]));
  return bestBy(
    likenesses.filter((each) => !lastTaken.has(each.last) && (each.kept >= LEAST_PART || isNamedPart(each))),
    ({ last }) => last,
    (likeness) => {
      const { last, next } = likeness;
      const from = lasts[last];
      const to = nexts[next];
      const partner = partnerOf.get(next);
      const explained = partner === undefined ? undefined : lasts[partner];
      const share = from && to ? beyond({ from, to, explained: explained ? [explained] : [] }) : 0;
      return isNamedPart(likeness) && share >= NAMED_PART ? PART + share : share;
    },
  );
}

/** 强化师德师风建设，强化教师队伍建设 names both of its sources. */
function isNamedPart({ kept, headingKept }: Likeness): boolean {
  return headingKept >= HEADING_KEPT && kept >= NAMED_PART;
}

/** Points of next year without a partner that are largely part of a point of last year that has another one. */
function splitFrom(
  likenesses: readonly Likeness[],
  partners: readonly PointLink[],
  { beyond }: Similarity,
  lasts: readonly PointText[],
  nexts: readonly PointText[],
  nextTaken: ReadonlySet<number>,
): readonly PointLink[] {
  const partnerOf = new Map(partners.map(({ last, next }) => [last, next]));
  return bestBy(
    likenesses.filter(({ next, taken }) => !nextTaken.has(next) && taken >= LEAST_PART),
    ({ next }) => next,
    ({ last, next }) => {
      const from = nexts[next];
      const to = lasts[last];
      const partner = partnerOf.get(last);
      const explained = partner === undefined ? undefined : nexts[partner];
      return from && to ? beyond({ from, to, explained: explained ? [explained] : [] }) : 0;
    },
  );
}

/** Of the points still alone, those that are about the same matter in wholly other words. */
function rewritten(
  lasts: readonly PointText[],
  nexts: readonly PointText[],
  links: readonly PointLink[],
  topics: Topics,
  forbidden: (last: number, next: number) => boolean,
): readonly PointLink[] {
  const alone = (texts: readonly PointText[], side: keyof PointLink) => {
    const linked = new Set(links.map((link) => link[side]));
    return [...texts.entries()].flatMap(([place, text]) => (linked.has(place) ? [] : [{ place, text }]));
  };
  const [dropped, added] = [alone(lasts, "last"), alone(nexts, "next")];
  const scores = matterScores(
    dropped.map(({ text }) => text),
    added.map(({ text }) => text),
    topics,
    SAME_MATTER,
  );
  const candidates = dropped
    .flatMap(({ place: last }, at) =>
      (scores[at] ?? []).flatMap(({ other, score }) => {
        const next = added[other]?.place;
        return next === undefined || forbidden(last, next) ? [] : [{ last, next, score }];
      }),
    )
    .sort((one, other) => other.score - one.score || one.next - other.next || one.last - other.last);
  const lastTaken = new Set<number>();
  const nextTaken = new Set<number>();
  return candidates.flatMap(({ last, next }): readonly PointLink[] => {
    if (lastTaken.has(last) || nextTaken.has(next)) return [];
    lastTaken.add(last);
    nextTaken.add(next);
    return [{ last, next }];
  });
}

/** For each point the link with the highest share, where that is high enough. */
function bestBy(
  likenesses: readonly Likeness[],
  pointOf: (likeness: Likeness) => number,
  shareOf: (likeness: Likeness) => number,
): readonly PointLink[] {
  const best = new Map<number, { readonly link: PointLink; readonly share: number }>();
  for (const likeness of likenesses) {
    const share = shareOf(likeness);
    const known = best.get(pointOf(likeness));
    if (share < PART || (known && known.share >= share)) continue;
    best.set(pointOf(likeness), { link: { last: likeness.last, next: likeness.next }, share });
  }
  return [...best.values()].map(({ link }) => link);
}
