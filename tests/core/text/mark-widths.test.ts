import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widenMarks } from "../../../src/core/text/mark-widths.ts";

describe("widenMarks", () => {
  it.each([
    ["改革创新,以更活的机制", "改革创新，以更活的机制"],
    ["总体要求是:坚持", "总体要求是：坚持"],
    ["各县(市、区)", "各县（市、区）"],
    ["行动计划(2022-2025)》", "行动计划（2022-2025）》"],
    ["达50%以上,80%", "达50%以上，80%"],
    ["下降0.5%,达98%;其中", "下降0.5%，达98%；其中"],
    ["人数1,000人", "人数1,000人"],
    ["普职比55.6:44.4。", "普职比55.6:44.4。"],
    ["10:30开始", "10:30开始"],
    ["网址http://a.cn/b", "网址http://a.cn/b"],
    ["“5080”攻坚", "“5080”攻坚"],
    ["3-6岁", "3-6岁"],
    ["GDP(2022)", "GDP(2022)"],
    ["plain, text: (a)", "plain, text: (a)"],
    ["附件)内容", "附件）内容"],
  ])("makes of %s", (before, after) => {
    expect(widenMarks(before).text).toBe(after);
  });

  it("tells kind and place of every mark", () => {
    expect(widenMarks("学校(园),民办;").marks).toEqual([
      { at: 2, kind: "bracket" },
      { at: 4, kind: "bracket" },
      { at: 5, kind: "comma" },
      { at: 8, kind: "semicolon" },
    ]);
    expect(widenMarks("𠮷字:好").marks).toEqual([{ at: 3, kind: "colon" }]);
  });

  it("keeps the length and is idempotent", () => {
    const text = fc.string({ unit: fc.constantFrom("中", "a", "1", ",", ":", ";", "(", ")", " ", "”") });
    fc.assert(
      fc.property(text, (line) => {
        const once = widenMarks(line).text;
        expect(once.length).toBe(line.length);
        expect(widenMarks(once).text).toBe(once);
      }),
    );
  });
});
