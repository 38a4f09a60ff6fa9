import { describe, expect, it } from "vitest";
import { readHtml } from "../../../src/formats/html/read-html.ts";

describe("readHtml", () => {
  it("reads Word's paste markup, joining runs in which number and text stand apart", () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:""}</style></head><body>
      <P class=MsoNormal style="TEXT-INDENT: 32pt"><B><SPAN>一、</SPAN><SPAN lang=EN-US>2026</SPAN><SPAN>年总体
      要求</SPAN></B><?xml:namespace prefix = o /><o:p></o:p></P>
      <P class=MsoNormal><SPAN lang=EN-US>1</SPAN><SPAN>．</SPAN><SPAN>加强党建。抓好学习。</SPAN></P><P class=MsoNormal><o:p>&nbsp;</o:p></P></body></html>`;
    expect(visible(html)).toEqual([
      ["一、2026年总体要求", true],
      ["1．加强党建。抓好学习。", false],
      ["\u00a0", false],
    ]);
  });

  it("keeps the number that Word writes in an ignored span", () => {
    const html = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>加强党建</p>`;
    expect(texts(html)).toEqual(["一、加强党建"]);
  });

  it("writes out the numbers of ordered lists", () => {
    const source = readHtml("<ol start=3><li>甲<li>乙<li value=9>丙</ol><ul><li>丁</ul>");
    expect(source.lines.map((line) => line.text)).toEqual(["3.甲", "4.乙", "9.丙", "丁"]);
    expect(source.notices.map((notice) => [notice.code, notice.count])).toEqual([["automatic-numbers", 3]]);
  });

  it("lists menus, hidden and deleted text beside the document and never shows scripts", () => {
    const source = readHtml(
      `<nav><a>首页</a> <a>政务公开</a></nav><script>alert(1)</script><div style="display:none">暗文</div><p>正文<del>旧</del>新</p><footer>版权所有</footer>`,
    );
    expect(source.lines.map((line) => line.text).filter((text) => text !== "")).toEqual(["正文新"]);
    expect(source.aside?.map((line) => [line.reason, line.text])).toEqual([
      ["navigation", "首页 政务公开"],
      ["hidden-text", "暗文"],
      ["tracked-deletion", "旧"],
      ["navigation", "版权所有"],
    ]);
  });

  it("gives a line for each row of a table, and paragraphs for a table that lays out a page", () => {
    const data = readHtml("<table><tr><th>任务<th>科室<tr><td>1.建校<br>两所<td>基建科</table>");
    expect(data.lines.map((line) => line.hint?.table?.cells)).toEqual([
      ["任务", "科室"],
      ["1.建校\n两所", "基建科"],
    ]);
    expect(texts("<table><tr><td>菜单<td><p>一、总体要求</p><p>正文</p></table>")).toEqual([
      "菜单",
      "一、总体要求",
      "正文",
    ]);
  });

  it("takes headings and line breaks for what they are", () => {
    const source = readHtml("<h2>2026年工作要点</h2>第一行<br>第二行<p>第三行");
    expect(source.lines.map((line) => [line.text, line.hint?.outlineLevel])).toEqual([
      ["2026年工作要点", 1],
      ["第一行", null],
      ["第二行", null],
      ["第三行", null],
    ]);
  });

  it("survives markup nested without end", () => {
    expect(texts(`${"<div>".repeat(20_000)}底${"</div>".repeat(20_000)}尾`)).toEqual(["底", "尾"]);
  });
});

function texts(html: string): readonly string[] {
  return readHtml(html).lines.map((line) => line.text);
}

function visible(html: string): readonly (readonly [string, boolean | undefined])[] {
  return readHtml(html).lines.map((line) => [line.text, line.hint?.bold]);
}
