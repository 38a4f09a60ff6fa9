import { describe, expect, it } from "vitest";
import { deadlineEnd, deadlineIn } from "../../../src/core/tasks/deadlines.ts";
import { targetIn } from "../../../src/core/tasks/targets.ts";

describe("deadlineIn", () => {
  it.each([
    ["7月底前完成排查。", "7月底前"],
    ["2027年6月30日前印发方案。", "2027年6月30日前"],
    ["年内争取有2个教育集团申报。", "年内"],
    ["年底前建成并投入使用。", "年底前"],
    ["力争到2027年底实现全覆盖。", "2027年底"],
    ["计划2027年内启动1所普通高中学校建设。", "2027年内"],
    ["寒假前开展一次安全检查。", "寒假前"],
    ["上半年完成选址，9月底前开工。", "上半年，9月底前"],
    ["第三季度末完成验收。", "第三季度末"],
    ["每月至少开展1次会议。", "每月"],
    ["争取1年内见效，2年内达标。", "1年内，2年内"],
    ["持续推进教育评价改革。", ""],
    ["2021年秋季起实行新标准。", ""],
    ["推进校内外资源共享。", ""],
  ])("reads %s as %s", (text, deadline) => {
    expect(deadlineIn(text)).toBe(deadline);
  });
});

describe("deadlineEnd", () => {
  it.each([
    ["7月底前", "2027-07-31"],
    ["2月底前", "2027-02-28"],
    ["6月30日前", "2027-06-30"],
    ["2028年3月中旬前", "2028-03-20"],
    ["年内", "2027-12-31"],
    ["2026年底", "2026-12-31"],
    ["上半年", "2027-06-30"],
    ["第三季度末", "2027-09-30"],
    ["全年", "2027-12-31"],
  ])("gives the last day of %s", (deadline, day) => {
    expect(deadlineEnd(deadline, 2027)).toBe(day);
  });

  it.each(["寒假前", "每月", "持续推进", "待定", "", "2月30日前", "13月底前", "上半年，9月底前"])(
    "never guesses a date for “%s”",
    (deadline) => {
      expect(deadlineEnd(deadline, 2027)).toBeUndefined();
    },
  );

  it("knows no date where the plan has no year and the limit names none", () => {
    expect(deadlineEnd("7月底前", null)).toBeUndefined();
    expect(deadlineEnd("2027年7月底前", null)).toBe("2027-07-31");
  });
});

describe("targetIn", () => {
  it.each([
    ["初中入学率达98%以上，优化布局。", "初中入学率达98%以上"],
    ["新增学位2000个，招聘教师45名；加强培训。", "新增学位2000个；招聘教师45名"],
    ["办好第28届学生艺术节。", ""],
    ["2027年完成改革。", ""],
    ["3个月内完成整改。", ""],
  ])("finds the figures in %s", (text, target) => {
    expect(targetIn(text)).toBe(target);
  });
});
