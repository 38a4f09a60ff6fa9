/** Looking through the library: the words as they stand, then items on the same matter, narrowed by filters. */
import { z } from "zod";
import { foldHits, versionsOf } from "../../../src/core/suggest/fold.ts";
import { foldText } from "../../../src/core/suggest/grams.ts";
import type {
  LibraryEntry,
  LibraryFacets,
  LibraryFilters,
  LibraryFound,
  LibraryRow,
  LibrarySearch,
} from "../../../src/core/suggest/library-search.ts";
import { type Hit, searchIndex } from "../../../src/core/suggest/search-index.ts";
import { searchTermsOf, snippetOf, wordRanges } from "../../../src/core/suggest/search-text.ts";
import type { SuggestIndex } from "../../../src/core/suggest/suggest-index.ts";
import type { LibraryItem } from "../../../src/core/suggest/suggestion.ts";
import { countTopics, strongestTopics, type Topics } from "../../../src/core/suggest/topics.ts";
import { rowOf, toItem } from "./document-store.ts";
import { originalOf } from "./item-corrections.ts";
import { markOf } from "./item-marks.ts";
import type { Database, SqlValue } from "./sqlite.ts";

/** Below this number of exact finds, items on the same matter are shown behind them. */
const FEW_FINDS = 30;
/** Values of one filter that are offered. */
const MAX_FACET_VALUES = 200;

/** What the search works on; `topicOf` and `placeOf` are remembered between calls. */
export interface SearchGround {
  readonly database: Database;
  readonly index: SuggestIndex;
  readonly itemById: (id: number) => LibraryItem | undefined;
  readonly topicOf: (sectionHeading: string) => string;
  readonly placeOf: (itemId: number) => number | undefined;
}

const foundRow = z.object({
  item_id: z.number(),
  origin: z.string(),
  section_heading: z.string(),
  heading: z.string(),
  body: z.string(),
  region: z.string().nullable(),
  targets: z.number().nullable(),
  favourite: z.number().nullable(),
  hidden: z.number().nullable(),
  note: z.string().nullable(),
  total: z.number(),
});
type FoundRow = z.infer<typeof foundRow>;

/** Columns of a find; the items of the whole library with their documents and marks. */
const COLUMNS = `item_id, origin, section_heading, heading, body, documents.region, targets, favourite, hidden, note`;
const FROM = "FROM items JOIN documents USING (document_id) LEFT JOIN item_marks USING (item_id)";

