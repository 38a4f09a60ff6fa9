import { describe, expect, it } from "vitest";
import { markerOf } from "../../../src/core/text/markers.ts";

describe("markerOf", () => {
  it.each([
    ["一、总体要求", "section", 1, 2],
    ["十二、 保障措施", "section", 12, 4],
    ["三．提升", "section", 3, 2],
    ["（一）健全", "subsection", 1, 3],
    ["(十)健全", "subsection", 10, 3],
    ["(二） 健全", "subsection", 2, 4],
    ["㈢ 健全", "subsection", 3, 2],
    ["1.完善", "item", 1, 2],
    ["12．完善", "item", 12, 3],
    ["3、完善", "item", 3, 2],
    ["⒈完善", "item", 1, 1],
    ["1024．完善", "item", 1024, 5],
    ["【重点任务7】完善", "item", 7, 7],
    ["（1）完成", "sub", 1, 3],
    ["(12)完成", "sub", 12, 4],
    ["2）完成", "sub", 2, 2],
    ["⑷完成", "sub", 4, 1],
    ["①完成", "deep", 1, 1],
    ["第二部分 重点", "part", 2, 5],
    ["一是完成", "clause", 1, 2],
  ] as const)("reads %s", (line, level, number, length) => {
    expect(markerOf(line)).toMatchObject({ level, number, length });
  });

  it("reads a lost number as null", () => {
    expect(markerOf("*.完善")).toMatchObject({ level: "item", number: null, bare: null });
  });

  it.each([
    "2011.2.",
    "2026.加强",
    "2.0行动计划",
    "一、二年级学生",
    "二、三产业",
    "一中教育集团",
    "*年，是成立*周年",
    "五育并举",
    "（城区）学校",
    "",
  ])("takes %s for text", (line) => {
    expect(markerOf(line)).toBeUndefined();
  });
});
