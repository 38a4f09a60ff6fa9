import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../electron/services/files/file-system.ts";
import { openTemplates } from "../../electron/services/templates.ts";
import { RESOURCES } from "../support/host-calls.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { item, section, plan as yearPlan } from "../support/year-plan.ts";

function open(ownFolder: string) {
  const reported: unknown[] = [];
  const templates = openTemplates({
    files: nodeFileSystem,
    folder: join(RESOURCES, "templates"),
    ownFolder,
    report: (error) => reported.push(error),
  });
  return { templates, reported };
}

describe("openTemplates", () => {
  it("keeps a template made of a plan, also after a restart, and lists it first", async () => {
    const folder = join(await temporaryFolder(), "templates");
    const { template } = await open(folder).templates.add(
      yearPlan(2026, section("抓实学前教育", item("扩大学位。新增学位100个。"))),
      "某区教育局",
    );
    const again = open(folder);
    expect((await again.templates.list())[0]).toEqual(template);
    expect((await again.templates.get(template.id)).name).toBe(template.name);
    expect(again.reported).toEqual([]);
  });

  it("leaves out a damaged template of the drafter, reports it, and keeps its file", async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, "own-x.json"), "{");
    const { templates, reported } = open(folder);
    expect((await templates.list()).map(({ id }) => id)).toContain("jianyang-2021");
    expect([reported.length, readdirSync(folder)]).toEqual([1, ["own-x.json"]]);
  });
});
