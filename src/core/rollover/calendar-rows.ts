/** The calendar tables as rows to look through, in the form in which an office adds its own. */
import { chineseNumeral } from "../text/numerals.ts";
import type { Calendar } from "./calendar.ts";
import type { CalendarKind, CalendarRow } from "./office-calendar.ts";

export interface ShownTable {
  readonly kind: CalendarKind;
  /** ISO day up to which the table is complete. */
  readonly completeUntil: string;
  /** Where its rows are from, in Chinese, as people read it. */
  readonly source: string;
  readonly rows: readonly ShownRow[];
}

export interface ShownRow extends Pick<CalendarRow, "name" | "from" | "to" | "next"> {
  /** Whether its successor is not known from a published document yet. */
  readonly doubtful: boolean;
}

/** Every table that an office can extend. */
export function calendarTables(calendar: Calendar): readonly ShownTable[] {
  const { meetings, fiveYearPlans, programmes, campaigns, anniversaries, counters } = calendar;
  return [
    tableOf(
      "meeting",
      meetings,
      meetings.congresses.flatMap(({ name, closed, plenums }) => [
        { name: `${name}大`, to: closed },
        ...plenums.map(({ number, closed: to }) => ({
          name: `${name}届${chineseNumeral(number)}中全会`,
          to,
        })),
      ]),
    ),
    tableOf("plan", fiveYearPlans, fiveYearPlans.plans.map(withPeriod)),
    tableOf(
      "programme",
      programmes,
      programmes.programmes.map((row) => ({
        ...withPeriod({ ...row, name: row.names[0] ?? "" }),
        next: row.next ?? "",
        doubtful: row.next !== null && programmes.doubtful.includes(row.next),
      })),
    ),
    tableOf(
      "campaign",
      campaigns,
      campaigns.campaigns.map((row) => withPeriod({ ...row, name: row.names[0] ?? "" })),
    ),
    tableOf(
      "anniversary",
      anniversaries,
      anniversaries.foundings.map(({ year, names }) => ({ name: names[0] ?? "", from: String(year) })),
    ),
    tableOf(
      "counter",
      counters,
      counters.counters.map(({ base, names }) => ({ name: names[0] ?? "", from: String(base + 1) })),
    ),
  ];
}

function withPeriod({
  name,
  from,
  to,
}: {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}) {
  return { name, from: String(from), to: String(to) };
}

function tableOf(
  kind: CalendarKind,
  { completeUntil, source }: { readonly completeUntil: string; readonly source: string },
  rows: readonly (Partial<ShownRow> & Pick<ShownRow, "name">)[],
): ShownTable {
  const empty = { from: "", to: "", next: "", doubtful: false };
  return { kind, completeUntil, source, rows: rows.map((row) => ({ ...empty, ...row })) };
}
