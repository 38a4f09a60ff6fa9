import { describe, expect, it } from "vitest";
import { NO_DECISIONS, repairKey } from "../../../src/core/reading/decisions.ts";
import { outlineOf } from "../../../src/core/reading/outline.ts";
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { taskColumns } from "../../../src/core/reading/task-columns.ts";
import { headingsOf, linesOf, readOutline, readPlan } from "../../support/reading.ts";

const PLAN = "西河县文化和旅游局2023年工作要点\n一、繁荣文艺创作。推出精品。\n二、发展旅游。创建景区。";

describe("parsePlan of what stands behind a plan", () => {
  it("reads a task table with tabs as an attachment with rows", () => {
    const { plan } = readPlan(
      `${PLAN}\n重点任务分解表\n序号\t工作任务\t责任单位\t完成时限\n1\t推出精品剧目\t艺术科\t12月底前\n2\t创建景区\t资源科\t全年`,
    );
    expect(plan.frontMatter.attachments).toMatchObject([
      {
        name: "重点任务分解表",
        ownPages: true,
        rows: [
          ["序号", "工作任务", "责任单位", "完成时限"],
          ["1", "推出精品剧目", "艺术科", "12月底前"],
          ["2", "创建景区", "资源科", "全年"],
        ],
      },
    ]);
  });

  it("reads a table with a cell per line, with bars between, under the name in the note", () => {
    const cells = ["序号", "工作任务", "责任科室", "1", "办公用房清查", "资产科", "2", "平台建设", "车管科"];
    const { plan, attachments } = readPlan(`${PLAN}\n附件：任务表\n${cells.join("\n|\n")}`);
    expect(attachments).toEqual(["任务表"]);
    expect(plan.frontMatter.attachments).toMatchObject([
      {
        name: "任务表",
        rows: [
          ["序号", "工作任务", "责任科室"],
          ["1", "办公用房清查", "资产科"],
          ["2", "平台建设", "车管科"],
        ],
      },
    ]);
  });

  it("keeps names without pages, and texts behind the signature under their names", () => {
    const { plan, dropped } = readPlan(
      `${PLAN}\n附件：1.联系名单\n2.考核办法\n西河县文化和旅游局\n2023年2月15日\n附件2\n考核办法\n第一条 为了考核。\n第二条 按月考核。`,
    );
    expect(plan.frontMatter.attachments).toMatchObject([
      { name: "联系名单", ownPages: false, paragraphs: [] },
      { name: "考核办法", ownPages: true, paragraphs: ["第一条 为了考核。", "第二条 按月考核。"] },
    ]);
    expect(dropped.map(({ reason, text }) => `${reason} ${text}`)).toEqual([
      "attachment-label 附件2",
      "repeated-name 考核办法",
    ]);
  });

  it("moves a task table inside the plan to the attachments, and back on demand", () => {
    const table =
      "任务分解表\n工作任务\t责任单位\t时限\n1.编排剧目\t艺术科\t全年\n2.建设场馆\t产业科\t年底前";
    const text = `${PLAN}\n${table}\n三、强化保障。落实责任。\n1.加强领导。成立专班。`;
    const { plan, notices } = readPlan(text);
    expect(plan.frontMatter.attachments).toMatchObject([
      {
        name: "任务分解表",
        rows: [["工作任务", "责任单位", "时限"], { 0: "1.编排剧目" }, { 0: "2.建设场馆" }],
      },
    ]);
    const notice = notices.find(({ code }) => code === "task-table-moved");
    expect(notice).toMatchObject({ line: 4, count: 3, after: "任务分解表" });
    expect(headingsOf(readOutline(text))).toEqual([
      "一 繁荣文艺创作",
      "二 发展旅游",
      "三 强化保障",
      "  1 加强领导",
    ]);
    const undone = [notice ? repairKey(notice) : ""];
    const kept = outlineOf(parsePlan(linesOf(text), { ...NO_DECISIONS, undone }));
    expect(kept.sections[1]?.paragraphs).toContain("1.编排剧目\t艺术科\t全年");
  });

  it("tells that a calendar stays in the text, and makes no items of it", () => {
    const outline = readOutline(`${PLAN}\n三、行事安排\n一月\n1.召开年会\n二月\n1.走访企业`);
    expect(outline.sections[2]?.items).toEqual([]);
    expect(outline.notices.find(({ code }) => code === "calendar-kept-as-text")).toMatchObject({ line: 5 });
  });

  it("keeps a table inside the plan as text of its place", () => {
    const outline = readOutline(
      `${PLAN}\n序号\t任务\n1\t甲\n2\t乙\n三、强化保障。落实责任。\n1.加强领导。成立专班。`,
    );
    expect(headingsOf(outline)).toEqual(["一 繁荣文艺创作", "二 发展旅游", "三 强化保障", "  1 加强领导"]);
    expect(outline.sections[1]?.paragraphs).toContain("1\t甲");
  });

  it("reads a document that is a table and nothing else", () => {
    const reading = readPlan(
      "民政局2023年重点工作任务\n序号\t任务\t责任科室\n1\t救助\t社会救助科\n2\t养老\t养老科",
    );
    expect(reading.kind).toBe("plan");
    expect(reading.plan.frontMatter.attachments[0]?.rows).toHaveLength(3);
  });

  it("takes the organs of a title together for host and joint issuers", () => {
    const reading = readPlan(
      "某县委办公室 某县人民政府办公室关于印发《某县2021年改革工作要点》的通知\n各乡镇：\n现印发给你们，请认真贯彻执行。\n某县2021年改革工作要点\n一、简政。放权。\n二、监管。落实。",
    );
    expect(reading.issuer).toBe("某县委办公室");
    expect(reading.plan.frontMatter.jointIssuers).toEqual(["某县人民政府办公室"]);
  });

  it("takes the organs that sign together for joint issuers", () => {
    const { plan } = readPlan(`${PLAN}\n西河县文化和旅游局\n西河县财政局\n2023年2月15日`);
    expect(plan.frontMatter.jointIssuers).toEqual(["西河县财政局"]);
  });
});

describe("taskColumns", () => {
  it("recognises the heads that are met", () => {
    expect(
      taskColumns(["序号", "重点工作任务", "年度目标", "牵头单位", "配合单位", "分管领导", "完成时限"]),
    ).toEqual({
      number: 0,
      task: 1,
      target: 2,
      lead: 3,
      support: 4,
      leader: 5,
      deadline: 6,
    });
    expect(taskColumns(["工作任务", "具体要求", "责任科室", "时限要求"])).toEqual({
      task: 0,
      lead: 2,
      deadline: 3,
    });
    expect(taskColumns(["区域", "计划投资"])).toEqual({});
  });
});
