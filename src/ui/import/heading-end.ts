/** Moves the end of a heading inside its line. */
import type { SourceRow } from "./source-rows.ts";
import { leadStart } from "./source-rows.ts";

/** Marks at which a heading may well end. */
const STOPS = /[，。；：、！？]/;

/** Number of characters of the heading when it ends before the character at `offset` of the row's text. */
export function endAt(row: SourceRow, offset: number): number {
  return bounded(row, offset - leadOf(row));
}

/** The end one character, or one part of the sentence, before or after where it is; undefined for no heading. */
export function movedEnd(row: SourceRow, by: -1 | 1, wide: boolean): number | undefined {
  if (!row.heading) return undefined;
  const now = row.heading.to - row.heading.from;
  if (!wide) return bounded(row, now + by);
  const lead = row.text.slice(row.heading.from);
  for (let end = now + by; end > 0 && end < lead.length; end += by)
    if (STOPS.test(lead.charAt(end))) return end;
  return bounded(row, by < 0 ? 0 : lead.length);
}

function bounded(row: SourceRow, end: number): number {
  const longest = row.text.trimEnd().length - leadOf(row);
  return Math.max(0, Math.min(longest, end));
}

function leadOf(row: SourceRow): number {
  return row.heading?.from ?? leadStart(row.text);
}
