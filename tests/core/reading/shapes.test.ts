import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { codesOf, headingsOf, linesOf, readOutline, readPlan } from "../../support/reading.ts";
import { keptLines, textsOf } from "../../support/reading-characters.ts";

/**
 * Plans of many bureaus in the shapes met in the wild (`tests/data/shapes`). What is expected of each was written
 * down by reading it: `3 加强…` is an item with the printed number 3, `?` a lost number, `—` a missing heading.
 */
const expectedSchema = z.record(
  z.string(),
  z.strictObject({
    facts: z.record(z.string(), z.unknown()),
    leadIn: z.int(),
    headings: z.array(z.string()),
    closing: z.array(z.string()),
    notices: z.array(z.string()),
    dropped: z.array(z.string()),
  }),
);

const folder = new URL("../../data/shapes/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

const SHAPES: Readonly<Record<string, string>> = {
  "notice-with-signature.txt":
    "separates a notice with its own signature and date, titles over two lines and mixed separators",
  "headings-alone.txt":
    "reads headings alone on their lines beside headings with run-in bodies, and （1） below them",
  "one-paragraph.txt": "splits a document that is one paragraph",
  "items-without-sections.txt":
    "reads items without sections, clauses, a closing paragraph and a date in Chinese numerals",
  "hard-line-breaks.txt": "joins sentences broken over lines and drops page numbers",
  "draft-with-attachments.txt": "reads a draft with a list of attachments and a date without day",
  "slogan-title.txt": "joins a slogan and its subtitle to one title",
  "table-with-tabs.txt": "keeps the rows of a table out of the items",
  "table-cell-per-line.txt": "keeps a table with a cell per line out of the items and of the attachments",
  "summary-and-plan.txt": "tells a summary and the year it plans",
  "news.txt": "calls a text without plan and structure other",
  "part-levels.txt": "reads parts above three levels, and ㈠ and ⒈",
  "items-no-heading.txt": "leaves items of one clause without heading",
  "running-labels.txt": "takes running labels as numbers",
  "school-year.txt": "reads the plan of a school year with a calendar",
  "notice-with-points.txt": "does not take the numbered points of a notice for the plan",
  "whole-page.txt": "drops menus, metadata and footers of a whole page",
  "lost-periods.txt": "puts lost 。 back behind headings",
  "headings-closed-by-colons.txt":
    "splits headings closed by colons and takes （1） for items where 1. is missing",
  "notice-only.txt": "calls a notice whose plan is not on the page other and keeps its text",
  "plan-as-attachment.txt": "finds the plan behind the word 附件",
  "sections-without-items.txt": "reads sections without items, lists of ； and clauses on lines of their own",
  "odd-markers.txt": "reads full-width digits, 一， and brackets of mixed width",
  "page-markers.txt": "removes page markers that cut words",
  "contents-and-watermark.txt": "drops a contents page and watermarks",
  "traditional.txt": "reads traditional characters",
  "several-plans.txt": "reads the first of several plans and lists them all",
  "plan-is-a-notice.txt": "reads a notice that is the plan itself",
  "subsections-in-line.txt": "splits subsections in a line and leaves enumerations in sentences",
  "items-in-line.txt": "splits items in a line that begins with the first of them",
};

/** Words that are removed with a notice. */
const REMOVED: Readonly<Record<string, readonly string[]>> = {
  "contents-and-watermark.txt": ["本文来源于网络", "仅供参考"],
  "running-labels.txt": ["重点任务", "重点任务", "重点任务"],
};

describe("parsePlan", () => {
  const expected = expectedSchema.parse(JSON.parse(read("expected.json")));

  it("is tested with every document of the folder", () => {
    expect(Object.keys(SHAPES).sort()).toEqual(Object.keys(expected).sort());
  });

  it("takes 工作目标： for a heading with its body behind it", () => {
    const outline = readOutline(
      "2023年工作要点\n一、总体要求\n（一）工作目标：建成书房3个。\n（二）基本原则\n坚持统筹兼顾。",
    );
    expect(headingsOf(outline)).toEqual(["一 总体要求", "  一 工作目标", "  二 基本原则"]);
  });

  it("does not cut an item of one sentence behind its commas", () => {
    const outline = readOutline(
      "2023年工作要点\n一、医疗\n1.做好防控。落实方案。\n2.加强疾控。推进改革。\n3.加强乡镇卫生院建设，新增社区医院8家，改造提升村卫生室100家。",
    );
    expect(headingsOf(outline).at(-1)).toBe("  3 —");
  });

  it("does not take a heading with a number and a blank for the title", () => {
    const outline = readOutline(
      "2020年县财政局工作思路\n1 总体目标\n1.1 收入目标\n收入增长。\n2 重点工作\n2.1 强化征管\n加强征管。",
    );
    expect(outline.title).toBe("2020年县财政局工作思路");
    expect(headingsOf(outline)).toEqual(["1 总体目标", "  1 收入目标", "2 重点工作", "  1 强化征管"]);
  });

  it("reads names and numbers blanked out with X or ×", () => {
    const outline = readOutline(
      "××市民政局关于印发2023年民政工作要点的通知\nX民发〔2023〕3号\n各科室：\n现将工作要点印发给你们。\n××市民政局\n2023年3月1日\n2023年民政工作要点\n一、救助。落实政策。\n二、养老。建好站点。",
    );
    expect(outline).toMatchObject({
      title: "2023年民政工作要点",
      issuer: "××市民政局",
      documentNumber: "X民发〔2023〕3号",
      signature: "××市民政局",
      date: "2023-03-01",
    });
  });

  for (const [file, behaviour] of Object.entries(SHAPES)) {
    it(`${behaviour} (${file})`, () => {
      const outline = readOutline(read(file));
      const facts = Object.fromEntries(
        Object.keys(expected[file]?.facts ?? {}).map((key) => [key, outline[key as keyof typeof outline]]),
      );
      expect({
        facts,
        leadIn: outline.leadIn.length,
        headings: headingsOf(outline),
        closing: outline.closing.map((text) => text.slice(0, 12)),
        notices: codesOf(outline),
        dropped: outline.dropped.map((line) => `${line.line} ${line.reason}`),
      }).toEqual(expected[file]);
    });

    it(`keeps the words of ${file}`, () => {
      const source = linesOf(read(file));
      const reading = readPlan(read(file));
      const out = wordsOf(textsOf(reading).join("")).join("");
      const lost = keptLines(source, reading)
        .flatMap(wordsOf)
        .filter((word) => word.length >= 4 && !out.includes(word));
      expect(lost).toEqual(REMOVED[file] ?? []);
    });
  }
});

/** Runs of Chinese characters, numerals apart: numbering becomes position. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{Script=Han}]+|[一二三四五六七八九十]+是?/u);
}
