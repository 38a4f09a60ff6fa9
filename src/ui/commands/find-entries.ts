/** Parts of the outline for a number or some words. */
import type { OutlineEntry } from "../../core/editor/outline.ts";
import { chineseNumeralValue } from "../../core/text/numerals.ts";
import { initialsOf } from "../shared/initials.ts";

/**
 * Parts for what was typed: of a number (`12`, `三`, `（二）`) those with this ordinal, items first; of words those whose
 * heading contains them, or their initials. All of them for an empty text.
 */
export function entriesFor(entries: readonly OutlineEntry[], typed: string): readonly OutlineEntry[] {
  const query = typed.trim().toLowerCase();
  if (query === "") return entries;
  const number = numberIn(query);
  const numbered = number === undefined ? [] : entries.filter(({ label }) => numberIn(label) === number);
  const byWords = entries.filter(
    (entry) =>
      !numbered.includes(entry) &&
      (entry.heading.toLowerCase().includes(query) || initialsOf(entry.heading).includes(query)),
  );
  return [...numbered.toSorted((one, other) => itemsFirst(one) - itemsFirst(other)), ...byWords];
}

function itemsFirst({ kind }: OutlineEntry): number {
  return kind === "item" ? 0 : 1;
}

/** The number that a text is, without the marks around it; undefined for other texts. */
function numberIn(text: string): number | undefined {
  const bare = text.replaceAll(/[第条项部分（）()、.．。\s]/g, "");
  return /^\d+$/.test(bare) ? Number(bare) : chineseNumeralValue(bare);
}
