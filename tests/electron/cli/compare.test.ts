import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { planComparisonSchema } from "../../../src/core/compare/comparison.ts";
import { RESOURCES } from "../../support/host-calls.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const MAIN = fileURLToPath(new URL("../../../electron/cli/main.ts", import.meta.url));
const seed = (name: string) => join(RESOURCES, "seeds", `${name}.txt`);

function run(folder: string, ...words: readonly string[]) {
  const data = join(folder, "data");
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words, "--data", data], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("yaodian compare", () => {
  it("prints counts and pairs of a document and its rolled-over plan", async () => {
    const folder = await temporaryFolder();
    const from = seed("jianyang-2021");
    expect(run(folder, "new", "--from", from, "--year", "2022", "--out", "2022.yaodian").status).toBe(0);
    const { status, stdout } = run(folder, "compare", from, "2022.yaodian", "--json");
    expect(status).toBe(0);
    const { counts, ...comparison } = JSON.parse(stdout);
    expect(counts).toMatchObject({ lastPoints: 31, nextPoints: 31, new: 0, dropped: 0 });
    expect(planComparisonSchema.parse(comparison).pairs).toHaveLength(31);
  });

  it("refuses what is no plan, and wrong use", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "菜谱.txt"), "先把水烧开。\n再放面条。\n");
    const { status, stdout, stderr } = run(folder, "compare", seed("jianyang-2021"), "菜谱.txt", "--json");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("“菜谱.txt”里没有识别出工作要点或总结");
    expect(run(folder, "compare", seed("jianyang-2021"), "--json").status).toBe(2);
    expect(run(folder, "compare", "一", "二", "三", "--json").status).toBe(2);
  });
});

describe("yaodian targets", () => {
  it("prints the targets of a document", async () => {
    const { status, stdout } = run(await temporaryFolder(), "targets", seed("jianyang-2021"), "--json");
    expect(status).toBe(0);
    const { year, targets } = JSON.parse(stdout);
    expect(year).toBe(2021);
    expect(targets).toHaveLength(15);
    expect(targets[1]).toMatchObject({
      indicator: "学前三年入园率",
      comparator: "at-least",
      value: 98,
      unit: "%",
      ordinal: "14",
    });
  });
});
