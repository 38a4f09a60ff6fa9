import { describe, expect, it } from "vitest";
import { noteSchema } from "../../../src/core/compare/note.ts";
import { compareTargets } from "../../../src/core/targets/compare-targets.ts";
import { planTargets } from "../../../src/core/targets/plan-targets.ts";
import { targetRowsNote, targetsNote } from "../../../src/core/targets/targets-note.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

function targetsOf(text: string) {
  return planTargets(plan("要点", [section("重点任务", [item(text)])]));
}

describe("targetsNote", () => {
  it("gives a column for each year and a row for each indicator", () => {
    const note = targetsNote([
      { year: 2025, targets: targetsOf("一。入园率达96%以上，近视率下降0.5%。") },
      { year: null, targets: targetsOf("一。入园率达97%以上，教育支出只增不减。") },
    ]);
    expect(noteSchema.safeParse(note).success).toBe(true);
    expect(note.tables).toEqual([
      {
        title: "历年指标",
        columns: ["指标", "2025年", "年份不明"],
        rows: [
          ["入园率", "96%以上", "97%以上"],
          ["教育支出", "—", "只增不减"],
          ["近视率", "下降0.5%", "—"],
        ],
      },
    ]);
  });

  it("has no table where there are no targets", () => {
    expect(targetsNote([]).tables).toEqual([]);
  });
});

describe("targetRowsNote", () => {
  it("sets target, last year's target and result beside each other, with what to look at", () => {
    const last = targetsOf("一。巩固率达到98%以上。培训教师300名。");
    const next = targetsOf("一。巩固率达到97%以上。");
    const note = targetRowsNote(compareTargets(last, next, targetsOf("总结。巩固率98.7%。")));
    expect(noteSchema.safeParse(note).success).toBe(true);
    expect(note.tables[0]?.rows).toEqual([
      ["1", "巩固率", "98%以上", "98.7%", "97%以上", "低于上年目标；低于上年完成数"],
      ["1", "培训教师", "300名", "—", "—", "上年有，今年未列"],
    ]);
    expect(targetRowsNote([]).tables).toEqual([]);
  });
});
