import { describe, expect, it } from "vitest";
import type { PlanChild, WorkPlan } from "../../../src/core/plan/model.ts";
import { planOfYears } from "../../../src/core/template/plan-of-years.ts";
import { item, plan, section } from "../../support/year-plan.ts";

const TEACHERS = "加强师德师风建设。开展师德教育，选树先进典型，落实师德考核。";
const KINDERGARTEN = "推进学前教育普惠发展。新建公办幼儿园，扩大普惠性资源。";
const EXAM = "办好省第十届中学生运动会。做好场馆、后勤和安全保障。";
const READING = "深化书香校园建设。开展阅读活动，丰富学生课外生活。";

function leads(children: readonly PlanChild[]): readonly string[] {
  return children.flatMap((child) => [
    child.lead.text.slice(0, 6),
    ...(child.kind === "item" ? [] : leads(child.children)),
  ]);
}

const year = (number: number, ...items: readonly string[]): WorkPlan =>
  plan(
    number,
    section("建强教师队伍", ...items.slice(0, 1).map((text) => item(text))),
    section("提升教育质量", ...items.slice(1).map((text) => item(text))),
  );

describe("planOfYears", () => {
  it("leaves out what stood in one year only, and brings back what the last year left out", () => {
    const learnt = planOfYears([
      year(2024, TEACHERS, KINDERGARTEN, READING),
      year(2025, TEACHERS, KINDERGARTEN, READING),
      year(2026, TEACHERS, KINDERGARTEN, EXAM),
    ]);
    expect(leads(learnt.children)).toEqual([
      "建强教师队伍",
      "加强师德师风",
      "提升教育质量",
      "推进学前教育",
      "深化书香校园",
    ]);
    expect(learnt.year).toBe(2026);
    const ids = JSON.stringify(learnt).match(/"id":"[^"]+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("puts an item whose section is gone at the end", () => {
    const other = (number: number) =>
      plan(number, section("办好特殊教育", item(READING)), section("建强教师队伍", item(TEACHERS)));
    const learnt = planOfYears([
      other(2024),
      other(2025),
      plan(2026, section("建强教师队伍", item(TEACHERS))),
    ]);
    expect(leads(learnt.children)).toEqual(["建强教师队伍", "加强师德师风", "深化书香校园"]);
  });

  it("gives one plan back as it is", () => {
    const only = year(2026, TEACHERS, EXAM);
    expect(planOfYears([only])).toBe(only);
  });
});
