import { describe, expect, it } from "vitest";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { NO_ASSIGNMENT } from "../../../src/core/plan/task-records.ts";
import { NO_TASKS, withTaskOutput } from "../../../src/core/tasks/task-output.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const first = item("扩大学位供给。全年新增学位12000个。");
const second = item("加强校园安全。开展专项整治。");
const assignment = { ...NO_ASSIGNMENT, lead: "基础教育科", support: ["财务科"], deadline: "8月底前" };
const SOURCE: WorkPlan = {
  ...plan("示例市2027年教育工作要点", [section("推动高质量发展", [first, second])]),
  taskRecords: [{ holder: first.id, assignment, tasks: [] }],
};

describe("withTaskOutput", () => {
  it("leaves the plan as it is where nothing is wanted", () => {
    expect(withTaskOutput(SOURCE, NO_TASKS)).toBe(SOURCE);
  });

  it("names units behind the sentences they are responsible for", () => {
    const [only] = withTaskOutput(SOURCE, { tails: true, table: "none" }).children;
    const leads = only?.kind === "section" ? only.children.map(({ lead }) => lead.text) : [];
    expect(leads).toEqual([
      "扩大学位供给。全年新增学位12000个。（责任科室：基础教育科、财务科）",
      "加强校园安全。开展专项整治。",
    ]);
  });

  it.each(["portrait", "landscape"] as const)("has the table as its last attachment: %s", (table) => {
    const printed = withTaskOutput(SOURCE, { tails: true, table });
    const [attachment, ...more] = printed.frontMatter.attachments;
    expect(more).toEqual([]);
    expect(attachment).toMatchObject({
      name: "示例市2027年教育工作要点责任分解表",
      ownPages: true,
      landscape: table === "landscape",
    });
    const [head, row] = attachment?.rows ?? [];
    expect(head?.slice(0, 1)).toEqual(["序号"]);
    expect(row?.[head?.indexOf("工作任务") ?? -1]).toBe("全年新增学位12000个。");
    expect(row?.[head?.indexOf("牵头单位") ?? -1]).toBe("基础教育科");
    expect(row?.[head?.indexOf("完成时限") ?? -1]).toBe("8月底前");
  });

  it("adds no table of nothing", () => {
    const empty = plan("要点");
    expect(withTaskOutput(empty, { tails: true, table: "portrait" }).frontMatter.attachments).toEqual([]);
  });
});
