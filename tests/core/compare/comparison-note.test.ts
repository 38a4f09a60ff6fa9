import { describe, expect, it } from "vitest";
import { comparePlans } from "../../../src/core/compare/compare-plans.ts";
import { comparisonNote, countsOf } from "../../../src/core/compare/comparison-note.ts";
import { noteSchema } from "../../../src/core/compare/note.ts";
import { compareTargets } from "../../../src/core/targets/compare-targets.ts";
import { planTargets } from "../../../src/core/targets/plan-targets.ts";
import { editedPlan } from "../../support/edited-plans.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";
import { seedPlans } from "../../support/seed-plans.ts";

const last = plan(
  "示例市2026年教育工作要点",
  [
    section("坚持立德树人", [
      item("加强体育工作。开齐开足体育课程，近视率下降0.5%以上。"),
      item("加强美育工作。举办艺术节，建设艺术社团。"),
    ]),
    section("强化保障", [item("维护校园安全。排查各类隐患，建立台账。")]),
  ],
  { leadIn: [paragraph("2026年，坚持稳中求进。")] },
);
const next = plan(
  "示例市2027年教育工作要点",
  [
    section("坚持立德树人", [item("加强体育工作。开齐开足体育课程，近视率下降0.6%以上。")]),
    section("强化保障", [
      item("维护校园安全。排查各类隐患，建立台账。配齐保安。"),
      item("扩大学位供给。新增公办学位2000个。"),
    ]),
  ],
  { leadIn: [paragraph("2027年，坚持稳中求进。")] },
);

describe("comparisonNote", () => {
  it("counts and lists what is new, dropped and changed", () => {
    const note = comparisonNote(comparePlans(last, next));
    expect(note.title).toBe("《示例市2027年教育工作要点》对比说明");
    expect(note.paragraphs[0]).toBe(
      "《示例市2027年教育工作要点》共3条，与《示例市2026年教育工作要点》（3条）相比：沿用1条（其中只改年份、数字和标点的1条），" +
        "修改1条，调整位置0条，由多条合并而成0条，由一条拆分而成0条，新增1条，上年未再列入1条。",
    );
    expect(note.tables.map(({ title, rows }) => [title, ...rows])).toEqual([
      ["新增事项", ["3", "强化保障", "扩大学位供给"]],
      ["上年有、今年未再列入的事项", ["2", "坚持立德树人", "加强美育工作"]],
      ["有变化的事项", ["2", "维护校园安全", "3", "维护校园安全", "修改", "79%"]],
      ["各部分与上年文字重合", ["坚持立德树人", "坚持立德树人", "86%"], ["强化保障", "强化保障", "44%"]],
    ]);
  });

  it("adds the targets that changed", () => {
    const comparison = comparePlans(last, next);
    const rows = compareTargets(planTargets(last), planTargets(next), [], comparison.pairs);
    const note = comparisonNote(comparison, rows);
    expect(note.paragraphs[2]).toBe(
      "指标：今年2项，其中提高1项，降低0项，与上年相同0项，新增1项；上年指标未再列入0项。",
    );
    expect(note.tables.find(({ title }) => title === "指标变化")?.rows).toEqual([
      ["近视率", "下降0.5%", "—", "下降0.6%", "提高"],
      ["新增公办学位", "—", "—", "2000个", "新增"],
    ]);
  });

  it("gives every row as many cells as there are columns, for whatever edits", async () => {
    const seeds = (await seedPlans()).map((seed) => seed.plan);
    for (const [at, seed] of seeds.entries()) {
      const comparison = comparePlans(seed, editedPlan(seed, seeds.toSpliced(at, 1), at).next);
      const note = comparisonNote(comparison);
      expect(noteSchema.safeParse(note).success).toBe(true);
      for (const { columns, rows } of note.tables)
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));
      const { nextPoints, carried, reworded, moved, merged, split, new: added } = countsOf(comparison);
      expect(carried + reworded + moved + merged + split + added).toBe(nextPoints);
    }
  });
});
