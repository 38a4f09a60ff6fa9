import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Envelope, FailureCode } from "../../../src/host/contract.ts";
import {
  createOutbox,
  LONGEST_DELAY,
  type OutboxState,
  QUIET_DELAY,
  RETRY_DELAYS,
  type StepJson,
} from "../../../src/ui/session/outbox.ts";

interface Sent {
  readonly base: number;
  readonly steps: readonly StepJson[];
}

/** A host that keeps what it is sent and can be made to fail. */
function fakeHost(start = 0) {
  const sent: Sent[] = [];
  let revision = start;
  let failing: FailureCode | undefined;
  let afterApply = false;
  const states: OutboxState[] = [];
  const fail = (code: FailureCode): Envelope<never> => ({
    ok: false,
    failure: { code, detail: "test", name: null },
  });
  const outbox = createOutbox({
    revision: start,
    send: async (base, steps) => {
      sent.push({ base, steps });
      if (failing !== undefined && !afterApply) return fail(failing);
      if (base !== revision) return fail("stale-revision");
      revision += steps.length;
      return failing === undefined ? { ok: true, value: { revision } } : fail(failing);
    },
    reopen: async () => {
      failing = undefined;
      return { ok: true, value: { revision } };
    },
    onChange: (state) => states.push(state),
  });
  return {
    outbox,
    sent,
    states,
    revision: () => revision,
    fail: (code: FailureCode | undefined, applied = false) => {
      failing = code;
      afterApply = applied;
    },
    loseTo: (to: number) => {
      revision = to;
    },
  };
}

describe("createOutbox", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("sends the steps of a pause together, and not before it", async () => {
    const host = fakeHost();
    host.outbox.push(["a"]);
    host.outbox.push(["b"]);
    await vi.advanceTimersByTimeAsync(QUIET_DELAY - 1);
    expect(host.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(host.sent).toEqual([{ base: 0, steps: ["a", "b"] }]);
    expect(host.outbox.state()).toEqual({ revision: 2, acknowledged: 2, link: "ok", failure: null });
  });

  it("sends in the middle of non-stop typing after the longest delay", async () => {
    const host = fakeHost();
    for (let at = 0; at < LONGEST_DELAY; at += 100) {
      host.outbox.push([at]);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(host.sent).toHaveLength(1);
    expect(host.sent[0]?.steps).toHaveLength(10);
  });

  it("keeps order when edits come while a call is under way", async () => {
    const host = fakeHost();
    host.outbox.push(["a"]);
    const flushed = host.outbox.flush();
    host.outbox.push(["b"]);
    await flushed;
    await vi.advanceTimersByTimeAsync(QUIET_DELAY);
    expect(host.sent).toEqual([
      { base: 0, steps: ["a"] },
      { base: 1, steps: ["b"] },
    ]);
  });

  it("keeps and sends again what an unreachable host did not take", async () => {
    const host = fakeHost();
    host.fail("disconnected");
    host.outbox.push(["a"]);
    await vi.advanceTimersByTimeAsync(QUIET_DELAY);
    expect(host.outbox.state()).toMatchObject({ link: "lost", revision: 1, acknowledged: 0 });
    host.outbox.push(["b"]);
    host.fail(undefined);
    await vi.advanceTimersByTimeAsync(RETRY_DELAYS[0] ?? 0);
    expect(host.sent.at(-1)).toEqual({ base: 0, steps: ["a", "b"] });
    expect(host.outbox.state()).toMatchObject({ link: "ok", acknowledged: 2 });
  });

  it("waits longer after every failure in a row", async () => {
    const host = fakeHost();
    host.fail("disconnected");
    host.outbox.push(["a"]);
    await vi.advanceTimersByTimeAsync(QUIET_DELAY);
    for (const delay of RETRY_DELAYS) {
      const before = host.sent.length;
      await vi.advanceTimersByTimeAsync(delay - 1);
      expect(host.sent).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(host.sent).toHaveLength(before + 1);
    }
  });

  it("does not apply twice what the host took although its answer was lost", async () => {
    const host = fakeHost();
    host.fail("timed-out", true);
    host.outbox.push(["a"]);
    await vi.advanceTimersByTimeAsync(QUIET_DELAY);
    host.fail(undefined);
    await vi.advanceTimersByTimeAsync(RETRY_DELAYS[0] ?? 0);
    expect(host.revision()).toBe(1);
    expect(host.outbox.state()).toMatchObject({ link: "ok", acknowledged: 1 });
  });

  it("gives a restarted host what it never wrote down", async () => {
    const host = fakeHost(5);
    host.outbox.push(["a", "b"]);
    await host.outbox.flush();
    host.loseTo(6);
    host.fail("no-session");
    host.outbox.push(["c"]);
    expect(await host.outbox.flush()).toEqual({ ok: true, value: 8 });
    expect(host.sent.at(-1)).toEqual({ base: 6, steps: ["b", "c"] });
  });

  it("refuses to build on a plan that is not the one in the window", async () => {
    const host = fakeHost(5);
    host.loseTo(2);
    host.outbox.push(["a"]);
    const reply = await host.outbox.flush();
    expect(reply).toMatchObject({ ok: false, failure: { code: "stale-revision" } });
    expect(host.outbox.state()).toMatchObject({ link: "diverged", acknowledged: 5, revision: 6 });
  });

  it("sends nothing more once another window has changed the plan", async () => {
    const host = fakeHost();
    host.outbox.push(["a"]);
    await host.outbox.flush();
    host.loseTo(3);
    host.fail("no-session");
    host.outbox.push(["b", "c", "d", "e"]);
    expect(await host.outbox.flush()).toMatchObject({ ok: false });
    expect(host.outbox.state()).toMatchObject({ link: "diverged", acknowledged: 1, revision: 5 });
    const sent = host.sent.length;
    host.outbox.push(["f"]);
    await host.outbox.flush();
    await vi.advanceTimersByTimeAsync(10 * LONGEST_DELAY);
    expect(host.sent).toHaveLength(sent);
  });

  it("stops for good when the host says that the plan is open elsewhere", async () => {
    const host = fakeHost();
    host.fail("busy");
    host.outbox.push(["a"]);
    expect(await host.outbox.flush()).toMatchObject({ ok: false, failure: { code: "busy" } });
    await vi.advanceTimersByTimeAsync(10 * LONGEST_DELAY);
    expect(host.sent).toHaveLength(1);
    expect(host.outbox.state()).toMatchObject({ link: "diverged", revision: 1, acknowledged: 0 });
  });

  it("tells a flush of the first failure and goes on by itself", async () => {
    const host = fakeHost();
    host.fail("no-space");
    host.outbox.push(["a"]);
    expect(await host.outbox.flush()).toMatchObject({ ok: false, failure: { code: "no-space" } });
    expect(host.outbox.state().link).toBe("failed");
    host.fail(undefined);
    await vi.advanceTimersByTimeAsync(RETRY_DELAYS[0] ?? 0);
    expect(host.outbox.state()).toMatchObject({ link: "ok", acknowledged: 1 });
  });

  it("does nothing more once disposed", async () => {
    const host = fakeHost();
    host.outbox.push(["a"]);
    host.outbox.dispose();
    await vi.advanceTimersByTimeAsync(10 * LONGEST_DELAY);
    expect(host.sent).toEqual([]);
  });
});
