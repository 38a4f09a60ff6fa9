import { fillPlaces, type Note } from "../compare/note.ts";
import type { TargetRow } from "./compare-targets.ts";
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

/** 指标对照: this year's targets with last year's and what was reached, as a table. */
export function targetRowsNote(rows: readonly TargetRow[]): Note {
  const { title, columns } = words.year;
  const cells = rows.map(({ indicator, last, result, next, alarms }) => [
    (next ?? last)?.ordinal ?? "",
    indicator,
    ...[last, result, next].map((target) => (target ? figureWords(target) : words.none)),
    alarms.map((alarm) => words.alarms[alarm]).join(words.join),
  ]);
  return { title, paragraphs: [], tables: cells.length === 0 ? [] : [{ title, columns, rows: cells }] };
}
