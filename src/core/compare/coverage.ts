/** The superior bureau's plan beside ours: which of its points ours takes up, as a proposal the drafter decides on. */
import { z } from "zod";
import type { WorkPlan } from "../plan/model.ts";
import { foldText } from "../suggest/grams.ts";
import { countTopics, defaultTopics, strongestTopics, type Topics } from "../suggest/topics.ts";
import { comparedPoints } from "./compared-points.ts";
import { type ComparedPoint, comparedPointSchema } from "./comparison.ts";
import { alignSentences, overlapOf } from "./overlap.ts";
import { type PlanPoints, type PointText, pointsOf } from "./points.ts";
import { type Likeness, similarityOf } from "./similarity.ts";

/** `not-ours`: nothing in ours is like it, or the drafter says that it is none of ours to do. */
export const coverageStateSchema = z.enum(["covered", "partly", "not-ours"]);
export type CoverageState = z.infer<typeof coverageStateSchema>;

export const coverageMatchSchema = z.strictObject({
  point: comparedPointSchema,
  /** How much it is about the same, 0–1. */
  score: z.number().min(0).max(1),
  /** Share of the characters of our point that are the superior's, 0–100. */
  overlap: z.int().min(0).max(100),
  /** Sentences of ours that are the superior's word for word, or nearly. */
  copied: z.array(z.string()).readonly(),
  /** Whether so much is copied that it will be noticed. */
  tooClose: z.boolean(),
});
export type CoverageMatch = Readonly<z.infer<typeof coverageMatchSchema>>;

export const coverageRowSchema = z.strictObject({
  superior: comparedPointSchema,
  state: coverageStateSchema,
  /** Whether the drafter decided; proposed otherwise. */
  decided: z.boolean(),
  /** Our points on the matter, the closest first. */
  matches: z.array(coverageMatchSchema).readonly(),
});
export type CoverageRow = Readonly<z.infer<typeof coverageRowSchema>>;

export interface CoverageOptions {
  /** What the drafter decided, by the id of the superior's point. */
  readonly decisions?: Readonly<Record<string, CoverageState>>;
  readonly topics?: Topics;
}

/** Matches shown for one point. */
const MOST_MATCHES = 3;
/** Scores from which on a point is proposed as covered, and as partly covered. */
const COVERED = 0.3;
const PARTLY = 0.16;
const SHARES = { topics: 0.4, heading: 0.35, text: 0.25 } as const;
/** A mention in the heading weighs as many in the text. */
const HEADING_MENTIONS = 4;
/** Copied sentences shorter than this are formulas that everybody writes. */
const SHORTEST_COPY = 20;
/** Share of a sentence that must be the same for it to count as copied. */
const COPIED = 0.85;
/** Share of a point in copied sentences that is too much; and the number of copied sentences. */
const TOO_CLOSE = 0.4;
const TOO_MANY = 2;

/** A row for each point of the superior plan, in its order. */
export function coverage(
  superior: WorkPlan,
  ours: WorkPlan,
  options: CoverageOptions = {},
): readonly CoverageRow[] {
  const { decisions = {}, topics = defaultTopics() } = options;
  const [theirs, mine] = [pointsOf(superior), pointsOf(ours)];
  const [superiorPoints, ourPoints] = [comparedPoints(theirs), comparedPoints(mine)];
  const scores = scoresOf(theirs, mine, topics);
  return superiorPoints.map((point, place): CoverageRow => {
    const matches = (scores.get(place) ?? []).slice(0, MOST_MATCHES).flatMap(({ our, score }) => {
      const match = ourPoints[our];
      return match ? [matchOf(point, match, score)] : [];
    });
    const decided = decisions[point.id];
    const state = decided ?? stateOf(matches[0]?.score ?? 0);
    return { superior: point, state, decided: decided !== undefined, matches };
  });
}

function stateOf(score: number): CoverageState {
  if (score >= COVERED) return "covered";
  return score >= PARTLY ? "partly" : "not-ours";
}

function matchOf(superior: ComparedPoint, point: ComparedPoint, score: number): CoverageMatch {
  const copied = alignSentences(superior.text, point.text)
    .filter(({ next, common }) => next.length >= SHORTEST_COPY && common >= COPIED * next.length)
    .map(({ next }) => next);
  const tooClose = copied.join("").length >= TOO_CLOSE * point.text.length || copied.length >= TOO_MANY;
  return { point, score, overlap: overlapOf(superior.text, point.text), copied, tooClose };
}

interface Score {
  readonly our: number;
  readonly score: number;
}

/** Our points by each of theirs, the best first, none below the lowest share that means anything. */
function scoresOf(
  theirs: PlanPoints,
  mine: PlanPoints,
  topics: Topics,
): ReadonlyMap<number, readonly Score[]> {
  const theirTopics = theirs.texts.map((text) => topicsOf(text, topics));
  const myTopics = mine.texts.map((text) => topicsOf(text, topics));
  const likenesses = new Map<string, Likeness>();
  for (const likeness of similarityOf(theirs.texts, mine.texts).likenesses)
    likenesses.set(`${likeness.last} ${likeness.next}`, likeness);
  const scores = new Map<number, readonly Score[]>();
  for (const place of theirs.texts.keys()) {
    const found = [...mine.texts.keys()].flatMap((our): readonly Score[] => {
      const likeness = likenesses.get(`${place} ${our}`);
      const score =
        SHARES.topics * commonTopics(theirTopics[place] ?? new Map(), myTopics[our] ?? new Map()) +
        SHARES.heading * Math.max(likeness?.heading ?? 0, likeness?.headingKept ?? 0) +
        SHARES.text * Math.min(1, 2 * Math.max(likeness?.kept ?? 0, likeness?.taken ?? 0));
      return score >= PARTLY ? [{ our, score }] : [];
    });
    scores.set(
      place,
      found.sort((one, other) => other.score - one.score || one.our - other.our),
    );
  }
  return scores;
}

type TopicShares = ReadonlyMap<number, number>;

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
