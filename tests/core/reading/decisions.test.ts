import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type LineRole,
  lineRoleSchema,
  NO_DECISIONS,
  type ReadingDecisions,
  repairKey,
} from "../../../src/core/reading/decisions.ts";
import { outlineOf } from "../../../src/core/reading/outline.ts";
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { planReadingSchema } from "../../../src/core/reading/plan-reading.ts";
import { headingsOf, linesOf, seeds } from "../../support/reading.ts";
import { characterCounts, textsOf } from "../../support/reading-characters.ts";

const PLAN = [
  "清河区民政局2024年工作要点", // 1
  "2024年，全区民政工作以人民为中心。", // 2
  "一、总体要求", // 3
  "坚持党的全面领导。", // 4
  "二、重点任务", // 5
  "1.健全救助体系。加强数据比对。", // 6
  "健全养老体系", // 7
  "新建养老服务站。", // 8
  "2.规范低保审核。开展专项治理。", // 9
  "扫一扫在手机打开当前页", // 10
].join("\n");

function decide(decisions: Partial<ReadingDecisions>, text = PLAN) {
  const reading = parsePlan(linesOf(text), { ...NO_DECISIONS, ...decisions });
  return { reading, outline: outlineOf(reading), headings: headingsOf(outlineOf(reading)) };
}

describe("parsePlan with decisions", () => {
  it("names the role of every line", () => {
    expect(decide({}).reading.roles).toEqual({
      1: "title",
      2: "text",
      3: "section",
      4: "text",
      5: "section",
      6: "item",
      7: "text",
      8: "text",
      9: "item",
      10: "furniture",
    });
  });

  it("makes an item of a line and numbers what follows anew", () => {
    const { headings, reading, outline } = decide({ roles: { 7: "item" } });
    expect(headings.slice(1)).toEqual([
      "二 重点任务",
      "  1 健全救助体系",
      "  ? 健全养老体系",
      "  2 规范低保审核",
    ]);
    expect(outline.sections[1]?.items[1]?.paragraphs).toEqual(["新建养老服务站。"]);
    expect(reading.notices).toContainEqual(
      expect.objectContaining({ code: "item-renumbered", before: "2", after: "3", line: 9 }),
    );
  });

  it("makes section, subsection and clause of lines", () => {
    expect(decide({ roles: { 7: "section" } }).headings).toContain("? 健全养老体系");
    expect(decide({ roles: { 7: "subsection" } }).headings).toContain("  ? 健全养老体系");
    expect(decide({ roles: { 7: "clause" } }).outline.sections[1]?.items[0]?.clauses).toEqual([
      "一是健全养老体系",
    ]);
  });

  it("keeps a numbered line as text with its number", () => {
    const { outline } = decide({ roles: { 9: "text" } });
    expect(outline.sections[1]?.items).toHaveLength(1);
    expect(outline.sections[1]?.items[0]?.paragraphs).toContain("2.规范低保审核。开展专项治理。");
  });

  it("drops a line, and puts a dropped one back", () => {
    const { reading } = decide({ roles: { 2: "furniture", 10: "text" } });
    expect(reading.dropped.map(({ line, reason }) => `${line} ${reason}`)).toEqual(["2 decided"]);
    expect(textsOf(reading).join("")).toContain("扫一扫在手机打开当前页");
  });

  it("takes the lines called title for the title", () => {
    const { reading } = decide({ roles: { 1: "text", 7: "title", 8: "title" } });
    expect(reading.plan.title.text).toBe("健全养老体系新建养老服务站。");
    expect(textsOf(reading).join("")).toContain("清河区民政局2024年工作要点");
  });

  it("leaves a line its role where the subtitle below it would join it to the title", () => {
    const { reading } = decide({ roles: { 1: "item" } }, "甲\n——2023年工作要点\n乙。");
    expect(reading.roles[1]).toBe("item");
    expect(decide({}, "——2023年工作要点\n一、党建").reading.plan.title.text).toBe("——2023年工作要点");
  });

  it("ends a heading where it is told, and takes it away at 0", () => {
    expect(decide({ headingEnds: { 3: 2 } }).headings[0]).toBe("一 总体");
    const { outline } = decide({ headingEnds: { 9: 0 } });
    expect(outline.sections[1]?.items[1]).toMatchObject({
      heading: null,
      paragraphs: ["规范低保审核。开展专项治理。"],
    });
  });

  it("reads the plan that is chosen and lists them all", () => {
    const text =
      "社区要点2篇\n某街道2022年工作要点\n一、党建。落实。\n某社区2023年工作要点\n一、治理。推进。\n2023年3月1日";
    const first = decide({}, text);
    expect(first.reading.plans).toEqual([
      { title: "某街道2022年工作要点", line: 2 },
      { title: "某社区2023年工作要点", line: 4 },
    ]);
    expect(first.headings).toEqual(["一 党建"]);
    expect(first.reading.notices.map(({ code }) => code)).toContain("several-plans");
    const second = decide({ plan: 1 }, text);
    expect(second.headings).toEqual(["一 治理"]);
    expect(second.reading.date).toBe("2023-03-01");
    expect(second.reading.notices.map(({ code }) => code)).not.toContain("several-plans");
  });

  it("takes back every repair of the seeds, one at a time", () => {
    for (const seed of seeds()) {
      const source = linesOf(seed.text);
      const { notices } = parsePlan(source);
      for (const notice of notices) {
        const again = parsePlan(source, { ...NO_DECISIONS, undone: [repairKey(notice)] });
        expect(again.notices.map(repairKey), repairKey(notice)).not.toContain(repairKey(notice));
      }
    }
  });

  it("leaves the text as it was where a repair is taken back", () => {
    const lost =
      "2022年工作要点\n一、抓项目促发展\n1.加快推进城市更新启动3个老旧片区改造，完成投资5亿元，改善居住条件。同步完善。\n2.提升管理水平。开展行动。\n3.加强监管。严格落实。";
    const [notice] = decide({}, lost).reading.notices.filter(
      ({ code }) => code === "heading-period-inserted",
    );
    if (!notice) throw new Error("no 。 inserted");
    const { outline } = decide({ undone: [repairKey(notice)] }, lost);
    expect(JSON.stringify(outline.sections)).toContain("城市更新启动3个");
    const narrow = decide({ undone: ["half-width-comma/2/"] }, "2022年工作要点\n为民,便民。\n一、救助:好");
    expect(narrow.outline.leadIn).toEqual(["为民,便民。"]);
    expect(narrow.headings).toEqual(["一 救助：好"]);
  });

  it("settles a doubt that is accepted", () => {
    const text = "2023年工作要点\n一、工作\n1.完善设施：新建步道。\n2.开展活动：组织赛事。";
    const doubts = (accepted: readonly string[]) =>
      decide({ accepted }, text).reading.notices.filter(({ certain }) => !certain);
    const open = doubts([]);
    expect(open.map(({ code }) => code)).toContain("heading-colon-replaced");
    expect(doubts(open.map(repairKey))).toEqual([]);
  });
});

