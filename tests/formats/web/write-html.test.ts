import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { htmlFragment, writeHtml } from "../../../src/formats/web/write-html.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { NOTICE, taskTable } from "../../support/official-samples.ts";
import { item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";
import { printedTexts } from "../../support/printed-texts.ts";

describe("writeHtml", () => {
  it("has headings for headings, a strong beginning for those that run into their text, and sections for pages", () => {
    const source = plan("2027年教育工作要点", [
      section("坚持“五育”并举", [
        subsection("学前教育", [
          item("抓好落实。2025—2027年完成。"),
          item("加强督导", [paragraph("<每月>一次。")]),
        ]),
      ]),
    ]);
    expect(htmlFragment(composeDocument(source)).split("\n")).toEqual([
      "<article>",
      "<section>",
      "<h1>2027年教育工作要点</h1>",
      "<h2>一、坚持“五育”并举</h2>",
      "<h3>（一）学前教育</h3>",
      '<p class="text"><strong>1.抓好落实。</strong>2025—2027年完成。</p>',
      "<h4>2.加强督导</h4>",
      '<p class="text">&lt;每月&gt;一次。</p>',
      "</section>",
      "</article>",
    ]);
  });

  it("begins a section with the plan and with every attachment, and ends with the imprint", () => {
    const source = plan("要点", [item("一个。")], {
      frontMatter: { ...NOTICE, attachments: [taskTable(1, true)] },
    });
    const html = htmlFragment(composeDocument(source));
    expect(html.match(/<section>/g)).toHaveLength(3);
    expect(html).toContain("<thead>\n<tr><th>序号</th>");
    expect(html.split("<footer>")[1]).toMatch(
      /<p>抄送：省教育厅.*。<\/p>\n<p>示例市教育局办公室　2027年1月6日印发<\/p>/,
    );
  });

  it("needs nothing from outside and runs no script", () => {
    const html = writeHtml(composeDocument(plan("要点", [item("一个。")], { frontMatter: NOTICE })));
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(html).toContain("<title>示例市教育局关于印发《要点》的通知</title>");
    expect(html).not.toMatch(/<script|<link|<img|src=|https?:/);
  });

  it("loses no text of any plan", () => {
    const decoded = (html: string) =>
      html
        .replace(/<[^>]*>/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");
    fc.assert(
      fc.property(arbitraryPlan, (source) => {
        const text = decoded(htmlFragment(composeDocument(source)));
        for (const printed of printedTexts(source)) expect(text).toContain(printed);
      }),
      { numRuns: 200 },
    );
  });
});
