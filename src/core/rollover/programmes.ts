/** Programmes with a period of their own (“八五”普法, 三年行动计划), study campaigns, and terms of a past phase. */
import type { Calendar } from "./calendar.ts";
import { type DatedExpression, kept, open, type Verdict } from "./dated-expression.ts";
import { COUNT, YEAR } from "./numbers.ts";
import { after, anyOf, before, type DatedSource, expressionAt, matchesOf, namePattern } from "./source.ts";

/** Programmes of the table; one that is over before the new year is asked about. */
export function findProgrammes(source: DatedSource, calendar: Calendar): readonly DatedExpression[] {
  const { targetYear } = source.context;
  return calendar.programmes.programmes.flatMap((programme) =>
    findNames(source, programme.names, () =>
      programme.to >= targetYear
        ? kept("programme", "programme-current")
        : open("programme", "programme-ended", programme.next),
    ),
  );
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
export function findCampaigns(source: DatedSource, calendar: Calendar): readonly DatedExpression[] {
  const { targetYear } = source.context;
  const { campaigns, continued } = calendar.campaigns;
  return campaigns.flatMap((campaign) =>
    findNames(source, campaign.names, (from, to) => {
      if (campaign.to >= targetYear) return kept("campaign", "campaign-current");
      return isContinued(source, from, to, continued)
        ? kept("campaign", "campaign-continued")
        : open("campaign", "campaign-ended", null);
    }),
  );
}

/** Terms and formulas that went out of use before the new year. */
export function findEraTerms(source: DatedSource, calendar: Calendar): readonly DatedExpression[] {
  const { targetYear } = source.context;
  const { terms, continued } = calendar.eraTerms;
  return terms
    .filter((term) => term.to < targetYear)
    .flatMap((term) =>
      findNames(source, term.names, (from, to) =>
        isContinued(source, from, to, continued)
          ? kept("campaign", "campaign-continued")
          : open("campaign", term.reason, term.next),
      ),
    );
}

const CONTINUED_BEFORE = 8;
const CONTINUED_AFTER = 6;

function isContinued(source: DatedSource, from: number, to: number, words: readonly string[]): boolean {
  const pattern = new RegExp(words.map(namePattern).join("|"));
  return (
    pattern.test(before(source, from, CONTINUED_BEFORE)) || pattern.test(after(source, to, CONTINUED_AFTER))
  );
}

function findNames(
  source: DatedSource,
  names: readonly string[],
  verdictAt: (from: number, to: number) => Verdict,
): readonly DatedExpression[] {
  return matchesOf(source, new RegExp(anyOf(names), "g")).map((match) => {
    const to = match.index + match[0].length;
    return expressionAt(source, match.index, to, verdictAt(match.index, to));
  });
}
