/** Exports as three readers see them that share nothing: LibreOffice, `docx/layout` and a reader of the XML. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { CHARACTERS_PER_LINE, LINES_PER_PAGE, PAGE_HEIGHT, twips } from "../../src/formats/docx/gbt9704.ts";
import { element, type OfficialDocument } from "../../src/formats/docx/official-document.ts";
import { DEFAULT_PROFILE, PROFILES } from "../../src/formats/docx/profile.ts";
import { writeDocx } from "../../src/formats/docx/write-docx.ts";
import { calibrationText } from "../support/calibration.ts";
import type { LaidOutLine } from "../support/docx-layout.ts";
import { laidOutLines } from "../support/docx-layout.ts";
import { docxTexts } from "../support/docx-reader.ts";
import {
  type PdfLine,
  type PdfPage,
  pdfImages,
  pdfPages,
  type Renderer,
  startRenderer,
} from "../support/libreoffice.ts";
import { item, plan, section } from "../support/plan-builder.ts";
import { printedTexts, withoutOrdinals } from "../support/printed-texts.ts";
import { inkBands } from "../support/raster.ts";
import { seedPlans } from "../support/seed-plans.ts";
import { schemaErrors } from "../support/validate-docx.ts";

const IMAGES = join(import.meta.dirname, "../../out/docx");
/** Type area in millimetres from the page's edges (GB/T 9704—2012, 5.2.1). */
const TYPE_AREA = { left: 28, right: 184, top: 37, bottom: 262 };
const TOLERANCE = 1;
/** What a line may reach beyond its end by rounding, in twips. */
const ROUNDING = 1;

let renderer: Renderer;
beforeAll(async () => {
  renderer = await startRenderer();
});
afterAll(() => renderer.close());

function isPageNumber(line: PdfLine): boolean {
  return line.top > TYPE_AREA.bottom;
}

function bodyLines(page: PdfPage): readonly PdfLine[] {
  return page.lines.filter((line) => !isPageNumber(line));
}

async function rendered(document: OfficialDocument, name: string): Promise<string> {
  return renderer.toPdf(await writeDocx(document), name);
}

describe("calibration text in LibreOffice", () => {
  it.each(PROFILES)(
    "5.2 fills pages of 22 lines of 28 characters inside the margins: $name",
    async (profile) => {
      const text = calibrationText(3);
      const elements = [element("addressees", text)];
      const pdf = await rendered(
        { profile, title: "", issuer: "", elements, imprint: [] },
        `calibration-${profile.name}`,
      );
      const pages = await pdfPages(pdf);
      expect(pages.map((page) => bodyLines(page).length)).toEqual([
        LINES_PER_PAGE,
        LINES_PER_PAGE,
        LINES_PER_PAGE,
        1,
      ]);
      const lines = pages.flatMap(bodyLines);
      expect(new Set(lines.slice(0, -1).map((line) => line.text.length))).toEqual(
        new Set([CHARACTERS_PER_LINE]),
      );
      for (const line of lines) expect(Math.abs(line.left - TYPE_AREA.left)).toBeLessThan(TOLERANCE);
      for (const line of lines.slice(0, -1))
        expect(Math.abs(line.right - TYPE_AREA.right)).toBeLessThan(TOLERANCE);
    },
  );

  it("GB/T 33476.2 fills the type area with ink from its top to its bottom", async () => {
    const profile = PROFILES.find((each) => each.name === "P33476") ?? DEFAULT_PROFILE;
    const elements = [element("addressees", calibrationText(1))];
    const pdf = await rendered({ profile, title: "", issuer: "", elements, imprint: [] }, "calibration-ink");
    const bands = (await inkBands(pdf, 1, "black")).filter((band) => band.top < TYPE_AREA.bottom);
    // LibreOffice sets the characters of an exact line lower than its middle.
    expect(Math.abs((bands[0]?.top ?? 0) - TYPE_AREA.top)).toBeLessThan(1.5);
    expect(Math.abs((bands.at(-1)?.bottom ?? 0) - TYPE_AREA.bottom)).toBeLessThan(1.5);
  });
});

describe("notice in LibreOffice", () => {
  const source = plan(
    "示例市2027年教育工作要点",
    [section("坚持党的领导", [item("深入推进理论武装。健全制度。")])],
    {
      frontMatter: {
        issuer: "示例市教育局",
        documentNumber: "示教发〔2027〕1号",
        addressees: "各县（区）教育局，市直各学校",
        dateOfIssue: "2027-01-15",
      },
    },
  );

  it.each(PROFILES)("7.2 has mark, number and red rule in their places: $name", async (profile) => {
    const pdf = await rendered(
      composeDocument(source, { form: "notice", profile }),
      `notice-${profile.name}`,
    );
    const [mark, rule] = await inkBands(pdf, 1, "red");
    const [number, title] = await inkBands(pdf, 1, "black");
    expect(Math.abs((mark?.top ?? 0) - (TYPE_AREA.top + 35))).toBeLessThan(TOLERANCE);
    expect(Math.abs((rule?.top ?? 0) - (number?.bottom ?? 0) - 4)).toBeLessThan(TOLERANCE);
    expect(Math.abs((rule?.left ?? 0) - TYPE_AREA.left)).toBeLessThan(TOLERANCE);
    expect(Math.abs((rule?.right ?? 0) - TYPE_AREA.right)).toBeLessThan(TOLERANCE);
    // 2.25 pt, to a dot of the image.
    expect(Math.abs((rule?.bottom ?? 0) - (rule?.top ?? 0) - 0.794)).toBeLessThan(25.4 / 300);
    expect((title?.top ?? 0) - (rule?.bottom ?? 0)).toBeGreaterThan(2 * 10.2);
  });

  it("7.5 has the page number 7 mm below the type area, right on odd and left on even pages", async () => {
    const pages = await pdfPages(
      await rendered(composeDocument(source, { form: "notice" }), "notice-numbers"),
    );
    const [odd, even] = pages.map((page) => page.lines.find(isPageNumber));
    expect([odd?.text, even?.text]).toEqual(["—1—", "—2—"]);
    expect(Math.abs((odd?.right ?? 0) - (TYPE_AREA.right - 4.94))).toBeLessThan(TOLERANCE);
    expect(Math.abs((even?.left ?? 0) - (TYPE_AREA.left + 4.94))).toBeLessThan(TOLERANCE);
    const band = (
      await inkBands(
        await renderer.toPdf(await writeDocx(composeDocument(source, { form: "plan" })), "numbers"),
        1,
        "black",
      )
    ).at(-1);
    expect(Math.abs(((band?.top ?? 0) + (band?.bottom ?? 0)) / 2 - (TYPE_AREA.bottom + 7))).toBeLessThan(
      TOLERANCE,
    );
  });
});

