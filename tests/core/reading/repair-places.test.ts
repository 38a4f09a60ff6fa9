import { describe, expect, it } from "vitest";
import { NO_DECISIONS, placeKey, repairKey } from "../../../src/core/reading/decisions.ts";
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import type { PlanReading, ReadingNotice } from "../../../src/core/reading/plan-reading.ts";
import { linesOf, seeds } from "../../support/reading.ts";
import { textsOf } from "../../support/reading-characters.ts";

const TEXT = "2023年工作要点\n为民,便民,利民。\n一、救助:好\n1.健全体系\u200b,加强比对。２０项。";

function read(undone: readonly string[], text = TEXT): PlanReading {
  return parsePlan(linesOf(text), { ...NO_DECISIONS, undone });
}

function notice(reading: PlanReading, code: string): ReadingNotice {
  const found = reading.notices.find((each) => each.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

describe("places of counted repairs", () => {
  it("tell line, offset in the source, before and after, also behind a repair that moved the text", () => {
    expect(notice(read([]), "half-width-comma")).toMatchObject({
      count: 3,
      places: [
        { line: 2, at: 2, before: ",", after: "，", state: "done" },
        { line: 2, at: 5, before: ",", after: "，", state: "done" },
        { line: 4, at: 7, before: ",", after: "，", state: "done" },
      ],
    });
    expect(notice(read([]), "full-width-characters").places).toEqual([
      { line: 4, at: 13, before: "２０", after: "20", state: "done" },
    ]);
  });

  it("are undone one by one, the others stay, and stay undone when something else is decided", () => {
    const key = placeKey({ code: "half-width-comma", line: 2, at: 5 });
    const one = read([key]);
    expect(textsOf(one)).toContain("为民，便民,利民。");
    expect(notice(one, "half-width-comma")).toMatchObject({
      count: 2,
      places: [{}, { state: "undone" }, {}],
    });
    const more = parsePlan(linesOf(TEXT), {
      ...NO_DECISIONS,
      undone: [key, "invisible-characters/4/\u200b"],
      roles: { 3: "text" },
    });
    expect(textsOf(more)).toContain("为民，便民,利民。");
    expect(textsOf(more).join("")).toContain("体系\u200b，加强");
  });

  it("keep the notice with a count of 0 where every place is undone", () => {
    const reading = read([placeKey({ code: "half-width-colon", line: 3, at: 4 })]);
    expect(notice(reading, "half-width-colon")).toMatchObject({ count: 0 });
  });

  it("give back the source where all of them are undone", () => {
    for (const seed of seeds()) {
      const source = linesOf(seed.text);
      const { notices } = parsePlan(source);
      for (const { code, places = [] } of notices) {
        if (!code.startsWith("half-width")) continue;
        for (const place of places) {
          const line = source.lines[place.line - 1]?.text ?? "";
          expect(line.slice(place.at, place.at + place.before.length)).toBe(place.before);
        }
        const undone = places.map((place) => placeKey({ code, ...place }));
        const again = parsePlan(source, { ...NO_DECISIONS, undone });
        expect(again.notices.find((each) => each.code === code)?.count, code).toBe(0);
      }
    }
  });

  it("undo one join of broken lines and one split of a paragraph", () => {
    const broken =
      "2023年工作要点\n一、救助\n1.健全体系，加强数据比对和主动发现，\n及时救助到位。\n2.优化服务。好。";
    expect(textsOf(read([], broken)).join("|")).toContain("主动发现，及时救助");
    expect(textsOf(read(["lines-joined@4:0"], broken)).join("|")).toContain("主动发现，|及时救助");
    const run =
      "2023年工作要点\n一、党建1.强化学习。办班。2.强化阵地。建站。二、民生1.改善就业。帮扶。2.扩大托育。建园。";
    const split = notice(read([], run), "paragraph-split");
    const [first] = split.places ?? [];
    if (!first) throw new Error("nothing is split");
    const undone = read([placeKey({ code: "paragraph-split", ...first })], run);
    expect(notice(undone, "paragraph-split").count).toBe(split.count - 1);
  });

  it("undo single characters of a text made simplified", () => {
    const source = {
      lines: [{ number: 1, text: "2023年工作要點", simplified: "2023年工作要点" }],
      notices: [],
    };
    const [told] = parsePlan(source).notices.filter(({ code }) => code === "traditional-characters");
    expect(told?.places).toEqual([{ line: 1, at: 8, before: "點", after: "点", state: "done" }]);
    const again = parsePlan(source, { ...NO_DECISIONS, undone: ["traditional-characters@1:8"] });
    expect(again.plan.title.text).toBe("2023年工作要點");
  });
});

describe("recognition debris", () => {
  const debris = (lines: readonly string[], code: string, accepted: readonly string[] = []) => {
    const reading = parsePlan(linesOf(lines.join("\n")), { ...NO_DECISIONS, accepted });
    return { notice: reading.notices.find((each) => each.code === code), text: textsOf(reading).join("\n") };
  };
  const TITLE = "某县民政局2023年工作要点";

  it("reads o at the end of many lines as 。", () => {
    const lines = [
      TITLE,
      "一、救助",
      "1.健全体系。加强比对o",
      "2.规范审核。开展治理o",
      "3.优化服务o办好实事o",
    ];
    expect(debris(lines, "recognised-full-stop")).toMatchObject({
      notice: { certain: true, count: 4 },
      text: expect.stringContaining("优化服务。办好实事。"),
    });
  });

  it("only proposes 。 for a single o", () => {
    const lines = [TITLE, "一、救助", "1.健全体系。加强比对o做好衔接。"];
    const { notice: told, text } = debris(lines, "recognised-full-stop");
    expect(told).toMatchObject({ certain: false, applied: false, count: 1 });
    expect(text).toContain("比对o做好");
    const key = placeKey({ code: "recognised-full-stop", line: 3, at: 11 });
    expect(debris(lines, "recognised-full-stop", [key]).text).toContain("比对。做好");
    if (!told) throw new Error("no proposal");
    expect(debris(lines, "recognised-full-stop", [repairKey(told)]).text).toContain("比对。做好");
  });

  it.each([
    ["20l9年建成。", "2019年建成。"],
    ["2O23年建成。", "2023年建成。"],
    ["依规--依法。", "依规——依法。"],
  ])("mends %s", (before, after) => {
    expect(debris([TITLE, "一、救助", `1.健全体系。${before}`], "").text).toContain(after);
  });

  it.each([
    "达到l00%。",
    "让群众一一对应。",
    "O3浓度下降。",
    "推进O2O服务。",
    "建设5G基站。",
    "治理PM10污染。",
  ])("leaves %s as it is", (text) => {
    expect(debris([TITLE, "一、救助", `1.健全体系。${text}`], "").text).toContain(text);
  });

  it("reads l. before 2. as the first item and —、 before 二、 as the first section", () => {
    const lines = [
      TITLE,
      "—、救助",
      "l.健全体系。加强比对。",
      "2.规范审核。开展治理。",
      "二、养老",
      "3.建站。",
    ];
    const reading = parsePlan(linesOf(lines.join("\n")));
    expect(reading.plan.children.map((child) => child.lead.text)).toEqual(["救助", "养老"]);
    expect(reading.notices.map(({ code }) => code)).toEqual(["recognised-digit"]);
  });

  it("takes page numbers out of sentences where they count on, else proposes it", () => {
    const two = [TITLE, "一、救助", "1.健全体系。加强基层- 3 -治理，做好数据— 4 —比对。"];
    expect(debris(two, "page-number-inside")).toMatchObject({
      notice: { certain: true, count: 2 },
      text: expect.stringContaining("加强基层治理，做好数据比对。"),
    });
    const one = [TITLE, "一、救助", "1.健全体系。加强基层- 3 -治理。"];
    expect(debris(one, "page-number-inside").notice).toMatchObject({ certain: false });
  });

  it("proposes to close up blanks inside prose, but never those left for numbers or between columns", () => {
    const prose = `1.健全体系。加强数 据比对，落实主动发现机制，对困难群众做到早发现，早 介入，早救助，年底前完成建档 立卡。`;
    expect(debris([TITLE, "一、救助", prose], "stray-spaces").notice).toMatchObject({
      count: 3,
      applied: false,
    });
    const blanks = `1.健全体系。新建养老服务站 个，新增床位 张，培训护理员 人，完成适老化改造 户，补助 万元，惠及 人。`;
    expect(debris([TITLE, "一、救助", blanks], "stray-spaces").notice?.count ?? 0).toBeLessThanOrEqual(1);
  });

  it("proposes the character that two halves make, and 口 for a box in a word", () => {
    const lines = [TITLE, "一、救助", "1.健全体系。加强综合氵台理，落实流动人□登记。"];
    expect(debris(lines, "split-character").notice?.places).toMatchObject([
      { before: "氵台", after: "治", state: "proposed" },
    ]);
    expect(debris(lines, "recognised-box").notice?.places).toMatchObject([{ before: "□", after: "口" }]);
  });

  it("proposes the quotation marks of names in a text that has none", () => {
    const lines = [TITLE, "一、救助", "1.落实十四五规划。深化放管服改革。"];
    const { notice: told } = debris(lines, "quotation-marks-lost");
    expect(told?.places?.map(({ after }) => after)).toEqual(["“十四五”", "“放管服”"]);
    expect(debris([...lines, "2.办好“两会”。"], "quotation-marks-lost").notice).toBeUndefined();
  });

  it("reads radicals and small marks of .pdf files as the characters they print", () => {
    const lines = ["某县⺠政局2023年⼯作要点", "一、抓好⻓期⻅效机制﹐保障⺠生"];
    const reading = parsePlan(linesOf(lines.join("\n")));
    expect(reading.plan.title.text).toBe("某县民政局2023年工作要点");
    expect(reading.plan.children[0]?.lead.text).toBe("抓好长期见效机制，保障民生");
    expect(notice(reading, "compatibility-characters").count).toBe(6);
  });
});

describe("ordinal words and bullets", () => {
  it("are read as numbers of sections and items, each with its own undo", () => {
    const words = "某公司工会2022年工作计划\n第一、抓学习\n每月一次。\n第二、抓服务\n走访职工。";
    expect(read([], words).plan.children.map(({ lead }) => lead.text)).toEqual(["抓学习", "抓服务"]);
    expect(read(["ordinal-words-read@4:0"], words).plan.children).toHaveLength(1);
    const bullets = "2022年工作要点\n一、项目\n● 抓开工。早开工。\n● 抓竣工。早竣工。\n● 抓投产。早投产。";
    const [section] = read([], bullets).plan.children;
    expect(section?.kind === "section" && section.children).toHaveLength(3);
    const kept = read(["bullets-read@4:0"], bullets);
    expect(textsOf(kept).join("|")).toContain("● 抓竣工");
  });
});
