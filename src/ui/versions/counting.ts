/** How much each version differs from another: counted for those that are asked about, one after the other. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { WorkPlan } from "../../core/plan/model.ts";
import { type ChangeCounts, countChanges, versionChanges } from "./version-changes.ts";

export interface CountingState {
  /** By version. */
  readonly counts: ReadonlyMap<string, ChangeCounts>;
  /** Versions that wait. */
  readonly left: number;
}

export interface Counting extends StoreApi<CountingState> {
  /** Counts a version, once. */
  readonly want: (id: string) => void;
  /** Drops what waits, until it is asked for again. */
  readonly stop: () => void;
}

export interface CountingOptions {
  /** Undefined for one that cannot be read, which is passed over. */
  readonly read: (id: string) => Promise<WorkPlan | undefined>;
  /** The earlier and the later plan to compare for a version; `read` is remembered. */
  readonly pair: (
    id: string,
    read: CountingOptions["read"],
  ) => Promise<readonly [WorkPlan | undefined, WorkPlan | undefined]>;
}

/** Plans that are remembered: in a list the previous version of one row is the next row. */
const REMEMBERED = 3;

/** Each comparison waits for an answer of the host, so that the window stays free between two. */
export function createCounting({ read, pair }: CountingOptions): Counting {
  const store = createStore<CountingState>(() => ({ counts: new Map(), left: 0 }));
  const asked = new Set<string>();
  const plans = new Map<string, Promise<WorkPlan | undefined>>();
  let waiting: string[] = [];
  let running = false;

  const remembered = (id: string) => {
    const plan = plans.get(id) ?? read(id);
    plans.delete(id);
    plans.set(id, plan);
    for (const oldest of [...plans.keys()].slice(0, -REMEMBERED)) plans.delete(oldest);
    return plan;
  };

  const run = async () => {
    running = true;
    for (let id = waiting[0]; id !== undefined; id = waiting[0]) {
      const [last, next] = await pair(id, remembered);
      waiting = waiting.filter((each) => each !== id);
      const { counts } = store.getState();
      const counted = last && next && countChanges(versionChanges(last, next));
      store.setState({ counts: counted ? new Map(counts).set(id, counted) : counts, left: waiting.length });
    }
    running = false;
  };

  return {
    ...store,
    want: (id) => {
      if (asked.has(id)) return;
      asked.add(id);
      waiting = [...waiting, id];
      store.setState({ left: waiting.length });
      if (!running) void run();
    },
    stop: () => {
      for (const id of waiting) asked.delete(id);
      waiting = [];
      store.setState({ left: 0 });
    },
  };
}
