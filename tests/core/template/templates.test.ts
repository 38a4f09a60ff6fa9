import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deriveTemplate, planOfTemplate } from "../../../src/core/template/derive-template.ts";
import { planTemplateSchema, summarizeTemplate } from "../../../src/core/template/plan-template.ts";
import { readPlan } from "../../support/reading.ts";
import { seedTemplates, TEMPLATE_FOLDER, templateFile } from "../../support/seed-templates.ts";

const files = readdirSync(TEMPLATE_FOLDER).filter((file) => file.endsWith(".json"));
const content = (file: string) => readFileSync(new URL(file, TEMPLATE_FOLDER), "utf8");

describe("templates", () => {
  it("are one for each seed, a blank and a generic one", () => {
    const names = [...seedTemplates().map(({ id }) => id), "blank", "generic"];
    expect(files.sort()).toEqual(names.map((name) => `${name}.json`).sort());
  });

  it.each(files)("%s has the form of a template and the id of its file", (file) => {
    const template = planTemplateSchema.parse(JSON.parse(content(file)));
    expect(`${template.id}.json`).toBe(file);
  });

  it.each(seedTemplates())("$id is what the code derives from its seed", (template) => {
    expect(
      content(`${template.id}.json`),
      "run `node tests/support/write-templates.ts` and look at the difference",
    ).toBe(templateFile(template));
  });

  it.each(seedTemplates())("$id survives being made a plan and derived again", (template) => {
    const { id, name, source, title } = template;
    const again = deriveTemplate(planOfTemplate(template), { id, name });
    expect(again).toEqual({ ...template, source: { ...source, title: title ?? "" } });
  });

  it("keep 第一部分, and count the sections below it", () => {
    const { plan } = readPlan(
      "江北县教育局2026年工作要点\n第一部分 总体要求\n办好教育。\n第二部分 重点工作\n一、加强党建\n1.抓实基层。推进建设。\n二、提升质量\n2.深化教研。开展备课。",
    );
    const template = deriveTemplate(plan, { id: "parts", name: "要点" });
    expect(deriveTemplate(planOfTemplate(template), { id: "parts", name: "要点" })).toEqual(template);
    expect(summarizeTemplate(template)).toMatchObject({
      sections: 2,
      items: 2,
      headings: ["总体要求", "重点工作"],
    });
  });

  it("are summarized for the list", () => {
    const template = planTemplateSchema.parse(JSON.parse(content("jianyang-2021.json")));
    expect(summarizeTemplate(template)).toEqual({
      id: "jianyang-2021",
      name: "南平市建阳区2021年教育工作要点",
      issuer: "南平市建阳区教育局",
      year: 2021,
      sections: 7,
      items: 31,
      headings: [
        "凝心聚力，以更强的党建引领事业发展",
        "改革创新，以更活的机制增强内生动力",
        "五育并举，以更新的理念提高育人质量",
        "协调推进，以更稳的步伐提升办学层次",
        "以研促教，以更优的成绩回应群众关切",
        "育德培能，以更实的举措推进人才兴教",
        "精准施策，以更好的环境保障高质量发展",
      ],
    });
  });
});
