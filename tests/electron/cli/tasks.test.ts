import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseArguments } from "../../../electron/cli/arguments.ts";
import { exportTasks } from "../../../electron/cli/commands/tasks.ts";
import { createTools } from "../../../electron/cli/tools.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { assignAll, taskStateOf } from "../../../src/core/tasks/edit-tasks.ts";
import { countedTasks, taskListOf } from "../../../src/core/tasks/task-list.ts";
import { readTaskSheet } from "../../../src/formats/xlsx/read-task-sheet.ts";
import { JOB_FILE, RESOURCES } from "../../support/host-calls.ts";
import { seedPlans } from "../../support/seed-plans.ts";
import { partsOf } from "../../support/task-sheets.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The first seed, its first three tasks given to two units. */
async function assignedSeed(): Promise<WorkPlan> {
  const seed = (await seedPlans()).find(({ name }) => name === "jianyang-2021")?.plan;
  if (!seed) throw new Error("the seed is missing");
  let ids = 0;
  const list = taskListOf(seed);
  const [one, two, three] = countedTasks(list).map(({ key }) => key);
  const state = taskStateOf(seed, list, () => `id-${++ids}`);
  const records = assignAll(state, [one ?? "", two ?? ""], { lead: "组织人事科" });
  const both = taskStateOf(
    { ...seed, taskRecords: records },
    taskListOf({ ...seed, taskRecords: records }),
    state.newId,
  );
  return {
    ...seed,
    taskRecords: assignAll(both, [three ?? ""], { lead: "办公室", support: ["组织人事科"] }),
  };
}

describe("yaodian export --xlsx --units", () => {
  it("writes the table of all tasks and one for each unit, and never replaces a file unasked", async () => {
    const folder = await temporaryFolder();
    const tools = createTools(
      { resourcesFolder: RESOURCES, jobFile: JOB_FILE } as Parameters<typeof createTools>[0],
      join(folder, "data"),
    );
    try {
      const plan = await assignedSeed();
      const xlsx = join(folder, "全部.xlsx");
      const units = join(folder, "科室");
      const written = await exportTasks(plan, { xlsx, units, force: false }, tools);
      const title = "南平市建阳区2021年教育工作要点责任分解表";
      expect((await readdir(units)).sort()).toEqual([
        `${title}（办公室）.xlsx`,
        `${title}（组织人事科）.xlsx`,
      ]);
      const rows = async (file: string) => {
        const read = readTaskSheet(partsOf(await readFile(file)));
        return read.ok ? read.rows.length : read.reason;
      };
      expect(await Promise.all(written.map(rows))).toEqual([116, 3, 1]);
      await writeFile(xlsx, "别人的文件");
      await expect(exportTasks(plan, { xlsx, units: undefined, force: false }, tools)).rejects.toThrow(
        "全部.xlsx",
      );
      expect(await readFile(xlsx, "utf8")).toBe("别人的文件");
    } finally {
      await tools.close();
    }
  });
});

describe("parseArguments", () => {
  it("takes any of the files to export, but at least one", () => {
    expect(parseArguments(["export", "a", "--units", "d"])).toMatchObject({ units: "d", force: false });
    expect(parseArguments(["export", "a", "--xlsx", "b", "--docx", "c"])).toMatchObject({
      xlsx: "b",
      outputs: { docx: "c" },
    });
    expect(parseArguments(["export", "a", "--force"])).toBeUndefined();
  });
});
