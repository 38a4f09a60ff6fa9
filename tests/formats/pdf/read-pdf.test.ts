import { describe, expect, it } from "vitest";
import { type PdfPage, type PdfRun, readPdf } from "../../../src/formats/pdf/read-pdf.ts";

const SIZE = 16;
const LEFT = 80;
const HEIGHT = 842;

describe("readPdf", () => {
  it("joins lines that the margin broke, and keeps paragraphs apart by indent and short last line", () => {
    const source = readPdf([
      page(
        line(700, "一、加强党建工作", 2),
        line(670, "满".repeat(28)),
        line(640, "行尾"),
        line(610, "二、另一部分", 2),
      ),
    ]);
    expect(source.lines.map((entry) => entry.text)).toEqual([
      "一、加强党建工作",
      `${"满".repeat(28)}行尾`,
      "二、另一部分",
    ]);
    expect(source.notices).toMatchObject([{ code: "lines-joined", count: 1 }]);
  });

  it("goes on with a paragraph over the page, past page numbers and running titles", () => {
    const pages = [1, 2, 3].map((number) =>
      page(line(820, "内部资料"), line(700, "满".repeat(28)), line(30, `— ${number} —`)),
    );
    const source = readPdf(pages);
    expect(source.lines.filter((entry) => entry.text !== "").map((entry) => entry.text)).toEqual([
      "满".repeat(84),
    ]);
    expect(source.aside?.map((entry) => entry.text)).toEqual([
      "内部资料",
      "— 1 —",
      "内部资料",
      "— 2 —",
      "内部资料",
      "— 3 —",
    ]);
  });

  it("joins the runs of a line without spaces between Chinese characters and digits", () => {
    const runs = [
      run("2026", LEFT, 700, 32),
      run(" ", LEFT + 32, 700, 2, 0),
      run("年教育", LEFT + 34, 700, 48),
      run("Level", LEFT + 82, 700, 40),
      run("2", LEFT + 130, 700, 8),
    ];
    expect(readPdf([{ height: HEIGHT, runs }]).lines.map((entry) => entry.text)).toEqual([
      "2026年教育Level 2",
    ]);
  });

  it("gives no lines for pages without text", () => {
    expect(readPdf([{ height: HEIGHT, runs: [] }])).toEqual({ lines: [], notices: [], aside: [] });
  });
});

function page(...runs: readonly PdfRun[]): PdfPage {
  return { height: HEIGHT, runs };
}

function line(y: number, text: string, indent = 0): PdfRun {
  return run(text, LEFT + indent * SIZE, y, text.length * SIZE);
}

function run(text: string, x: number, y: number, width: number, size = SIZE): PdfRun {
  return { text, x, y, width, size };
}