/** Rows for a search, best first; without words everything that the filters leave, newest first. */
export function searchLibrary(
  ground: SearchGround,
  request: LibrarySearch,
  facets: LibraryFacets,
): LibraryFound {
  const terms = searchTermsOf(request.text);
  const exact = findExact(ground, request, terms);
  const total = exact[0]?.total ?? 0;
  const quoted = /[“"「]/.test(request.text);
  const similar =
    terms.words.length > 0 && terms.initials === null && !quoted && total < FEW_FINDS
      ? findSimilar(ground, request, new Set(exact.map(({ item_id }) => item_id)))
      : [];
  const rows = [...exact, ...similar];
  return {
    rows: foldRows(ground, rows, request.limit).map(({ row, years }) =>
      toRow(ground, row, years, terms.words),
    ),
    total: total + similar.length,
    facets,
  };
}

function findExact(
  ground: SearchGround,
  { filters, limit }: LibrarySearch,
  { words, initials }: ReturnType<typeof searchTermsOf>,
): readonly FoundRow[] {
  const filter = conditionOf(ground, filters);
  const texts = words.map((word) => ({
    sql: `(instr(lower(heading), ?) > 0 OR instr(lower(body), ?) > 0
      OR instr(lower(section_heading), ?) > 0 OR instr(lower(coalesce(note, '')), ?) > 0)`,
    values: [word, word, word, word],
  }));
  const asWords = {
    sql: texts.map(({ sql }) => sql).join(" AND ") || "1",
    values: texts.flatMap(({ values }) => values),
  };
  const matched =
    initials === null
      ? asWords
      : {
          sql: `(${asWords.sql} OR instr(initials, ?) > 0)`,
          values: [...asWords.values, initials],
        };
  // Words in the heading before words in the body; initials at the start of a heading before others.
  const rank = [
    ...words.map(() => "(instr(lower(heading), ?) > 0)"),
    ...(initials === null ? [] : ["(instr(initials, ?) = 1)"]),
  ];
  const rankValues = [...words, ...(initials === null ? [] : [initials])];
  return ground.database
    .prepare(
      `SELECT ${COLUMNS}, count(*) OVER () AS total, ${["0", ...rank].join(" + ")} AS fit ${FROM}
         WHERE ${filter.sql} AND ${matched.sql}
         ORDER BY fit DESC, year DESC, item_id LIMIT ?`,
    )
    .all(...rankValues, ...filter.values, ...matched.values, limit)
    .map((row) => rowOf(foundRow, row));
}

/** Items that the suggestion engine finds for the text, as far as the filters leave them. */
function findSimilar(
  ground: SearchGround,
  { text, filters, limit }: LibrarySearch,
  known: ReadonlySet<number>,
): readonly FoundRow[] {
  const query = { typed: text, heading: "", sectionHeading: "", issuer: "", year: filters.year };
  const { hits } = searchIndex(ground.index, query);
  const best = hits[0]?.score ?? 0;
  const ids = hits
    .filter(({ score }) => score >= best * WORTH_SHOWING)
    .map(({ place }) => ground.index.columns.itemIds[place] ?? -1)
    .filter((id) => !known.has(id));
  const filter = conditionOf(ground, filters);
  const rows = ground.database
    .prepare(
      `SELECT ${COLUMNS}, 0 AS total ${FROM}
         WHERE ${filter.sql} AND item_id IN (SELECT value FROM json_each(?))`,
    )
    .all(...filter.values, JSON.stringify(ids))
    .map((row) => rowOf(foundRow, row));
  const order = new Map(ids.map((id, at) => [id, at]));
  return rows
    .sort((one, other) => (order.get(one.item_id) ?? 0) - (order.get(other.item_id) ?? 0))
    .slice(0, Math.min(FEW_FINDS, Math.max(0, limit - known.size)));
}
/** Share of the best score below which an item only shares scraps of words. */
const WORTH_SHOWING = 0.3;

function conditionOf(
  ground: SearchGround,
  filters: LibraryFilters,
): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const parts: string[] = [filters.only === "hidden" ? "coalesce(hidden, 0) = 1" : "coalesce(hidden, 0) = 0"];
  const values: SqlValue[] = [];
  const equal = (column: string, value: SqlValue) => {
    if (value === null) return;
    parts.push(`${column} = ?`);
    values.push(value);
  };
  equal("documents.year", filters.year);
  equal("documents.issuer", filters.issuer);
  equal("documents.region", filters.region);
  if (filters.hasTarget) parts.push("targets > 0");
  if (filters.only === "favourite") parts.push("coalesce(favourite, 0) = 1");
  if (filters.only === "noted") parts.push("coalesce(note, '') <> ''");
  if (filters.topic !== null) {
    parts.push("section_heading IN (SELECT value FROM json_each(?))");
    values.push(
      JSON.stringify(
        sectionHeadings(ground.database).filter((heading) => ground.topicOf(heading) === filters.topic),
      ),
    );
  }
  return { sql: parts.join(" AND "), values };
}

function foldRows(
  ground: SearchGround,
  rows: readonly FoundRow[],
  limit: number,
): readonly { readonly row: FoundRow; readonly years: readonly number[] }[] {
  const byPlace = new Map<number, FoundRow>();
  const hits: Hit[] = [];
  for (const [at, row] of rows.entries()) {
    const place = ground.placeOf(row.item_id);
    if (place === undefined) continue;
    byPlace.set(place, row);
    hits.push({ place, score: rows.length - at, own: false });
  }
  return foldHits(ground.index, hits, limit).flatMap(({ hit, years }) => {
    const row = byPlace.get(hit.place);
    return row ? [{ row, years }] : [];
  });
}

