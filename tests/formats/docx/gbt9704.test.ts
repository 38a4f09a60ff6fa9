/** GB/T 9704—2012, clause by clause, on the composed document and as `docx/layout` lays it out. */
import { describe, expect, it } from "vitest";
import type { FrontMatter } from "../../../src/core/plan/model.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import {
  LEFT_MARGIN,
  LETTER_NUMBER_SPACE,
  LINES_PER_PAGE,
  PAGE_HEIGHT,
  SIZE_4_WIDTH,
  twips,
} from "../../../src/formats/docx/gbt9704.ts";
import {
  type ElementRole,
  type OfficialDocument,
  type OfficialElement,
  textOf,
} from "../../../src/formats/docx/official-document.ts";
import { placeImprint } from "../../../src/formats/docx/place-imprint.ts";
import { DEFAULT_PROFILE, lineWidth } from "../../../src/formats/docx/profile.ts";
import { textWidth } from "../../../src/formats/docx/text-width.ts";
import { laidOutLines, laidOutPages } from "../../support/docx-layout.ts";
import { NOTICE, samplePlan, taskTable, textAttachment } from "../../support/official-samples.ts";

/** “一字” of 3号 text, and the width of a line. */
const HAN = 315;
const LINE = lineWidth(DEFAULT_PROFILE);

function notice(frontMatter: Partial<FrontMatter> = {}, items = 1): OfficialDocument {
  return composeDocument(samplePlan(items, { ...NOTICE, ...frontMatter }));
}

function bare(frontMatter: Partial<FrontMatter> = {}, items = 1): OfficialDocument {
  return composeDocument(samplePlan(items, frontMatter));
}

function all(document: OfficialDocument, role: ElementRole): readonly OfficialElement[] {
  return document.elements.filter((each) => each.role === role);
}

function only(document: OfficialDocument, role: ElementRole): OfficialElement {
  const [found, ...others] = all(document, role);
  if (!found || others.length > 0) throw new Error(`not one ${role}`);
  return found;
}

/** First line of the first element of that role, in twips on its page. */
function lineOf(document: OfficialDocument, role: ElementRole) {
  for (const lines of laidOutLines(document)) {
    const found = lines.find((line) => document.elements[line.element]?.role === role);
    if (found) return found;
  }
  throw new Error(`no line of ${role}`);
}

const roles = (document: OfficialDocument) => document.elements.map((each) => each.role);

