/** The one classifier of dated expressions, used by roll-over, by inserted suggestions and by checks. */
import { findAnniversaries } from "./anniversaries.ts";
import { CALENDAR, type Calendar } from "./calendar.ts";
import type { DatedContext, DatedExpression } from "./dated-expression.ts";
import { findMeetings, findMeetingsAhead } from "./meetings.ts";
import { findCounters, findOrdinals, findSessions } from "./ordinals.ts";
import { findMilestones, findPlanPeriods } from "./plan-periods.ts";
import { findCampaigns, findEraTerms, findProgrammes, findUndatedProgrammes } from "./programmes.ts";
import { findRelativeYears } from "./relative.ts";
import { type DatedSource, datedSource } from "./source.ts";
import { findCohorts, findDamagedYears, findGarbledSpans, findSchoolYears, findSpans } from "./spans.ts";
import { findDocumentNumbers, findNumericDates, findYears } from "./years.ts";

/** In order of precedence: where two find the same characters, the earlier one knows more about them. */
const FINDERS: readonly ((source: DatedSource, calendar: Calendar) => readonly DatedExpression[])[] = [
  findGarbledSpans,
  findSpans,
  findSchoolYears,
  findCohorts,
  findDocumentNumbers,
  findNumericDates,
  findDamagedYears,
  findYears,
  findProgrammes,
  findCampaigns,
  findMeetingsAhead,
  findMeetings,
  findMilestones,
  findPlanPeriods,
  findAnniversaries,
  findCounters,
  findOrdinals,
  findSessions,
  findUndatedProgrammes,
  findEraTerms,
  findRelativeYears,
];

/**
 * Dated expressions of a text in order, never overlapping. Pure: the years come with the context, all other knowledge
 * from the calendar.
 */
export function classifyDated(
  text: string,
  context: DatedContext,
  calendar: Calendar = CALENDAR,
): readonly DatedExpression[] {
  const source = datedSource(text, context);
  const chosen: DatedExpression[] = [];
  const taken = new Uint8Array(text.length);
  for (const find of FINDERS) {
    for (const expression of find(source, calendar)) {
      const place = taken.subarray(expression.from, expression.to);
      if (place.includes(1)) continue;
      place.fill(1);
      chosen.push(expression);
    }
  }
  return chosen.sort((a, b) => a.from - b.from);
}