function toRow(
  ground: SearchGround,
  row: FoundRow,
  years: readonly number[],
  words: readonly string[],
): LibraryRow {
  const item = toItem(row);
  if (!item) throw new Error(`item ${row.item_id} has the wrong shape`);
  const { body, ...rest } = item;
  const { snippet, matches } = snippetOf(body, wordRanges(body, words));
  return {
    item: rest,
    region: row.region ?? "",
    topic: ground.topicOf(item.sectionHeading),
    targets: row.targets ?? 0,
    years: [...years],
    headingMatches: wordRanges(item.heading, words),
    snippet,
    snippetMatches: matches,
    favourite: row.favourite === 1,
    hidden: row.hidden === 1,
    noted: (row.note ?? "") !== "",
  };
}

/** An item with its mark and the same item in other years; `undefined` for an unknown id. */
export function entryOf(ground: SearchGround, itemId: number): LibraryEntry | undefined {
  const item = ground.itemById(itemId);
  if (!item) return undefined;
  const place = ground.placeOf(itemId);
  const places = place === undefined ? [] : versionsOf(ground.index, place);
  const versions = places
    .flatMap((each) => ground.itemById(ground.index.columns.itemIds[each] ?? -1) ?? [])
    .sort((one, other) => (other.origin.year ?? 0) - (one.origin.year ?? 0));
  const region = ground.database
    .prepare("SELECT region FROM documents WHERE document_id = ?")
    .get(item.origin.documentId);
  return {
    item,
    region: rowOf(z.object({ region: z.string().nullable() }), region).region ?? "",
    mark: markOf(ground.database, itemId),
    original: originalOf(ground.database, itemId) ?? null,
    versions: versions.length > 0 ? versions : [item],
  };
}

/** How many items each value of a filter has. */
export function facetsOf(ground: Pick<SearchGround, "database" | "topicOf">): LibraryFacets {
  const values = (column: string, order: string) =>
    ground.database
      .prepare(
        `SELECT CAST(documents.${column} AS TEXT) AS value, count(*) AS items
           FROM items JOIN documents USING (document_id)
           WHERE documents.${column} IS NOT NULL AND documents.${column} <> ''
           GROUP BY documents.${column} ORDER BY ${order} LIMIT ${MAX_FACET_VALUES}`,
      )
      .all()
      .map((row) => rowOf(z.object({ value: z.string(), items: z.number() }), row));
  const topics = new Map<string, number>();
  for (const { section_heading, items } of sectionCounts(ground.database)) {
    const topic = ground.topicOf(section_heading);
    if (topic !== "") topics.set(topic, (topics.get(topic) ?? 0) + items);
  }
  return {
    years: values("year", "documents.year DESC"),
    issuers: values("issuer", "items DESC, documents.issuer"),
    regions: values("region", "items DESC, documents.region"),
    topics: [...topics]
      .map(([value, items]) => ({ value, items }))
      .sort((one, other) => other.items - one.items)
      .slice(0, MAX_FACET_VALUES),
  };
}

function sectionCounts(database: Database) {
  return database
    .prepare("SELECT section_heading, count(*) AS items FROM items GROUP BY section_heading")
    .all()
    .map((row) => rowOf(z.object({ section_heading: z.string(), items: z.number() }), row));
}

function sectionHeadings(database: Database): readonly string[] {
  return sectionCounts(database).map(({ section_heading }) => section_heading);
}

/** Names the topic of a section heading by the first word of its group; empty where it speaks of none. */
export function createTopicNames(topics: Topics): (sectionHeading: string) => string {
  const known = new Map<string, string>();
  return (heading) => {
    const name = known.get(heading);
    if (name !== undefined) return name;
    const counts = new Map<number, number>();
    countTopics(topics, foldText(heading), 1, counts);
    const [strongest] = strongestTopics(counts);
    const found = strongest ? (topics.groups[strongest.group]?.terms[0] ?? "") : "";
    known.set(heading, found);
    return found;
  };
}

/** Finds the place of an item in the index; the places are listed anew when the index has grown. */
export function createPlaces(index: SuggestIndex): (itemId: number) => number | undefined {
  const places = new Map<number, number>();
  let listed = 0;
  return (itemId) => {
    for (; listed < index.count; listed += 1) places.set(index.columns.itemIds[listed] ?? -1, listed);
    return places.get(itemId);
  };
}
