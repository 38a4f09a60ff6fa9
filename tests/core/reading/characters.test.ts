import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlineOf } from "../../../src/core/reading/outline.ts";
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { planReadingSchema } from "../../../src/core/reading/plan-reading.ts";
import { linesOf, seeds } from "../../support/reading.ts";
import { bare, characterCounts, keptLines, textsOf } from "../../support/reading-characters.ts";

describe("parsePlan", () => {
  for (const seed of seeds()) {
    it(`keeps every character of ${seed.file} in order, but for the repairs it reports`, () => {
      const source = linesOf(seed.text);
      const reading = parsePlan(source);
      let into = keptLines(source, reading).map(bare).join("");
      for (const { code, before, after } of reading.notices) {
        if (code === "date-repaired") into = into.replace(before, "");
        if (code === "domain-removed" || code === "title-year-mark-inserted")
          into = into.replace(bare(before), bare(after));
        if (code === "heading-colon-removed") into = into.replace(before, after);
      }
      let out = textsOf(reading).map(bare).join("");
      for (const { code, before, after } of reading.notices)
        if (code === "heading-period-inserted")
          out = out.replace(bare(unquoted(after)), bare(unquoted(before, 1)));
      expect(out).toBe(into);
    });
  }

  const words = [
    "甲",
    "乙",
    "丙",
    "丁",
    "戊己",
    "庚辛壬",
    "加强甲乙工作",
    "推进丙丁建设",
    "2023年",
    "工作要点",
    "教育局",
    "县",
    "关于印发",
    "的通知",
    "现将",
    "印发给你们",
  ];
  const marks = [
    "。",
    "，",
    "；",
    "：",
    "、",
    ",",
    ":",
    "(",
    ")",
    "《",
    "》",
    "“",
    "”",
    " ",
    "\t",
    "　",
    "|",
    ">",
    "*.",
    "——",
    "…",
  ];
  const numbers = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "(二)",
    "㈢",
    "1.",
    "2．",
    "3、",
    "（1）",
    "⑵",
    "①",
    "一是",
    "二是",
    "首先，",
    "第一，",
    "第一部分",
    "附件：",
    "【重点1】",
    "目录",
    "序号",
  ];
  const line = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...marks), fc.constantFrom(...numbers)), {
      maxLength: 14,
    })
    .map((parts) => parts.join(""));
  const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));

  it("loses no character of a random document", () => {
    fc.assert(
      fc.property(text, (document) => {
        const reading = parsePlan(linesOf(document));
        const out = characterCounts(
          [...textsOf(reading), ...reading.dropped.map((dropped) => dropped.text)].join(""),
        );
        for (const [character, count] of characterCounts(document))
          if ("甲乙丙丁戊己庚辛壬".includes(character))
            expect(out.get(character) ?? 0, character).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives a valid reading and outline of any text", () => {
    const any = fc.oneof(
      text,
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(any, (document) => {
        const reading = parsePlan(linesOf(document));
        expect(() => planReadingSchema.parse(reading)).not.toThrow();
        expect(outlineOf(reading).kind).toBe(reading.kind);
      }),
      { numRuns: 500 },
    );
  });

  it("gives every block an id of its own and a line", () => {
    fc.assert(
      fc.property(text, (document) => {
        const ids = [...JSON.stringify(parsePlan(linesOf(document)).plan).matchAll(/"id":"([^"]+)"/g)].map(
          (match) => match[1],
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });

  it("reads a line of 5 MB without cutting it off", () => {
    const long = "加强甲乙工作，推进丙丁建设。".repeat(360_000);
    const reading = parsePlan(linesOf(`2023年工作要点\n${long}`));
    expect(textsOf(reading).join("").length).toBe(long.length + "2023年工作要点".length);
    expect(() => planReadingSchema.parse(reading)).not.toThrow();
  });
});

/** Notices quote 60 characters and mark the cut with …. */
function unquoted(text: string, less = 0): string {
  return text.endsWith("…") ? text.slice(0, 60 - less) : text;
}
