import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultDataFolder, installationOf } from "../../electron/installation.ts";

describe("installationOf", () => {
  const root = join("/opt", "yaodian");

  it("finds the parts beside a build", () => {
    expect(installationOf(join(root, "dist", "electron"))).toEqual({
      uiFolder: join(root, "dist", "ui"),
      resourcesFolder: root,
      jobFile: join(root, "dist", "electron", "job.mjs"),
    });
  });

  it("finds the parts beside the sources", () => {
    expect(installationOf(join(root, "electron", "loopback"))).toEqual({
      uiFolder: join(root, "dist", "ui"),
      resourcesFolder: root,
      jobFile: join(root, "electron", "services", "jobs", "worker.ts"),
    });
  });
});

describe("defaultDataFolder", () => {
  it.each([
    ["win32", { APPDATA: "/users/zhang/AppData/Roaming" }, "/users/zhang/AppData/Roaming/Yaodian"],
    ["win32", {}, "/home/zhang/AppData/Roaming/Yaodian"],
    ["darwin", {}, "/home/zhang/Library/Application Support/Yaodian"],
    ["linux", {}, "/home/zhang/.config/Yaodian"],
    ["linux", { XDG_CONFIG_HOME: "" }, "/home/zhang/.config/Yaodian"],
    ["linux", { XDG_CONFIG_HOME: "/config" }, "/config/Yaodian"],
  ] as const)("is where %s keeps application data, given %o", (platform, env, expected) => {
    expect(defaultDataFolder(platform, env, "/home/zhang")).toBe(join(expected));
  });
});
