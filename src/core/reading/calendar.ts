/** Calendars: months as headings with what is done in each below them. Their numbered lines are no items. */
import { markerAt, type Paragraph } from "./clean-lines.ts";

const MONTH =
  /^(?:[一二三四五六七八九十]{1,2}|\d{1,2})\s?月(?:份)?(?:[、—~至-](?:[一二三四五六七八九十]{1,2}|\d{1,2})\s?月(?:份)?)?[：:]?$/;
/** A single month is no calendar. */
const FEWEST = 2;

/** Indexes of lines that belong to a calendar: from its first month to the next section. */
export function calendarLines(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const found = new Set<number>();
  let months: number[] = [];
  let from: number | undefined;
  const close = (to: number) => {
    if (from !== undefined && months.length >= FEWEST)
      for (let index = from; index < to; index += 1) found.add(index);
    from = undefined;
    months = [];
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const level = markerAt(paragraph)?.level;
    if (level === "section" || level === "subsection") close(index);
    else if (paragraph.role === null && MONTH.test(paragraph.text)) {
      from ??= index;
      months.push(index);
    }
  }
  close(paragraphs.length);
  return found;
}
