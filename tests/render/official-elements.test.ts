/** Every element of GB/T 9704—2012 as LibreOffice prints it, measured in millimetres on the page. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FrontMatter, WorkPlan } from "../../src/core/plan/model.ts";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { textOf } from "../../src/formats/docx/official-document.ts";
import { placeImprint } from "../../src/formats/docx/place-imprint.ts";
import { PROFILES } from "../../src/formats/docx/profile.ts";
import { returnedItems } from "../../src/formats/docx/returned-items.ts";
import { writeDocx } from "../../src/formats/docx/write-docx.ts";
import { laidOutPages } from "../support/docx-layout.ts";
import { docxPart } from "../support/docx-reader.ts";
import {
  type PdfLine,
  type PdfPage,
  pdfImages,
  pdfPages,
  type Renderer,
  startRenderer,
} from "../support/libreoffice.ts";
import { NOTICE, OFFICIAL_SAMPLES, samplePlan, taskTable } from "../support/official-samples.ts";
import { inkBands } from "../support/raster.ts";

const IMAGES = join(import.meta.dirname, "../../out/docx");
/** Type area in millimetres from the page's edges (GB/T 9704—2012, 5.2.1). */
const TYPE_AREA = { left: 28, right: 184, top: 37, bottom: 262 };
const TOLERANCE = 1;
/** Widths of a 3号 and a 4号 character in millimetres. */
const HAN = 5.556;
const HAN_4 = 4.939;

let renderer: Renderer;
beforeAll(async () => {
  renderer = await startRenderer();
});
afterAll(() => renderer.close());

let count = 0;
/** Path of the PDF of a plan in its own form. */
async function printed(source: WorkPlan, profile = PROFILES[0]): Promise<string> {
  count += 1;
  const document = composeDocument(source, profile ? { profile } : {});
  return renderer.toPdf(await writeDocx(document), `elements-${count}`);
}

function lineWith(page: PdfPage | undefined, text: string): PdfLine {
  const found = page?.lines.find((line) => line.text.includes(text));
  if (!found) throw new Error(`no line with ${text}`);
  return found;
}