describe("7.2 masthead", () => {
  const secret = { copyNumber: "000001", classification: "机密", classificationTerm: "1年", urgency: "特急" };

  it("7.2.1 to 7.2.3 has copy number, classification and urgency flush left in its first lines, in this order", () => {
    const document = notice(secret);
    expect(document.elements.slice(0, 3).map((each) => [each.role, textOf(each)])).toEqual([
      ["copy-number", "000001"],
      ["classification", "机密★1年"],
      ["urgency", "特急"],
    ]);
    const [first] = laidOutLines(document);
    for (const [index, line] of (first ?? []).slice(0, 3).entries()) {
      expect(line.left).toBeCloseTo(LEFT_MARGIN, 0);
      expect(Math.abs(line.top - twips(37) - index * DEFAULT_PROFILE.line)).toBeLessThan(twips(1));
    }
    expect(textOf(only(notice({ ...secret, classificationTerm: "" }), "classification"))).toBe("机密");
  });

  it("7.2.2 prints the classification of a bare plan too", () => {
    expect(roles(bare(secret)).slice(0, 3)).toEqual(["copy-number", "classification", "urgency"]);
  });

  it.each<[string, Partial<FrontMatter>]>([
    ["nothing above it", {}],
    ["three lines above it", secret],
  ])("7.2.4 begins the authority mark 35 mm below the type area: %s", (_, extra) => {
    const document = notice(extra);
    const mark = only(document, "authority-mark");
    const { top, height } = lineOf(document, "authority-mark");
    const { size = 0, line = 0 } = mark.placement;
    // The layout gives the line with the space above it in it.
    const ink = top + height - line + size * 10 * 0.11;
    expect(Math.abs(ink - twips(37 + 35))).toBeLessThan(twips(1));
  });

  it("7.2.4 keeps a mark on one line, at 62 pt or less, down to 22 pt", () => {
    const sizeOf = (issuer: string) => only(notice({ issuer }), "authority-mark").placement.size;
    expect(sizeOf("教育局")).toBe(124);
    expect(sizeOf("示例市教育局")).toBe(110);
    expect(sizeOf("局".repeat(40))).toBe(44);
    expect(textOf(only(notice({ authorityMark: "示例市教育局（通知）" }), "authority-mark"))).toBe(
      "示例市教育局（通知）",
    );
  });

  it("7.2.4 has the host of a joint issue first, names spread to one width, 文件 in the middle of their right", () => {
    const document = notice({ jointIssuers: ["示例市财政局", "示例市人力资源和社会保障局"] });
    const cells = only(document, "joint-mark").table?.rows[0] ?? [];
    expect(cells.map((cell) => cell.elements.map(textOf))).toEqual([
      ["示例市教育局", "示例市财政局", "示例市人力资源和社会保障局"],
      ["文件"],
    ]);
    const widths = cells[0]?.elements.map(({ runs, placement }) =>
      runs.reduce((sum, run) => sum + textWidth(run.text, placement.size ?? 0, run.spacing ?? 0), 0),
    );
    expect(Math.max(...(widths ?? [])) - Math.min(...(widths ?? []))).toBeLessThan(20);
  });

  it("7.2.5 has the document number two lines below the mark, centred", () => {
    const document = notice();
    const index = roles(document).indexOf("document-number");
    expect(roles(document).slice(index - 3, index)).toEqual(["authority-mark", "blank", "blank"]);
    expect(textOf(only(document, "document-number"))).toBe("示教发〔2027〕1号");
  });

  it("7.2.5, 7.2.6 has the number one character from the left and the signatories two a line on its right", () => {
    const document = notice({ signatories: ["张三", "李四", "欧阳小五"] });
    expect(textOf(only(document, "signatories"))).toBe("\t\t签发人：\t张三\t李四");
    const last = only(document, "document-number");
    expect(textOf(last)).toBe("\t示教发〔2027〕1号\t\t欧阳小五");
    expect(last.runs.at(-1)?.face).toBe("name");
    const [number, label, first, second] = (last.placement.tabs ?? []).map((tab) => tab.position);
    expect(number).toBe(HAN);
    expect((first ?? 0) - (label ?? 0) - 4 * HAN).toBeLessThan(60);
    expect((second ?? 0) + 4 * HAN).toBe(LINE - HAN);
  });

  it("7.3.1 has the title two lines below the red rule", () => {
    const document = notice();
    const index = roles(document).indexOf("title");
    expect(roles(document).slice(index - 3, index)).toEqual(["document-number", "blank", "blank"]);
  });
});

