import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

interface System {
  readonly platform: string;
  readonly env: Readonly<Record<string, string>>;
  readonly getuid?: () => number;
}
interface LockPackage {
  readonly version: string;
  readonly integrity: string;
  readonly optional?: boolean;
}
interface Lock {
  readonly packages: Readonly<Record<string, LockPackage>>;
}

// The scripts run before anything is installed, so they are JavaScript; these are their signatures.
const load = (name: string) => import(join(import.meta.dirname, "..", "..", "scripts", "lib", name));
const { isInstalled }: { isInstalled(wanted: Lock | undefined, installed: Lock | undefined): boolean } =
  await load("install.mjs");
const { sumOf }: { sumOf(base: string, sources: readonly string[]): string } = await load("build.mjs");
const {
  electronProgram,
  whyNoElectron,
}: { electronProgram(platform: string): string; whyNoElectron(system: System): string | undefined } =
  await load("electron.mjs");
const { browserCommand }: { browserCommand(address: string, system: System): string[] | undefined } =
  await load("browser.mjs");

const START = join(import.meta.dirname, "..", "..", "scripts", "start.mjs");

describe("isInstalled", () => {
  const one = { version: "1.0.0", integrity: "sha512-a" };
  const wanted = {
    packages: { "": one, "node_modules/a": one, "node_modules/b": { ...one, optional: true } },
  };

  it.each<readonly [string, boolean, Lock | undefined]>([
    ["accepts what the lockfile names", true, { packages: { "node_modules/a": one, "node_modules/b": one } }],
    ["accepts a missing package of another system", true, { packages: { "node_modules/a": one } }],
    ["refuses a missing package", false, { packages: { "node_modules/b": one } }],
    ["refuses another version", false, { packages: { "node_modules/a": { ...one, version: "1.0.1" } } }],
    ["refuses other content", false, { packages: { "node_modules/a": { ...one, integrity: "sha512-b" } } }],
    ["refuses a package too many", false, { packages: { "node_modules/a": one, "node_modules/c": one } }],
    ["refuses an installation that was not finished", false, undefined],
  ])("%s", (_what, expected, installed) => {
    expect(isInstalled(wanted, installed)).toBe(expected);
  });
});

describe("sumOf", () => {
  let folder: string;
  const sum = () => sumOf(folder, ["src", "package.json", "missing"]);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sources-"));
    mkdirSync(join(folder, "src", "deep"), { recursive: true });
    writeFileSync(join(folder, "src", "deep", "a.ts"), "one");
    writeFileSync(join(folder, "package.json"), "{}");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("stays while nothing that counts has changed", () => {
    const before = sum();
    writeFileSync(join(folder, "README.md"), "new");
    writeFileSync(join(folder, "src", "deep", "a.ts"), "one");
    expect(sum()).toBe(before);
  });

  it.each([
    ["content", () => writeFileSync(join(folder, "src", "deep", "a.ts"), "two")],
    ["a new file", () => writeFileSync(join(folder, "src", "b.ts"), "")],
    ["a file that went", () => rmSync(join(folder, "package.json"))],
  ])("changes with %s", (_what, change) => {
    const before = sum();
    change();
    expect(sum()).not.toBe(before);
  });
});

describe("whyNoElectron", () => {
  const display = { DISPLAY: ":0" };

  it("starts no Electron as root or without a display on Linux, and says why", () => {
    expect(whyNoElectron({ platform: "linux", env: display, getuid: () => 0 })).toContain("root");
    expect(whyNoElectron({ platform: "linux", env: {}, getuid: () => 1000 })).toContain("no display");
  });

  it.each<System>([
    { platform: "linux", env: display, getuid: () => 1000 },
    { platform: "linux", env: { WAYLAND_DISPLAY: "wayland-0" }, getuid: () => 1000 },
    { platform: "win32", env: {} },
    { platform: "darwin", env: {}, getuid: () => 501 },
  ])("knows no reason on %o", (system) => {
    expect(whyNoElectron(system)).toBeUndefined();
  });
});

describe("electronProgram", () => {
  it("names the program of each system", () => {
    expect(["linux", "win32", "darwin"].map(electronProgram)).toEqual([
      "electron",
      "electron.exe",
      join("Electron.app", "Contents", "MacOS", "Electron"),
    ]);
  });
});

describe("browserCommand", () => {
  const address = "http://127.0.0.1:4711/#key=a-b_c";

  it("hands the address over as one argument and never to a shell", () => {
    expect(browserCommand(address, { platform: "linux", env: { DISPLAY: ":0" } })).toEqual([
      "xdg-open",
      address,
    ]);
    expect(browserCommand(address, { platform: "darwin", env: {} })).toEqual(["open", address]);
    expect(browserCommand(address, { platform: "win32", env: {} })).toEqual([
      "rundll32",
      "url.dll,FileProtocolHandler",
      address,
    ]);
  });

  it("knows no browser without a display", () => {
    expect(browserCommand(address, { platform: "linux", env: {} })).toBeUndefined();
  });
});

describe("npm start", () => {
  it("explains its options and refuses others before it does anything", async () => {
    expect(await run("--help")).toMatchObject({ code: 0, error: "" });
    const wrong = await run("--brwoser");
    expect([wrong.code, wrong.output]).toEqual([2, ""]);
    expect(wrong.error).toContain("--browser");
  });
});

function run(...args: readonly string[]) {
  return new Promise<{ readonly code: number | null; readonly output: string; readonly error: string }>(
    (resolve) => {
      const child = spawn(process.execPath, [START, ...args], { stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      let error = "";
      child.stdout.on("data", (data) => (output += data));
      child.stderr.on("data", (data) => (error += data));
      child.on("close", (code) => resolve({ code, output, error }));
    },
  );
}
