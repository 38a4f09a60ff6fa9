/**
 * Rows that an office adds to the calendar tables. A row is text as it is typed; reading it gives what the classifier
 * needs or says what is wrong with it. A row of a name that a table has already takes its place.
 */
import { z } from "zod";
import { chineseNumeralValue } from "../text/numerals.ts";
import type { Calendar, Congress } from "./calendar.ts";

export const calendarKindSchema = z.enum([
  "meeting",
  "plan",
  "programme",
  "campaign",
  "anniversary",
  "counter",
]);
export type CalendarKind = z.infer<typeof calendarKindSchema>;

/** Most rows of an office, and characters of a cell. */
export const MAX_CALENDAR_ROWS = 500;
export const MAX_CELL = 60;
export const MAX_SOURCE = 200;
const cell = z.string().max(MAX_CELL);

/**
 * `meeting`: `to` is the day it closed. `plan`, `programme`, `campaign`: first and last year; `next` is the programme
 * after it. `anniversary`: `from` is the year of the event. `counter`: `from` is the year it was held first.
 */
export const calendarRowSchema = z.strictObject({
  kind: calendarKindSchema,
  name: cell,
  from: cell,
  to: cell,
  next: cell,
  /** Document or announcement that the row is taken from. */
  source: z.string().max(MAX_SOURCE),
});
export type CalendarRow = Readonly<z.infer<typeof calendarRowSchema>>;

export const officeCalendarSchema = z.strictObject({
  rows: z.array(calendarRowSchema).max(MAX_CALENDAR_ROWS).readonly(),
  /** Day up to which the office has completed the table of meetings; empty: as the application knows it. */
  meetingsUntil: cell,
});
export type OfficeCalendar = Readonly<z.infer<typeof officeCalendarSchema>>;

export const EMPTY_OFFICE_CALENDAR: OfficeCalendar = { rows: [], meetingsUntil: "" };

export const calendarProblemCodeSchema = z.enum([
  "no-name",
  "bad-meeting",
  "bad-plan",
  "bad-day",
  "bad-year",
  "out-of-order",
  "no-congress",
  "before-congress",
  "twice",
  "successor-earlier",
]);
export type CalendarProblemCode = z.infer<typeof calendarProblemCodeSchema>;

/** What is wrong with a row; `row` null: with `meetingsUntil`. */
export interface CalendarProblem {
  readonly row: number | null;
  readonly code: CalendarProblemCode;
}

/** The tables with the office's rows; what is wrong with a row is listed, and the row is left out. */
export function withOfficeRows(
  calendar: Calendar,
  { rows, meetingsUntil }: OfficeCalendar,
): { readonly calendar: Calendar; readonly problems: readonly CalendarProblem[] } {
  const problems: CalendarProblem[] = [];
  const names = new Set<string>();
  let extended = calendar;
  // Congresses first: a plenum belongs to one, which may be a row of the office itself.
  const order = [...rows.entries()].sort(([, one], [, other]) => rankOf(one) - rankOf(other));
  for (const [at, typed] of order) {
    const row = { ...typed, name: tidied(typed.name), next: tidied(typed.next) };
    const key = `${row.kind} ${row.name}`;
    const read = names.has(key) ? "twice" : withRow(extended, row);
    names.add(key);
    if (typeof read === "string") problems.push({ row: at, code: read });
    else extended = read;
  }
  if (meetingsUntil.trim() !== "") {
    if (isDay(meetingsUntil.trim())) extended = completeUntil(extended, meetingsUntil.trim());
    else problems.push({ row: null, code: "bad-day" });
  }
  return { calendar: extended, problems: problems.sort((one, other) => (one.row ?? -1) - (other.row ?? -1)) };
}

const CONGRESS = /^(?:党的)?([一二三]?十[一二三四五六七八九]?)大$/;
const PLENUM = /^(?:党的)?([一二三]?十[一二三四五六七八九]?)届([一二三四五六七八九])中全会$/;
const PLAN = /^[一二三四五六七八九十]{2}五$/;
const FIRST_YEAR = 1840;
const LAST_YEAR = 2300;

function rankOf({ kind, name }: CalendarRow): number {
  return kind === "meeting" && CONGRESS.test(tidied(name)) ? 0 : 1;
}

function tidied(name: string): string {
  return name.trim();
}

function withRow(calendar: Calendar, row: CalendarRow): Calendar | CalendarProblemCode {
  if (row.name.length < 2) return "no-name";
  switch (row.kind) {
    case "meeting":
      return withMeeting(calendar, row);
    case "plan":
      return withPlan(calendar, row);
    case "programme":
      return withProgramme(calendar, row);
    case "campaign":
      return withCampaign(calendar, row);
    case "anniversary": {
      const year = yearIn(row.from);
      if (year === undefined) return "bad-year";
      const { foundings, ...table } = calendar.anniversaries;
      const others = foundings.map((each) => withoutName(each, row.name)).filter(hasNames);
      return {
        ...calendar,
        anniversaries: { ...table, foundings: [...others, { year, names: [row.name] }] },
      };
    }
    case "counter": {
      const year = yearIn(row.from);
      if (year === undefined) return "bad-year";
      const { counters, ...table } = calendar.counters;
      const others = counters.map((each) => withoutName(each, row.name)).filter(hasNames);
      return {
        ...calendar,
        counters: { ...table, counters: [...others, { base: year - 1, names: [row.name] }] },
      };
    }
  }
}

