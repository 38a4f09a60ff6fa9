/**
 * Finding by regular expression. The paragraphs go out as texts, are matched where a pattern that runs away can be
 * stopped, and come back as matches.
 */
import { z } from "zod";
import { contextOf, type FoundText, type SearchedParagraph } from "./find-text.ts";

/** Longest pattern, in characters. */
export const MAX_PATTERN_LENGTH = 200;
/** Most matches that are given. */
export const MOST_PATTERN_MATCHES = 10_000;

export const patternMatchSchema = z.strictObject({
  /** Index of the paragraph among those that were searched. */
  paragraph: z.int().nonnegative(),
  /** Range in its text. */
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** What the groups of the pattern caught, in their order; empty for one that took no part. */
  groups: z.array(z.string()).readonly(),
});
export type PatternMatch = z.infer<typeof patternMatchSchema>;

/** Whether a text is a regular expression. */
export function isPattern(pattern: string): boolean {
  try {
    expressionOf(pattern, true);
    return true;
  } catch {
    return false;
  }
}

/**
 * Every match in order, none empty and none over the end of a paragraph; `exact`: upper and lower case are told apart.
 * May take for ever, so it runs where it can be stopped. Throws a SyntaxError where `pattern` is no regular expression.
 */
export function matchPattern(
  paragraphs: readonly string[],
  pattern: string,
  exact: boolean,
): readonly PatternMatch[] {
  const expression = expressionOf(pattern, exact);
  const matches: PatternMatch[] = [];
  for (const [paragraph, text] of paragraphs.entries())
    for (const match of text.matchAll(expression)) {
      const [whole, ...groups] = match;
      if (whole === "") continue;
      if (matches.length >= MOST_PATTERN_MATCHES) return matches;
      const { index: from } = match;
      matches.push({ paragraph, from, to: from + whole.length, groups: groups.map((group) => group ?? "") });
    }
  return matches;
}

/** Matches as places of the document that the paragraphs are of. */
export function foundByPattern(
  paragraphs: readonly SearchedParagraph[],
  matches: readonly PatternMatch[],
): readonly FoundText[] {
  return matches.flatMap(({ paragraph, from, to, groups }) => {
    const searched = paragraphs[paragraph];
    return searched ? [{ ...contextOf(searched, from, to), groups }] : [];
  });
}

function expressionOf(pattern: string, exact: boolean): RegExp {
  return new RegExp(pattern, exact ? "gu" : "giu");
}
