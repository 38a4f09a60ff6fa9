import { describe, expect, it } from "vitest";
import { outlineOf } from "../../../src/core/reading/outline.ts";
import { headingsOf, readOutline, readPlan, seeds } from "../../support/reading.ts";

/** Seeds whose items are one line each; damage is done to their lines. */
const PLANS = seeds().filter(({ file }) => /^(jianyang|kunming|qingyuan)/.test(file));

/** Title and body of a seed without the page around it, a line a paragraph. */
function bodyLines(text: string, title: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim());
  const end = lines.findLastIndex((line) => line.endsWith("。") || /^\d+\./.test(line));
  const start = lines.findIndex((line) => /^20\d\d年/.test(line) && line.length > 100);
  return [title, ...lines.slice(start, end + 1).filter((line) => line !== "")];
}

function restarted(lines: readonly string[], marker: (number: number) => string): readonly string[] {
  let number = 0;
  return lines.map((line) => {
    if (/^[一二三四五六七]、/.test(line)) number = 0;
    return line.replace(/^\d+\./, () => {
      number += 1;
      return marker(number);
    });
  });
}

function brokenAt(width: number, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const parts: string[] = [];
    let rest = `　　${line}`;
    while (rest.length > width) {
      let end = width;
      while (/[，。、；：,;:）)”》]/.test(rest.charAt(end))) end += 1;
      parts.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    return rest === "" ? parts : [...parts, rest];
  });
}

function pagesOf(text: string, size: number): string {
  return Array.from(
    { length: Math.ceil(text.length / size) },
    (_, page) => `${page + 1}、${text.slice(page * size, (page + 1) * size)}`,
  ).join("\n");
}

const DAMAGE: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  "in one paragraph": (lines) => lines.join(""),
  "in a paragraph per section": (lines) => lines.join("\n").replace(/\n(?=\d+\.)/g, ""),
  "with line breaks after 28 characters": (lines) => brokenAt(28, lines).join("\n"),
  "with page markers after 300 characters": (lines) => pagesOf(lines.join(""), 300),
  "with mixed separators": (lines) =>
    lines
      .map((line, index) => line.replace(/^(\d+)\./, ["$1．", "$1、", "$1. "][index % 3] ?? ""))
      .join("\n"),
  "numbered anew in every section": (lines) => restarted(lines, (number) => `${number}.`).join("\n"),
  "with （1） for items": (lines) => restarted(lines, (number) => `(${number})`).join("\n"),
  "with lost numbers, in one paragraph": (lines) =>
    lines.map((line) => line.replace(/^\d+\./, "*.")).join(""),
  "with headings on lines of their own": (lines) =>
    lines.map((line) => line.replace(/^(\d+\.[^。]{4,26})。/, "$1\n")).join("\n"),
  "with every fifth 。 behind a heading lost": (lines) =>
    lines.map((line) => line.replace(/^(\d*[05]\.[^。]{4,26})。/, "$1")).join("\n"),
  "with an empty line between paragraphs": (lines) => lines.join("\n\n"),
};

describe("parsePlan", () => {
  for (const [damage, apply] of Object.entries(DAMAGE)) {
    it(`finds the headings of a plan ${damage}`, () => {
      for (const seed of PLANS) {
        const headings = (text: string) =>
          headingsOf(readOutline(text)).map((line) => line.replace(/^\s*\S+ /, ""));
        const outline = readOutline(apply(bodyLines(seed.text, seed.title)));
        expect(outline.title).toBe(seed.title);
        expect(headingsOf(outline).map((line) => line.replace(/^\s*\S+ /, ""))).toEqual(headings(seed.text));
      }
    });
  }
});

describe("parsePlan of a document that has lost the numbers of its sections only", () => {
  const PLAN = [
    "某县水利局2022年工作要点",
    "2022年重点做好以下工作。",
    "筑牢防洪安全底线",
    "1.加固堤防。年内完成6公里。",
    "2.清淤河道。汛前完成。",
    "提升供水保障能力",
    "3.改造水厂。日供水2万吨。",
    "4.延伸管网。惠及3个村。",
  ];

  it("finds them between the lists, as a doubt", () => {
    const reading = readPlan(PLAN.join("\n"));
    expect(headingsOf(outlineOf(reading))).toEqual([
      "? 筑牢防洪安全底线",
      "  1 加固堤防",
      "  2 清淤河道",
      "? 提升供水保障能力",
      "  3 改造水厂",
      "  4 延伸管网",
    ]);
    expect(reading.notices).toContainEqual(
      expect.objectContaining({ code: "headings-inferred", count: 2, certain: false }),
    );
  });

  it("leaves short lines under an item alone", () => {
    const lines = [...PLAN.slice(0, 5), "完善配套设施", "建设泵站两座。", ...PLAN.slice(5)];
    expect(headingsOf(readOutline(lines.join("\n")))).toEqual([
      "1 加固堤防",
      "2 清淤河道",
      "3 改造水厂",
      "4 延伸管网",
    ]);
  });
});

describe("parsePlan of a scan whose lines break in mid-sentence", () => {
  it("joins prose that runs on, and neither headings nor the signature to it", () => {
    const lines = [
      "某县水利局2022年工作要点",
      "一、筑牢防汛安全底线",
      "1.抓好汛前准备。完成水库、堤防、水闸隐患排查，4月底前全部",
      "整改到位，备足救生衣等物资，组织演练3场。",
      "二、全面加强河湖岸线保护利用和综合治理能力建设水平",
      "落实河长制，县级河长每季度巡河不少于1次，乡级河长每月巡",
      "河不少于1次。",
      "某县水利局",
      "2022年3月7日",
    ];
    const outline = readOutline(lines.join("\n"));
    expect(outline.sections[0]?.items[0]?.paragraphs).toEqual([
      "完成水库、堤防、水闸隐患排查，4月底前全部整改到位，备足救生衣等物资，组织演练3场。",
    ]);
    expect(outline.sections[1]?.heading).toBe("全面加强河湖岸线保护利用和综合治理能力建设水平");
    expect(outline.sections[1]?.paragraphs).toEqual([
      "落实河长制，县级河长每季度巡河不少于1次，乡级河长每月巡河不少于1次。",
    ]);
    expect(outline.signature).toBe("某县水利局");
  });
});
