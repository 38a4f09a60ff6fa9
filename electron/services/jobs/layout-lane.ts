/**
 * Lays documents out in a worker of its own, the newest request first: a preview follows what is being typed, and
 * nobody wants the pages of the edit before.
 */
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { HostError } from "../../../src/host/host-error.ts";
import type { TaskJobData, Tasks } from "./task-messages.ts";
import { askWorker, failureOf } from "./task-pool.ts";

/** A layout under way may finish for so long, in milliseconds; a fresh worker needs about as long to load. */
const GRACE_MS = 400;
/** A layout of hundreds of pages takes this long at most. */
const LIMIT_MS = 60_000;
/** Megabytes that the worker's heap may grow to. */
const MEMORY = 768;

export interface LayoutLane {
  /** Pages of a document; `stale-revision` where a newer request has come meanwhile. */
  readonly run: (request: Tasks["layout"]["request"]) => Promise<Tasks["layout"]["reply"]>;
  readonly close: () => Promise<void>;
}

/** A lane over the app's workers, whose entry is `jobFile`. */
export function createLayoutLane(jobFile: string | URL): LayoutLane {
  let worker: Worker | undefined;
  let underWay: Promise<unknown> | undefined;
  let newest = 0;
  let closed = false;

  const started = (): Worker => {
    const workerData: TaskJobData = { kind: "task" };
    const fresh = new Worker(jobFile, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    // While a layout runs there is a second listener, which tells the caller.
    fresh.on("error", () => {});
    fresh.on("exit", () => {
      if (worker === fresh) worker = undefined;
    });
    return fresh;
  };
  // Asked again after a wait, which the type check does not see.
  const isUnderWay = () => underWay !== undefined;
  const expectNewest = (turn: number) => {
    if (closed) throw new HostError("disconnected", "the host is closing");
    if (turn !== newest) throw new HostError("stale-revision", "a newer layout was asked for");
  };

  return {
    run: async (request) => {
      newest += 1;
      const turn = newest;
      if (underWay) {
        await Promise.race([underWay, wait(GRACE_MS)]);
        expectNewest(turn);
        if (isUnderWay()) {
          const slow = worker;
          worker = undefined;
          await slow?.terminate();
        }
      }
      expectNewest(turn);
      worker ??= started();
      const used = worker;
      const asked = askWorker(used, { task: "layout", request }, LIMIT_MS);
      const settled = asked.then(
        () => {},
        () => {
          if (worker === used) worker = undefined;
        },
      );
      underWay = settled;
      try {
        const reply = await asked;
        if (!reply.ok) throw failureOf(reply);
        // The worker answers a task with the reply of this task.
        return reply.value as Tasks["layout"]["reply"];
      } catch (error) {
        expectNewest(turn);
        throw error;
      } finally {
        used.unref();
        if (underWay === settled) underWay = undefined;
      }
    },
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}
