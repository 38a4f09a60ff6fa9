/** Anniversaries (建党100周年): the number follows from the year of founding. */
import type { Calendar } from "./calendar.ts";
import { kept, open, type Verdict } from "./dated-expression.ts";
import { COUNT, countLike, countValue } from "./numbers.ts";
import {
  after,
  anyOf,
  citedTitleAround,
  type DatedSource,
  expressionAt,
  type Finder,
  isNamed,
  matchesOf,
} from "./source.ts";

/** An anniversary inside the name of a past meeting or speech is history. */
const EVENT = /^[^，。；、]{0,3}(?:大会|座谈会|讲话)/;

/** Anniversaries with the event they are of, where the table knows it. */
export function createAnniversaryFinder(calendar: Calendar): Finder {
  const names = anyOf(calendar.anniversaries.foundings.flatMap((founding) => founding.names));
  const pattern = new RegExp(`(?:(${names})\\s?)?(${COUNT})\\s?周年`, "g");
  return (source) =>
    matchesOf(source, pattern).flatMap((match) => {
      const value = countValue(match[2] ?? "");
      if (value === undefined) return [];
      const to = match.index + match[0].length;
      const found: Found = { name: match[1], count: match[2] ?? "", value, from: match.index, to };
      return [expressionAt(source, match.index, to, anniversaryVerdict(source, calendar, found))];
    });
}

interface Found {
  readonly name: string | undefined;
  readonly count: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

function anniversaryVerdict(source: DatedSource, calendar: Calendar, found: Found): Verdict {
  const { documentYear, targetYear } = source.context;
  const { foundings, roundEvery } = calendar.anniversaries;
  const event = EVENT.test(after(source, found.to, 8));
  if (event || citedTitleAround(source, found.from, found.to) !== undefined)
    return kept("anniversary", "anniversary-event");
  const founding = foundings.find((each) => found.name !== undefined && isNamed(each.names, found.name));
  if (!founding) {
    const value = documentYear === null ? undefined : found.value + targetYear - documentYear;
    return open("anniversary", "anniversary-unknown", withCount(source, found, value));
  }
  // The anniversary of another year is told as history and stays.
  if (documentYear !== null && found.value !== documentYear - founding.year)
    return kept("anniversary", "anniversary-event");
  const value = targetYear - founding.year;
  if (value === found.value) return kept("anniversary", "anniversary-event");
  const reason = value % roundEvery === 0 ? "anniversary-round" : "anniversary-not-round";
  return open("anniversary", reason, withCount(source, found, value));
}

function withCount(source: DatedSource, found: Found, value: number | undefined): string | null {
  const count = value === undefined ? undefined : countLike(value, found.count);
  if (count === undefined) return null;
  const at = source.shadow.indexOf(found.count, found.from + (found.name?.length ?? 0));
  return source.text.slice(found.from, at) + count + source.text.slice(at + found.count.length, found.to);
}
