/** What the drafter should look at, and what can be answered. */
import { splitLead } from "../../core/plan/heading.ts";
import { type LineRole, type ReadingDecisions, repairKey } from "../../core/reading/decisions.ts";
import type { ReadingNotice } from "../../core/reading/plan-reading.ts";
import { accept, choosePlan, takeBack, withRole } from "./decide.ts";
import type { ImportedDocument } from "./imported-document.ts";

/** `role`: the line gets the other role that it may have. */
export type Answer = "keep" | "refuse" | "seen" | { readonly plan: number } | { readonly role: LineRole };

export interface Doubt {
  readonly key: string;
  readonly notice: ReadingNotice;
  /** In reading order; the first is what the reader proposes. */
  readonly answers: readonly Answer[];
}

/** Several plans in one file: nothing else matters before it is known which one. */
export const SEVERAL_PLANS = "several-plans";
/** A heading whose 。 was lost decides what is printed bold, so even a sure one is shown. */
export const PERIOD_INSERTED = "heading-period-inserted";

/** Open doubts: the question which plan first, then by line. */
export function doubtsOf({ current, decisions }: ImportedDocument): readonly Doubt[] {
  const answered = new Set([...decisions.accepted, ...decisions.undone]);
  return current.notices
    .filter((notice) => isDoubtful(notice) && !answered.has(repairKey(notice)))
    .map((notice) => ({ key: repairKey(notice), notice, answers: answersOf(notice, current.plans.length) }))
    .sort((one, other) => rank(one.notice) - rank(other.notice));
}

export function isDoubtful(notice: ReadingNotice): boolean {
  return !notice.certain || notice.code === PERIOD_INSERTED;
}

/** Proposals of a counted kind, answered together; each by itself in the list of repairs. */
export function isKindOfProposals({ places = [] }: ReadingNotice): boolean {
  return places.some(({ state }) => state === "proposed");
}

function rank({ code, line }: ReadingNotice): number {
  if (code === SEVERAL_PLANS) return -1;
  return line ?? 0;
}

function answersOf(notice: ReadingNotice, plans: number): readonly Answer[] {
  if (notice.code === SEVERAL_PLANS) return Array.from({ length: plans }, (_, plan) => ({ plan }));
  if (notice.suggestedRole !== undefined) return ["seen", { role: notice.suggestedRole }];
  if (isKindOfProposals(notice)) return ["keep", "refuse"];
  const changes = notice.before !== "" && notice.after !== "" && notice.line !== null;
  return changes ? ["keep", "refuse"] : ["seen"];
}

/** The decisions with an answer to a doubt. */
export function answered(decisions: ReadingDecisions, { notice }: Doubt, answer: Answer): ReadingDecisions {
  if (typeof answer === "object") {
    if ("plan" in answer) return choosePlan(decisions, answer.plan);
    return accept(withRole(decisions, notice.line === null ? [] : [notice.line], answer.role), [notice]);
  }
  return answer === "refuse" ? takeBack(decisions, [notice]) : accept(decisions, [notice]);
}

/** Heading as the reader ends it, for a doubt about a lost 。. */
export function proposedHeading({ after }: ReadingNotice): string {
  return splitLead(after).heading;
}
