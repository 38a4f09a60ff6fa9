import { app } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { isAppAddress } from "../../../electron/shell/app-address.ts";
import { protectContents, protectSession } from "../../../electron/shell/protections.ts";
import { FakeContents, type FakeEmitter, fakeEvent } from "./fake-electron.ts";
import { FOREIGN_ADDRESSES } from "./foreign-addresses.ts";

vi.mock("electron", async () => (await import("./fake-electron.ts")).fakeElectron());

describe("isAppAddress", () => {
  it.each(["app://yaodian/", "app://yaodian/index.html", "APP://yaodian/", "app://yaodian/#x"])(
    "accepts %s",
    (url) => expect(isAppAddress(url)).toBe(true),
  );

  it.each(FOREIGN_ADDRESSES)("refuses %j", (url) => expect(isAppAddress(url)).toBe(false));
});

describe("protectContents", () => {
  let contents: FakeContents;

  beforeEach(() => {
    contents = new FakeContents();
    protectContents();
    // The fake emitter stands where the mocked module says `app`.
    (app as unknown as FakeEmitter).fire("web-contents-created", {}, contents);
  });

  it("asks for the sandbox everywhere", () => {
    expect(app.enableSandbox).toHaveBeenCalled();
  });

  it.each(FOREIGN_ADDRESSES)("does not let the page go to %j", (url) => {
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
      const event = fakeEvent(url);
      contents.fire(name, event);
      expect([name, event.prevented]).toEqual([name, true]);
    }
    expect(contents.openHandler?.({ url })).toEqual({ action: "deny" });
  });

  it("lets the page load itself again but not open itself twice", () => {
    const event = fakeEvent("app://yaodian/");
    contents.fire("will-navigate", event);
    expect(event.prevented).toBe(false);
    expect(contents.openHandler?.({ url: "app://yaodian/" })).toEqual({ action: "deny" });
  });

  it("attaches no embedded page", () => {
    const event = fakeEvent();
    contents.fire("will-attach-webview", event);
    expect(event.prevented).toBe(true);
  });
});

describe("protectSession", () => {
  type Answer = (value: unknown) => void;
  const handlers: Record<string, (...values: readonly unknown[]) => unknown> = {};
  const session = {
    setPermissionRequestHandler: (handler: (typeof handlers)[string]) => (handlers["request"] = handler),
    setPermissionCheckHandler: (handler: (typeof handlers)[string]) => (handlers["check"] = handler),
    setDevicePermissionHandler: (handler: (typeof handlers)[string]) => (handlers["device"] = handler),
    webRequest: { onBeforeRequest: (handler: (typeof handlers)[string]) => (handlers["web"] = handler) },
  };
  // Only the members that are used are there.
  protectSession(session as never);

  it.each([
    "media",
    "geolocation",
    "notifications",
    "clipboard-read",
    "fullscreen",
    "openExternal",
    "unknown",
  ])("denies %s", (permission) => {
    const answers: unknown[] = [];
    handlers["request"]?.({}, permission, ((value) => answers.push(value)) satisfies Answer);
    expect([answers, handlers["check"]?.({}, permission), handlers["device"]?.({})]).toEqual([
      [false],
      false,
      false,
    ]);
  });

  it.each([
    ["app://yaodian/assets/app.js", false],
    ["data:image/png;base64,AAAA", false],
    ["blob:app://yaodian/0a1b", false],
    ["https://example.com/pixel.png", true],
    ["http://127.0.0.1:80/", true],
    ["file:///etc/passwd", true],
    ["ws://example.com/", true],
    ["app://evil/", true],
    ["nonsense", true],
  ])("answers a request for %s with cancel: %s", (url, cancel) => {
    const answers: unknown[] = [];
    handlers["web"]?.({ url }, ((value) => answers.push(value)) satisfies Answer);
    expect(answers).toEqual([{ cancel }]);
  });
});
