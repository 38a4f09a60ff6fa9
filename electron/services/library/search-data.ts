/** What the search of the library stores beside each item. */
import { pinyin } from "pinyin-pro";
import type { LibraryItem } from "../../../src/core/suggest/suggestion.ts";
import { extractTargets } from "../../../src/core/targets/extract-targets.ts";

export interface SearchData {
  /** First letters of the pinyin of the heading, e.g. `cjxqjy`; letters and digits stay. */
  readonly initials: string;
  /** How many targets heading and body set. */
  readonly targets: number;
}

/** The longest heading of which letters are kept. */
const LONGEST_HEADING = 200;

export function searchDataOf({ heading, body }: Pick<LibraryItem, "heading" | "body">): SearchData {
  return {
    initials: initialsOf(heading.slice(0, LONGEST_HEADING)),
    targets: extractTargets(body === "" ? heading : `${heading}。${body}`).length,
  };
}

/** First letters of the pinyin of a text; a character that is read in two ways is read as its word asks. */
export function initialsOf(text: string): string {
  const letters = pinyin(text, { pattern: "first", toneType: "none", type: "array" });
  return letters
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
