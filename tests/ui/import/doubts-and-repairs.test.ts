import { describe, expect, it } from "vitest";
import { accept, acceptPlace, takeBack, takeBackPlace, withRole } from "../../../src/ui/import/decide.ts";
import { answered, doubtsOf } from "../../../src/ui/import/doubts.ts";
import { repairCount, repairGroups } from "../../../src/ui/import/repair-groups.ts";
import { shownText } from "../../../src/ui/import/shown-text.ts";
import { countsOf, structureRows } from "../../../src/ui/import/structure-rows.ts";
import { DOUBTFUL, deciding, imported } from "../../support/imported.ts";

const TWO_PLANS = [
  "某街道2022年工作要点",
  "一、党建工作",
  "1.加强建设。落实。",
  "某社区2023年工作要点",
  "一、治理工作",
  "1.推进网格。配齐。",
  "2.推进整治。清理。",
];

describe("doubtsOf", () => {
  it("lists what is not certain by line, and nothing once it is answered either way", () => {
    const document = imported(...DOUBTFUL);
    const [doubt] = doubtsOf(document);
    if (!doubt) throw new Error("nothing is in doubt");
    expect([doubt.notice.line, doubt.answers]).toEqual([6, ["keep", "refuse"]]);
    for (const answer of ["keep", "refuse"] as const)
      expect(doubtsOf(deciding(document, (before) => answered(before, doubt, answer)))).toEqual([]);
  });

  it("asks first which of several plans is meant", () => {
    const document = imported(...TWO_PLANS);
    const [doubt] = doubtsOf(document);
    if (!doubt) throw new Error("nobody asks");
    expect(doubt.answers).toEqual([{ plan: 0 }, { plan: 1 }]);
    for (const plan of [0, 1]) {
      const chosen = deciding(document, (before) => answered(before, doubt, { plan }));
      expect(doubtsOf(chosen)).toEqual([]);
      expect(chosen.current.plan.title.text).toBe(TWO_PLANS[plan * 3]);
    }
  });
});

describe("repairGroups", () => {
  it("gathers repairs by kind and keeps those that were taken back in their place", () => {
    const document = imported(...DOUBTFUL);
    expect(repairGroups(document).map(({ code, count }) => [code, count])).toEqual([
      ["heading-period-inserted", 1],
      ["half-width-comma", 1],
    ]);
    expect(repairCount(document)).toBe(2);
    const commas = document.current.notices.filter(({ code }) => code === "half-width-comma");
    const without = deciding(document, (before) => takeBack(before, commas));
    expect(without.current.plan.leadIn[0]?.text).toContain("2022年,");
    expect(
      repairGroups(without).flatMap(({ entries }) =>
        entries.map(({ notice, state }) => [notice.code, state]),
      ),
    ).toEqual([
      ["heading-period-inserted", "done"],
      ["half-width-comma", "taken-back"],
    ]);
    expect(repairCount(without)).toBe(1);
  });
});

describe("repairGroups of counted kinds", () => {
  const LINES = ["2022年工作要点", "为民,便民,利民。", "一、救助", "1.健全体系。好,快。"];
  const states = (document: ReturnType<typeof imported>) =>
    repairGroups(document).flatMap(({ places }) => places.map(({ state }) => state));
  const [, second = ""] = repairGroups(imported(...LINES)).flatMap(({ places }) =>
    places.map(({ key }) => key),
  );

  it("list every place with the text around it", () => {
    const [group] = repairGroups(imported(...LINES));
    expect(group?.places[1]).toMatchObject({ ahead: "为民,便民", behind: "利民。", state: "done" });
  });

  it("undo one place, then all, and put back one of all", () => {
    const document = imported(...LINES);
    const one = deciding(document, (before) => takeBackPlace(before, second));
    expect(states(one)).toEqual(["done", "undone", "done"]);
    expect(repairGroups(one)[0]?.count).toBe(2);
    expect(states(deciding(one, (before) => acceptPlace(before, second)))).toEqual(["done", "done", "done"]);
    const all = deciding(one, (before) => takeBack(before, one.current.notices));
    expect(states(all)).toEqual(["undone", "undone", "undone"]);
    const back = deciding(all, (before) => acceptPlace(before, second, all.takenBack));
    expect(states(back)).toEqual(["undone", "done", "undone"]);
    expect(back.current.plan.leadIn[0]?.text).toBe("为民,便民，利民。");
    const restored = deciding(back, (before) => accept(before, back.current.notices));
    expect(states(restored)).toEqual(["done", "done", "done"]);
  });

  it("ask about proposals of a kind together", () => {
    const document = imported("2022年工作要点", "一、救助", "1.健全体系。加强比对o做好衔接。");
    const [doubt] = doubtsOf(document);
    if (!doubt) throw new Error("nothing is in doubt");
    expect(doubt.answers).toEqual(["keep", "refuse"]);
    expect(doubtsOf(deciding(document, (before) => answered(before, doubt, "refuse")))).toEqual([]);
    const kept = deciding(document, (before) => answered(before, doubt, "keep"));
    expect(JSON.stringify(kept.current.plan)).toContain("加强比对。做好衔接");
  });
});

describe("structureRows", () => {
  it("numbers as printed and follows every decision", () => {
    const headings = (document: ReturnType<typeof imported>) =>
      structureRows(document.current).map(({ ordinal, heading, body }) => ordinal + (heading || body));
    const document = imported(...DOUBTFUL);
    expect(headings(document)).toEqual([
      "清河区民政局2022年工作要点",
      "2022年，全区民政工作以人民为中心。",
      "一、抓项目促发展",
      "1.加快推进城市更新",
      "2.提升管理水平",
      "健全养老服务体系",
      "二、保障措施",
      "3.加强组织领导",
    ]);
    expect(headings(deciding(document, (before) => withRole(before, [8], "item"))).slice(5)).toEqual([
      "3.健全养老服务体系",
      "二、保障措施",
      "4.加强组织领导",
    ]);
  });

  it("leaves out of a summary all but the plan for the next year", () => {
    const { current } = imported(
      "清河区卫健局2023年工作总结和2024年工作计划",
      "2023年，各项工作取得新进展。",
      "一、2023年工作总结",
      "（一）服务能力提升",
      "新增床位200张。",
      "二、2024年工作计划",
      "（一）推进医院建设",
      "1.加快新院区建设。完成主体封顶。",
    );
    expect(
      structureRows(current)
        .filter(({ taken }) => taken)
        .map(({ heading }) => heading),
    ).toEqual(["推进医院建设", "加快新院区建设"]);
    expect(countsOf(current)).toEqual({ sections: 1, items: 1 });
  });
});

describe("shownText", () => {
  it("prints a date as drafters do, and leaves other text alone", () => {
    expect([shownText("2021-03-09"), shownText("1-2-3"), shownText("")]).toEqual([
      "2021年3月9日",
      "1-2-3",
      "",
    ]);
  });
});
