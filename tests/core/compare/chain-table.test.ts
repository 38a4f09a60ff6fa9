import { describe, expect, it } from "vitest";
import { chainCounts, chainNote, chainTable } from "../../../src/core/compare/chain-table.ts";
import { noteSchema } from "../../../src/core/compare/note.ts";
import { comparePlanChain } from "../../../src/core/compare/plan-chain.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const SPORT = "加强体育工作。开齐开足体育课程，落实每天1小时活动。";
const MORE_SPORT = "加强体育工作。开齐开足体育课程，落实每天2小时体育活动，办好运动会。";
const SAFETY = "维护校园安全。排查各类隐患，建立台账，落实三防建设。";
const SCHOOLS = "扩大学位供给。启动第一中学扩建工程，筹建第四中学。";
const READING = "推动全民阅读。建设书香校园，开展师生共读活动。";

function planOf(year: number | null, ...texts: readonly string[]): WorkPlan {
  return {
    ...plan("要点", [
      section(
        "重点任务",
        texts.map((text) => item(text)),
      ),
    ]),
    year,
  };
}

const PLANS = [
  planOf(2024, SPORT, SAFETY),
  planOf(2025, READING, SPORT),
  planOf(null, MORE_SPORT, READING, SCHOOLS),
];

describe("chainTable", () => {
  it("says of every line of work in which years it stands and what became of it", () => {
    const rows = chainTable(comparePlanChain(PLANS), PLANS);
    const shown = rows.map(({ course, cells }) => [
      course,
      ...cells.map((cell) => (cell ? `${cell.point.ordinal}${cell.kind ?? ""}` : "—")),
    ]);
    expect(shown).toEqual([
      ["throughout", "1", "2carried", "1reworded"],
      ["joined", "—", "1new", "2carried"],
      ["new", "—", "—", "3new"],
      ["dropped", "2", "—", "—"],
    ]);
    expect(chainCounts(rows)).toEqual({ throughout: 1, joined: 1, new: 1, dropped: 1 });
  });
});

describe("chainNote", () => {
  it("has a column for each year and a row for each line of work", () => {
    const note = chainNote(chainTable(comparePlanChain(PLANS), PLANS), PLANS);
    expect(noteSchema.safeParse(note).success).toBe(true);
    expect(note.paragraphs[0]).toContain("对照3年：每年都有1条");
    expect(note.tables[0]?.columns).toEqual(["2024年", "2025年", "年份不明"]);
    expect(note.tables[0]?.rows[0]).toEqual([
      "1 加强体育工作",
      "2 加强体育工作（沿用）",
      "1 加强体育工作（修改）",
    ]);
    expect(chainNote([], []).tables).toEqual([]);
  });
});
