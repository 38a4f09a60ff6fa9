import { app, protocol } from "electron";
import { describe, expect, it, vi } from "vitest";
import { APP_ADDRESS, isAppAddress } from "../../../electron/shell/app-address.ts";
import { registerAppScheme } from "../../../electron/shell/app-protocol.ts";
import { protectContents } from "../../../electron/shell/protections.ts";

vi.mock("electron", async () => (await import("./fake-electron.ts")).fakeElectron(true));

describe("APP_ADDRESS when Electron was ready before the app was loaded", () => {
  it("is a name that can never exist", () => {
    expect(APP_ADDRESS).toBe("https://yaodian.invalid/");
    expect(
      ["https://yaodian.invalid/", "https://yaodian.invalid.evil/", "https://evil/"].map(isAppAddress),
    ).toEqual([true, false, false]);
  });

  it("asks for nothing that is possible only before", () => {
    registerAppScheme();
    protectContents();
    expect(protocol.registerSchemesAsPrivileged).not.toHaveBeenCalled();
    expect(app.enableSandbox).not.toHaveBeenCalled();
  });
});
