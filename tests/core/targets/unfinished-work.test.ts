import { describe, expect, it } from "vitest";
import { unfinishedWork, unfinishedWorkSchema } from "../../../src/core/targets/unfinished-work.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";
import { seedPlans } from "../../support/seed-plans.ts";

describe("unfinishedWork", () => {
  it("offers the plans of a summary and the work that it says is not finished", async () => {
    const summary = (await seedPlans()).find(({ name }) => name === "yangjiang-2021")?.plan;
    const work = summary ? unfinishedWork(summary) : [];
    expect(work.filter(({ reason }) => reason === "idea").map(({ heading }) => heading)).toHaveLength(12);
    expect(
      work
        .filter(({ reason }) => reason !== "idea")
        .map(({ reason, planned, done }) => [reason, planned?.value, done?.value]),
    ).toEqual([
      ["under-way", undefined, undefined],
      ["planned", undefined, undefined],
      ["shortfall", 5970, 3290],
    ]);
    expect(work.every((each) => unfinishedWorkSchema.safeParse(each).success)).toBe(true);
  });

  it("gives the place of each sentence in its block", () => {
    const report = clause("扩大学位供给。新建学校1所。尚未完成第四中学建设。");
    const summary = plan(
      "某市教育局2026年工作总结",
      [section("主要工作", [subsection("抓项目", [], [report])])],
      { year: 2026 },
    );
    const [found, ...more] = unfinishedWork(summary);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ reason: "not-yet", block: report.id, heading: "抓项目" });
    expect(report.text.slice(found?.from, found?.to)).toBe("尚未完成第四中学建设。");
  });

  it("takes a figure that was reached for finished", () => {
    const text = paragraph("计划新增公办学位2000个。目前已完成新增公办学位2100个。");
    const summary = plan("2026年工作总结", [section("主要工作", [item("扩大学位", [text])])], { year: 2026 });
    expect(unfinishedWork(summary)).toEqual([]);
  });

  it("offers nothing of an empty summary", () => {
    expect(unfinishedWork(plan("2026年工作总结"))).toEqual([]);
  });
});
