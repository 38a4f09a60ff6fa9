import { describe, expect, it } from "vitest";
import { NO_DECISIONS, repairKey } from "../../../src/core/reading/decisions.ts";
import { outlineOf } from "../../../src/core/reading/outline.ts";
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { linesOf, readOutline } from "../../support/reading.ts";

const text = (body: string) => `2023年工作要点\n一、加强党建\n1.开展活动。${body}\n2.做好服务。落实责任。`;

describe("parsePlan of quotation marks without a partner", () => {
  it.each([
    ["举办“我的中国梦主题活动，提升素质。", "举办“我的中国梦主题活动”，提升素质。"],
    ["围绕主题，开展我的中国梦”教育。", "围绕主题，“开展我的中国梦”教育。"],
  ])("proposes one and leaves the text: %s", (before, after) => {
    const source = linesOf(text(before));
    const reading = parsePlan(source);
    const [notice] = reading.notices.filter(({ code }) => code === "quotation-mark-unpaired");
    expect(notice).toMatchObject({ certain: false, applied: false, line: 3 });
    expect(outlineOf(reading).sections[0]?.items[0]?.paragraphs[0]).toBe(before);
    if (!notice) throw new Error("no proposal");
    const again = parsePlan(source, { ...NO_DECISIONS, accepted: [repairKey(notice)] });
    expect(outlineOf(again).sections[0]?.items[0]?.paragraphs[0]).toBe(after);
    const refused = parsePlan(source, { ...NO_DECISIONS, undone: [repairKey(notice)] });
    expect(refused.notices.map(({ code }) => code)).not.toContain("quotation-mark-unpaired");
  });

  it("says nothing where all are paired", () => {
    expect(readOutline(text("落实“三会一课”“双减”制度。")).notices).toEqual([]);
  });
});

describe("parsePlan of bold lines without a number", () => {
  it("doubts that they are text, and names the role they may have", () => {
    const lines = [
      "2023年工作要点",
      "一、加强党建",
      "1.开展活动。举办论坛。",
      "做好服务",
      "落实首问责任制度。",
    ];
    const bold = { outlineLevel: null, bold: true, table: null };
    const source = {
      lines: lines.map((line, index) => ({
        number: index + 1,
        text: line,
        ...(index === 3 ? { hint: bold } : {}),
      })),
      notices: [],
    };
    expect(parsePlan(source).notices).toMatchObject([
      { code: "heading-suspected", line: 4, certain: false, suggestedRole: "item" },
    ]);
    const decided = parsePlan(source, { ...NO_DECISIONS, roles: { 4: "item" } });
    expect(decided.roles[4]).toBe("item");
    expect(decided.notices).toEqual([]);
  });
});
