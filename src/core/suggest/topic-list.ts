/**
 * The topic groups as an office edits them: the shipped table with its own changes laid over it, so that a later version
 * of the table still reaches an office that has changed a line.
 */
import { z } from "zod";
import shipped from "./data/topic-groups.json" with { type: "json" };

export type TopicGroups = readonly (readonly string[])[];

/** Groups and words of an edited list; more is no list of an office. */
export const MAX_GROUPS = 2_000;
export const MAX_TERMS = 50;
export const MAX_TERM_LENGTH = 30;
/** Longest text of the whole list. */
export const MAX_TOPIC_TEXT = 200_000;

const term = z.string().min(1).max(MAX_TERM_LENGTH);
const group = z.array(term).max(MAX_TERMS).readonly();

/** Changes of an office: `replaced` by the first word of a shipped group (an empty one is switched off), and `added`. */
export const topicOverlaySchema = z.strictObject({
  format: z.literal("yaodian-topics"),
  version: z.literal(1),
  replaced: z.record(z.string().max(MAX_TERM_LENGTH), group).readonly(),
  added: z.array(group).max(MAX_GROUPS).readonly(),
});
export type TopicOverlay = Readonly<z.infer<typeof topicOverlaySchema>>;

export const NO_OVERLAY: TopicOverlay = { format: "yaodian-topics", version: 1, replaced: {}, added: [] };

/** The groups that come with the application. */
export const SHIPPED_GROUPS: TopicGroups = shipped.groups;

/** The shipped groups with the changes of the office. */
export function groupsWith(overlay: TopicOverlay): TopicGroups {
  const changed = SHIPPED_GROUPS.map((terms) => {
    const first = terms[0] ?? "";
    return Object.hasOwn(overlay.replaced, first) ? (overlay.replaced[first] ?? terms) : terms;
  });
  return [...changed.filter((terms) => terms.length > 0), ...overlay.added];
}

/** One group a line, its words parted by 、. */
export function topicText(groups: TopicGroups): string {
  return groups.map((terms) => terms.join("、")).join("\n");
}

/** What is wrong with a line of the list; `line` is 1-based. */
export interface TopicProblem {
  readonly line: number;
  readonly code: "one-word" | "too-long" | "too-many-words" | "too-many-lines";
  readonly word: string;
}

export type ParsedTopics =
  | { readonly ok: true; readonly overlay: TopicOverlay; readonly groups: TopicGroups }
  | { readonly ok: false; readonly problems: readonly TopicProblem[] };

/** Reads an edited list; blank lines are left out. A group of one word says nothing and is refused, as is a word too long. */
export function parseTopicText(text: string): ParsedTopics {
  const problems: TopicProblem[] = [];
  const groups: (readonly string[])[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const terms = [...new Set(line.split(/[、，,；;\s]+/u).filter((word) => word !== ""))];
    if (terms.length === 0) continue;
    const problem = problemOf(terms, groups.length);
    if (problem) problems.push({ line: index + 1, ...problem });
    else groups.push(terms);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, groups, overlay: overlayOf(groups) };
}

function problemOf(terms: readonly string[], before: number): Omit<TopicProblem, "line"> | undefined {
  const long = terms.find((word) => word.length > MAX_TERM_LENGTH);
  if (long !== undefined) return { code: "too-long", word: long };
  if (terms.length === 1) return { code: "one-word", word: terms[0] ?? "" };
  if (terms.length > MAX_TERMS) return { code: "too-many-words", word: terms[0] ?? "" };
  return before >= MAX_GROUPS ? { code: "too-many-lines", word: terms[0] ?? "" } : undefined;
}

/** The changes that make `groups` of the shipped table. A shipped group is known by its first word. */
function overlayOf(groups: TopicGroups): TopicOverlay {
  const replaced: Record<string, readonly string[]> = {};
  const rest = [...groups];
  for (const terms of SHIPPED_GROUPS) {
    const at = rest.findIndex((other) => other[0] === terms[0]);
    const found = at < 0 ? [] : rest.splice(at, 1).flat();
    if (found.length !== terms.length || found.some((word, index) => word !== terms[index]))
      Object.defineProperty(replaced, terms[0] ?? "", { value: found, enumerable: true });
  }
  return { ...NO_OVERLAY, replaced, added: rest };
}
