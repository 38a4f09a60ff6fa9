import { describe, expect, it } from "vitest";
import { EMPTY_FRONT_MATTER } from "../../../src/core/plan/model.ts";
import { nameByPattern } from "../../../src/ui/export/name-pattern.ts";

const PLAN = {
  title: "示例市\n2027年教育工作要点",
  year: 2027,
  frontMatter: { ...EMPTY_FRONT_MATTER, issuer: "示例市教育局" },
};

describe("nameByPattern", () => {
  it.each([
    ["{标题}", "示例市2027年教育工作要点"],
    ["{年份}-{发文机关}-{标题}", "2027-示例市教育局-示例市2027年教育工作要点"],
    ["{发文字号}_{标题}_{成文日期}", "示例市2027年教育工作要点"],
    ["{不认识}{标题}", "{不认识}示例市2027年教育工作要点"],
    ["{发文字号}", "要点"],
    ['送审/{年份}:"', "送审2027"],
  ])("fills %j", (pattern, name) => {
    expect(nameByPattern(pattern, PLAN, "要点")).toBe(name);
  });
});
