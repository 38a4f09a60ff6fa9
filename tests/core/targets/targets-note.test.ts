import { describe, expect, it } from "vitest";
import { noteSchema } from "../../../src/core/compare/note.ts";
import { planTargets } from "../../../src/core/targets/plan-targets.ts";
import { targetsNote } from "../../../src/core/targets/targets-note.ts";
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