describe("plan of bare headings", () => {
  it("has the same pages in LibreOffice and docx/layout", async () => {
    const sections = Array.from({ length: 8 }, (_, index) =>
      section(
        `推动第${index + 1}类工作`,
        Array.from({ length: 9 }, () => item("深入推进科学理论武装")),
      ),
    );
    const document = composeDocument(plan("示例市2027年教育工作要点", sections), { form: "plan" });
    const pages = await pdfPages(await rendered(document, "bare-headings"));
    expect(pages.map((page) => bodyLines(page).length)).toEqual(
      laidOutLines(document).map((lines) => lines.filter((line) => line.text !== "").length),
    );
  });
});

describe("seeds", async () => {
  const cases = (await seedPlans()).flatMap(({ name, plan: source }) =>
    (["plan", "notice"] as const).map((form) => ({ name: `${name}-${form}`, source, form })),
  );

  // Laying out takes seconds, and two tests ask for it.
  const layouts = new Map<string, ReturnType<typeof laidOutLines>>();
  const laidOut = (name: string, document: OfficialDocument) => {
    const pages = layouts.get(name) ?? laidOutLines(document);
    layouts.set(name, pages);
    return pages;
  };

  it.each(cases)("are valid and have the plan's text: $name", async ({ source, form }) => {
    const docx = await writeDocx(composeDocument(source, { form }));
    expect(await schemaErrors(docx)).toEqual([]);
    const printed = docxTexts(docx).map((text) => text.replaceAll("\n", ""));
    const signature = form === "plan" && source.frontMatter.dateOfIssue !== null ? 2 : 0;
    const body = printed.slice(
      printed.lastIndexOf(squeezed(source.title.text)) + 1,
      printed.length - signature,
    );
    expect(withoutOrdinals(body.join(""), printedTexts(source))).toEqual(printedTexts(source));
  });

  it.each(cases)("fill their pages and have no line past the type area: $name", ({ name, source, form }) => {
    const document = composeDocument(source, { form });
    const pages = laidOut(name, document);
    for (const [index, lines] of pages.entries()) {
      for (const line of lines) expect(line.right).toBeLessThanOrEqual(twips(TYPE_AREA.right) + ROUNDING);
      expect(lines.length).toBeLessThanOrEqual(LINES_PER_PAGE);
      const next = pages[index + 1];
      if (!next || startsPage(document, next)) continue;
      expect(freeLines(lines) - keptLines(document, next)).toBeLessThan(1);
    }
  });

  it.each(cases)("have the same pages in LibreOffice: $name", async ({ name, source, form }) => {
    const document = composeDocument(source, { form });
    const pdf = await rendered(document, name);
    // For the eye of whoever changes the layout.
    if (form === "notice") await pdfImages(pdf, IMAGES, name);
    const pages = await pdfPages(pdf);
    expect(pages).toHaveLength(laidOut(name, document).length);
    for (const [index, page] of pages.entries()) {
      for (const line of bodyLines(page)) {
        expect(line.left).toBeGreaterThan(TYPE_AREA.left - TOLERANCE);
        expect(line.right).toBeLessThan(TYPE_AREA.right + TOLERANCE);
      }
      const number = page.lines.filter(isPageNumber).map((line) => line.text);
      expect(number).toEqual([`—${index + 1}—`]);
    }
    const pdfText = pages
      .flatMap(bodyLines)
      .map((line) => line.text)
      .join("");
    expect(squeezed(pdfText)).toBe(
      squeezed(
        document.elements
          .flatMap((each) => each.runs)
          .map((run) => run.text)
          .join(""),
      ),
    );
  });
});

/** Lines of text for which a page has room below its last line. */
function freeLines(lines: readonly LaidOutLine[]): number {
  const last = lines.at(-1);
  if (!last) return LINES_PER_PAGE;
  return (PAGE_HEIGHT - DEFAULT_PROFILE.bottomMargin - last.top - last.height) / DEFAULT_PROFILE.line;
}

/** Lines at the start of a page that moved there to stay with what follows them. */
function keptLines(document: OfficialDocument, lines: readonly LaidOutLine[]): number {
  const end = lines.findIndex((line) => !document.elements[line.element]?.keepsWithNext);
  return end < 0 ? lines.length : end;
}

function startsPage(document: OfficialDocument, lines: readonly LaidOutLine[]): boolean {
  return document.elements[lines[0]?.element ?? -1]?.startsPage ?? false;
}

function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}
