/** What the suggestions answer, as words for the search of the library. */
import type { SuggestContext } from "../../core/suggest/suggestion.ts";

/** Words beyond this are of another sentence. */
const LONGEST_QUESTION = 80;

/** The typed text, in a body the heading above it, in a section its heading. */
export function questionOf({ place, typed, heading, sectionHeading }: SuggestContext): string {
  const own = place === "heading" ? typed || heading : place === "body" ? heading || typed : "";
  return (own.trim() || sectionHeading.trim()).slice(-LONGEST_QUESTION);
}
