/**
 * The way of an edit to the host: steps wait a moment, travel in order, and stay here until the host has them
 * in its journal on disk. Nothing typed is ever dropped, whatever happens to the host in between.
 */
import type { Envelope, Failure, RequestOf } from "../../host/contract.ts";

export type StepJson = RequestOf<"plan.apply">["steps"][number];

/** Pause in typing after which the waiting steps are sent, in milliseconds. */
export const QUIET_DELAY = 200;
/** Longest time a step waits while typing goes on, in milliseconds. */
export const LONGEST_DELAY = 1_000;
/** Pauses before the next try after failures in a row, in milliseconds; the last one repeats. */
export const RETRY_DELAYS: readonly number[] = [300, 700, 1_500, 3_000, 5_000];

/**
 * `lost`: the host cannot be reached and is tried again. `failed`: it refuses, and is tried again; `failure` says why.
 * `diverged`: another window has changed the plan meanwhile; nothing more is sent, because it would be applied to a
 * text that is not ours.
 */
export type OutboxLink = "ok" | "lost" | "failed" | "diverged";

export interface OutboxState {
  /** Revision of the text in the window. */
  readonly revision: number;
  /** Revision that is safe in the journal. */
  readonly acknowledged: number;
  readonly link: OutboxLink;
  readonly failure: Failure | null;
}

export interface OutboxOptions {
  /** Revision of the plan as it was opened. */
  readonly revision: number;
  readonly send: (
    baseRevision: number,
    steps: readonly StepJson[],
  ) => Promise<Envelope<{ readonly revision: number }>>;
  /** Opens the plan anew after the host lost the session; gives the revision the host has. */
  readonly reopen: () => Promise<Envelope<{ readonly revision: number }>>;
  readonly onChange: (state: OutboxState) => void;
}

export interface Outbox {
  readonly push: (steps: readonly StepJson[]) => void;
  /**
   * Sends everything now; gives the revision once the host has it, or the failure of the first try. After a
   * failure the outbox goes on trying by itself.
   */
  readonly flush: () => Promise<Envelope<number>>;
  readonly state: () => OutboxState;
  /** Stops all timers; what is unsent stays unsent. */
  readonly dispose: () => void;
}

/** Failures after which the session at the host is gone or has moved on, so that it must be opened anew. */
const SESSION_GONE: ReadonlySet<string> = new Set(["no-session", "stale-revision"]);
/** The plan has been opened in another window since, and goes on there. */
const OPEN_ELSEWHERE = "busy";
const UNREACHABLE: ReadonlySet<string> = new Set(["disconnected", "timed-out"]);

/** An outbox for one open plan. */
export function createOutbox(options: OutboxOptions): Outbox {
  /** Every step since the plan was opened: a host that restarts may have to be given some again. */
  const log: StepJson[] = [];
  const first = options.revision;
  let acknowledged = options.revision;
  /** Highest revision the host may have without our knowing: that of calls whose answer was lost. */
  let unanswered = options.revision;
  let link: OutboxLink = "ok";
  let failure: Failure | null = null;
  let failuresInRow = 0;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  let longestTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let inFlight: Promise<Envelope<number>> | undefined;
  let disposed = false;

  const revision = () => first + log.length;
  const state = (): OutboxState => ({ revision: revision(), acknowledged, link, failure });
  const changed = () => options.onChange(state());

  const clearWaits = () => {
    clearTimeout(quietTimer);
    clearTimeout(longestTimer);
    clearTimeout(retryTimer);
    quietTimer = undefined;
    longestTimer = undefined;
    retryTimer = undefined;
  };

  const schedule = () => {
    if (retryTimer !== undefined || disposed || link === "diverged") return;
    clearTimeout(quietTimer);
    quietTimer = setTimeout(start, QUIET_DELAY);
    longestTimer ??= setTimeout(start, LONGEST_DELAY);
  };

  const start = () => {
    void deliver();
  };

  /** One round trip; at most one is under way. */
  const deliver = (): Promise<Envelope<number>> => {
    if (inFlight) return inFlight;
    clearWaits();
    if (acknowledged === revision()) return Promise.resolve({ ok: true, value: acknowledged });
    if (link === "diverged" && failure) return Promise.resolve({ ok: false, failure });
    inFlight = roundTrip().finally(() => {
      inFlight = undefined;
      if (disposed || link === "diverged" || acknowledged === revision()) return;
      if (link === "ok") schedule();
      else retryTimer = setTimeout(start, retryDelay());
    });
    return inFlight;
  };

  const roundTrip = async (): Promise<Envelope<number>> => {
    const reply = await sendFrom(acknowledged);
    if (reply.ok) return accept(reply.value.revision);
    if (reply.failure.code === OPEN_ELSEWHERE) return diverge(reply.failure);
    if (!SESSION_GONE.has(reply.failure.code)) return refuse(reply.failure);
    const reopened = await options.reopen();
    if (!reopened.ok)
      return reopened.failure.code === OPEN_ELSEWHERE ? diverge(reopened.failure) : refuse(reopened.failure);
    const there = reopened.value.revision;
    if (there < first || there > Math.max(acknowledged, unanswered)) return diverge(reply.failure);
    acknowledged = there;
    if (there === revision()) return accept(there);
    const again = await sendFrom(there);
    return again.ok ? accept(again.value.revision) : refuse(again.failure);
  };

  const sendFrom = async (base: number) => {
    const end = revision();
    const reply = await options.send(base, log.slice(base - first, end - first));
    if (!reply.ok && UNREACHABLE.has(reply.failure.code)) unanswered = Math.max(unanswered, end);
    return reply;
  };

  const accept = (there: number): Envelope<number> => {
    acknowledged = there;
    link = "ok";
    failure = null;
    failuresInRow = 0;
    changed();
    return { ok: true, value: there };
  };

  const refuse = (why: Failure): Envelope<number> => {
    link = UNREACHABLE.has(why.code) ? "lost" : "failed";
    failure = why;
    failuresInRow += 1;
    changed();
    return { ok: false, failure: why };
  };

  const diverge = (why: Failure): Envelope<number> => {
    link = "diverged";
    failure = why;
    changed();
    return { ok: false, failure: why };
  };

  const retryDelay = (): number =>
    RETRY_DELAYS[Math.min(failuresInRow - 1, RETRY_DELAYS.length - 1)] ?? LONGEST_DELAY;

  return {
    state,
    push: (steps) => {
      if (steps.length === 0) return;
      log.push(...steps);
      changed();
      schedule();
    },
    flush: async () => {
      const wanted = revision();
      while (acknowledged < wanted) {
        const reply = await deliver();
        if (!reply.ok) return reply;
      }
      return { ok: true, value: acknowledged };
    },
    dispose: () => {
      disposed = true;
      clearWaits();
    },
  };
}