const near = (actual: number | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} is not ${expected}`).toBeLessThan(TOLERANCE);

describe("7.2 masthead in LibreOffice", () => {
  const secret: Partial<FrontMatter> = {
    ...NOTICE,
    copyNumber: "000001",
    classification: "机密",
    classificationTerm: "1年",
    urgency: "特急",
  };

  it.each(PROFILES)(
    "7.2.1 to 7.2.4 stand flush left in the first three lines above the mark: $name",
    async (profile) => {
      const pdf = await printed(samplePlan(1, secret), profile);
      const [page] = await pdfPages(pdf);
      for (const text of ["000001", "机密", "特急"]) near(lineWith(page, text).left, TYPE_AREA.left);
      const [mark, rule] = await inkBands(pdf, 1, "red");
      near(mark?.top, TYPE_AREA.top + 35);
      near(rule?.left, TYPE_AREA.left);
      near(rule?.right, TYPE_AREA.right);
    },
  );

  it("7.2.4 has the first of the joint marks 35 mm below the type area, all of one width, 文件 in their middle", async () => {
    const source = samplePlan(1, { ...NOTICE, jointIssuers: ["示例市财政局", "示例市发展改革委"] });
    const pdf = await printed(source);
    const bands = await inkBands(pdf, 1, "red");
    near(bands[0]?.top, TYPE_AREA.top + 35);
    const [page] = await pdfPages(pdf);
    const end = lineWith(page, "文件");
    expect(end.text).toContain("财政局");
    near(lineWith(page, "发展改革委").left, lineWith(page, "教育局").left);
  });

  it("7.2.5 and 7.2.6 have the number one character from the left, names one from the right, the rule full", async () => {
    const pdf = await printed(samplePlan(1, { ...NOTICE, signatories: ["欧阳小五", "李四", "上官小明"] }));
    const [page] = await pdfPages(pdf);
    near(lineWith(page, "〔2027〕").left, TYPE_AREA.left + HAN);
    expect(lineWith(page, "签发人").right).toBeLessThan(TYPE_AREA.right - HAN + TOLERANCE);
    const rule = (await inkBands(pdf, 1, "red")).at(-1);
    near((rule?.right ?? 0) - (rule?.left ?? 0), 156);
  });
});

describe("7.3 main part in LibreOffice", () => {
  it("7.3.4 lets wrapped names of attachments begin below the first character of the name", async () => {
    const source = OFFICIAL_SAMPLES["bare"];
    if (!source) throw new Error("no such sample");
    const pages = await pdfPages(await printed(source));
    const page = pages.find((each) => each.lines.some((line) => line.text.startsWith("附件：")));
    const index = page?.lines.findIndex((line) => line.text.startsWith("附件：")) ?? 0;
    const [first, wrapped, second] = page?.lines.slice(index, index + 3) ?? [];
    near(first?.left, TYPE_AREA.left + 2 * HAN);
    near(wrapped?.left, TYPE_AREA.left + 6 * HAN);
    near(second?.left, TYPE_AREA.left + 5 * HAN);
  });

  it("7.3.5.1 leaves four characters right of a sealed date and centres the authority on it", async () => {
    const [page] = await pdfPages(await printed(samplePlan(1, NOTICE)));
    const date = lineWith(page, "2027年1月5日");
    const name = page?.lines.find((line) => line.text === "示例市教育局");
    // LibreOffice widens the date by spaces around its digits, which cannot be switched off there.
    const widened = 5 * 0.25 * HAN;
    near(date.left, TYPE_AREA.right - 4 * HAN - 5.95 * HAN);
    expect(date.right).toBeLessThan(TYPE_AREA.right - 4 * HAN + widened);
    near(((name?.left ?? 0) + (name?.right ?? 0)) / 2, TYPE_AREA.right - 4 * HAN - 2.98 * HAN);
  });

  it("7.3.7 begins an attachment on the first line of a page and its title on the third", async () => {
    const source = OFFICIAL_SAMPLES["joint"];
    if (!source) throw new Error("no such sample");
    const pages = await pdfPages(await printed(source));
    const page = pages.find((each) => each.lines[0]?.text === "附件1");
    near(page?.lines[0]?.left, TYPE_AREA.left);
    const [mark, title] = page?.lines ?? [];
    const distance = middle(title) - middle(mark);
    // Two lines of text, and half of what the title's line is higher.
    near(distance, 2 * 10.21 + (12.6 - 10.21) / 2);
  });
});

describe("7.4 imprint in LibreOffice", () => {
  it.each(PROFILES)(
    "has three rules as wide as the type area, the last at its foot: $name",
    async (profile) => {
      const pdf = await printed(samplePlan(2, NOTICE), profile);
      const pages = await pdfPages(pdf);
      expect(pages.length % 2).toBe(0);
      const last = pages.length;
      const rules = (await inkBands(pdf, last, "black")).filter((band) => band.right - band.left > 150);
      expect(rules).toHaveLength(3);
      for (const rule of rules) {
        near(rule.left, TYPE_AREA.left);
        near(rule.right, TYPE_AREA.right);
      }
      near(rules.at(-1)?.bottom, TYPE_AREA.bottom);
      const [first = 0, second = 0, third = 0] = rules.map((rule) => rule.bottom - rule.top);
      for (const thick of [first, third]) expect(Math.abs(thick - 0.35)).toBeLessThan(0.1);
      expect(Math.abs(second - 0.25)).toBeLessThan(0.1);
      const page = pages.at(-1);
      near(lineWith(page, "抄送").left, TYPE_AREA.left + HAN_4);
      near(lineWith(page, "印发").left, TYPE_AREA.left + HAN_4);
      near(lineWith(page, "印发").right, TYPE_AREA.right - HAN_4);
    },
  );

  it.each(Object.entries(OFFICIAL_SAMPLES))(
    "7.5 has the pages of docx/layout, numbered through: %s",
    async (name, source) => {
      const pdf = await printed(source);
      await pdfImages(pdf, IMAGES, name);
      const pages = await pdfPages(pdf);
      const { pages: laidOut } = laidOutPages(placeImprint(composeDocument(source)));
      expect(pages).toHaveLength(laidOut.length);
      for (const [index, page] of pages.entries()) {
        const number = page.lines.filter((line) => line.top > TYPE_AREA.bottom).map((line) => line.text);
        const isAcross = page.width > page.height;
        const isLetterHead = source.frontMatter.form === "letter" && index === 0;
        if (!isAcross) expect(number).toEqual(isLetterHead ? [] : [`—${index + 1}—`]);
      }
    },
  );
});

describe("8 wide tables in LibreOffice", () => {
  it("have the number where upright pages have it, turned with the page", async () => {
    const pages = await pdfPages(await printed(samplePlan(1, { attachments: [taskTable(20, true)] })));
    const wide = pages.flatMap((page, index) =>
      page.width > page.height ? [{ page, number: index + 1 }] : [],
    );
    expect(wide.length).toBeGreaterThan(1);
    for (const { page, number } of wide) {
      const dashes = page.words.filter((word) => word.right < 35 && word.text === "—");
      expect(dashes).toHaveLength(2);
      expect(page.words.some((word) => word.right < 35 && word.text === String(number))).toBe(true);
      // 7 mm beyond the type area, whose foot is 35 mm from the left edge; the boxes of turned text are not its ink.
      for (const dash of dashes)
        expect(Math.abs((dash.left + dash.right) / 2 - 28)).toBeLessThan(1.5 * TOLERANCE);
      if (number % 2 === 1) near(dashes[1]?.bottom, 28 + 156 - HAN_4);
      else near(dashes[0]?.top, 28 + HAN_4);
      expect(page.lines.filter((line) => line.text.includes("序号工作任务"))).toHaveLength(1);
    }
  });
});

describe("10.1 letter in LibreOffice", () => {
  it("has mark, double rules, number and pages in their places", async () => {
    const source = OFFICIAL_SAMPLES["letter"];
    if (!source) throw new Error("no such sample");
    const pdf = await printed(source);
    const bands = await inkBands(pdf, 1, "red");
    const [mark] = bands;
    const rules = bands.filter((band) => band.right - band.left > 160);
    near(mark?.top, 30);
    near((rules[0]?.top ?? 0) - (mark?.bottom ?? 0), 4);
    near(rules.at(-1)?.bottom, 297 - 20);
    for (const rule of rules) near(rule.right - rule.left, 170);
    const [first, second] = await pdfPages(pdf);
    near(lineWith(first, "〔2027〕").right, TYPE_AREA.right);
    near(lineWith(first, "000001").left, TYPE_AREA.left);
    const [number] = await inkBands(pdf, 1, "black");
    near((number?.top ?? 0) - (rules.find((rule) => rule.top > (mark?.bottom ?? 0))?.bottom ?? 0), 4.85);
    near(second?.lines[0]?.top, TYPE_AREA.top + 2);
  });
});

describe("a copy that comes back", () => {
  it("keeps the bookmark of every item through LibreOffice", async () => {
    const sent = composeDocument(samplePlan(5, NOTICE));
    const back = await renderer.resaved(await writeDocx(sent), "returned");
    const found = returnedItems(sent, docxPart(back, "word/document.xml"));
    const blocks = sent.elements.filter((each) => each.blockId !== null);
    expect(found.map(({ blockId, text, by }) => ({ blockId, text, by }))).toEqual(
      blocks.map((each) => ({ blockId: each.blockId, text: textOf(each), by: "bookmark" })),
    );
  });

  it("is matched by its text where it has no bookmarks", async () => {
    const sent = composeDocument(samplePlan(5, NOTICE));
    const back = await renderer.resaved(await writeDocx(sent, { itemBookmarks: false }), "returned-final");
    const found = returnedItems(sent, docxPart(back, "word/document.xml"));
    expect(found).toHaveLength(sent.elements.filter((each) => each.blockId !== null).length);
    expect(new Set(found.map((each) => each.by))).toEqual(new Set(["text"]));
  });
});

function middle(line: PdfLine | undefined): number {
  return ((line?.top ?? Number.NaN) + (line?.bottom ?? Number.NaN)) / 2;
}