function withMeeting(calendar: Calendar, { name, to }: CalendarRow): Calendar | CalendarProblemCode {
  const closed = to.trim();
  const [congress, plenum] = [CONGRESS.exec(name), PLENUM.exec(name)];
  if (!congress && !plenum) return "bad-meeting";
  if (!isDay(closed)) return "bad-day";
  const { congresses } = calendar.meetings;
  const term = (congress ?? plenum)?.[1] ?? "";
  const known = congresses.find((each) => each.name === term);
  if (congress) {
    const others = congresses.filter((each) => each !== known);
    const next = byTerm([...others, { name: term, closed, plenums: known?.plenums ?? [] }]);
    return inOrder(next) ? withCongresses(calendar, next) : "out-of-order";
  }
  if (!known) return "no-congress";
  if (closed < known.closed) return "before-congress";
  const number = chineseNumeralValue(plenum?.[2] ?? "") ?? 0;
  const plenums = [...known.plenums.filter((each) => each.number !== number), { number, closed }].sort(
    (one, other) => one.number - other.number,
  );
  const changed = congresses.map((each) => (each === known ? { ...known, plenums } : each));
  return inOrder(changed) ? withCongresses(calendar, changed) : "out-of-order";
}

function byTerm(congresses: readonly Congress[]): readonly Congress[] {
  return congresses.toSorted(
    (one, other) => (chineseNumeralValue(one.name) ?? 0) - (chineseNumeralValue(other.name) ?? 0),
  );
}

/** Whether meetings follow each other in time as they do in number. */
function inOrder(congresses: readonly Congress[]): boolean {
  const days = congresses.flatMap(({ closed, plenums }) => [closed, ...plenums.map((each) => each.closed)]);
  return days.every((day, at) => at === 0 || (days[at - 1] ?? "") < day);
}

function withCongresses(calendar: Calendar, congresses: readonly Congress[]): Calendar {
  return { ...calendar, meetings: { ...calendar.meetings, congresses } };
}

function withPlan(calendar: Calendar, row: CalendarRow): Calendar | CalendarProblemCode {
  const name = row.name.replace(/[“”"]/g, "");
  if (!PLAN.test(name)) return "bad-plan";
  const period = periodOf(row);
  if (typeof period === "string") return period;
  const { plans, ...table } = calendar.fiveYearPlans;
  const others = plans.filter((each) => each.name !== name);
  const all = [...others, { name, ...period }].sort((one, other) => one.from - other.from);
  return { ...calendar, fiveYearPlans: { ...table, plans: all } };
}

function withProgramme(calendar: Calendar, row: CalendarRow): Calendar | CalendarProblemCode {
  const period = periodOf(row);
  if (typeof period === "string") return period;
  const { programmes, ...table } = calendar.programmes;
  const next = row.next === "" ? null : row.next;
  const successor = programmes.find((each) => next !== null && each.names.includes(next));
  if (successor && successor.from <= period.to) return "successor-earlier";
  const others = programmes.map((each) => withoutName(each, row.name)).filter(hasNames);
  const predecessor = others.find((each) => each.next === row.name);
  if (predecessor && predecessor.to >= period.from) return "successor-earlier";
  const added = { names: [row.name], ...period, next };
  return { ...calendar, programmes: { ...table, programmes: [...others, added] } };
}

function withCampaign(calendar: Calendar, row: CalendarRow): Calendar | CalendarProblemCode {
  const period = periodOf(row);
  if (typeof period === "string") return period;
  const { campaigns, ...table } = calendar.campaigns;
  const others = campaigns.map((each) => withoutName(each, row.name)).filter(hasNames);
  return {
    ...calendar,
    campaigns: { ...table, campaigns: [...others, { names: [row.name], ...period }] },
  };
}

function completeUntil(calendar: Calendar, until: string): Calendar {
  const later = until > calendar.meetings.completeUntil ? until : calendar.meetings.completeUntil;
  return { ...calendar, meetings: { ...calendar.meetings, completeUntil: later } };
}

function periodOf({
  from,
  to,
}: CalendarRow): { readonly from: number; readonly to: number } | CalendarProblemCode {
  const [first, last] = [yearIn(from), yearIn(to)];
  if (first === undefined || last === undefined) return "bad-year";
  return first <= last ? { from: first, to: last } : "out-of-order";
}

function yearIn(text: string): number | undefined {
  const match = /^(\d{4})年?$/.exec(text.trim());
  const year = Number(match?.[1] ?? 0);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}

function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

function withoutName<T extends { readonly names: readonly string[] }>(row: T, name: string): T {
  return row.names.includes(name) ? { ...row, names: row.names.filter((each) => each !== name) } : row;
}

function hasNames({ names }: { readonly names: readonly string[] }): boolean {
  return names.length > 0;
}
