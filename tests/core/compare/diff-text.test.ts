import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffText } from "../../../src/core/compare/diff-text.ts";

/** Runs in one line: `=` equal, `-` deleted, `+` inserted. */
function shown(last: string, next: string): string {
  const signs = { equal: "=", deleted: "-", inserted: "+" } as const;
  return diffText(last, next)
    .map(({ kind, text }) => `${signs[kind]}${text}`)
    .join("|");
}

describe("diffText", () => {
  it("shows a number that changed as a whole", () => {
    expect(shown("入园率达98%以上", "入园率达98.5%以上")).toBe("=入园率达|-98%|+98.5%|=以上");
  });

  it("begins an inserted phrase after the mark before it", () => {
    expect(shown("加强教研，加强管理。", "加强教研，加强督导，加强管理。")).toBe(
      "=加强教研，|+加强督导，|=加强管理。",
    );
  });

  it("takes a single common character between two phrases for chance", () => {
    expect(shown("推动教师轮岗交流", "促进校长定期教学研修")).toBe("-推动教师轮岗交流|+促进校长定期教学研修");
  });

  it("gives one run for equal texts and none for empty ones", () => {
    expect(shown("一样", "一样")).toBe("=一样");
    expect(diffText("", "")).toEqual([]);
    expect(shown("", "新增")).toBe("+新增");
    expect(shown("删去", "")).toBe("-删去");
  });

  it("spells both texts whatever they are", () => {
    const text = fc
      .array(fc.constantFrom("加强", "教师", "队伍", "，", "。", "98%", "；", "\n", "A", "的", "😀"), {
        maxLength: 40,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (last, next) => {
        const runs = diffText(last, next);
        const spell = (other: "inserted" | "deleted") =>
          runs
            .filter(({ kind }) => kind !== other)
            .map((run) => run.text)
            .join("");
        expect(spell("inserted")).toBe(last);
        expect(spell("deleted")).toBe(next);
        expect(runs.every((run) => run.text !== "")).toBe(true);
      }),
    );
  });

  it("spells both texts where they are too long or too different to compare by characters", () => {
    const last = Array.from({ length: 900 }, (_, at) => `推进第${at}项改革。`).join("");
    const next = Array.from({ length: 900 }, (_, at) => `实施第${at * 7}个工程。`).join("");
    const runs = diffText(last, next);
    const deleted = runs.filter(({ kind }) => kind !== "inserted").map(({ text }) => text);
    const inserted = runs.filter(({ kind }) => kind !== "deleted").map(({ text }) => text);
    expect(deleted.join("")).toBe(last);
    expect(inserted.join("")).toBe(next);
  });
});
