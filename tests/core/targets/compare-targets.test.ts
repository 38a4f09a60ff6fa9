import { describe, expect, it } from "vitest";
import { comparePlans } from "../../../src/core/compare/compare-plans.ts";
import { compareTargets, targetRowSchema } from "../../../src/core/targets/compare-targets.ts";
import { planTargets } from "../../../src/core/targets/plan-targets.ts";
import { targetsOverYears } from "../../../src/core/targets/targets-over-years.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

function planOf(...items: readonly string[]) {
  return plan("要点", [
    section(
      "重点任务",
      items.map((text) => item(text)),
    ),
  ]);
}

function targetsOf(...items: readonly string[]) {
  return planTargets(planOf(...items));
}

/** Rows in one line each: indicator, change and alarms. */
function shown(rows: ReturnType<typeof compareTargets>): readonly string[] {
  return rows.map(({ indicator, change, alarms }) => [indicator, change, ...alarms].join(" "));
}

describe("compareTargets", () => {
  it.each([
    ["入园率达98%以上", "入园率达99%以上", "入园率 raised"],
    ["入园率达98%以上", "入园率达97%以上", "入园率 lowered below-target"],
    ["入园率达98%以上", "入园率保持在98%以上", "入园率 same unchanged"],
    ["辍学率控制在0.5%以下", "辍学率控制在0.3%以下", "辍学率 raised"],
    ["辍学率0.3%", "辍学率0.5%", "辍学率 lowered below-target"],
    ["近视率下降0.5%以上", "近视率下降0.3%以上", "近视率 lowered below-target"],
    ["班额不超过45人", "班额不超过50名", "班额 lowered below-target"],
    ["招生3万人以上", "招生29000人以上", "招生 lowered below-target"],
    ["标准化学校覆盖率100%", "标准化学校覆盖率100%", "标准化学校覆盖率 same"],
    ["教育支出只增不减", "教育支出只增不减", "教育支出 same unchanged"],
    ["近视率下降0.5%", "近视率控制在0.5%以下", "近视率 restated"],
  ])("compares %s with %s", (last, next, row) => {
    expect(shown(compareTargets(targetsOf(`抓好工作。${last}。`), targetsOf(`抓好工作。${next}。`)))).toEqual(
      [row],
    );
  });

  it("lists new targets and, at the end, those that are gone", () => {
    const rows = compareTargets(targetsOf("办学。新增学位2000个。"), targetsOf("办学。培训教师300名。"));
    expect(shown(rows)).toEqual(["培训教师 new", "新增学位 gone gone"]);
    expect(rows.every((row) => targetRowSchema.safeParse(row).success)).toBe(true);
  });

  it("warns of a target below what was reached, and says whether last year's was met", () => {
    const [last, next] = [targetsOf("一。巩固率达到95%以上。"), targetsOf("一。巩固率达到96%以上。")];
    const results = targetsOf("总结。义务教育巩固率98.7%。");
    expect(compareTargets(last, next, results)).toMatchObject([
      { change: "raised", met: true, alarms: ["below-result"], result: { value: 98.7 } },
    ]);
    expect(compareTargets(last, next, targetsOf("总结。巩固率94%。"))).toMatchObject([
      { met: false, alarms: [] },
    ]);
  });

  it("tells equal indicators apart by the items they stand in", () => {
    const last = planOf("发展小学教育。扩建校舍，新增学位100个。", "发展高中教育。筹建高中，新增学位200个。");
    const next = planOf("发展高中教育。筹建高中，新增学位300个。", "发展小学教育。扩建校舍，新增学位150个。");
    const rows = compareTargets(planTargets(last), planTargets(next), [], comparePlans(last, next).pairs);
    expect(rows.map((row) => [row.last?.value, row.next?.value])).toEqual([
      [200, 300],
      [100, 150],
    ]);
  });
});

describe("targetsOverYears", () => {
  it("puts the same indicator of each year into one row", () => {
    const years = [
      targetsOf("一。入园率达96%以上，招聘教师100名。"),
      targetsOf("一。入园率达97%以上。"),
      targetsOf("一。新增学位500个，学前入园率达98%以上。"),
    ];
    expect(
      targetsOverYears(years).map(({ indicator, unit, targets }) => [
        indicator,
        unit,
        ...targets.map((target) => target?.value ?? null),
      ]),
    ).toEqual([
      ["新增学位", "个", null, null, 500],
      ["学前入园率", "%", 96, 97, 98],
      ["招聘教师", "名", 100, null, null],
    ]);
  });
});
