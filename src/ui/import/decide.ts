/** The drafter's decisions, one function each: old decisions in, new decisions out. */
import { type LineRole, type ReadingDecisions, repairKey } from "../../core/reading/decisions.ts";
import type { ReadingNotice } from "../../core/reading/plan-reading.ts";

/** Gives lines a role. Where the heading of a line ends is decided anew when its role changes. */
export function withRole(
  decisions: ReadingDecisions,
  lines: readonly number[],
  role: LineRole,
): ReadingDecisions {
  const roles = { ...decisions.roles };
  const headingEnds = { ...decisions.headingEnds };
  for (const line of lines) {
    roles[line] = role;
    delete headingEnds[line];
  }
  return { ...decisions, roles, headingEnds };
}

/** Ends the heading of a line after so many characters of its text without ordinal. */
export function withHeadingEnd(decisions: ReadingDecisions, line: number, end: number): ReadingDecisions {
  return { ...decisions, headingEnds: { ...decisions.headingEnds, [line]: end } };
}

/** Takes repairs back, or refuses proposals. */
export function takeBack(decisions: ReadingDecisions, notices: readonly ReadingNotice[]): ReadingDecisions {
  const keys = notices.map(repairKey);
  return {
    ...decisions,
    undone: [...new Set([...decisions.undone, ...keys])],
    accepted: decisions.accepted.filter((key) => !keys.includes(key)),
  };
}

/** Accepts proposals, or puts repairs back that were taken back. */
export function accept(decisions: ReadingDecisions, notices: readonly ReadingNotice[]): ReadingDecisions {
  const keys = notices.map(repairKey);
  return {
    ...decisions,
    accepted: [...new Set([...decisions.accepted, ...keys])],
    undone: decisions.undone.filter((key) => !keys.includes(key)),
  };
}

/** Chooses one of several plans in a file. What was decided about lines holds for all of them. */
export function choosePlan(decisions: ReadingDecisions, plan: number): ReadingDecisions {
  return { ...decisions, plan };
}
