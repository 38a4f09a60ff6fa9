import { describe, expect, it } from "vitest";
import type { SourceLines } from "../../../src/core/reading/plan-reading.ts";
import { formatNumber } from "../../../src/formats/word/numbering.ts";
import { readDocx } from "../../../src/formats/word/read-docx.ts";
import { body, level, numbered, numbering, p, r, row, story, table, uses } from "../../support/word-parts.ts";

const THREE_LEVELS = {
  1: [
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
  ],
};

describe("readDocx", () => {
  it("writes automatic numbers out as Word shows them", () => {
    const source = read({
      "word/document.xml": body(
        p(r("加强党建"), numbered(1)),
        p(r("理论武装"), numbered(1, 1)),
        p(r("学习"), numbered(1, 2)),
        p(r("培训"), numbered(1, 2)),
        p(r("队伍建设"), numbered(1, 1)),
        p(r("师德"), numbered(1, 2)),
        p(r("提高质量"), numbered(1)),
        p(r("课堂"), numbered(1, 1)),
      ),
      "word/numbering.xml": numbering(THREE_LEVELS, { 1: uses(1) }),
    });
    expect(texts(source)).toEqual([
      "一、加强党建",
      "（一）理论武装",
      "1.学习",
      "2.培训",
      "（二）队伍建设",
      "1.师德",
      "二、提高质量",
      "（一）课堂",
    ]);
    expect(source.notices).toEqual([
      { code: "automatic-numbers", line: null, block: null, before: "", after: "", certain: true, count: 8 },
    ]);
  });

  it("counts on in lists that share a numbering, and restarts where an instance says so", () => {
    const source = read({
      "word/document.xml": body(
        p(r("甲"), numbered(1)),
        p(r("乙"), numbered(2)),
        p(r("丙"), numbered(3)),
        p(r("丁"), numbered(3)),
      ),
      "word/numbering.xml": numbering(
        { 1: [level(0, "decimal", "%1.")] },
        {
          1: uses(1),
          2: uses(1),
          3: uses(1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        },
      ),
    });
    expect(texts(source)).toEqual(["1.甲", "2.乙", "1.丙", "2.丁"]);
  });

  it("keeps a level counting through its parents where it never restarts", () => {
    const levels = [
      level(0, "chineseCounting", "%1、"),
      level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
    ];
    const source = read({
      "word/document.xml": body(
        p(r("甲"), numbered(1)),
        p(r("子"), numbered(1, 1)),
        p(r("乙"), numbered(1)),
        p(r("丑"), numbered(1, 1)),
      ),
      "word/numbering.xml": numbering({ 1: levels }, { 1: uses(1) }),
    });
    expect(texts(source)).toEqual(["一、甲", "1.子", "二、乙", "2.丑"]);
  });

  it("takes numbers and outline levels from the style of a paragraph and the styles below it", () => {
    const styles = story(
      "styles",
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="条"/><w:basedOn w:val="a"/></w:style>',
    );
    const source = read({
      "word/document.xml": body(p(r("总体要求"), '<w:pStyle w:val="b"/>')),
      "word/styles.xml": styles,
      "word/numbering.xml": numbering(THREE_LEVELS, { 1: uses(1) }),
    });
    expect(source.lines).toEqual([
      { number: 1, text: "一、总体要求", hint: { outlineLevel: 0, bold: true, table: null } },
    ]);
  });

  it("takes tracked insertions in and lists tracked deletions", () => {
    const source = read({
      "word/document.xml": body(
        p(
          `${r("加强")}<w:del w:id="1"><w:r><w:delText>学校</w:delText></w:r></w:del><w:ins w:id="2">${r("校园")}</w:ins>${r("安全")}`,
        ),
        p(`<w:moveFrom w:id="3">${r("移走")}</w:moveFrom><w:moveTo w:id="4">${r("移来")}</w:moveTo>`),
      ),
    });
    expect(texts(source)).toEqual(["加强校园安全", "移来"]);
    expect(source.aside).toEqual([
      { line: 3, text: "学校", reason: "tracked-deletion" },
      { line: 4, text: "移走", reason: "tracked-deletion" },
    ]);
  });

  it("gives a line for each table row, and plain paragraphs for a table that is only layout", () => {
    const source = read({
      "word/document.xml": body(
        table(row(p(r("一、框内文字")) + p(r("第二段")))),
        table(row(p(r("任务")), p(r("责任单位"))), row(p(r("1.建校")) + p(r("两所")), p(r("基建科")))),
      ),
    });
    expect(source.lines.map((line) => [line.text, line.hint?.table?.cells ?? null])).toEqual([
      ["一、框内文字", null],
      ["第二段", null],
      ["任务\t责任单位", ["任务", "责任单位"]],
      ["1.建校 两所\t基建科", ["1.建校\n两所", "基建科"]],
    ]);
  });

  it("reads a text box once, after the paragraph that holds it", () => {
    const box = `<w:txbxContent>${p(r("框内"))}</w:txbxContent>`;
    const source = read({
      "word/document.xml": body(
        p(
          `${r("框外")}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      ),
    });
    expect(texts(source)).toEqual(["框外", "框内"]);
  });

  it("lists footnotes, comments, page headers, hidden text and a table of contents beside the text", () => {
    const source = read({
      "word/document.xml": body(
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("一、目录行")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
        p(r("正文") + r("隐藏", "<w:vanish/>")),
      ),
      "word/footnotes.xml": story("footnotes", `<w:footnote w:id="1">${p(r("脚注"))}</w:footnote>`),
      "word/header1.xml": story("hdr", p(r("内部资料"))),
      "word/comments.xml": story("comments", `<w:comment w:id="0">${p(r("再核"))}</w:comment>`),
    });
    expect(texts(source)).toEqual(["正文"]);
    expect(source.aside?.map((line) => [line.reason, line.text])).toEqual([
      ["contents", "一、目录行"],
      ["hidden-text", "隐藏"],
      ["footnote", "脚注"],
      ["comment", "再核"],
      ["page-header", "内部资料"],
    ]);
  });

  it("shows the result of a field, not its instruction, and line breaks as lines", () => {
    const source = read({
      "word/document.xml": body(
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("2026年")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:br/></w:r>${r("下一行")}`,
        ),
      ),
    });
    expect(texts(source)).toEqual(["2026年", "下一行"]);
  });

  it.each([
    ["a DOCTYPE", "<!DOCTYPE w [<!ENTITY a 'x'>]><w:document/>"],
    ["an end in the middle", "<w:document><w:body><w:p><w:r><w:t>一"],
    ["nothing", ""],
  ])("refuses a document part with %s as damaged", (_, xml) => {
    expect(readDocx(new Map([["word/document.xml", xml]]))).toMatchObject({ ok: false, code: "damaged" });
  });

  it("says that another kind of package is not a Word document", () => {
    const types =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
    expect(readDocx(new Map([["[Content_Types].xml", types]]))).toMatchObject({
      ok: false,
      code: "unsupported-format",
    });
  });
});

describe("formatNumber", () => {
  it.each([
    [12, "chineseCounting", "十二"],
    [20, "ideographDigital", "二〇"],
    [3, "ideographTraditional", "丙"],
    [2, "ideographEnclosedCircle", "㊁"],
    [5, "decimalEnclosedCircle", "⑤"],
    [21, "decimalEnclosedCircle", "21"],
    [4, "decimalEnclosedParen", "⑷"],
    [15, "decimalFullWidth", "１５"],
    [28, "lowerLetter", "bb"],
    [14, "upperRoman", "XIV"],
    [7, "somethingNew", "7"],
  ])("writes %i in %s as %s", (value, format, expected) => {
    expect(formatNumber(value, format)).toBe(expected);
  });
});

function read(parts: Readonly<Record<string, string>>): SourceLines {
  const reading = readDocx(new Map(Object.entries(parts)));
  if (!reading.ok) throw new Error(reading.detail);
  return reading.source;
}

function texts(source: SourceLines): readonly string[] {
  return source.lines.map((line) => line.text).filter((text) => text !== "");
}
