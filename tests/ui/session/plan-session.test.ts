import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FailureCode } from "../../../src/host/contract.ts";
import { createPlanSession, hasUnsavedText, savedStateOf } from "../../../src/ui/session/plan-session.ts";

const OPENED = {
  session: "s1",
  documentId: "d1",
  name: "新文稿.yaodian",
  handle: null,
  plan: {} as never,
  revision: 0,
  savedRevision: null,
  readOnly: false,
};
const SAVED_AT = "2026-11-25T06:03:27.000Z";

/** A host with one plan; `failing` names the failure of the next call of each method. */
function fakeHost() {
  let revision = 0;
  const failing = new Map<string, FailureCode>();
  const calls: string[] = [];
  const call = vi.fn(async (method: string, request: Record<string, unknown>) => {
    calls.push(`${method} ${request["session"] ?? request["documentId"] ?? ""}`.trim());
    const code = failing.get(method);
    failing.delete(method);
    if (code) return { ok: false, failure: { code, detail: "", name: null } };
    if (method === "plan.apply") revision += (request["steps"] as unknown[]).length;
    const values: Record<string, unknown> = {
      "plan.apply": { revision },
      "plan.recover": { ...OPENED, session: "s2", revision },
      "plan.save": {
        documentId: "d2",
        handle: "h",
        name: "2027.yaodian",
        savedRevision: revision,
        savedAt: SAVED_AT,
      },
      "plan.saveAs": {
        documentId: "d2",
        handle: "h",
        name: "2027.yaodian",
        savedRevision: revision,
        savedAt: SAVED_AT,
      },
      "plan.close": {},
    };
    return { ok: true, value: values[method] };
  });
  return { host: { call: call as never }, failing, calls };
}

describe("createPlanSession", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("tells where the text is: new, on its way, in the journal, in the file", async () => {
    const { host } = fakeHost();
    const session = createPlanSession(host, OPENED, () => new Date(0));
    const states = [savedStateOf(session.getState())];
    session.push(["step"]);
    states.push(savedStateOf(session.getState()));
    await vi.runAllTimersAsync();
    states.push(savedStateOf(session.getState()));
    await session.saveAs({ kind: "name", name: "2027.yaodian" });
    states.push(savedStateOf(session.getState()));
    expect(states).toEqual(["new", "pending", "stashed", "saved"]);
    expect(session.getState()).toMatchObject({ name: "2027.yaodian", hasFile: true });
    expect(session.getState().savedAt?.toISOString()).toBe(SAVED_AT);
  });

  it("brings everything typed to the host before it saves", async () => {
    const { host, calls } = fakeHost();
    const session = createPlanSession(host, OPENED, () => new Date(0));
    session.push(["step"]);
    await session.save(false);
    expect(calls).toEqual(["plan.apply s1", "plan.save s1"]);
    expect(hasUnsavedText(session.getState())).toBe(false);
  });

  it("does not save what has not arrived, and says why", async () => {
    const { host, calls, failing } = fakeHost();
    failing.set("plan.apply", "disconnected");
    const session = createPlanSession(host, OPENED, () => new Date(0));
    session.push(["step"]);
    expect(await session.save(false)).toMatchObject({ ok: false, failure: { code: "disconnected" } });
    expect(calls).toEqual(["plan.apply s1"]);
    expect(savedStateOf(session.getState())).toBe("lost");
    expect(hasUnsavedText(session.getState())).toBe(true);
  });

  it("saves under the new session after the host has been restarted", async () => {
    const { host, calls, failing } = fakeHost();
    const session = createPlanSession(host, OPENED, () => new Date(0));
    failing.set("plan.save", "no-session");
    expect(await session.save(false)).toMatchObject({ ok: true });
    expect(calls).toEqual(["plan.save s1", "plan.recover d1", "plan.save s2"]);
  });

  it("does not close over text that has not arrived, and goes on sending it", async () => {
    const { host, calls, failing } = fakeHost();
    const session = createPlanSession(host, OPENED, () => new Date(0));
    failing.set("plan.apply", "disconnected");
    session.push(["step"]);
    expect(await session.close(true)).toMatchObject({ ok: false, failure: { code: "disconnected" } });
    await vi.runAllTimersAsync();
    expect(calls).toEqual(["plan.apply s1", "plan.apply s1"]);
    expect(savedStateOf(session.getState())).toBe("stashed");
    expect(await session.close(true)).toEqual({ ok: true, value: {} });
  });

  it("asks for the new document after it was saved under a new name", async () => {
    const { host, calls, failing } = fakeHost();
    const session = createPlanSession(host, OPENED, () => new Date(0));
    await session.saveAs({ kind: "name", name: "2027.yaodian" });
    failing.set("plan.save", "no-session");
    await session.save(false);
    expect(calls).toContain("plan.recover d2");
  });

  it("keeps the failure of a save and the text unsaved", async () => {
    const { host, failing } = fakeHost();
    const session = createPlanSession(host, OPENED, () => new Date(0));
    failing.set("plan.save", "no-space");
    expect(await session.save(false)).toMatchObject({ ok: false, failure: { code: "no-space" } });
    expect(session.getState()).toMatchObject({ saving: false, savedRevision: null });
  });
});
