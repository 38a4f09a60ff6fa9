import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const lines = readFileSync(join(root, "electron-builder.yml"), "utf8").split("\n");

/** The indented lines below a key of the first level, without comments. */
function block(key: string): readonly string[] {
  const start = lines.indexOf(`${key}:`) + 1;
  const length = lines.slice(start).findIndex((line) => /^\S/.test(line));
  return lines
    .slice(start, start + length)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

describe("electron-builder.yml", () => {
  it("switches off every way to run other code than the packaged one", () => {
    expect(block("electronFuses")).toEqual([
      "runAsNode: false",
      "enableNodeOptionsEnvironmentVariable: false",
      "enableNodeCliInspectArguments: false",
      "enableCookieEncryption: true",
      "enableEmbeddedAsarIntegrityValidation: true",
      "onlyLoadAppFromAsar: true",
      "grantFileProtocolExtraPrivileges: false",
    ]);
  });

  it("packs the build and the data, and no packages", () => {
    expect(block("files")).toEqual([
      "- dist/ui",
      "- dist/electron",
      '- "!dist/electron/loopback*.mjs"',
      "- templates",
      "- seeds",
      "- package.json",
      '- "!node_modules"',
    ]);
  });
});
