import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../src/host/command-table.ts";
import { searchCommands } from "../../../src/ui/commands/search-commands.ts";

const names = (typed: string, recent: readonly string[] = []) =>
  searchCommands(typed, recent).map(({ name }) => name);

describe("searchCommands", () => {
  it("lists every command for an empty text, those used last in front", () => {
    expect(names("")).toHaveLength(COMMANDS.length);
    expect(names("", ["compare", "export"]).slice(0, 2)).toEqual(["对照去年", "导出…"]);
  });

  it("puts names that begin so first, by Chinese and by initials", () => {
    expect(names("查找")[0]).toBe("查找…");
    expect(names("dc")[0]).toBe("导出…");
    expect(names("dzqn")).toEqual(["对照去年"]);
    expect(names("sy")[0]).toBe("上移");
  });

  it("knows other words for a command", () => {
    expect(names("文号")).toEqual(["公文要素"]);
  });

  it("finds nothing for what is no command", () => {
    expect(names("量子纠缠")).toEqual([]);
  });
});
