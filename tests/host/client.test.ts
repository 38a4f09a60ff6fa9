import { describe, expect, it } from "vitest";
import { createHost } from "../../src/host/client.ts";

const TIMEOUT_MS = 20;

describe("createHost", () => {
  it("gives the value of a reply that keeps the contract", async () => {
    const host = createHost(async (method, request) => ({
      ok: true,
      value: { values: { method, request } },
    }));
    expect(await host.call("settings.get", {})).toEqual({
      ok: true,
      value: { values: { method: "settings.get", request: {} } },
    });
  });

  it("passes the host's failure on", async () => {
    const failure = { code: "busy", detail: "EBUSY", name: "a" } as const;
    const host = createHost(async () => ({ ok: false, failure }));
    expect(await host.call("settings.get", {})).toEqual({ ok: false, failure });
  });

  it("makes `disconnected` of a transport that fails, also at once", async () => {
    const broken = createHost(() => Promise.reject(new Error("HTTP status 502")));
    expect(await broken.call("settings.get", {})).toEqual({
      ok: false,
      failure: { code: "disconnected", detail: "HTTP status 502", name: null },
    });
    const thrown = createHost(() => {
      throw new Error("no bridge");
    });
    expect(await thrown.call("settings.get", {})).toMatchObject({ failure: { code: "disconnected" } });
  });

  it("makes `timed-out` of a call without an answer, but waits for a dialog", async () => {
    let answer: (value: unknown) => void = () => {};
    const host = createHost(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      TIMEOUT_MS,
    );
    expect(await host.call("settings.get", {})).toMatchObject({ failure: { code: "timed-out" } });
    const dialog = host.call("dialog.openPlan", {});
    setTimeout(() => answer({ ok: true, value: { handle: null } }), 3 * TIMEOUT_MS);
    expect(await dialog).toEqual({ ok: true, value: { handle: null } });
    const several = host.call("dialog.openSources", { what: "files" });
    setTimeout(() => answer({ ok: true, value: { files: [], more: 0 } }), 3 * TIMEOUT_MS);
    expect(await several).toEqual({ ok: true, value: { files: [], more: 0 } });
  });

  it("takes no answer for a reply that is none", async () => {
    const answers: unknown[] = [
      undefined,
      "ok",
      { ok: true, value: { values: 7 } },
      { ok: false, failure: { code: "odd", detail: "", name: null } },
      { ok: true, value: { values: {} }, extra: 1 },
    ];
    for (const answer of answers) {
      const host = createHost(async () => answer);
      expect(await host.call("settings.get", {})).toMatchObject({ ok: false, failure: { code: "internal" } });
    }
  });
});
