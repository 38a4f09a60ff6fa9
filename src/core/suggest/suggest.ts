/** Suggestions (推荐) for the place where the drafter is writing: ranked, folded, each with its reasons. */
import { foldHits, type Row } from "./fold.ts";
import { foldText, gramSet } from "./grams.ts";
import { createDatesMemo, type DatesMemo, datesOf } from "./item-dates.ts";
import { looseMarkingOf, type Marking, markingOf, matchRanges, wordsIn } from "./matches.ts";
import type { SearchQuery, WeightedQuery } from "./query-grams.ts";
import { OWN_FACTOR, searchIndex } from "./search-index.ts";
import { headingLikeness, sectionItems } from "./section-items.ts";
import type { SuggestIndex } from "./suggest-index.ts";
import type { LibraryItem, SuggestContext, Suggestion, SuggestReason } from "./suggestion.ts";
import { TOPICS_PER_ITEM } from "./topics.ts";

/** Rows of the drafter's own bureau that stand before all others; more would crowd the others out. */
const OWN_ROWS_FIRST = 2;
/** Rows folded beyond the limit: own ones may move to the front, and rows without a reason are left out. */
const SPARE_ROWS = 8;
/** Share of the best score below which an item only shares scraps of words. */
const WORTH_SHOWING = 0.1;
/** Words named with one reason. */
const MAX_WORDS = 8;
/** Likeness of section headings from which the section is a reason. */
const LIKE_SECTION = 0.4;

/** What a suggestion must know beside the index. */
export interface SuggestSources {
  /** The item of an id; an id without an item is left out of the answer. */
  readonly itemById: (id: number) => LibraryItem | undefined;
  /** Items of this document are not suggested. */
  readonly excludedDocument?: string | undefined;
  /** Kept between calls, so that the dates of an item are found once. */
  readonly dates?: DatesMemo;
}

/**
 * At most `context.limit` suggestions, best first. An empty heading asks what usually stands in the
 * section; nothing typed in a body looks for the item's heading; no text at all gives none.
 */
export function suggest(
  index: SuggestIndex,
  context: SuggestContext,
  sources: SuggestSources,
): readonly Suggestion[] {
  // At the start of a heading that is written, what is written asks.
  const written =
    context.place === "heading" && context.typed.trim() === "" ? context.heading : context.typed;
  const forSection = context.place === "section" || (context.place === "heading" && written.trim() === "");
  const query: SearchQuery = {
    typed: forSection ? "" : written,
    heading: context.place === "body" ? context.heading : "",
    sectionHeading: context.sectionHeading,
    issuer: context.issuer,
    year: context.year,
    ...(sources.excludedDocument === undefined ? {} : { excludedDocument: sources.excludedDocument }),
  };
  if (isEmpty(query)) return [];
  const found = forSection ? sectionItems(index, query) : typedItems(index, query, context.limit);
  const isCovered = forSection ? coveredBy(context.covered) : () => false;
  return describeRows(
    index,
    ownFirst(found.rows),
    found.query,
    query,
    { ...sources, isCovered },
    context.limit,
  );
}

/** From this likeness of their headings on two items are about one matter. */
const COVERED = 0.5;

/** Tells items whose matter the plan has already. */
function coveredBy(headings: readonly string[]): (item: LibraryItem) => boolean {
  const grams = headings.map((heading) => gramSet(foldText(heading)));
  return ({ heading }) => {
    const folded = foldText(heading);
    return grams.some((each) => headingLikeness(each, folded) >= COVERED);
  };
}

function isEmpty(query: SearchQuery): boolean {
  return `${query.typed}${query.heading}${query.sectionHeading}`.trim() === "";
}

function typedItems(
  index: SuggestIndex,
  query: SearchQuery,
  limit: number,
): { readonly query: WeightedQuery; readonly rows: readonly Row[] } {
  const result = searchIndex(index, query);
  return { query: result.query, rows: foldHits(index, result.hits, limit + SPARE_ROWS) };
}

