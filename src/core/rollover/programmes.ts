/** Programmes with a period of their own (“八五”普法, 三年行动计划), study campaigns, and terms of a past phase. */
import type { Calendar } from "./calendar.ts";
import { type DatedExpression, kept, open } from "./dated-expression.ts";
import { COUNT, YEAR } from "./numbers.ts";
import {
  after,
  anyOf,
  before,
  createNamesFinder,
  type DatedSource,
  expressionAt,
  type Finder,
  matchesOf,
} from "./source.ts";

/** Programmes of the table; one that is over before the new year is asked about. */
export function createProgrammeFinder(calendar: Calendar): Finder {
  return createNamesFinder(calendar.programmes.programmes, (programme, { context }) => {
    if (programme.to >= context.targetYear) return kept("programme", "programme-current");
    const successor = successorOf(calendar, programme.next, context.targetYear);
    const isDoubtful = successor !== null && calendar.programmes.doubtful.includes(successor);
    return open("programme", isDoubtful ? "successor-doubtful" : "programme-ended", successor);
  });
}

/** The programme that runs in a year, along the line of successors; null where the tables know none. */
function successorOf(calendar: Calendar, next: string | null, year: number): string | null {
  if (next === null) return null;
  const programme = calendar.programmes.programmes.find((each) => each.names.includes(next));
  if (programme && programme.to < year) return successorOf(calendar, programme.next, year);
  const plan = calendar.fiveYearPlans.plans.find((each) => next.includes(each.name));
  return plan && plan.to < year ? null : next;
}

const PHASE = new RegExp(
  `第${COUNT}[期轮批][^，。；、《》（）\\n]{0,18}?(?:行动计划|计划|行动|规划|工程|方案)`,
  "g",
);
const YEARS_LONG =
  /(?<![第十〇零一二三四五六七八九\d])[一二三四五][—-]?年(?:行动计划|行动方案|行动|计划|规划|攻坚|方案)/g;

/** A programme whose years stand beside it is found by them. */
const PERIOD_AFTER = new RegExp(`^[^，。；]{0,20}（${YEAR}`);
const PERIOD_BEFORE = new RegExp(`${YEAR}年?[^，。；]{0,2}$`);

/** Phases and plans of some years whose years the text does not give. */
export function findUndatedProgrammes(source: DatedSource): readonly DatedExpression[] {
  const phases = matchesOf(source, PHASE).map((match) =>
    expressionAt(
      source,
      match.index,
      match.index + match[0].length,
      open("programme", "programme-phase", null),
    ),
  );
  const undated = matchesOf(source, YEARS_LONG).flatMap((match) => {
    const to = match.index + match[0].length;
    if (PERIOD_AFTER.test(after(source, to, 28)) || PERIOD_BEFORE.test(before(source, match.index, 12)))
      return [];
    return [expressionAt(source, match.index, to, open("programme", "programme-period-unknown", null))];
  });
  return [...phases, ...undated];
}

/** Study campaigns; carrying on the results of one stays right after it. */
export function createCampaignFinder(calendar: Calendar): Finder {
  const { campaigns, continued } = calendar.campaigns;
  const isContinued = createContinuedTest(continued);
  return createNamesFinder(campaigns, (campaign, source, from, to) => {
    if (campaign.to >= source.context.targetYear) return kept("campaign", "campaign-current");
    return isContinued(source, from, to)
      ? kept("campaign", "campaign-continued")
      : open("campaign", "campaign-ended", null);
  });
}

/** Terms and formulas that went out of use before the new year; those in use are no dated expressions. */
export function createEraTermFinder(calendar: Calendar): Finder {
  const { terms, continued } = calendar.eraTerms;
  const isContinued = createContinuedTest(continued);
  const ended = (name: string | null, year: number) =>
    terms.some((each) => name !== null && each.names.includes(name) && each.to < year);
  return createNamesFinder(terms, (term, source, from, to) => {
    if (term.to >= source.context.targetYear) return undefined;
    return isContinued(source, from, to)
      ? kept("campaign", "campaign-continued")
      : open("campaign", term.reason, ended(term.next, source.context.targetYear) ? null : term.next);
  });
}

const CONTINUED_BEFORE = 8;
const CONTINUED_AFTER = 6;

/** Whether words beside a name say that its results are carried on. */
function createContinuedTest(
  words: readonly string[],
): (source: DatedSource, from: number, to: number) => boolean {
  const pattern = new RegExp(anyOf(words));
  return (source, from, to) =>
    pattern.test(before(source, from, CONTINUED_BEFORE)) || pattern.test(after(source, to, CONTINUED_AFTER));
}
