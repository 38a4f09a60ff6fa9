/** Runs single tasks in worker threads with bounds on time and memory. */
import { Worker } from "node:worker_threads";
import { HostError } from "../../../src/host/host-error.ts";
import type { TaskJobData, TaskMessage, TaskName, TaskReply, Tasks } from "./task-messages.ts";

/** Reading and exporting at the same time is all that one drafter can ask for. */
const MAX_WORKERS = 2;
const SECOND_MS = 1000;

/** Layouts have a worker of their own, in which the newest goes first. */
export type PooledTask = Exclude<TaskName, "layout">;
/** Milliseconds that a task may take. */
export type TaskTimes = Readonly<Record<PooledTask, number>>;

export interface TaskLimits {
  /** Tasks that are not named keep their usual limit. */
  readonly time: Partial<TaskTimes>;
  /** Megabytes that a worker's heap may grow to. */
  readonly memory: number;
}
const TIMES: TaskTimes = {
  read: 10 * SECOND_MS,
  export: 60 * SECOND_MS,
  count: 10 * SECOND_MS,
  sheets: 60 * SECOND_MS,
  returned: 10 * SECOND_MS,
  remember: 20 * SECOND_MS,
  marked: 60 * SECOND_MS,
  note: 60 * SECOND_MS,
  match: 2 * SECOND_MS,
  "library-file": 120 * SECOND_MS,
};
/** Megabytes. */
const MEMORY = 512;
/** A worker is given this long to start, on top of the limit of its first task. */
const START_LIMIT_MS = 10 * SECOND_MS;

export interface TaskPool {
  /**
   * Result of a task. Fails with `timed-out` or, out of memory, `too-large`, after which its worker is ended and the
   * next task gets a fresh one; or with the failure of the task itself.
   */
  readonly run: <T extends PooledTask>(task: T, request: Tasks[T]["request"]) => Promise<Tasks[T]["reply"]>;
  /** Ends all workers; tasks under way fail with `disconnected`. */
  readonly close: () => Promise<void>;
}

/** A pool over the app's workers, whose entry is `jobFile`. */
export function createTaskPool(
  jobFile: string | URL,
  { time, memory = MEMORY }: Partial<TaskLimits> = {},
): TaskPool {
  const times: TaskTimes = { ...TIMES, ...time };
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: (() => void)[] = [];
  let running = 0;
  let closed = false;

  const start = (): Worker => {
    const workerData: TaskJobData = { kind: "task" };
    const worker = new Worker(jobFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    all.add(worker);
    worker.on("exit", () => {
      all.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    // An idle worker that fails just ends; while a task runs there is a second listener, which tells the caller.
    worker.on("error", () => {});
    return worker;
  };

  const turn = async () => {
    if (running >= MAX_WORKERS) await new Promise<void>((resolve) => queue.push(resolve));
    running += 1;
  };
  const endTurn = () => {
    running -= 1;
    queue.shift()?.();
  };

  return {
    run: async (task, request) => {
      await turn();
      try {
        if (closed) throw new HostError("disconnected", "the host is closing");
        const known = idle.pop();
        const worker = known ?? start();
        const limit = times[task] + (known ? 0 : START_LIMIT_MS);
        // A message of this task and its request, which the union of all tasks cannot express.
        const reply = await askWorker(worker, { task, request } as TaskMessage, limit);
        worker.unref();
        idle.push(worker);
        if (!reply.ok) throw failureOf(reply);
        // The worker answers a task with the reply of this task.
        return reply.value as Tasks[typeof task]["reply"];
      } finally {
        endTurn();
      }
    },
    close: async () => {
      closed = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** A failure of the task as the caller may see it; what a bug says stays on the host. */
export function failureOf({ code, detail, name }: TaskReply & { readonly ok: false }): Error {
  return code === "internal" ? new Error(detail) : new HostError(code, detail, name);
}

/** Reply of a worker; one that does not answer in time, or fails, is ended. */
export function askWorker(worker: Worker, message: TaskMessage, limit: number): Promise<TaskReply> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      worker.off("message", onReply).off("error", onError).off("exit", onExit);
    };
    const fail = (error: Error) => {
      settle();
      // Ending a worker that runs wild may itself take a moment; the caller need not wait for it.
      void worker.terminate();
      reject(error);
    };
    const onReply = (reply: TaskReply) => {
      settle();
      resolve(reply);
    };
    const onError = (error: unknown) => fail(errorOf(error));
    const onExit = () => fail(new HostError("disconnected", "the worker has ended"));
    const timer = setTimeout(
      () => fail(new HostError("timed-out", `${message.task} took longer than ${limit} ms`)),
      limit,
    );
    worker.on("message", onReply).on("error", onError).on("exit", onExit);
    worker.ref();
    worker.postMessage(message);
  });
}

function errorOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isMemory
    ? new HostError("too-large", "the worker ran out of memory", null, { cause: error })
    : error;
}
