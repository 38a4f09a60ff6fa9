/** Suggestions: quality on the labels, and time, size and memory of the engine at three library sizes. */
import { performance } from "node:perf_hooks";
import { addItem, buildIndex } from "../../src/core/suggest/build-index.ts";
import { createDatesMemo } from "../../src/core/suggest/item-dates.ts";
import { deserializeIndex, serializeIndex } from "../../src/core/suggest/serialize.ts";
import { suggest } from "../../src/core/suggest/suggest.ts";
import type { LibraryItem, SuggestContext } from "../../src/core/suggest/suggestion.ts";
import { defaultTopics, prepareTopics } from "../../src/core/suggest/topics.ts";
import { seededRandom, syntheticLibrary } from "../support/library-items.ts";
import { contextOf, labelledQueries, measureQuality, seedItems } from "../support/suggestion-quality.ts";

const SIZES = [161, 10_000, 100_000];
const RUNS = 5;
const ADDED = 200;

/** Prints one row per figure. */
export function benchSuggest(): void {
  for (const [name, topics] of [
    ["topic groups", defaultTopics()],
    ["no groups", prepareTopics([])],
  ] as const) {
    const quality = measureQuality(topics);
    console.log(
      `labels, ${name} (${quality.queries} queries): recall@3 ${quality.recallAt3.toFixed(3)}, ` +
        `recall@5 ${quality.recallAt5.toFixed(3)}, MRR ${quality.reciprocalRank.toFixed(3)}`,
    );
  }
  const trace = keystrokes();
  for (const size of SIZES) benchSize(size === seedItems.length ? seedItems : syntheticLibrary(size), trace);
}

function benchSize(items: readonly LibraryItem[], trace: readonly SuggestContext[]): void {
  const topics = defaultTopics();
  const [index, build] = timed(() => buildIndex(items, topics));
  const [bytes, save] = timed(() => serializeIndex(index, "bench"));
  const [opened, open] = timed(() => deserializeIndex(bytes.buffer, "bench", topics));
  if (opened === undefined) throw new Error("the saved index does not open");
  const byId = new Map(items.map((item) => [item.id, item]));
  const itemsById = (ids: readonly number[]) =>
    new Map(ids.flatMap((id) => [byId.get(id)].flatMap((item) => (item ? [[id, item] as const] : []))));
  const sources = { itemsById, dates: createDatesMemo() };
  for (const context of trace) suggest(opened, context, sources);
  const times = trace.map((context) =>
    Math.min(...Array.from({ length: RUNS }, () => timed(() => suggest(opened, context, sources))[1])),
  );
  const adds = Array.from({ length: ADDED }, (_, at) => {
    const item = items[at % items.length];
    if (item === undefined) throw new Error("no items");
    return timed(() => addItem(opened, { ...item, id: items.length + at + 1 }))[1];
  });
  console.log(
    `${items.length} items: suggest p50 ${percentile(times, 0.5)}, p95 ${percentile(times, 0.95)}, ` +
      `p99 ${percentile(times, 0.99)} ms (${trace.length} keystrokes, own bureau, section, folding, marking); ` +
      `build ${(build / 1000).toFixed(2)} s, cache ${(bytes.byteLength / 1e6).toFixed(1)} MB, ` +
      `save ${save.toFixed(0)} ms, open ${open.toFixed(0)} ms, add p50 ${percentile(adds, 0.5)} ms`,
  );
}

/** Every prefix of every labelled query in a fixed random order: what a drafter sends while typing. */
function keystrokes(): readonly SuggestContext[] {
  const random = seededRandom(7);
  return labelledQueries
    .flatMap((query) => {
      const context = { ...contextOf(query, 8), issuer: "南浦1区教育局", year: 2026 };
      return Array.from(query.q, (_, at) => ({ ...context, typed: query.q.slice(0, at + 1) }));
    })
    .map((context) => ({ context, order: random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ context }) => context);
}

function timed<T>(run: () => T): readonly [value: T, milliseconds: number] {
  const start = performance.now();
  const value = run();
  return [value, performance.now() - start];
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((left, right) => left - right);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}
