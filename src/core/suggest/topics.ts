/**
 * Topic groups (同义词组): words that speak of one matter, such as 特教 and 随班就读. A word of a group in the typed
 * text also looks for the others, and items on the topics of the text rank higher.
 */
import defaultGroups from "./data/topic-groups.json" with { type: "json" };
import { foldText, gramSet, pairKey } from "./grams.ts";

/** Topics kept for one item or text. */
export const TOPICS_PER_ITEM = 3;
/** Groups beyond this number are ignored: an index stores a topic in two bytes. */
export const MAX_TOPIC_GROUPS = 65_535;

/** Mentions after which a topic weighs half: one in a heading (4) is then two thirds. */
const HALF_WEIGHT = 2;

/** Topic groups prepared for searching texts. */
export interface Topics {
  readonly groups: readonly TopicGroup[];
  /** Terms by the gram of their first two characters. */
  readonly byStart: ReadonlyMap<number, readonly TopicTerm[]>;
  /** Differs when the list differs; an index made with another list must be rebuilt. */
  readonly fingerprint: string;
}

interface TopicGroup {
  /** The terms, folded; terms of one character are left out, they occur everywhere. */
  readonly terms: readonly string[];
  /** Grams of all terms. */
  readonly keys: Uint32Array;
}

interface TopicTerm {
  readonly text: string;
  readonly group: number;
}

/** A topic of a text; `weight` 0–1 grows with the mentions. */
export interface TopicWeight {
  readonly group: number;
  readonly weight: number;
}

/** The groups that come with the application. */
export function defaultTopics(): Topics {
  return prepareTopics(defaultGroups.groups);
}

/** Prepares an editable list of groups; empty groups and terms are skipped. */
export function prepareTopics(groups: readonly (readonly string[])[]): Topics {
  const prepared: TopicGroup[] = [];
  const byStart = new Map<number, TopicTerm[]>();
  for (const group of groups.slice(0, MAX_TOPIC_GROUPS)) {
    const terms = [...new Set(group.map((term) => foldText(term.trim())))].filter((term) => term.length > 1);
    if (terms.length === 0) continue;
    for (const text of terms) {
      const start = pairKey(text.charCodeAt(0), text.charCodeAt(1));
      const others = byStart.get(start) ?? [];
      byStart.set(start, [...others, { text, group: prepared.length }]);
    }
    prepared.push({ terms, keys: gramSet(terms.join("\n")) });
  }
  return { groups: prepared, byStart, fingerprint: JSON.stringify(prepared.map((group) => group.terms)) };
}

/** Adds `weight` to the group of every term in a folded text. */
export function countTopics(
  topics: Topics,
  folded: string,
  weight: number,
  counts: Map<number, number>,
): void {
  if (topics.groups.length === 0) return;
  for (let at = 0; at + 1 < folded.length; at += 1) {
    const terms = topics.byStart.get(pairKey(folded.charCodeAt(at), folded.charCodeAt(at + 1)));
    if (terms === undefined) continue;
    for (const term of terms)
      if (folded.startsWith(term.text, at)) counts.set(term.group, (counts.get(term.group) ?? 0) + weight);
  }
}

/** The strongest topics of the counts, at most three, strongest first. */
export function strongestTopics(counts: ReadonlyMap<number, number>): readonly TopicWeight[] {
  return [...counts]
    .sort((left, right) => right[1] - left[1] || left[0] - right[0])
    .slice(0, TOPICS_PER_ITEM)
    .map(([group, count]) => ({ group, weight: count / (count + HALF_WEIGHT) }));
}
