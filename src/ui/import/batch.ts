/** Many documents into the library, one after the other. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Host } from "../../host/client.ts";
import { failureText } from "../messages.ts";
import type { PendingSource } from "../platform/pending-source.ts";

export type BatchState =
  | { readonly kind: "waiting" | "reading" | "stopped" }
  | { readonly kind: "added" | "updated"; readonly title: string; readonly items: number }
  /** `text`: why, and what to do. */
  | { readonly kind: "failed"; readonly text: string };

export interface BatchRow {
  readonly source: PendingSource;
  readonly state: BatchState;
}

export interface Batch {
  readonly rows: readonly BatchRow[];
  readonly running: boolean;
  /** The drafter asked to stop: the document under way is finished, the others stay out. */
  readonly stopping: boolean;
}

export interface BatchStore extends StoreApi<Batch> {
  /** Imports what is waiting; resolves when nothing is left or the drafter stopped it. */
  readonly run: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * Each document is stored whole or not at all by the library, so stopping between two leaves nothing half-written, and
 * the same document again updates what is there.
 */
export function createBatch(host: Pick<Host, "call">, sources: readonly PendingSource[]): BatchStore {
  const store = createStore<Batch>(() => ({
    rows: sources.map((source) => ({ source, state: { kind: "waiting" } })),
    running: false,
    stopping: false,
  }));
  const set = (index: number, state: BatchState) =>
    store.setState(({ rows }) => ({
      rows: rows.map((row, at) => (at === index ? { ...row, state } : row)),
    }));
  return {
    ...store,
    run: async () => {
      if (store.getState().running) return;
      store.setState({ running: true, stopping: false });
      for (const [index, { source }] of store.getState().rows.entries()) {
        if (store.getState().stopping) set(index, { kind: "stopped" });
        else {
          set(index, { kind: "reading" });
          set(index, await add(host, source));
        }
      }
      store.setState({ running: false, stopping: false });
    },
    stop: () => store.setState({ stopping: true }),
  };
}

async function add(host: Pick<Host, "call">, source: PendingSource): Promise<BatchState> {
  const loaded = await source.load();
  if (!loaded.ok) return { kind: "failed", text: failureText(loaded.failure, "read", source.name) };
  const reply = await host.call("library.add", loaded.value);
  if (!reply.ok) return { kind: "failed", text: failureText(reply.failure, "read", source.name) };
  const { document, updated } = reply.value;
  return { kind: updated ? "updated" : "added", title: document.title, items: document.items };
}

/** How many documents came to what. */
export function batchCounts({ rows }: Batch): {
  readonly done: number;
  readonly added: number;
  readonly updated: number;
  readonly failed: number;
} {
  const of = (kind: BatchState["kind"]) => rows.filter(({ state }) => state.kind === kind).length;
  const [added, updated, failed] = [of("added"), of("updated"), of("failed")];
  return { done: added + updated + failed, added, updated, failed };
}
