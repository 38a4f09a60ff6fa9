/** The superior bureau's plan beside ours: which of its points ours takes up, as a proposal the drafter decides on. */
import { z } from "zod";
import {
  type CoverageDecisions,
  type CoverageState,
  coverageStateSchema,
} from "../plan/comparison-records.ts";
import type { WorkPlan } from "../plan/model.ts";
import { defaultTopics, type Topics } from "../suggest/topics.ts";
import { comparedPoints } from "./compared-points.ts";
import { type ComparedPoint, comparedPointSchema } from "./comparison.ts";
import { matterScores } from "./matter.ts";
import { alignSentences, overlapOf } from "./overlap.ts";
import { pointsOf } from "./points.ts";

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
  readonly decisions?: CoverageDecisions;
  readonly topics?: Topics;
}

/** Matches shown for one point. */
const MOST_MATCHES = 3;
/** Scores from which on a point is proposed as covered, and as partly covered. */
const COVERED = 0.3;
const PARTLY = 0.16;
/** Copied sentences shorter than this are formulas that everybody writes. */
const SHORTEST_COPY = 20;
/** Share of a sentence that must be the same for it to count as copied. */
const COPIED = 0.85;
/** Share of a point in copied sentences that is too much; and the number of copied sentences. */
const TOO_CLOSE = 0.4;
const TOO_MANY = 2;
/** Overlap from which on a point is copied even where its sentences are too short to count, 0–100. */
const ALMOST_ALL = 80;

/** A row for each point of the superior plan, in its order. */
export function coverage(
  superior: WorkPlan,
  ours: WorkPlan,
  options: CoverageOptions = {},
): readonly CoverageRow[] {
  const { decisions = {}, topics = defaultTopics() } = options;
  const [theirs, mine] = [pointsOf(superior), pointsOf(ours)];
  const [superiorPoints, ourPoints] = [comparedPoints(theirs), comparedPoints(mine)];
  const scores = matterScores(theirs.texts, mine.texts, topics, PARTLY);
  return superiorPoints.map((point, place): CoverageRow => {
    const matches = (scores[place] ?? []).slice(0, MOST_MATCHES).flatMap(({ other, score }) => {
      const match = ourPoints[other];
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
  const overlap = overlapOf(superior.text, point.text);
  const tooClose =
    overlap >= ALMOST_ALL ||
    copied.length >= TOO_MANY ||
    copied.join("").length >= TOO_CLOSE * point.text.length;
  return { point, score, overlap, copied, tooClose };
}
