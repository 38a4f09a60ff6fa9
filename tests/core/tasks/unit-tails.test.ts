import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf } from "../../../src/core/tasks/pieces.ts";
import { countedTasks, taskListOf } from "../../../src/core/tasks/task-list.ts";
import { withUnitTails } from "../../../src/core/tasks/unit-tail-text.ts";
import { unitLinesIn, unitTailIn, withoutUnitTail } from "../../../src/core/tasks/unit-tails.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";

const namedIn = (text: string) => {
  const tail = unitTailIn(text);
  return tail && [tail.lead, tail.support.join("、"), tail.leader, tail.deadline];
};

describe("unitTailIn", () => {
  it.each([
    ["加强管理。（责任单位：教育局）", ["教育局", "", "", ""]],
    ["加强管理。〔牵头单位：教育局；配合单位：财政局、人社局〕", ["教育局", "财政局、人社局", "", ""]],
    ["加强管理。【责任科室：基教科，人事科】", ["基教科", "人事科", "", ""]],
    ["加强管理（责任单位：财政局、教育局（牵头）、人社局）。", ["教育局", "财政局、人社局", "", ""]],
    ["加强管理。（责任领导：王某；责任单位：教育局；完成时限：6月底前）", ["教育局", "", "王某", "6月底前"]],
    ["加强管理。（教育局牵头，财政局配合）", ["教育局", "财政局", "", ""]],
    ["加强管理。（责任单位：教育局，6月底前完成）", ["教育局", "", "", "6月底前完成"]],
    ["加强管理。\n责任单位：教育局、财政局\n完成时限：12月底前", ["教育局", "财政局", "", "12月底前"]],
    ["加强管理。\n责任科室（单位）：基教科、人事科分别牵头", ["基教科", "人事科", "", ""]],
    ["加强管理。\n（责任单位：教育局）", ["教育局", "", "", ""]],
  ])("reads who is responsible from %j", (text, expected) => {
    expect(namedIn(text)).toEqual(expected);
  });

  it.each([
    "落实安全责任（见附件1）。",
    "压实责任：各单位要高度重视，切实把工作抓紧抓好，确保全年目标任务圆满完成。",
    "按照《通知》（教办〔2023〕1号）执行。",
    "责任编辑：张某",
    "加强组织领导。各单位要明确分工，主要负责同志负总责。",
  ])("sees no units in %j", (text) => {
    expect(unitTailIn(text)).toBeUndefined();
    expect(withoutUnitTail(text)).toBe(text);
  });

  it("gives the bracket's own place", () => {
    const text = "加强管理。（责任单位：教育局）";
    const tail = unitTailIn(text);
    expect(text.slice(tail?.from, tail?.to)).toBe("（责任单位：教育局）");
  });
});

describe("unitLinesIn", () => {
  it("joins lines that follow each other", () => {
    const text = "一项工作。\n责任单位：教育局\n完成时限：全年\n另一项工作。\n责任单位：财政局";
    expect(unitLinesIn(text).map(({ lead, from, to }) => [lead, text.slice(from, to)])).toEqual([
      ["教育局", "\n责任单位：教育局\n完成时限：全年"],
      ["财政局", "\n责任单位：财政局"],
    ]);
  });
});

describe("piecesOf", () => {
  const part = fc.constantFrom(
    "落实",
    "。",
    "\n",
    "责任单位：教育局",
    "（责任单位：财政局）",
    "完成时限：全年",
    "：",
  );

  it("covers any text with lines of units by pieces that are not empty", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join("");
        const pieces = piecesOf(text);
        expect(pieces.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text);
        expect(pieces.every(({ from, to }) => to > from)).toBe(true);
      }),
    );
  });
});

describe("taskListOf", () => {
  const listed = (...body: readonly string[]) => {
    const source = plan("示例市2027年教育工作要点", [
      section("抓好重点工作", [item("加强管理。", body.map(paragraph))]),
    ]);
    const tasks = countedTasks(taskListOf(source));
    return { source, tasks: tasks.map(({ text, lead, deadline }) => [text, lead.value, deadline.value]) };
  };

  it("takes lines of units as those of the sentences above them, and as no task", () => {
    expect(
      listed(
        "健全制度。开展检查。",
        "责任单位：教育局",
        "完成时限：6月底前",
        "建设平台。",
        "责任单位：财政局",
      ).tasks,
    ).toEqual([
      ["健全制度。", "教育局", "6月底前"],
      ["开展检查。", "教育局", "6月底前"],
      ["建设平台。", "财政局", ""],
    ]);
  });

  it("takes lines of units above all sentences as those of all", () => {
    expect(listed("责任单位：教育局", "健全制度。开展检查。").tasks).toEqual([
      ["健全制度。", "教育局", ""],
      ["开展检查。", "教育局", ""],
    ]);
  });

  it("takes the heading as the task where nothing else but units stands below it", () => {
    expect(listed("责任单位：教育局").tasks).toEqual([["加强管理", "教育局", ""]]);
  });

  it("names units once when they are written into the text again", () => {
    for (const body of [
      ["健全制度。开展检查。", "责任单位：教育局"],
      ["健全制度。开展检查。（责任单位：教育局）"],
      ["责任单位：教育局", "健全制度。开展检查。"],
      ["责任单位：教育局"],
    ]) {
      const { source } = listed(...body);
      expect(withUnitTails(source)).toEqual(source);
    }
  });
});
