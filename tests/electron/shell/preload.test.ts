import { contextBridge, ipcRenderer } from "electron";
import { describe, expect, it, vi } from "vitest";

vi.mock("electron", async () => (await import("./fake-electron.ts")).fakeElectron());

describe("preload", () => {
  it("gives the page one function, which passes on a method and a request and nothing more", async () => {
    await import("../../../electron/shell/preload.ts");
    const calls = vi.mocked(contextBridge.exposeInMainWorld).mock.calls;
    expect(calls.map(([name, api]) => [name, Object.keys(api)])).toEqual([["yaodian", ["call"]]]);
    calls[0]?.[1].call("plan.open", { handle: "h" }, "more");
    expect(vi.mocked(ipcRenderer.invoke).mock.calls).toEqual([
      ["yaodian:call", "plan.open", { handle: "h" }],
    ]);
  });

  it("hands the page the id of a command chosen in the menu bar, and nothing else that comes that way", async () => {
    const posted: unknown[][] = [];
    vi.stubGlobal("window", { postMessage: (...values: unknown[]) => posted.push(values) });
    vi.resetModules();
    await import("../../../electron/shell/preload.ts");
    const [channel, listener] = vi.mocked(ipcRenderer.on).mock.calls.at(-1) ?? [];
    listener?.({} as never, "save");
    listener?.({} as never, { id: "save" });
    expect(channel).toBe("yaodian:command");
    expect(posted).toEqual([[{ type: "yaodian:command", id: "save" }, "/"]]);
    vi.unstubAllGlobals();
  });
});
