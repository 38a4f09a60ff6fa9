import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workPlanSchema } from "../../../src/core/plan/model.ts";
import { countedTasks, taskListOf } from "../../../src/core/tasks/task-list.ts";
import { type DraftOptions, draftFromPlan, instantiate } from "../../../src/core/template/draft.ts";
import { planTemplateSchema } from "../../../src/core/template/plan-template.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { TEMPLATE_FOLDER } from "../../support/seed-templates.ts";
import {
  clause,
  item,
  paragraph,
  plan,
  planWith,
  section,
  subsection,
  texts,
} from "../../support/year-plan.ts";

function options(parts: Partial<DraftOptions> = {}): DraftOptions {
  return { year: 2027, issuer: "", region: "", numbering: { items: "continuous" }, carry: "text", ...parts };
}

function template(id: string) {
  return planTemplateSchema.parse(JSON.parse(readFileSync(new URL(`${id}.json`, TEMPLATE_FOLDER), "utf8")));
}

const jianyang = planWith(
  plan(2021, section("凝心聚力", item("强化理论武装。做好2021年学习。", paragraph("抓好落实。")))),
  {
    title: "南平市建阳区2021年教育工作要点",
    leadIn: ["2021年是建党100周年。"],
    frontMatter: {
      issuer: "南平市建阳区教育局",
      region: "南平市建阳区",
      addressees: "各乡镇中学",
      authority: "南平市建阳区教育局",
      notice: { title: null, body: [paragraph("现将《南平市建阳区2021年教育工作要点》印发给你们。")] },
    },
  },
);

describe("draftFromPlan", () => {
  it("carries headings and text into the new year", () => {
    const draft = draftFromPlan(jianyang, options());
    expect(draft.year).toBe(2027);
    expect(draft.frontMatter.issuer).toBe("南平市建阳区教育局");
    expect(texts(draft)).toEqual([
      "南平市建阳区2027年教育工作要点",
      "现将《南平市建阳区2027年教育工作要点》印发给你们。",
      "2027年是建党100周年。",
      "凝心聚力",
      "强化理论武装。做好2027年学习。",
      "抓好落实。",
    ]);
  });

  it("keeps the units named in a text that is not carried", () => {
    const body = [
      paragraph("抓好检查。"),
      paragraph("责任单位：安全科、人事科"),
      paragraph("完成时限：2021年6月底前"),
    ];
    const source = planWith(plan(2021, section("平安校园", item("加强管理。", ...body))), {
      title: "南平市建阳区2021年教育工作要点",
      frontMatter: { issuer: "南平市建阳区教育局" },
    });
    const draft = draftFromPlan(source, options({ carry: "headings" }));
    const tasks = countedTasks(taskListOf(draft));
    expect(
      tasks.map(({ text, lead, support, deadline }) => [text, lead.value, support.value, deadline.value]),
    ).toEqual([["加强管理", "安全科", ["人事科"], ""]]);
    expect(
      draftFromPlan(source, options({ carry: "headings", issuer: "示例市教育局" })).taskRecords,
    ).toBeUndefined();
  });

  it("leaves bodies empty where only headings are carried", () => {
    const draft = draftFromPlan(jianyang, options({ carry: "headings" }));
    expect(texts(draft)).toEqual([
      "南平市建阳区2027年教育工作要点",
      "现将《南平市建阳区2027年教育工作要点》印发给你们。",
      "",
      "凝心聚力",
      "强化理论武装。",
    ]);
    expect(draft.frontMatter.addressees).toBe("各乡镇中学");
  });

  it("leaves one empty paragraph where a heading stands alone above its text", () => {
    const source = plan(
      2021,
      section("总体要求", paragraph("坚持党的领导。"), paragraph("坚持人民至上。")),
      section(
        "重点任务",
        paragraph("抓好以下工作。"),
        subsection("抓项目", clause("新建学校。"), clause("改建学校。")),
      ),
    );
    const draft = draftFromPlan(source, options({ carry: "headings" }));
    expect(texts(draft)).toEqual(["2027年教育工作要点", "总体要求", "", "重点任务", "抓项目", ""]);
  });

  it("puts title, notice and signature in the new issuer's name and leaves the text alone", () => {
    const draft = draftFromPlan(jianyang, options({ issuer: "清远市教育局", region: "清远市" }));
    expect(draft.title.text).toBe("清远市2027年教育工作要点");
    expect(draft.title.marks).toMatchObject([{ from: 3, to: 8, original: "2021年", state: "shifted" }]);
    expect(draft.frontMatter).toMatchObject({
      issuer: "清远市教育局",
      region: "清远市",
      authority: "",
      notice: { body: [{ text: "现将《清远市2027年教育工作要点》印发给你们。" }] },
    });
  });

  it("leaves no organ or person of the old issuer in the new one's front matter", () => {
    const source = planWith(plan(2021), {
      frontMatter: {
        issuer: "建阳区教育局",
        authorityMark: "建阳区教育局文件",
        jointIssuers: ["建阳区财政局"],
        signatories: ["张三"],
        imprint: { copyTo: "建阳区委", printingAuthority: "建阳区教育局办公室", printDate: "2021-03-29" },
      },
    });
    const drafted = (issuer: string) => draftFromPlan(source, options({ issuer })).frontMatter;
    expect(JSON.stringify(drafted("清远市教育局"))).not.toMatch(/建阳|张三/);
    expect(drafted("").jointIssuers).toEqual(["建阳区财政局"]);
  });

  it("never replaces a part of a longer place name", () => {
    const source = planWith(plan(2021), {
      title: "南平市建阳区2021年教育工作要点",
      frontMatter: { issuer: "建阳区教育局" },
    });
    const draft = draftFromPlan(source, options({ issuer: "清远市教育局" }));
    expect(draft.title.text).toBe("南平市建阳区2027年教育工作要点");
  });

  it("puts the organ in front of a title that lacks it", () => {
    const draft = draftFromPlan(plan(2017, item("抓好工作。")), options({ issuer: "昆明市教育局" }));
    expect(draft.title.text).toBe("昆明市教育局2027年教育工作要点");
    expect(draft.title.marks).toMatchObject([{ from: 6, to: 11, original: "2017年" }]);
  });

  it("takes what a summary plans for the next year, its subsections as sections", () => {
    const summary = planWith(
      plan(
        2021,
        section("主要工作及成效", subsection("抓项目。", clause("2021年建成学校。"))),
        section(
          "2022年工作计划及思路",
          subsection("抓改革。", clause("做好2022年招生。")),
          subsection("抓队伍。"),
        ),
      ),
      { title: "阳江市教育局2021年工作总结", leadIn: ["现将有关情况总结如下。"] },
    );
    const draft = draftFromPlan(summary, options({ issuer: "阳江市教育局" }));
    expect(texts(draft)).toEqual(["阳江市教育局2027年工作要点", "抓改革。", "做好2027年招生。", "抓队伍。"]);
    expect(draft.children.map(({ kind }) => kind)).toEqual(["section", "section"]);
  });

  it("keeps ids, and takes the numbering asked for", () => {
    const draft = draftFromPlan(jianyang, options({ numbering: { items: "per-section" } }));
    expect(draft.numbering).toEqual({ items: "per-section" });
    expect(draft.children.map(({ id }) => id)).toEqual(jianyang.children.map(({ id }) => id));
  });

  it("gives a valid plan of the year for any plan", () => {
    const carry = fc.constantFrom("headings" as const, "text" as const);
    fc.assert(
      fc.property(arbitraryPlan, carry, (given, carried) => {
        const draft = draftFromPlan(given, options({ carry: carried, issuer: "清远市教育局" }));
        expect(workPlanSchema.safeParse(draft).error).toBeUndefined();
        expect(draft.year).toBe(2027);
      }),
    );
  });
});