/** At most two rows of the own bureau move to the front, as far as doubling their score would put them there. */
function ownFirst(rows: readonly Row[]): readonly Row[] {
  const best = Math.max(0, ...rows.filter((row) => !row.hit.own).map((row) => row.score));
  const leading = rows
    .filter((row) => row.hit.own && row.score * OWN_FACTOR >= best)
    .slice(0, OWN_ROWS_FIRST);
  return [...leading, ...rows.filter((row) => !leading.includes(row))];
}

function describeRows(
  index: SuggestIndex,
  rows: readonly Row[],
  weighted: WeightedQuery,
  query: SearchQuery,
  sources: SuggestSources & { readonly isCovered: (item: LibraryItem) => boolean },
  limit: number,
): readonly Suggestion[] {
  const marking = markingOf(index.topics, weighted);
  const loose = looseMarkingOf(weighted);
  const section = gramSet(foldText(query.sectionHeading));
  const memo = sources.dates ?? createDatesMemo();
  const best = Math.max(0, ...rows.map((row) => row.score));
  const suggestions: Suggestion[] = [];
  for (const row of rows) {
    if (suggestions.length === limit) break;
    if (row.score < WORTH_SHOWING * best) continue;
    const item = sources.itemById(index.columns.itemIds[row.hit.place] ?? -1);
    if (item === undefined || sources.isCovered(item)) continue;
    const others = [
      ...sectionReason(section, item),
      ...reason("topic", topicWords(index, row.hit.place, weighted, item)),
    ];
    const clear = matchesOf(item, marking);
    const matches = clear.reasons.length + others.length > 0 ? clear : matchesOf(item, loose);
    // Nobody could see why it is offered.
    if (matches.reasons.length + others.length === 0) continue;
    const own = row.hit.own ? reason("own", [item.origin.issuer]) : [];
    const dates = datesOf(item, query, memo);
    suggestions.push({
      item,
      score: row.score,
      reasons: [...matches.reasons, ...others, ...own],
      years: [...row.years],
      own: row.hit.own,
      headingMatches: matches.heading,
      bodyMatches: matches.body,
      headingDated: dates.heading,
      bodyDated: dates.body,
    });
  }
  return suggestions;
}

function matchesOf(item: LibraryItem, marking: Marking) {
  const heading = matchRanges(item.heading, marking);
  const body = matchRanges(item.body, marking);
  const reasons = [
    ...reason("heading", wordsIn(item.heading, heading)),
    ...reason("body", wordsIn(item.body, body)),
  ];
  return { heading, body, reasons };
}

function reason(code: SuggestReason["code"], words: readonly string[]): readonly SuggestReason[] {
  return words.length === 0 ? [] : [{ code, words: words.slice(0, MAX_WORDS) }];
}

function sectionReason(section: Uint32Array, item: LibraryItem): readonly SuggestReason[] {
  const like = headingLikeness(section, foldText(item.sectionHeading)) >= LIKE_SECTION;
  return like ? reason("section", [item.sectionHeading]) : [];
}

/** The item's words of the topics it shares with the query; words of the heading come first. */
function topicWords(
  index: SuggestIndex,
  place: number,
  weighted: WeightedQuery,
  item: LibraryItem,
): readonly string[] {
  const { topicGroups, topicWeights } = index.columns;
  const text = foldText(`${item.heading}\n${item.body}`);
  const words: string[] = [];
  for (let at = place * TOPICS_PER_ITEM; at < (place + 1) * TOPICS_PER_ITEM; at += 1) {
    const group = topicGroups[at] ?? 0;
    if ((topicWeights[at] ?? 0) === 0 || !weighted.topics.some((topic) => topic.group === group)) continue;
    words.push(...(index.topics.groups[group]?.terms.filter((term) => text.includes(term)) ?? []));
  }
  return words.sort((left, right) => text.indexOf(left) - text.indexOf(right));
}
