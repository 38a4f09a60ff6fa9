import { describe, expect, it } from "vitest";
import { workPlanSchema } from "../../../src/core/plan/model.ts";
import { planTargets } from "../../../src/core/targets/plan-targets.ts";
import { summarySkeleton } from "../../../src/core/targets/summary-skeleton.ts";
import { item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";
import { seedPlans } from "../../support/seed-plans.ts";

describe("summarySkeleton", () => {
  it("keeps the headings and gives each item a slot for its progress and one for each target", () => {
    const target = item("扩大学位供给。新增公办学位2000个，新建学校3所。");
    const bare = item("直接写出的条目，没有标题。", [], true);
    const made = plan(
      "示例市2026年教育工作要点",
      [section("重点任务。统领全文。", [target, subsection("抓安全", [bare])])],
      { year: 2026, leadIn: [paragraph("2026年是关键之年。")] },
    );
    const { plan: skeleton, slots } = summarySkeleton(made);
    expect(skeleton.title.text).toBe("示例市2026年教育工作总结");
    expect(skeleton.children).toMatchObject([
      {
        lead: { text: "重点任务" },
        body: [],
        children: [
          {
            id: target.id,
            lead: { text: "扩大学位供给。" },
            body: [
              { text: "完成情况：【待填】。" },
              { text: "年初目标：新增公办学位2000个。完成情况：【待填】。" },
              { text: "年初目标：新建学校3所。完成情况：【待填】。" },
            ],
          },
          { lead: { text: "抓安全" }, children: [{ lead: { text: "直接写出的条目" }, plain: false }] },
        ],
      },
    ]);
    expect(slots.map(({ point, target: of }) => [point, of?.value])).toEqual([
      [target.id, undefined],
      [target.id, 2000],
      [target.id, 3],
      [bare.id, undefined],
    ]);
  });

  it("gives a valid plan with a slot for every target of an item", async () => {
    for (const { plan: made } of await seedPlans()) {
      const { plan: skeleton, slots } = summarySkeleton(made);
      expect(workPlanSchema.safeParse(skeleton).success).toBe(true);
      expect(skeleton.title.text).toMatch(/总结$/);
      const points = new Set(slots.map(({ point }) => point));
      const wanted = planTargets(made).filter(({ point }) => points.has(point ?? ""));
      expect(slots.flatMap(({ target }) => target ?? [])).toHaveLength(wanted.length);
    }
  });
});
