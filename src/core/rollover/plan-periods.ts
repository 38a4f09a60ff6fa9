/** Five-year plans (“十四五”) and the years of them (开局之年). */
import type { Calendar, FiveYearPlan } from "./calendar.ts";
import { kept, open, type Verdict } from "./dated-expression.ts";
import { after, anyOf, before, type DatedSource, expressionAt, type Finder, matchesOf } from "./source.ts";

const NAME =
  "(?<![一二三四五六七八九十百第\\d])([一二三四五六七八九十]{2}五)(?![一二三四五六七八九十百千万岁个名人次年月日天元号条项])";
const PLAN_NAME = new RegExp(`"?${NAME}"?`, "g");
const REVIEW_AFTER = /^"?(?:以来|时期以来|期间[^，]{0,12}(?:成果|成就|经验|总结)|末)/;
const REVIEW_BEFORE = /(?:总结|回顾|评估|收官)[^，]{0,6}$/;
const PREPARING = /(?:编制|谋划|研究制定|制定|起草|谋篇)[^，]{0,8}$/;

/** Names of five-year plans, with the quotation marks around them. */
export function createPlanPeriodFinder(calendar: Calendar): Finder {
  return (source) =>
    matchesOf(source, PLAN_NAME).flatMap((match) => {
      const plan = calendar.fiveYearPlans.plans.find((each) => each.name === match[1]);
      if (!plan) return [];
      const opened = match[0].startsWith('"');
      const quoted = opened && match[0].endsWith('"');
      const from = opened && !quoted ? match.index + 1 : match.index;
      const to = from + plan.name.length + (quoted ? 2 : 0);
      return [expressionAt(source, from, to, periodVerdict(source, calendar, plan, from, to))];
    });
}

function periodVerdict(
  source: DatedSource,
  calendar: Calendar,
  plan: FiveYearPlan,
  from: number,
  to: number,
): Verdict {
  const { targetYear } = source.context;
  if (targetYear < plan.from) return kept("plan-period", "plan-ahead");
  const preceding = before(source, from, 16);
  if (targetYear <= plan.to) {
    const began = PREPARING.test(preceding) && targetYear > plan.from;
    return began ? open("plan-period", "plan-began", null) : kept("plan-period", "plan-current");
  }
  if (REVIEW_AFTER.test(after(source, to, 24)) || REVIEW_BEFORE.test(preceding))
    return kept("plan-period", "plan-review");
  const current = planOf(calendar, targetYear);
  const proposed = current ? source.text.slice(from, to).replace(plan.name, current.name) : null;
  return open("plan-period", "plan-ended", proposed);
}

function planOf(calendar: Calendar, year: number): FiveYearPlan | undefined {
  return calendar.fiveYearPlans.plans.find((plan) => plan.from <= year && year <= plan.to);
}

/** How far before 开局之年 the plan may be named. */
const PLAN_WITHIN = 28;

/** Milestone years of a five-year plan, and other names that a document gives to its year. */
export function createMilestoneFinder(calendar: Calendar): Finder {
  const { milestones, labels } = calendar.milestones;
  const phrases = anyOf(milestones.map((each) => each.phrase));
  const pattern = new RegExp(
    `${phrases}|\\p{Script=Han}{2}之年|(?:${anyOf(labels)})(?![度级龄均内底前来间])`,
    "gu",
  );
  return (source) =>
    matchesOf(source, pattern).map((match) => {
      const to = match.index + match[0].length;
      return expressionAt(source, match.index, to, milestoneVerdict(source, calendar, match[0], match.index));
    });
}

function milestoneVerdict(source: DatedSource, calendar: Calendar, phrase: string, from: number): Verdict {
  const { milestones } = calendar.milestones;
  const milestone = milestones.find((each) => each.phrase === phrase);
  const named = [...before(source, from, PLAN_WITHIN).matchAll(PLAN_NAME)].at(-1)?.[1];
  if (!milestone || named === undefined) return open("milestone", "milestone-label", null);
  const plan = planOf(calendar, source.context.targetYear);
  if (!plan) return open("milestone", "milestone-moved", null);
  const nth = source.context.targetYear - plan.from + 1;
  if (milestone.years.includes(nth)) return kept("milestone", "milestone-current");
  const usual = milestones.find((each) => each.usual && each.years.includes(nth));
  return open("milestone", "milestone-moved", usual?.phrase ?? null);
}
