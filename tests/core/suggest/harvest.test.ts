import { describe, expect, it } from "vitest";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import type { PlanReading } from "../../../src/core/reading/plan-reading.ts";
import { type HarvestedItem, harvest } from "../../../src/core/suggest/harvest.ts";
import { readPlan, seeds } from "../../support/reading.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/year-plan.ts";

function reading(given: WorkPlan, parts: Partial<PlanReading> = {}): PlanReading {
  return {
    kind: "plan",
    plan: given,
    year: given.year,
    planYear: null,
    issuer: null,
    issuerInferred: "昆明市教育局",
    date: null,
    pageDate: null,
    documentNumber: null,
    addressees: [],
    signature: null,
    attachments: [],
    notices: [],
    dropped: [],
    lines: {},
    ordinals: {},
    roles: {},
    plans: [],
    ...parts,
  };
}

/** `section/heading: body` of each item. */
function shortened(items: readonly HarvestedItem[]): readonly string[] {
  return items.map(({ sectionHeading, heading, body }) => `${sectionHeading}/${heading}: ${body}`);
}

describe("harvest", () => {
  it("gives an item with its body and where it stood", () => {
    const given = plan(
      2021,
      section("党建引领", item("强化理论武装。开展学习。")),
      section(
        "提升质量",
        item("发展学前教育", paragraph("扩大学位。"), clause("新建园所。"), clause("改建园所。")),
      ),
    );
    expect(harvest(reading(given), "kunming")).toEqual([
      {
        origin: {
          documentId: "kunming",
          title: "2021年教育工作要点",
          issuer: "昆明市教育局",
          year: 2021,
          section: "一",
          item: "1",
          heading: "强化理论武装",
        },
        sectionHeading: "党建引领",
        heading: "强化理论武装",
        body: "开展学习。",
      },
      {
        origin: {
          documentId: "kunming",
          title: "2021年教育工作要点",
          issuer: "昆明市教育局",
          year: 2021,
          section: "二",
          item: "2",
          heading: "发展学前教育",
        },
        sectionHeading: "提升质量",
        heading: "发展学前教育",
        body: "扩大学位。\n一是新建园所。\n二是改建园所。",
      },
    ]);
  });

  it("quotes the numbers the source prints, where it prints them", () => {
    const given = plan(2021, section("自身建设", subsection("强党性", item("强化政治功能。"))));
    const ordinals = { b1: "三", b3: "12" };
    const { origin } = harvest(reading(given, { ordinals }), "a")[0] ?? {};
    expect(origin).toMatchObject({ section: "三（一）", item: "12" });
  });

  it("takes the clauses of a subsection without items as items", () => {
    const given = plan(
      2022,
      section("工作计划", subsection("抓改革", clause("落实“双减”。规范机构。"), clause("发展民办教育。"))),
    );
    const items = harvest(reading(given), "a");
    expect(shortened(items)).toEqual(["抓改革/落实“双减”: 规范机构。", "抓改革/发展民办教育: "]);
    expect(items.map(({ origin }) => [origin.section, origin.item])).toEqual([
      ["一（一）", "一"],
      ["一（一）", "二"],
    ]);
  });

  it("cuts a clause that is one long sentence at its first comma", () => {
    const long =
      "加强校长队伍建设，培养一支教育思想领先、教学业务精通、管理能力较强和办学实绩突出的优秀校长队伍。";
    const given = plan(2022, section("计划", subsection("抓队伍", clause(long), clause("加强教研。"))));
    expect(harvest(reading(given), "a")[0]).toMatchObject({
      heading: "加强校长队伍建设",
      body: "培养一支教育思想领先、教学业务精通、管理能力较强和办学实绩突出的优秀校长队伍。",
    });
  });

  it("takes a section or subsection of text alone as one item, and tasks named in it as several", () => {
    const given = plan(
      2022,
      section("总体要求", paragraph("坚持以人民为中心，办好人民满意的教育。")),
      section(
        "自身建设",
        subsection(
          "强党性",
          paragraph(
            "党建是旗帜，高质量党建引领发展。强化政治功能。始终把思想政治建设摆在首位，持续用力。筑牢思想防线。全面落实意识形态工作责任制，守好阵地。",
          ),
        ),
      ),
      section("空的部分"),
    );
    expect(shortened(harvest(reading(given), "a"))).toEqual([
      "总体要求/总体要求: 坚持以人民为中心，办好人民满意的教育。",
      "强党性/强化政治功能: 始终把思想政治建设摆在首位，持续用力。",
      "强党性/筑牢思想防线: 全面落实意识形态工作责任制，守好阵地。",
    ]);
  });

  it("gives the planned year to the plan at the end of a summary", () => {
    const given = plan(
      2021,
      section("主要成效", item("建成学校。")),
      section("2022年工作计划", item("新建学校。")),
    );
    const items = harvest(reading(given, { kind: "summary", planYear: 2022 }), "a");
    expect(items.map(({ origin }) => origin.year)).toEqual([2021, 2022]);
  });

  it("states the issuer of the document before a guessed one, and nothing where there is none", () => {
    const given = plan(2021, item("发展学前教育。"));
    const issuers = [
      reading(given, { issuer: "阳江市教育局" }),
      reading(given),
      reading(given, { issuerInferred: null }),
    ].map((each) => harvest(each, "a")[0]?.origin.issuer);
    expect(issuers).toEqual(["阳江市教育局", "昆明市教育局", ""]);
  });

  const ofSeeds = () => seeds().map(({ file, text }) => ({ file, items: harvest(readPlan(text), file) }));

  it("finds the 161 items of the five seeds", () => {
    expect(Object.fromEntries(ofSeeds().map(({ file, items }) => [file, items.length]))).toEqual({
      "jianyang-2021.txt": 31,
      "kunming-2017.txt": 28,
      "yangjiang-2021.txt": 33,
      "unnamed-county-2024.txt": 32,
      "qingyuan-2022.txt": 37,
    });
  });

  it("gives every item of the seeds a heading, and every one but clauses of one sentence a body", () => {
    const items = ofSeeds().flatMap((seed) => seed.items);
    expect(items.filter(({ heading }) => heading === "")).toEqual([]);
    expect(items.filter(({ body }) => body === "").map(({ heading }) => heading)).toEqual([
      "组织开展营养改善计划工作专项督查，确保学生营养改善计划的食品安全和资金安全",
      "大力推进近期市直属学校规划建设，着力推动一批中小学校新建，增加公办学位供给",
    ]);
  });
});
