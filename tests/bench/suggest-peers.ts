/**
 * Other search engines on the labels and the library of ours. Each gets the same three fields with the same weights and,
 * where it takes a tokenizer, the same overlapping pairs of characters; what they lack (topic groups, the heading as
 * context, folding) they lack.
 */

import { performance } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { create, insert, search } from "@orama/orama";
import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";
import { foldText } from "../../src/core/suggest/grams.ts";
import type { LibraryItem } from "../../src/core/suggest/suggestion.ts";
import {
  contextOf,
  type Finder,
  type LabelledQuery,
  measureFinder,
  seedItems,
} from "../support/suggestion-quality.ts";

/** Candidates asked of an engine, of which ten stay after the source document is left out. */
const ASKED = 60;
const KEPT = 10;

interface Peer {
  readonly name: string;
  readonly build: (items: readonly LibraryItem[]) => (text: string) => readonly number[];
}

/** Pairs of neighbouring characters, as our index has them. */
function pairs(text: string): string[] {
  const folded = foldText(text).replace(/[^\p{L}\p{N}]+/gu, " ");
  return folded
    .split(" ")
    .flatMap((run) =>
      run.length < 2
        ? run === ""
          ? []
          : [run]
        : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
    );
}

const fieldsOf = ({ id, heading, sectionHeading, body }: LibraryItem) => ({
  id,
  heading,
  section: sectionHeading,
  body,
});

const PEERS: readonly Peer[] = [
  {
    name: "MiniSearch 7.2.0",
    build: (items) => {
      const engine = new MiniSearch({
        fields: ["heading", "section", "body"],
        tokenize: pairs,
        processTerm: (term) => term,
        searchOptions: { boost: { heading: 4, section: 0.5 } },
      });
      engine.addAll(items.map(fieldsOf));
      return (text) =>
        engine
          .search(text)
          .slice(0, ASKED)
          .map(({ id }) => Number(id));
    },
  },
  {
    name: "Orama 3.1.18",
    build: (items) => {
      const engine = create({
        schema: { heading: "string", section: "string", body: "string" },
        components: { tokenizer: { language: "pairs", normalizationCache: new Map(), tokenize: pairs } },
      });
      for (const { id, ...fields } of items.map(fieldsOf)) void insert(engine, { id: String(id), ...fields });
      return (text) => {
        const found = search(engine, { term: text, limit: ASKED, boost: { heading: 4, section: 0.5 } });
        // Without hooks that wait, a search answers at once.
        if (found instanceof Promise) throw new Error("the search did not answer at once");
        return found.hits.map(({ id }) => Number(id));
      };
    },
  },
  {
    name: "FlexSearch 0.8.212",
    build: (items) => {
      const engine = new FlexSearch.Document({
        encode: pairs,
        document: { id: "id", index: ["heading", "section", "body"] },
      });
      for (const item of items.map(fieldsOf)) engine.add(item);
      return (text) => {
        const found = engine.search(text, { limit: ASKED, suggest: true });
        return [...new Set(found.flatMap(({ result }) => result.map(Number)))];
      };
    },
  },
  {
    name: "FTS5 trigram",
    build: (items) => {
      const database = new DatabaseSync(":memory:");
      database.exec("CREATE VIRTUAL TABLE items USING fts5(heading, section, body, tokenize = 'trigram')");
      const add = database.prepare("INSERT INTO items (rowid, heading, section, body) VALUES (?, ?, ?, ?)");
      for (const { id, heading, section, body } of items.map(fieldsOf)) add.run(id, heading, section, body);
      const find = database.prepare(
        `SELECT rowid FROM items WHERE items MATCH ? ORDER BY bm25(items, 4, 0.5, 1) LIMIT ${ASKED}`,
      );
      return (text) => {
        const folded = foldText(text).replace(/[^\p{L}\p{N}]+/gu, "");
        const triples = Array.from(
          { length: Math.max(0, folded.length - 2) },
          (_, at) => `"${folded.slice(at, at + 3)}"`,
        );
        // A text of one or two characters has no trigram: the engine cannot answer it.
        return triples.length === 0 ? [] : find.all(triples.join(" OR ")).map((row) => Number(row["rowid"]));
      };
    },
  },
];

/** Prints quality of every peer on the labels, and its times on larger libraries. */
export function benchPeers(
  larger: readonly (readonly LibraryItem[])[],
  queries: readonly LabelledQuery[],
): void {
  const byId = new Map(seedItems.map((item) => [item.id, item]));
  for (const { name, build } of PEERS) {
    const ask = build(seedItems);
    const find: Finder = (query) =>
      ask(textOf(query))
        .filter((id) => byId.get(id)?.origin.documentId !== query.src)
        .slice(0, KEPT);
    const { recallAt5, reciprocalRank } = measureFinder(find);
    console.log(`${name}: recall@5 ${recallAt5.toFixed(3)}, MRR ${reciprocalRank.toFixed(3)}`);
    for (const items of larger) {
      const start = performance.now();
      const askLarger = build(items);
      const built = performance.now() - start;
      const times = queries
        .map((query) => {
          const from = performance.now();
          askLarger(textOf(query));
          return performance.now() - from;
        })
        .sort((one, other) => one - other);
      const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
      console.log(
        `  ${items.length} items: build ${(built / 1000).toFixed(2)} s, search p95 ${p95.toFixed(2)} ms`,
      );
    }
  }
}

/** What our engine is given too: in a body the heading and the typed text. */
function textOf(query: LabelledQuery): string {
  const { heading, typed } = contextOf(query, KEPT);
  return `${heading} ${typed}`.trim();
}
