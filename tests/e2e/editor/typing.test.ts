import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";
import { type EditorPage, openEditorPage } from "./editor-page.ts";

let editor: EditorPage;

beforeAll(async () => {
  editor = await openEditorPage();
});
afterAll(() => editor.close());
beforeEach(async () => {
  await editor.open(plan("要点", [section("一部分", [item("甲。", [paragraph("")])])]));
  await editor.caret("", 0);
});

/** Every numbered line as it is seen. */
const shown = () =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll("[data-no]")].map(
      (line) => `${line.getAttribute("data-no")}${line.textContent}`,
    ),
  );
const text = () => editor.page.evaluate(() => window.harness.view().state.doc.textContent);
const type = (typed: string) => editor.page.keyboard.type(typed);

describe("typing a number at the start of a line", () => {
  it.each([
    ["（三）", "（一）乙"],
    ["三、", "二、乙"],
    ["3.", "2.乙"],
    ["二是", "一是乙"],
    ["第二部分 ", "第一部分　乙"],
  ])("%s makes its level, with the number that is due", async (typed, line) => {
    await type(`${typed}乙`);
    expect(await shown()).toContain(line);
  });

  it("is refused by one Backspace, which brings the number back as text", async () => {
    await type("三、");
    await editor.page.keyboard.press("Backspace");
    await type("四季度");
    expect(await text()).toContain("三、四季度");
    expect(await shown()).toHaveLength(2);
  });

  it("is undone at once, and leaves numbers inside a line alone", async () => {
    const before = await text();
    await type("新建3.5公里，一是");
    expect(await text()).toContain("新建3.5公里，一是");
    await editor.page.keyboard.press("Control+z");
    expect(await text()).toBe(before);
  });

  it("waits for the end of a composition", async () => {
    await editor.devtools.send("Input.imeSetComposition", { text: "三", selectionStart: 1, selectionEnd: 1 });
    await editor.devtools.send("Input.imeSetComposition", {
      text: "三、",
      selectionStart: 2,
      selectionEnd: 2,
    });
    expect(await shown()).toHaveLength(2);
    await editor.devtools.send("Input.insertText", { text: "三、" });
    await expect.poll(shown).toHaveLength(3);
    await type("乙");
    expect(await shown()).toContain("二、乙");
    expect(editor.errors).toEqual([]);
  });
});

describe("typing half-width marks", () => {
  it("makes them full-width behind Chinese text and leaves figures alone", async () => {
    await type("新增学位1,200个,其中(含民办)30%;完成率:95.5");
    expect(await text()).toContain("新增学位1,200个，其中（含民办）30%;完成率：95.5");
  });

  it("is refused by one Backspace", async () => {
    await type("甲,");
    await editor.page.keyboard.press("Backspace");
    expect(await text()).toContain("甲,");
  });
});

describe("typing into a paragraph that is full", () => {
  it("takes nothing in, and says so", async () => {
    await editor.open(plan("要点", [section("一部分", [item("甲。", [paragraph("长".repeat(100_000))])])]));
    await editor.caret("长", 0);
    await editor.page.keyboard.insertText("多");
    expect(await text()).not.toContain("多");
    expect(await editor.page.evaluate(() => window.harness.refused())).toContain("paragraph-full");
  });
});
