import { fillPlaces, type Note } from "../compare/note.ts";
import words from "./data/target-words.json" with { type: "json" };
import { figureWords } from "./figure-words.ts";
import type { PlanTarget } from "./target.ts";
import { targetsOverYears } from "./targets-over-years.ts";

/** 历年指标: the targets of several plans, oldest first, as a table with a column for each year. */
export function targetsNote(
  years: readonly { readonly year: number | null; readonly targets: readonly PlanTarget[] }[],
): Note {
  const { title, indicator, year: yearOf, unknownYear } = words.series;
  const columns = years.map(({ year }) => (year === null ? unknownYear : fillPlaces(yearOf, { year })));
  const rows = targetsOverYears(years.map(({ targets }) => targets)).map((series) => [
    series.indicator,
    ...series.targets.map((target) => (target ? figureWords(target) : words.none)),
  ]);
  const tables = rows.length === 0 ? [] : [{ title, columns: [indicator, ...columns], rows }];
  return { title, paragraphs: [], tables };
}
