/** Where a text from elsewhere would belong in a plan: the point that is most about the same matter. */
import type { WorkPlan } from "../plan/model.ts";
import { defaultTopics, type Topics } from "../suggest/topics.ts";
import { comparedPoints } from "./compared-points.ts";
import type { ComparedPoint } from "./comparison.ts";
import { matterScores } from "./matter.ts";
import { overlapOf } from "./overlap.ts";
import { pointsOf, pointText } from "./points.ts";

export interface ClosestPoint {
  readonly point: ComparedPoint;
  /** How much it is about the same, 0–1. */
  readonly score: number;
  /** Share of the text's characters that stand in the point, 0–100. */
  readonly overlap: number;
}

/** Scores below say nothing. */
const LEAST = 0.16;

/** For each text the closest point of the plan; null where none is near. */
export function closestPoints(
  texts: readonly { readonly heading: string; readonly text: string }[],
  plan: WorkPlan,
  topics: Topics = defaultTopics(),
): readonly (ClosestPoint | null)[] {
  const own = pointsOf(plan);
  const points = comparedPoints(own);
  const given = texts.map(({ heading, text }) => pointText(heading, [{ text }]));
  const scores = matterScores(given, own.texts, topics, LEAST);
  return texts.map(({ text }, place) => {
    const best = scores[place]?.[0];
    const point = best && points[best.other];
    return best && point ? { point, score: best.score, overlap: overlapOf(point.text, text) } : null;
  });
}