describe("7.3 main part", () => {
  it("7.3.2 moves the addressees to the imprint where the first page would show no text", () => {
    const jointIssuers = Array.from({ length: 5 }, (_, index) => `示例市第${index + 1}合作单位`);
    const long = { ...NOTICE, jointIssuers, addressees: "各县（区）教育局，".repeat(12) };
    const document = notice(long);
    expect(all(document, "addressees")).toEqual([]);
    expect(document.imprint.map(textOf)[0]).toBe(`主送：${"各县（区）教育局，".repeat(12).slice(0, -1)}。`);
    expect(all(notice(), "addressees")).toHaveLength(1);
  });

  it.each([
    ["plain", {}],
    ["every line above the mark", { copyNumber: "000001", classification: "秘密", urgency: "加急" }],
    ["joint", { jointIssuers: ["示例市财政局", "示例市发展改革委", "示例市民政局", "示例市公安局"] }],
    ["letter", { form: "letter" as const }],
  ])("7.3.3 shows text on the first page: %s", (_, extra) => {
    const document = notice(extra);
    const [first] = laidOutLines(document);
    expect(first?.some((line) => document.elements[line.element]?.role === "body")).toBe(true);
  });

  it("7.3.4 numbers several attachments below each other and lets wrapped lines begin below the name", () => {
    const long = "示例市2027年教育系统重点项目清单和任务分工以及完成时限一览表";
    const document = notice({
      attachments: [
        textAttachment(`${long}。`),
        textAttachment("第二个"),
        { ...textAttachment("第三个"), ownPages: false },
      ],
    });
    const [first, second, third] = all(document, "attachment-note");
    expect([first, second, third].map((each) => each && textOf(each))).toEqual([
      `附件：1.${long}`,
      "2.第二个",
      "3.第三个",
    ]);
    expect(first?.placement).toEqual({ leftIndent: 6 * HAN, hanging: 4 * HAN });
    expect(second?.placement).toEqual({ leftIndent: 6 * HAN, hanging: HAN });
    const index = document.elements.indexOf(first as OfficialElement);
    expect(roles(document)[index - 1]).toBe("blank");
  });

  it("7.3.4 gives an only attachment no number", () => {
    const note = only(notice({ attachments: [textAttachment("任务分解表")] }), "attachment-note");
    expect(textOf(note)).toBe("附件：任务分解表");
    expect(note.placement).toEqual({ leftIndent: 5 * HAN, hanging: 3 * HAN });
  });

  it("7.3.4 keeps the names of ten and more attachments aligned", () => {
    const attachments = Array.from({ length: 10 }, (_, index) => textAttachment(`附表${index}`));
    const notes = all(notice({ attachments }), "attachment-note");
    const placed = notes.map(({ placement }) => [placement.leftIndent, placement.tabs?.[0]?.position]);
    expect(new Set(placed.map(String)).size).toBe(1);
    expect(placed[0]?.[0]).toBe(placed[0]?.[1]);
    expect(notes.map(textOf).slice(8)).toEqual(["9.\t附表8", "10.\t附表9"]);
  });

  it("7.3.5.1 leaves four characters right of a sealed date and centres the authority on it", () => {
    const document = notice({ sealed: true });
    const [name, date] = [only(document, "authority"), only(document, "date")];
    const dateWidth = textWidth("2027年1月5日", 32, -5);
    const nameWidth = textWidth("示例市教育局", 32, -5);
    const dateLeft = date.placement.leftIndent ?? 0;
    expect(dateLeft + dateWidth).toBe(LINE - 4 * HAN);
    expect(
      Math.abs((name.placement.leftIndent ?? 0) + nameWidth / 2 - dateLeft - dateWidth / 2),
    ).toBeLessThan(2);
    const index = roles(document).indexOf("authority");
    expect(roles(document).slice(index - 3, index)).toEqual(["body", "blank", "blank"]);
  });

  it("7.3.5.1 gives every seal of a joint issue its own room, the last above the date", () => {
    const jointIssuers = ["示例市财政局", "示例市发展改革委", "示例市民政局"];
    const document = notice({ sealed: true, jointIssuers });
    const rows = all(document, "authority");
    expect(rows.map(textOf)).toEqual(["\t示例市教育局\t示例市财政局", "\t示例市发展改革委\t示例市民政局"]);
    const [left = 0, right = 0] = rows[1]?.placement.tabs?.map((tab) => tab.position) ?? [];
    expect(right - left).toBeGreaterThanOrEqual(twips(42));
    expect(left).toBeGreaterThanOrEqual(twips(21));
    const between = roles(document).slice(
      document.elements.indexOf(rows[0] as OfficialElement) + 1,
      document.elements.indexOf(rows[1] as OfficialElement),
    );
    // 42 mm from row to row: the line of the names and those between.
    expect((between.length + 1) * DEFAULT_PROFILE.line).toBeGreaterThan(twips(42));
    const date = only(document, "date").placement.leftIndent ?? 0;
    expect(Math.abs(right - date - textWidth("2027年1月5日", 32, -5) / 2)).toBeLessThan(2);
  });

  it("7.3.5.2 spreads the authorities of a joint issue without seal to one width, one a line, the host first", () => {
    const document = notice({ sealed: false, jointIssuers: ["示例市人力资源和社会保障局"] });
    const rows = all(document, "authority");
    expect(rows.map(textOf)).toEqual(["示例市教育局", "示例市人力资源和社会保障局"]);
    const rightEdges = rows.map(
      ({ runs, placement }) =>
        (placement.leftIndent ?? 0) +
        runs.reduce((sum, run) => sum + textWidth(run.text, 32, run.spacing ?? -5), 0),
    );
    for (const edge of rightEdges) expect(Math.abs(edge - (LINE - 2 * HAN))).toBeLessThan(20);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    "7.3.5.5 leaves no signature or note alone on a page that text of the notice could share: %i paragraphs",
    (count) => {
      const secret = { copyNumber: "000001", classification: "机密", urgency: "特急" };
      const body = Array.from({ length: count }, (_, index) => ({
        kind: "paragraph" as const,
        id: `paragraph-${index}`,
        text: `${"请各单位结合实际认真贯彻落实，压实工作责任。".repeat(4)}`,
        marks: [],
      }));
      for (const head of [{}, secret]) {
        const document = notice({ ...head, note: "此件公开发布", notice: { title: "", body } });
        const pages = laidOutLines(document);
        const rolesOf = (lines: (typeof pages)[number]) =>
          lines.map(({ element }) => document.elements[element]?.role);
        const signed = pages.map(rolesOf).filter((found) => found.includes("note"));
        expect(signed).toHaveLength(1);
        expect(signed[0]).toEqual(expect.arrayContaining(["authority", "date"]));
        if (count > 1) expect(signed[0]).toContain("body");
      }
    },
  );

  it("7.3.6 has the note in brackets on the line below the date, indented by its style", () => {
    const document = notice({ note: "此件公开发布" });
    const index = roles(document).indexOf("note");
    expect(roles(document)[index - 1]).toBe("date");
    expect(textOf(only(document, "note"))).toBe("（此件公开发布）");
    expect(textOf(only(notice({ note: "（联系人：张三）" }), "note"))).toBe("（联系人：张三）");
  });

  it("7.3.7 begins every attachment on a page, its mark on the first line and its title on the third", () => {
    const document = notice({ attachments: [textAttachment("清单"), textAttachment("分工")] });
    const pages = laidOutLines(document).slice(-2);
    for (const [index, lines] of pages.entries()) {
      expect(lines.slice(0, 3).map((line) => [document.elements[line.element]?.role, line.text])).toEqual([
        ["attachment-mark", `附件${index + 1}`],
        ["blank", ""],
        ["title", index === 0 ? "清单" : "分工"],
      ]);
    }
  });

  it("7.3.7 prints no pages for an attachment that is bound apart", () => {
    const document = notice({ attachments: [{ ...textAttachment("清单"), ownPages: false }] });
    expect(all(document, "attachment-mark")).toEqual([]);
    expect(all(document, "attachment-note")).toHaveLength(1);
  });

  it("7.3.7 makes the plan the first attachment where the office wants it so, and no attachment else", () => {
    const attachments = [textAttachment("分工")];
    const asAttachment = notice({ planAsAttachment: true, attachments });
    expect(all(asAttachment, "attachment-note").map(textOf)).toEqual([
      "附件：1.示例市2027年教育工作要点",
      "2.分工",
    ]);
    expect(all(asAttachment, "attachment-mark").map(textOf)).toEqual(["附件1", "附件2"]);
    expect(all(notice(), "attachment-mark")).toEqual([]);
    expect(all(notice({ attachments }), "attachment-mark").map(textOf)).toEqual(["附件"]);
  });
});

describe("7.4 imprint", () => {
  const bottom = PAGE_HEIGHT - twips(35);

  it("7.4.1 ends at the foot of the type area with three rules, thick, thin, thick", () => {
    const { imprint } = notice();
    const last = imprint.at(-1)?.placement.frame;
    expect(Math.abs((last?.top ?? 0) + (last?.height ?? 0) - bottom)).toBeLessThan(2);
    expect(imprint.map((each) => each.placement.rules)).toEqual([{ above: 8 }, { above: 6, below: 8 }]);
  });

  it("7.4.2 has the copy recipients one character from either edge, wrapped below the first, closed by 。", () => {
    const [copies] = notice().imprint;
    expect(copies && textOf(copies)).toMatch(/^抄送：省教育厅.*人民政府。$/);
    expect(copies?.placement).toMatchObject({
      leftIndent: 4 * SIZE_4_WIDTH,
      hanging: 3 * SIZE_4_WIDTH,
      rightIndent: SIZE_4_WIDTH,
    });
  });

  it("7.4.3 has the printing authority left and the date with 印发 right", () => {
    const printing = notice().imprint.at(-1);
    expect(printing && textOf(printing)).toBe("示例市教育局办公室\t2027年1月6日印发");
    expect(printing?.placement.tabs).toEqual([{ position: LINE - SIZE_4_WIDTH, alignment: "right" }]);
  });

  it("7.4.1 closes an imprint of one line by thick rules", () => {
    const { imprint } = notice({ imprint: { copyTo: "市委办公室", printingAuthority: "", printDate: null } });
    expect(imprint.map((each) => each.placement.rules)).toEqual([{ above: 8, below: 8 }]);
    expect(notice({ imprint: { copyTo: "", printingAuthority: " ", printDate: null } }).imprint).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "7.4 stands on an even last page, whatever the length: %i items",
    async (items) => {
      const document = notice({}, items);
      const placed = placeImprint(document);
      const { pages } = laidOutPages(placed);
      expect(pages.length % 2).toBe(0);
      const text = laidOutPages(document).pages;
      expect(pages.length - text.length).toBeLessThanOrEqual(2);
      if (pages.length === text.length)
        expect(text.at(-1)?.bottom).toBeLessThanOrEqual(document.imprint[0]?.placement.frame?.top ?? 0);
    },
  );
});

describe("7.5 and 8 pages", () => {
  it("8 lays the pages of a wide table across and the imprint on an upright page behind them", async () => {
    const placed = placeImprint(notice({ attachments: [taskTable(20, true)] }));
    const widths = laidOutPages(placed).pages.map((page) => page.width > page.height);
    expect(widths.indexOf(true)).toBeGreaterThan(1);
    expect(widths.at(-1)).toBe(false);
    expect(widths.length % 2).toBe(0);
  });

  it("8 shares the width of the type area among the columns", () => {
    const table = only(notice({ attachments: [taskTable(2, false)] }), "table").table;
    const total = table?.columns.reduce((sum, width) => sum + width, 0) ?? 0;
    expect(total).toBeLessThanOrEqual(LINE);
    expect(LINE - total).toBeLessThan(20);
    expect(table?.headRows).toBe(1);
  });
});

describe("10.1 letter", () => {
  it("has the mark without 文件 30 mm below the page's edge and the number right below the double rule", () => {
    const document = notice({ form: "letter", copyNumber: "000001", urgency: "加急" });
    const mark = only(document, "letter-mark");
    expect(textOf(mark)).toBe("示例市教育局");
    const top = mark.placement.frame?.top ?? 0;
    expect(Math.abs(top + (mark.placement.size ?? 0) * 10 * 0.11 - twips(30))).toBeLessThan(twips(1));
    expect(roles(document).slice(1, 6)).toEqual(["letter-number", "urgency", "blank", "blank", "title"]);
    expect(textOf(only(document, "letter-number"))).toBe("000001\t示教发〔2027〕1号");
    expect(only(document, "letter-number").placement.tabs).toEqual([{ position: LINE, alignment: "right" }]);
    const foot = top + (mark.placement.frame?.height ?? 0);
    // The line's own leading makes up the rest of 7/8 of a character.
    const { top: line, height } = lineOf(document, "letter-number");
    expect(Math.abs(line + height - DEFAULT_PROFILE.line - foot - LETTER_NUMBER_SPACE)).toBeLessThan(
      twips(1),
    );
  });

  it("has an imprint without rules and printing authority", () => {
    expect(notice({ form: "letter" }).imprint.map((each) => [each.role, each.placement.rules])).toEqual([
      ["copy-recipients", {}],
    ]);
  });

  it("begins later pages at the usual margin", () => {
    const paragraphs = Array.from({ length: 30 }, (_, index) => ({
      kind: "paragraph" as const,
      id: `p${index}`,
      text: "请认真贯彻落实。",
      marks: [],
    }));
    const document = notice({ form: "letter", notice: { title: null, body: paragraphs } });
    const [, second] = laidOutLines(document);
    expect(Math.abs((second?.[0]?.top ?? 0) - twips(37))).toBeLessThan(twips(1));
    expect(second?.length).toBeLessThanOrEqual(LINES_PER_PAGE);
  });
});
