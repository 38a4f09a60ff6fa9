import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { USAGE } from "../../../electron/cli/usage.ts";
import { RESOURCES } from "../../support/host-calls.ts";

describe("USAGE", () => {
  it("names the commands that README.md names, and no others", async () => {
    const readme = await readFile(join(RESOURCES, "README.md"), "utf8");
    const block = /```\n(read FILE[\s\S]*?)```/.exec(readme)?.[1] ?? "";
    const commandsIn = (text: string, indent: string) =>
      text
        .split("\n")
        .map((line) => new RegExp(`^${indent}((?:library )?[a-z]+) `).exec(line)?.[1])
        .filter((command) => command !== undefined);
    expect(commandsIn(USAGE, "  ")).toContain("library search");
    expect(commandsIn(block, "")).toEqual(commandsIn(USAGE, "  "));
  });
});
