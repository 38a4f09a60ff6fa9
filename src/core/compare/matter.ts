/** How much the points of two plans are about the same matter, whatever their words: by topics, headings and rare words. */
import { foldText } from "../suggest/grams.ts";
import { countTopics, strongestTopics, type Topics } from "../suggest/topics.ts";
import type { PointText } from "./points.ts";
import { type Likeness, similarityOf } from "./similarity.ts";

/** A point of the other plan on much the same matter. */
export interface MatterScore {
  /** Its place among the texts. */
  readonly other: number;
  /** 0–1 */
  readonly score: number;
}

const SHARES = { topics: 0.4, heading: 0.35, text: 0.25 } as const;
/** A mention in the heading weighs as many in the text. */
const HEADING_MENTIONS = 4;

/** For each text, by its place, those of `others` that score at least `least`, the best first. */
export function matterScores(
  texts: readonly PointText[],
  others: readonly PointText[],
  topics: Topics,
  least: number,
): readonly (readonly MatterScore[])[] {
  const ownTopics = texts.map((text) => topicsOf(text, topics));
  const otherTopics = others.map((text) => topicsOf(text, topics));
  const likenesses = new Map<number, Likeness>();
  for (const likeness of similarityOf(texts, others).likenesses)
    likenesses.set(likeness.last * others.length + likeness.next, likeness);
  return texts.map((_, place) =>
    [...others.keys()]
      .flatMap((other): readonly MatterScore[] => {
        const likeness = likenesses.get(place * others.length + other);
        const score =
          SHARES.topics * commonTopics(ownTopics[place] ?? NO_TOPICS, otherTopics[other] ?? NO_TOPICS) +
          SHARES.heading * Math.max(likeness?.heading ?? 0, likeness?.headingKept ?? 0) +
          SHARES.text * Math.min(1, 2 * Math.max(likeness?.kept ?? 0, likeness?.taken ?? 0));
        return score >= least ? [{ other, score }] : [];
      })
      .sort((one, next) => next.score - one.score || one.other - next.other),
  );
}

type TopicShares = ReadonlyMap<number, number>;

const NO_TOPICS: TopicShares = new Map();

/** Topics of a point with their weights, which have length 1 together. */
function topicsOf({ heading, text }: PointText, topics: Topics): TopicShares {
  const counts = new Map<number, number>();
  countTopics(topics, foldText(heading), HEADING_MENTIONS, counts);
  countTopics(topics, foldText(text), 1, counts);
  const strongest = strongestTopics(counts);
  const length = Math.hypot(...strongest.map(({ weight }) => weight));
  return new Map(strongest.map(({ group, weight }) => [group, weight / length]));
}

function commonTopics(one: TopicShares, other: TopicShares): number {
  let common = 0;
  for (const [group, weight] of one) common += weight * (other.get(group) ?? 0);
  return Math.min(1, common);
}
