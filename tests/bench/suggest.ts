/**
 * Suggestions: quality on the labels; time and size of the engine at three library sizes; and the whole way of a
 * keystroke through the loopback server, the contract, the library's worker and back.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { startLoopback } from "../../electron/loopback/server.ts";
import { createHostServices } from "../../electron/services/host-services.ts";
import { addItem, buildIndex } from "../../src/core/suggest/build-index.ts";
import { createDatesMemo } from "../../src/core/suggest/item-dates.ts";
import { deserializeIndex, serializeIndex } from "../../src/core/suggest/serialize.ts";
import { suggest } from "../../src/core/suggest/suggest.ts";
import type { LibraryItem, SuggestContext } from "../../src/core/suggest/suggestion.ts";
import { defaultTopics, prepareTopics } from "../../src/core/suggest/topics.ts";
import { createHost } from "../../src/host/client.ts";
import { MAX_MESSAGE_BYTES } from "../../src/host/contract.ts";
import { createDispatch } from "../../src/host/dispatch.ts";
import { createHttpTransport } from "../../src/host/http-transport.ts";
import { MESSAGE_TYPE } from "../../src/host/wire.ts";
import { createWireDispatch } from "../../src/host/wire-dispatch.ts";
import { writeLibrary } from "../support/library-folder.ts";
import { seededRandom, syntheticLibrary } from "../support/library-items.ts";
import { contextOf, labelledQueries, measureQuality, seedItems } from "../support/suggestion-quality.ts";
import { benchPeers } from "./suggest-peers.ts";

const SIZES = [161, 10_000, 100_000];
/** Larger libraries take some of the others minutes. */
const PEER_SIZES = [10_000];
const CONTRACT_SIZES = [161, 10_000];
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const RUNS = 5;
const ADDED = 200;

/** Prints one row per figure. */
export async function benchSuggest(): Promise<void> {
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
  benchPeers(PEER_SIZES.map(itemsOf), labelledQueries);
  const trace = keystrokes();
  for (const size of SIZES) benchEngine(itemsOf(size), trace);
  for (const size of CONTRACT_SIZES) await benchContract(itemsOf(size), trace);
}

function itemsOf(size: number): readonly LibraryItem[] {
  return size === seedItems.length ? seedItems : syntheticLibrary(size);
}

/** Time from the renderer's call to its answer, over HTTP, with the first answer after a start of the host. */
async function benchContract(items: readonly LibraryItem[], trace: readonly SuggestContext[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-bench-"));
  try {
    await writeLibrary(join(folder, "library"), items);
    const services = createHostServices({
      dataFolder: folder,
      resourcesFolder: ROOT,
      jobFile: join(ROOT, "electron/services/jobs/worker.ts"),
      now: () => new Date(),
    });
    const loopback = await startLoopback({
      page: { respond: async () => new Response() },
      call: createWireDispatch(createDispatch(services.handlers)),
      contentType: MESSAGE_TYPE,
      maxBodyBytes: MAX_MESSAGE_BYTES,
    });
    const { origin, hash } = new URL(loopback.address);
    const key = new URLSearchParams(hash.slice(1)).get("key") ?? "";
    const { call } = createHost(createHttpTransport({ base: origin, key, headers: { origin } }));
    const times: number[] = [];
    for (const context of trace) {
      const start = performance.now();
      const answer = await call("library.suggest", context);
      times.push(performance.now() - start);
      if (!answer.ok) throw new Error(answer.failure.detail);
    }
    const [first = 0, ...rest] = times;
    console.log(
      `${items.length} items through the loopback contract: p50 ${percentile(rest, 0.5)}, ` +
        `p95 ${percentile(rest, 0.95)}, p99 ${percentile(rest, 0.99)} ms, ` +
        `first answer after the start ${first.toFixed(0)} ms`,
    );
    await loopback.stop();
    await services.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function benchEngine(items: readonly LibraryItem[], trace: readonly SuggestContext[]): void {
  const topics = defaultTopics();
  const [index, build] = timed(() => buildIndex(items, topics));
  const [bytes, save] = timed(() => serializeIndex(index, "bench"));
  const [opened, open] = timed(() => deserializeIndex(bytes.buffer, "bench", topics));
  if (opened === undefined) throw new Error("the saved index does not open");
  const byId = new Map(items.map((item) => [item.id, item]));
  const sources = { itemById: (id: number) => byId.get(id), dates: createDatesMemo() };
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
