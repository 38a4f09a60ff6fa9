import { ipcMain } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { acceptCalls } from "../../../electron/shell/calls.ts";
import { callingPage } from "../../../electron/shell/page-printer.ts";
import { FOREIGN_ADDRESSES } from "./foreign-addresses.ts";

vi.mock("electron", async () => (await import("./fake-electron.ts")).fakeElectron());

const OWN_FRAME = { url: "app://yaodian/", parent: null };
const dispatch = vi.fn(async (method: string, request: unknown) => ({ method, request }));
acceptCalls(dispatch, callingPage());
const registered = [...vi.mocked(ipcMain.handle).mock.calls];
const [channel, handler] = registered[0] ?? [];

/** Calls from a frame as Electron would deliver it. */
const callFrom = (senderFrame: unknown, method: unknown = "app.status") =>
  handler?.({ senderFrame } as never, method, { a: 1 });

beforeEach(() => dispatch.mockClear());

describe("acceptCalls", () => {
  it("listens on one channel", () => {
    expect([registered.length, channel]).toEqual([1, "yaodian:call"]);
  });

  it("passes a call of the app's own page on and answers with the reply", async () => {
    expect(await callFrom(OWN_FRAME)).toEqual({ method: "app.status", request: { a: 1 } });
  });

  it.each(FOREIGN_ADDRESSES)("refuses a call from %j", async (url) => {
    await expect(callFrom({ url, parent: null })).rejects.toThrow("refused");
    expect(dispatch).not.toHaveBeenCalled();
  });

  it("refuses a frame inside the page and one that has gone", async () => {
    await expect(callFrom({ url: "app://yaodian/", parent: OWN_FRAME })).rejects.toThrow("refused");
    await expect(callFrom(null)).rejects.toThrow("refused");
    expect(dispatch).not.toHaveBeenCalled();
  });

  it.each([undefined, null, 1, {}, ["app.status"]])("refuses the method %j", async (method) => {
    await expect(callFrom(OWN_FRAME, method ?? null)).rejects.toThrow("refused");
    expect(dispatch).not.toHaveBeenCalled();
  });
});