const pieces = [
  ..."甲乙丙丁",
  "戊己。",
  "庚辛，",
  "加强壬建设",
  "2023年工作要点",
  "关于印发",
  "的通知",
  "县教育局",
  "2023年3月1日",
  "附件：",
  "一、",
  "二、",
  "（一）",
  "1.",
  "2.",
  "3、",
  "（1）",
  "一是",
  "二是",
  "第一部分",
  "\t",
  "序号",
  "扫一扫分享",
  "：",
  "。",
  "“",
  "各镇：",
  "第一、",
  "第二、",
  "——",
  "l.",
  "o",
  "- 3 -",
];
const line = fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(""));
const document = fc.array(line, { maxLength: 24 }).map((lines) => lines.join("\n"));
const role: fc.Arbitrary<LineRole> = fc.constantFrom(...lineRoleSchema.options);
const number = fc.integer({ min: 1, max: 25 }).map(String);
const decisions: fc.Arbitrary<ReadingDecisions> = fc.record({
  roles: fc.dictionary(number, role),
  headingEnds: fc.dictionary(number, fc.nat(40)),
  undone: fc.array(
    fc.constantFrom(
      "paragraph-split/1/",
      "lines-joined/2/",
      "page-markers/1/1、",
      "label-removed/1/",
      "page-number-inside/1/",
      "lines-joined@4:0",
    ),
  ),
  accepted: fc.array(fc.string()),
  plan: fc.option(fc.nat(3)),
});

describe("parsePlan with any decisions", () => {
  it("never throws, gives a valid reading and loses no character", () => {
    fc.assert(
      fc.property(document, decisions, (text, decided) => {
        const reading = parsePlan(linesOf(text), decided);
        expect(() => planReadingSchema.parse(reading)).not.toThrow();
        const out = characterCounts(
          [...textsOf(reading), ...reading.dropped.map((dropped) => dropped.text)].join(""),
        );
        for (const [character, count] of characterCounts(text))
          if ("甲乙丙丁戊己庚辛壬".includes(character))
            expect(out.get(character) ?? 0, character).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 1_500 },
    );
  });

  it("lets every role stand, whatever the others are", () => {
    fc.assert(
      fc.property(document, decisions, (text, decided) => {
        const { roles } = parsePlan(linesOf(text), decided);
        for (const [at, wanted] of Object.entries(decided.roles))
          if (wanted !== "title" && roles[at] !== undefined)
            expect(`${at} ${roles[at]}`).toBe(`${at} ${wanted}`);
      }),
      { numRuns: 1_000 },
    );
  });
});
