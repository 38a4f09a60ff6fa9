import { describe, expect, it } from "vitest";
import { outlineOf } from "../../../src/core/reading/outline.ts";
import { planReadingSchema } from "../../../src/core/reading/plan-reading.ts";
import { readPlan } from "../../support/reading.ts";

describe("parsePlan of hostile text", () => {
  it("reads more headings and clauses than there are numerals for", () => {
    const outline = outlineOf(readPlan(`2023年工作要点\n${"一、加强\n".repeat(10_050)}`));
    expect(outline.sections.length).toBe(10_050);
  });

  it("reads more lines of one kind than a call takes arguments", () => {
    const plan = "2023年工作要点\n一、加强党建。落实责任。\n";
    expect(readPlan(`${plan}${"附件：1.表\n".repeat(130_000)}`).attachments.length).toBe(130_000);
    expect(readPlan(`${"菜单\n".repeat(130_000)}${plan}`).dropped.length).toBe(130_000);
  });

  it("keeps a wild number of organs within what the model allows", () => {
    const organs = Array.from(
      { length: 300 },
      (_, index) =>
        `第${"甲乙丙丁戊己庚辛壬癸"[index % 10]}${"春夏秋冬"[index % 4]}${index % 7 === 0 ? "市" : "县"}教育局`,
    );
    const reading = readPlan(`2023年工作要点\n一、加强党建。落实责任。\n${organs.join("\n")}\n2023年3月1日`);
    expect(planReadingSchema.safeParse(reading).success).toBe(true);
  });

  it.each([
    ["dashes", `加强${"-".repeat(1_000_000)}`],
    ["blanks", `加强${" ".repeat(1_000_000)}a`],
    ["brackets", `加强${"(".repeat(1_000_000)}`],
    ["lost numbers", "*.加强".repeat(100_000)],
    ["sections", "。一、加强".repeat(100_000)],
  ])("reads a line of %s", (_, line) => {
    expect(readPlan(line).kind).toBeTypeOf("string");
  });
});
