/** The one classifier of dated expressions, used by roll-over, by inserted suggestions and by checks. */
import { createAnniversaryFinder } from "./anniversaries.ts";
import { CALENDAR, type Calendar } from "./calendar.ts";
import type { DatedContext, DatedExpression } from "./dated-expression.ts";
import { createMeetingAheadFinder, createMeetingFinder } from "./meetings.ts";
import { createCounterFinder, findOrdinals, findSessions } from "./ordinals.ts";
import { createMilestoneFinder, createPlanPeriodFinder } from "./plan-periods.ts";
import {
  createCampaignFinder,
  createEraTermFinder,
  createProgrammeFinder,
  findUndatedProgrammes,
} from "./programmes.ts";
import { findRelativeYears } from "./relative.ts";
import { datedSource, type Finder } from "./source.ts";
import { findCohorts, findDamagedYears, findGarbledSpans, findSchoolYears, findSpans } from "./spans.ts";
import { findDocumentNumbers, findNumericDates, findYears } from "./years.ts";

/** Longest expression and proposal that a mark can hold; anything longer is no expression. */
const LONGEST_EXPRESSION = 200;

/**
 * Dated expressions of a text in order, never overlapping. Pure: the years come with the context, all other knowledge
 * from the calendar.
 */
export type ClassifyDated = (text: string, context: DatedContext) => readonly DatedExpression[];

/** The classifier with the tables that come with the application. */
export const classifyDated: ClassifyDated = createClassifier(CALENDAR);

/** A classifier for a calendar, e.g. one with an office's own rows. */
export function createClassifier(calendar: Calendar): ClassifyDated {
  const finders = createFinders(calendar);
  return (text, context) => {
    const source = datedSource(text, context);
    const chosen: DatedExpression[] = [];
    const taken = new Uint8Array(text.length);
    for (const find of finders) {
      for (const expression of find(source)) {
        const place = taken.subarray(expression.from, expression.to);
        if (place.includes(1) || !fits(expression)) continue;
        place.fill(1);
        chosen.push(expression);
      }
    }
    return chosen.sort((a, b) => a.from - b.from);
  };
}

function fits({ original, proposed }: DatedExpression): boolean {
  return original.length <= LONGEST_EXPRESSION && (proposed ?? "").length <= LONGEST_EXPRESSION;
}

/** In order of precedence: where two find the same characters, the earlier one knows more about them. */
function createFinders(calendar: Calendar): readonly Finder[] {
  return [
    findGarbledSpans,
    findSpans,
    findSchoolYears,
    findCohorts,
    findDocumentNumbers,
    findNumericDates,
    findDamagedYears,
    findYears,
    createProgrammeFinder(calendar),
    createCampaignFinder(calendar),
    createMeetingAheadFinder(calendar),
    createMeetingFinder(calendar),
    createMilestoneFinder(calendar),
    createPlanPeriodFinder(calendar),
    createAnniversaryFinder(calendar),
    createCounterFinder(calendar),
    findOrdinals,
    findSessions,
    findUndatedProgrammes,
    createEraTermFinder(calendar),
    findRelativeYears,
  ];
}
