import { describe, expect, it } from "vitest";
import { type PrintedPage, textOfPrinted } from "../../../src/core/official/printed-page.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { LETTER_RULE_WIDTH, PAGE_HEIGHT, PAGE_WIDTH, twips } from "../../../src/formats/docx/gbt9704.ts";
import { textOf } from "../../../src/formats/docx/official-document.ts";
import { DEFAULT_PROFILE, lineWidth, PROFILES, type Profile } from "../../../src/formats/docx/profile.ts";
import { printedPages } from "../../../src/formats/print/printed-pages.ts";
import { laidOutLines } from "../../support/docx-layout.ts";
import { NOTICE, samplePlan, taskTable } from "../../support/official-samples.ts";
import { seedPlans } from "../../support/seed-plans.ts";

const seeds = await seedPlans();

function textsOf({ texts }: PrintedPage): readonly string[] {
  return texts.map(textOfPrinted);
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, "");
}

describe("printedPages", () => {
  it.each(seeds)("prints every page and line of the layout, and every character once: $name", ({ plan }) => {
    const document = composeDocument(plan, { form: "plan" });
    const { pages, complete } = printedPages(document);
    const layout = laidOutLines(document);
    expect(complete).toBe(true);
    expect(pages.length).toBe(layout.length);
    for (const [index, page] of pages.entries()) {
      const printed = [...textsOf(page)];
      expect(printed.pop()).toBe(`— ${index + 1} —`);
      const lines = (layout[index] ?? []).map((line) => line.text.trimEnd()).filter((line) => line !== "");
      expect(printed).toEqual(lines);
    }
    const all = pages.flatMap((page) => textsOf(page).slice(0, -1)).join("");
    expect(withoutSpaces(all)).toBe(withoutSpaces(document.elements.map(textOf).join("")));
  });

  it("knows the block that each line prints, and the fonts it is set in", () => {
    const { pages, fonts } = printedPages(composeDocument(samplePlan(2, {}), { form: "plan" }));
    const heading = pages[0]?.texts.find((text) => textOfPrinted(text).startsWith("1.深入推进第1项工作。"));
    expect(heading?.block).not.toBeNull();
    expect(heading?.runs.map(({ text, font, bold }) => [text.slice(0, 4), font, bold])).toEqual([
      ["1.", "Times New Roman", true],
      ["深入推进", "仿宋_GB2312", true],
      ["1", "Times New Roman", true],
      ["项工作。", "仿宋_GB2312", true],
      ["坚持把政", "仿宋_GB2312", false],
    ]);
    expect(fonts).toEqual([
      "方正小标宋简体",
      "Times New Roman",
      "仿宋_GB2312",
      "黑体",
      "楷体_GB2312",
      "宋体",
    ]);
  });

  it.each(PROFILES)("spreads full lines to the width of the text and nothing beyond it: $name", (profile) => {
    const { pages } = printedPages(composeDocument(samplePlan(6, {}), { form: "plan", profile }));
    const right = profile.leftMargin + lineWidth(profile);
    const ends = pages.flatMap((page) =>
      page.texts.filter(({ block }) => block !== null).map(({ x, width }) => x + width),
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(right + 1);
    expect(ends.filter((end) => Math.abs(end - right) <= 1).length).toBeGreaterThan(ends.length / 2);
  });

  it("7.2 prints mark and rule of the masthead red, the rule as wide as the text", () => {
    const [page] = printedPages(composeDocument(samplePlan(2, NOTICE), { form: "notice" })).pages;
    expect(page?.texts.filter(({ red }) => red).map(textOfPrinted)).toEqual(["示例市教育局文件"]);
    const [rule, ...others] = page?.rules ?? [];
    expect(others).toEqual([]);
    expect(rule).toMatchObject({ red: true, height: 45, width: PAGE_WIDTH - 1_587 - 1_474 });
  });

  it("7.4 prints the imprint at the foot of the type area on an even last page, between its three rules", () => {
    const { pages } = printedPages(composeDocument(samplePlan(6, NOTICE), { form: "notice" }));
    expect(pages.length % 2).toBe(0);
    const last = pages.at(-1);
    expect(last?.rules.map(({ height }) => height)).toEqual([20, 15, 20]);
    const foot = Math.max(...(last?.rules ?? []).map(({ y, height }) => y + height));
    expect(Math.abs(foot - (PAGE_HEIGHT - twips(35)))).toBeLessThan(2);
    const printed = textsOf(last ?? { width: 0, height: 0, texts: [], rules: [] });
    expect(printed.find((text) => text.startsWith("抄送："))).toMatch(/^抄送：省教育厅，市委办公室/);
    expect(printed).toContain("2027年1月6日印发");
  });

  it("7.5 sets page numbers at the outer edge, in the middle where the office wants it so", () => {
    const numbers = (profile: Profile) =>
      printedPages(composeDocument(samplePlan(8, {}), { form: "plan", profile })).pages.map(({ texts }) =>
        texts.at(-1),
      );
    const [odd, even] = numbers(DEFAULT_PROFILE);
    expect(Math.abs((odd?.x ?? 0) + (odd?.width ?? 0) - (PAGE_WIDTH - 1_474 - 280))).toBeLessThan(2);
    expect(even?.x).toBe(1_587 + 280);
    const [first] = numbers({ ...DEFAULT_PROFILE, pageNumbers: { position: "center", dashes: false } });
    const middle = 1_587 + lineWidth(DEFAULT_PROFILE) / 2;
    expect(first && textOfPrinted(first)).toBe("1");
    expect(Math.abs((first?.x ?? 0) + (first?.width ?? 0) / 2 - middle)).toBeLessThan(2);
  });

  it("8 prints a table that lies across with its head on every page and every cell once", () => {
    const table = taskTable(25, true);
    const { pages } = printedPages(
      composeDocument(samplePlan(2, { ...NOTICE, attachments: [table] }), { form: "notice" }),
    );
    const lying = pages.filter(({ width, height }) => width > height);
    expect(lying.length).toBeGreaterThan(1);
    for (const page of lying) {
      const printed = textsOf(page);
      expect(printed.filter((text) => text === "牵头单位").length).toBe(1);
      expect(page.texts.at(-1)?.turned).toBe(90);
    }
    const cells = lying.flatMap(textsOf).join("");
    for (const row of table.rows.slice(1)) expect(cells).toContain(row[1]?.slice(0, 10));
    expect(lying.flatMap(textsOf).filter((text) => text === "组织人事科").length).toBe(25);
  });

  it("10.1 prints the double rules of a letter, and no number on its first page", () => {
    const { pages } = printedPages(composeDocument(samplePlan(2, NOTICE), { form: "letter" }));
    const [first] = pages;
    expect(first?.rules.map(({ width, height, red }) => [width, height, red])).toEqual([
      [LETTER_RULE_WIDTH, 60, true],
      [LETTER_RULE_WIDTH, 15, true],
      [LETTER_RULE_WIDTH, 15, true],
      [LETTER_RULE_WIDTH, 60, true],
    ]);
    expect(textsOf(first ?? { width: 0, height: 0, texts: [], rules: [] })).not.toContain("— 1 —");
  });
});
