import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { writeTxt } from "../../../src/formats/txt/write-txt.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { NOTICE, taskTable } from "../../support/official-samples.ts";
import { item, plan, section } from "../../support/plan-builder.ts";
import { printedTexts } from "../../support/printed-texts.ts";

describe("writeTxt", () => {
  it("writes a notice with its plan, table and imprint, a paragraph a line", () => {
    const source = plan(
      "示例市2027年教育工作要点",
      [section("坚持“五育”并举", [item("抓好落实。2025—2027年完成。")])],
      {
        frontMatter: {
          ...NOTICE,
          jointIssuers: ["示例市财政局"],
          attachments: [taskTable(1, false)],
          imprint: {
            copyTo: "市委办公室",
            printingAuthority: "示例市教育局办公室",
            printDate: "2027-01-06",
          },
        },
      },
    );
    expect(writeTxt(composeDocument(source)).split("\r\n")).toEqual([
      "示例市教育局 示例市财政局 文件",
      "",
      "示教发〔2027〕1号",
      "",
      "示例市教育局 示例市财政局关于印发",
      "《示例市2027年教育工作要点》的通知",
      "",
      "各县（区）教育局，市直各学校，局机关各科室：",
      "　　现将《示例市2027年教育工作要点》印发给你们，请结合实际，认真贯彻落实。",
      "",
      "　　附件：示例市2027年教育工作任务分解表",
      "",
      "示例市教育局　示例市财政局",
      "2027年1月5日",
      "",
      "示例市2027年教育工作要点",
      "",
      "　　一、坚持“五育”并举",
      "　　1.抓好落实。2025—2027年完成。",
      "",
      "附件",
      "",
      "示例市2027年教育工作任务分解表",
      "",
      "序号\t工作任务\t牵头单位\t责任单位\t完成时限",
      "1\t完善督查考核机制，推动各级各类学校党组织全面进步、全面过硬\t组织人事科\t基础教育科、职业教育科\t2027年12月",
      "",
      "抄送：市委办公室。",
      "示例市教育局办公室　2027年1月6日印发",
      "",
    ]);
  });

  it("loses no text of any plan", () => {
    fc.assert(
      fc.property(arbitraryPlan, (source) => {
        const text = writeTxt(composeDocument(source));
        for (const printed of printedTexts(source)) expect(text).toContain(printed);
      }),
      { numRuns: 200 },
    );
  });
});
