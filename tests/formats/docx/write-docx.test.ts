import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentFormSchema, type WorkPlan } from "../../../src/core/plan/model.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { PAGE_HEIGHT } from "../../../src/formats/docx/gbt9704.ts";
import { placeImprint } from "../../../src/formats/docx/place-imprint.ts";
import { PROFILES } from "../../../src/formats/docx/profile.ts";
import { writeDocx } from "../../../src/formats/docx/write-docx.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { docxParagraphs, docxPart, docxParts, docxTexts } from "../../support/docx-reader.ts";
import { NOTICE, OFFICIAL_SAMPLES, taskTable } from "../../support/official-samples.ts";
import { item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";
import { readPlan } from "../../support/reading.ts";
import { schemaErrors } from "../../support/validate-docx.ts";

const FULL = plan(
  "示例市2027年教育工作要点",
  [
    section("坚持党的领导", [
      subsection("政治建设", [item("深入推进“理论武装”。2027年新增学位12000个。")], [paragraph("总的是：")]),
      item("加强队伍建设", [paragraph("按期完成。")]),
    ]),
    section("推动发展。全面推动。", [item("无题条目。", [], true)]),
  ],
  {
    leadIn: [paragraph("2027年是关键一年。")],
    frontMatter: {
      issuer: "示例市“教育”局 & <学校>",
      documentNumber: "示教发〔2027〕1号",
      addressees: "各校",
      dateOfIssue: "2027-01-15",
    },
  },
);

function written(source: WorkPlan, form: "plan" | "notice" = "plan"): Promise<Uint8Array> {
  return writeDocx(composeDocument(source, { form }));
}

/** XML of the first paragraph that begins with `text`. */
function paragraphXml(docx: Uint8Array, text: string): string {
  const found = docxParagraphs(docx).find((each) => each.text.startsWith(text));
  if (!found) throw new Error(`no paragraph ${text}`);
  return found.xml;
}

describe("writeDocx", () => {
  it("gives every element its named style", async () => {
    const styles = docxParagraphs(await written(FULL, "notice")).map(({ style, text }) => [
      style,
      text.slice(0, 6),
    ]);
    expect(styles).toEqual([
      ["发文机关标志", "示例市“教育"],
      ["公文空行", ""],
      ["公文空行", ""],
      ["发文字号", "示教发〔20"],
      ["公文空行", ""],
      ["公文空行", ""],
      ["公文标题", expect.any(String)],
      ["公文空行", ""],
      ["主送机关", "各校："],
      ["公文正文", "现将《示例市"],
      ["公文空行", ""],
      ["发文机关署名", "示例市“教育"],
      ["成文日期", "2027年1"],
      ["公文标题", "示例市202"],
      ["公文空行", ""],
      ["公文正文", "2027年是"],
      ["公文一级标题", "一、坚持党的"],
      ["公文二级标题", "（一）政治建"],
      ["公文正文", "总的是："],
      ["公文三级标题", "1.深入推进"],
      ["公文三级标题", "2.加强队伍"],
      ["公文正文", "按期完成。"],
      ["公文一级标题", "二、推动发展"],
      ["公文正文", "3.无题条目"],
    ]);
  });

  it("7.3.3 has 黑体, 楷体 and bold 仿宋 for the levels, which are outline levels", async () => {
    const styles = docxPart(await written(FULL), "word/styles.xml");
    const styleOf = (name: string) =>
      new RegExp(`<w:name w:val="${name}"/>.*?</w:style>`).exec(styles)?.[0] ?? "";
    expect(styleOf("公文一级标题")).toMatch(/<w:outlineLvl w:val="0"\/>.*w:eastAsia="黑体"/);
    expect(styleOf("公文二级标题")).toMatch(/<w:outlineLvl w:val="1"\/>.*w:eastAsia="楷体_GB2312"/);
    expect(styleOf("公文三级标题")).toMatch(/<w:outlineLvl w:val="2"\/>.*w:eastAsia="仿宋_GB2312".*<w:b\/>/);
    expect(styleOf("公文正文")).toContain('<w:ind w:firstLineChars="200" w:firstLine="630"/>');
  });

  it("prints a run-in heading and its text in one paragraph, the text in the body's face", async () => {
    const xml = paragraphXml(await written(FULL), "1.");
    expect(xml.match(/<w:r>.*?<\/w:r>/g)).toEqual([
      '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">1.深入推进“理论武装”。</w:t></w:r>',
      '<w:r><w:rPr><w:rStyle w:val="OfficialBodyText"/><w:rFonts w:hint="eastAsia"/><w:b w:val="false"/><w:bCs w:val="false"/></w:rPr><w:t xml:space="preserve">2027年新增学位12000个。</w:t></w:r>',
    ]);
  });

  it("keeps headings with what follows, but not those with text of their own", async () => {
    const docx = await written(FULL);
    expect(docxPart(docx, "word/styles.xml").match(/<w:keepNext\/>/g)).toHaveLength(3);
    expect(paragraphXml(docx, "一、")).not.toContain("keepNext");
    expect(paragraphXml(docx, "2.")).toContain("<w:keepNext/>");
    expect(paragraphXml(docx, "二、")).toContain('<w:keepNext w:val="false"/>');
  });

  it("breaks the title inside its paragraph and begins the plan of a notice on a page of its own", async () => {
    const docx = await written(FULL, "notice");
    expect(paragraphXml(docx, "示例市“教育”局 & <学校>关于印发")).toContain("<w:br/>");
    expect(paragraphXml(docx, "示例市2027")).toContain("<w:pageBreakBefore/>");
    expect(docxPart(docx, "word/document.xml").match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  });

  it("5.1, 5.2 sets paper, margins and line grid", async () => {
    const section = /<w:sectPr.*<\/w:sectPr>/.exec(docxPart(await written(FULL), "word/document.xml"))?.[0];
    expect(section).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(section).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(section).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  });

  it("8 repeats the head of a table on every page and lays its pages across", async () => {
    const docx = await written(
      plan("要点", [item("一个。")], { frontMatter: { attachments: [taskTable(3, true)] } }),
    );
    const xml = docxPart(docx, "word/document.xml");
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(xml).toMatch(/w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/);
  });

  it("7.5 numbers neither the empty page in front of the imprint nor its page", async () => {
    const text = {
      ...composeDocument(plan("", [item("一个。")], { frontMatter: NOTICE }), { form: "plan" }),
    };
    const docx = await writeDocx(placeImprint(text, { number: 2, bottom: PAGE_HEIGHT, landscape: false }));
    const [, last] = docxPart(docx, "word/document.xml").match(/<w:sectPr.*?<\/w:sectPr>/g) ?? [];
    const footers = [...(last ?? "").matchAll(/<w:footerReference w:type="\w+" r:id="(rId\d+)"/g)].map(
      (match) => match[1],
    );
    const relations = docxPart(docx, "word/_rels/document.xml.rels");
    for (const id of footers) {
      const file = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
        relations,
      );
      expect(docxPart(docx, `word/${file?.[1] ?? file?.[2]}`)).not.toContain("PAGE");
    }
    expect(footers).toHaveLength(2);
  });

  it("7.2.7 draws a red rule as wide as the text below the document number", async () => {
    expect(paragraphXml(await written(FULL, "notice"), "示教发")).toMatch(
      /<w:bottom w:val="single" w:color="FF0000" w:sz="18" w:space="7"\/>/,
    );
  });

  it("7.5 numbers odd pages on the right and even pages on the left, by fields", async () => {
    const parts = docxParts(await written(FULL));
    const footers = [...parts].filter(([name]) => /footer\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(footers).toHaveLength(2);
    for (const footer of footers) expect(footer).toMatch(/— .*<w:instrText[^>]*>PAGE<.* —/);
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual([
      "left",
      "right",
    ]);
    expect(parts.get("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
  });

  it("has these parts and no others", async () => {
    expect([...docxParts(await written(FULL, "notice")).keys()].sort()).toEqual(
      [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/_rels/endnotes.xml.rels",
        "word/_rels/fontTable.xml.rels",
        "word/_rels/footer1.xml.rels",
        "word/_rels/footer2.xml.rels",
        "word/_rels/footnotes.xml.rels",
        "word/document.xml",
        "word/endnotes.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footnotes.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
      ].sort(),
    );
  });

  it("names the issuer in the properties, and no person", async () => {
    const parts = docxParts(await written(FULL));
    const core = parts.get("docProps/core.xml");
    expect(core).toContain("<dc:title>示例市2027年教育工作要点</dc:title>");
    expect(core).toContain("<dc:creator>示例市“教育”局 &amp; &lt;学校&gt;</dc:creator>");
    expect(core).not.toContain("Un-named");
    expect(parts.get("docProps/app.xml")).toContain("<Company>示例市“教育”局 &amp; &lt;学校&gt;</Company>");
  });

  it("refers to no theme font and to nothing outside the file", async () => {
    for (const [name, xml] of docxParts(await written(FULL, "notice"))) {
      expect(xml, name).not.toMatch(/(?:ascii|hAnsi|eastAsia)Theme=/);
      expect(xml, name).not.toContain('TargetMode="External"');
    }
  });

  it("writes quotation marks and digits as they are in the text", async () => {
    expect(docxTexts(await written(FULL)).slice(0, 6)).toEqual([
      "示例市2027年教育工作要点",
      "2027年是关键一年。",
      "一、坚持党的领导",
      "（一）政治建设",
      "总的是：",
      "1.深入推进“理论武装”。2027年新增学位12000个。",
    ]);
  });

  const combinations = PROFILES.flatMap((profile) =>
    (["plan", "notice"] as const).map((form) => ({ form, profile, name: `${profile.name} ${form}` })),
  );
  it.each(combinations)("is valid for the Open XML SDK: $name", async ({ form, profile }) => {
    expect(await schemaErrors(await writeDocx(composeDocument(FULL, { form, profile })))).toEqual([]);
  });

  // Whatever a drafter can switch on, with plans of any shape.
  const arbitrary = fc.sample(fc.tuple(arbitraryPlan, fc.constantFrom(...PROFILES), fc.boolean()), {
    numRuns: 16,
    seed: 9_704,
  });
  it.each(
    arbitrary.map(([source, profile, itemBookmarks], index) => ({ source, profile, itemBookmarks, index })),
  )(
    "is valid for the Open XML SDK: combination $index",
    async ({ source, profile, itemBookmarks, index }) => {
      const form = documentFormSchema.options[index % documentFormSchema.options.length] ?? "plan";
      const docx = await writeDocx(composeDocument(source, { form, profile }), { itemBookmarks });
      expect(await schemaErrors(docx)).toEqual([]);
    },
  );

  it.each(Object.entries(OFFICIAL_SAMPLES))("is valid for the Open XML SDK: %s", async (_, source) => {
    expect(await schemaErrors(await writeDocx(composeDocument(source)))).toEqual([]);
  });

  const hostile: readonly (readonly [string, WorkPlan])[] = [
    ["nothing at all", plan("")],
    ["one item", plan("", [item("一个。")])],
    [
      "control characters and markup",
      plan("\u0001<a>&\uD800", [section("]]>\u000b", [item("&amp;\uFFFF。\u0000")])]),
    ],
    [
      "an authority of forty characters and a title of five hundred",
      plan("要点".repeat(250), [item("一个。")], {
        frontMatter: { issuer: "局".repeat(40), documentNumber: "局〔2027〕1号", dateOfIssue: "2027-01-05" },
      }),
    ],
    [
      "twenty issuers of forty characters, an imprint longer than a page and a table of one cell",
      plan("要点", [item("一个。")], {
        frontMatter: {
          issuer: "局".repeat(40),
          jointIssuers: Array.from({ length: 19 }, () => "局".repeat(40)),
          documentNumber: "局〔2027〕1号",
          signatories: Array.from({ length: 20 }, () => "人".repeat(40)),
          dateOfIssue: "2027-01-05",
          sealed: true,
          attachments: [
            {
              id: "a",
              name: "",
              ownPages: true,
              paragraphs: ["\u0000"],
              rows: [["\u0001"]],
              landscape: true,
            },
          ],
          imprint: {
            copyTo: "局，".repeat(900),
            printingAuthority: "局".repeat(90),
            printDate: "2027-01-05",
          },
        },
      }),
    ],
    [
      "5 000 items",
      plan("要点", [
        section(
          "全部",
          Array.from({ length: 5_000 }, () => item("一个。正文。")),
        ),
      ]),
    ],
  ];
  it.each(hostile)("is valid for the Open XML SDK: %s", async (_, source) => {
    expect(await schemaErrors(await written(source, "notice"))).toEqual([]);
  });
});

describe("writeDocx of parts", () => {
  it("centres 第一部分, and has every level one deeper in the navigation", async () => {
    const { plan: source } = readPlan(
      "教育局2027年工作要点\n第一部分 总体要求\n办好教育。\n第二部分 重点工作\n一、加强党建\n1.抓实基层。推进建设。",
    );
    const docx = await writeDocx(composeDocument(source, { form: "plan" }));
    expect(paragraphXml(docx, "第二部分")).toContain('<w:pStyle w:val="OfficialPart"/>');
    expect(paragraphXml(docx, "第二部分")).toContain('<w:outlineLvl w:val="0"/>');
    expect(paragraphXml(docx, "一、")).toContain('<w:outlineLvl w:val="1"/>');
    expect(docxPart(docx, "word/styles.xml")).toMatch(/w:styleId="OfficialPart">.*?<w:jc w:val="center"\/>/);
  });
});
