import { describe, expect, it } from "vitest";
import { createDispatch, type Handlers } from "../../src/host/dispatch.ts";
import { HostError } from "../../src/host/host-error.ts";

/** Handlers of which only those given are ever called. */
function handlers(some: Partial<Handlers>): Handlers {
  // The dispatch looks at the called method alone.
  return some as Handlers;
}

describe("createDispatch", () => {
  it("answers with what the handler gives", async () => {
    const dispatch = createDispatch(handlers({ "settings.get": () => ({ values: { theme: "dark" } }) }));
    expect(await dispatch("settings.get", {})).toEqual({ ok: true, value: { values: { theme: "dark" } } });
  });

  it("makes a failure of a HostError, with its code and subject", async () => {
    const fail = () => {
      throw new HostError("no-space", "ENOSPC on a file", "要点.yaodian");
    };
    const reported: unknown[] = [];
    const dispatch = createDispatch(handlers({ "settings.get": fail }), (error) => reported.push(error));
    expect(await dispatch("settings.get", {})).toEqual({
      ok: false,
      failure: { code: "no-space", detail: "ENOSPC on a file", name: "要点.yaodian" },
    });
    expect(reported).toEqual([]);
  });

  it("keeps what a bug says on the host, where it is reported", async () => {
    const bug = new TypeError("secret path");
    const reported: unknown[] = [];
    const dispatch = createDispatch(
      handlers({ "settings.get": () => Promise.reject(bug) }),
      (error, method) => reported.push(method, error),
    );
    expect(await dispatch("settings.get", {})).toEqual({
      ok: false,
      failure: { code: "internal", detail: "settings.get failed", name: null },
    });
    expect(reported).toEqual(["settings.get", bug]);
  });

  it("lets no reply out that breaks the contract", async () => {
    const wrong = () => ({ values: {}, path: "/home/a" });
    const dispatch = createDispatch(handlers({ "settings.get": wrong }));
    expect(await dispatch("settings.get", {})).toMatchObject({ ok: false, failure: { code: "internal" } });
  });

  it("calls no handler for a request that breaks the contract", async () => {
    let called = 0;
    const dispatch = createDispatch(
      handlers({
        "plan.forget": () => {
          called += 1;
          return {};
        },
      }),
    );
    const requests: unknown[] = [undefined, null, 7, "a", [], {}, { handle: "" }, { handle: "a", extra: 1 }];
    for (const request of requests) {
      expect(await dispatch("plan.forget", request)).toMatchObject({
        ok: false,
        failure: { code: "bad-request" },
      });
    }
    expect(called).toBe(0);
  });

  it("refuses steps nested so deeply that they cannot be checked", async () => {
    let nested: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    const request = { session: "a", baseRevision: 0, steps: [nested] };
    const dispatch = createDispatch(handlers({}));
    expect(await dispatch("plan.apply", request)).toMatchObject({
      ok: false,
      failure: { code: "bad-request" },
    });
  });

  it("knows no method but those of the contract", async () => {
    const dispatch = createDispatch(handlers({}));
    for (const method of ["", "plan", "toString", "__proto__", "constructor"]) {
      expect(await dispatch(method, {})).toMatchObject({ ok: false, failure: { code: "unknown-method" } });
    }
  });
});
