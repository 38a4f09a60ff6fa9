/** Labelled queries over the items of the seed documents, and how well an index answers them. */
import { readFileSync } from "node:fs";
import { buildIndex } from "../../src/core/suggest/build-index.ts";
import { suggest } from "../../src/core/suggest/suggest.ts";
import type { LibraryItem, SuggestContext } from "../../src/core/suggest/suggestion.ts";
import type { Topics } from "../../src/core/suggest/topics.ts";

interface LabelledItem {
  readonly id: string;
  readonly doc: string;
  readonly issuer: string;
  readonly year: number;
  readonly section: string;
  readonly no: number;
  readonly heading: string;
  readonly body: string;
}

/** `H` full heading, `P` half a heading, `S` opening of a body, `X` paraphrase, `K` keyword, `Y` pinyin initials. */
export interface LabelledQuery {
  readonly qid: string;
  readonly type: "H" | "P" | "S" | "X" | "K" | "Y";
  readonly q: string;
  readonly sec: string;
  readonly src: string;
  readonly srcItem: string | null;
  /** 2: the item is about it; 1: part of it is. */
  readonly rel: Readonly<Record<string, number>>;
}

export interface Quality {
  readonly queries: number;
  readonly recallAt3: number;
  readonly recallAt5: number;
  readonly reciprocalRank: number;
}

const data = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8"));

const labelledItems = (data("suggestion-items.json") as { readonly items: readonly LabelledItem[] }).items;

/** The queries that words can answer; pinyin belongs to the search box of the library. */
export const labelledQueries = (
  data("suggestion-labels.json") as { readonly queries: readonly LabelledQuery[] }
).queries.filter((query) => query.type !== "Y");

/** The 161 items of the five seed documents. */
export const seedItems: readonly LibraryItem[] = labelledItems.map((item, at) => ({
  id: at + 1,
  origin: {
    documentId: item.doc,
    title: `${item.issuer}${item.year}年工作要点`,
    issuer: item.issuer,

    year: item.year,
    section: null,
    item: String(item.no),
    heading: item.heading,
  },
  sectionHeading: item.section,
  heading: item.heading,
  body: item.body,
}));

/** A body is typed under its heading; everything else is typed as a heading. */
export function contextOf(query: LabelledQuery, limit: number): SuggestContext {
  const source = labelledItems.find((item) => item.id === query.srcItem);
  const inBody = query.type === "S";
  return {
    place: inBody ? "body" : "heading",
    typed: query.q,
    heading: inBody ? (source?.heading ?? "") : "",
    sectionHeading: query.sec,
    issuer: "",
    covered: [],
    title: "",
    year: null,
    limit,
  };
}

/** Ids of items for a query, best first, at most ten; items of its source document are left out afterwards. */
export type Finder = (query: LabelledQuery) => readonly number[];

/** Recall and mean reciprocal rank on the labels; the source document of a query is never a candidate. */
export function measureQuality(topics: Topics, queries = labelledQueries): Quality {
  const index = buildIndex(seedItems, topics);
  const byId = new Map(seedItems.map((item) => [item.id, item]));
  return measureFinder(
    (query) =>
      suggest(index, contextOf(query, 10), {
        itemById: (id) => byId.get(id),
        ...(query.src === "" ? {} : { excludedDocument: query.src }),
      }).map((suggestion) => suggestion.item.id),
    queries,
  );
}

/** The same measure for any finder of items. */
export function measureFinder(find: Finder, queries = labelledQueries): Quality {
  const sum = { recallAt3: 0, recallAt5: 0, reciprocalRank: 0 };
  for (const query of queries) {
    const found = find(query).map((id) => labelledItems[id - 1]?.id ?? "");
    const relevant = new Set(Object.keys(query.rel).filter((id) => query.rel[id] === 2));
    sum.recallAt3 += recall(found, relevant, 3);
    sum.recallAt5 += recall(found, relevant, 5);
    const first = found.findIndex((id) => relevant.has(id));
    sum.reciprocalRank += first < 0 ? 0 : 1 / (first + 1);
  }
  return {
    queries: queries.length,
    recallAt3: sum.recallAt3 / queries.length,
    recallAt5: sum.recallAt5 / queries.length,
    reciprocalRank: sum.reciprocalRank / queries.length,
  };
}

function recall(found: readonly string[], relevant: ReadonlySet<string>, at: number): number {
  return found.slice(0, at).filter((id) => relevant.has(id)).length / Math.min(at, relevant.size);
}