describe("instantiate", () => {
  it("makes the title of a blank plan from issuer and year", () => {
    const draft = instantiate(template("blank"), options({ issuer: "清远市教育局", region: "清远市" }));
    expect(texts(draft)).toEqual(["清远市教育局2027年工作要点", "", "", ""]);
    expect(draft.frontMatter).toMatchObject({ issuer: "清远市教育局", region: "清远市" });
  });

  it("offers the usual parts of a bureau's plan", () => {
    const draft = instantiate(template("generic"), options({ issuer: "清远市教育局" }));
    expect(draft.children.map(({ lead }) => lead.text)).toEqual([
      "总体要求",
      "加强党的全面领导",
      "推进重点工作",
      "深化改革创新",
      "加强队伍建设",
      "保障措施",
    ]);
  });

  it("rolls the text of a prior year over", () => {
    const draft = instantiate(template("qingyuan-2022"), options({ year: 2023, issuer: "清远市教育局" }));
    expect(draft.title.text).toBe("清远市2023年教育工作要点");
    expect(draft.leadIn[0]?.text.startsWith("2023年，全市教育工作的总体思路是：")).toBe(true);
  });

  it("carries the headings of every template without the text", () => {
    for (const id of [
      "jianyang-2021",
      "kunming-2017",
      "yangjiang-2021",
      "unnamed-county-2024",
      "qingyuan-2022",
    ]) {
      const source = template(id);
      const draft = instantiate(source, options({ carry: "headings" }));
      expect(draft.children).toHaveLength(source.children.length);
      const longest = Math.max(...draft.children.map(({ lead }) => lead.text.length));
      expect(longest).toBeLessThan(40);
    }
  });
});
