import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  editor,
  editorText,
  goToItem,
  newDraft,
  openWindow,
  seriousFindings,
} from "../window/window-page.ts";

const PLACE = "14.促进学前教育优质普惠发展";

/** Where the caret stands: the text of its node and the offset. */
function caret(page: Page) {
  return page.evaluate(() => {
    const selection = getSelection();
    return { text: selection?.focusNode?.textContent, offset: selection?.focusOffset };
  });
}

function countOf(text: string, wanted: string): number {
  return text.split(wanted).length - 1;
}

async function draftAtPlace() {
  const { page, complaints } = await openWindow();
  await newDraft(page);
  await goToItem(page, PLACE);
  for (let press = 0; press < 2; press += 1) await page.keyboard.press("ArrowRight");
  const bar = page.getByRole("search", { name: "查找和替换" });
  return { page, complaints, bar, field: bar.getByRole("textbox", { name: "查找" }) };
}

describe("finding", () => {
  it("counts and walks through the matches, and Esc leads back to the exact caret", async () => {
    const { page, complaints, bar, field } = await draftAtPlace();
    const before = await caret(page);
    await page.keyboard.press("Control+f");
    await field.fill("学前教育");
    const total = countOf(await editorText(page), "学前教育");
    const status = bar.getByRole("status");
    const number = async () => Number((await status.innerText()).split(" / ")[0]);
    await expect.poll(() => status.innerText()).toMatch(new RegExp(`^\\d+ / ${total}$`));
    const first = await number();
    const next = (first % total) + 1;
    await page.keyboard.press("Enter");
    await expect.poll(number).toBe(next);
    await page.keyboard.press("Shift+Enter");
    await expect.poll(number).toBe(first);
    await page.keyboard.press("F3");
    await expect.poll(number).toBe(next);
    await page.keyboard.press("Shift+F3");
    await expect.poll(number).toBe(first);
    expect(await page.evaluate(() => CSS.highlights.get("found")?.size)).toBe(total);
    expect(await seriousFindings(page)).toEqual([]);
    await page.screenshot({ path: "out/find.png" });
    await page.keyboard.press("Escape");
    await bar.waitFor({ state: "detached" });
    expect(await caret(page)).toEqual(before);
    expect(await page.evaluate(() => CSS.highlights.has("found"))).toBe(false);
    expect(complaints).toEqual([]);
  });

  it("returns to a caret that moved in the very moment in which the bar was opened", async () => {
    const { page, bar } = await draftAtPlace();
    const offset = await page.evaluate(() => {
      const selection = getSelection();
      selection?.modify("move", "forward", "character");
      const key = { code: "KeyF", key: "f", ctrlKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
      return selection?.focusOffset;
    });
    await bar.waitFor();
    await page.keyboard.press("Escape");
    await bar.waitFor({ state: "detached" });
    expect((await caret(page)).offset).toBe(offset);
  });

  it("leaves a composition beside the open bar alone, and counts again after it", async () => {
    const { page, complaints, bar, field } = await draftAtPlace();
    await page.keyboard.press("Control+f");
    await field.fill("学前");
    const status = bar.getByRole("status");
    await expect.poll(() => status.innerText()).toMatch(/ \/ \d+$/);
    const total = Number((await status.innerText()).split(" / ")[1]);
    await editor(page).focus();
    const text = await editorText(page);
    const devtools = await page.context().newCDPSession(page);
    for (const typed of ["x", "xu", "xue'q", "xue'qian"])
      await devtools.send("Input.imeSetComposition", {
        text: typed,
        selectionStart: typed.length,
        selectionEnd: typed.length,
      });
    expect(await editorText(page)).toHaveLength(text.length + "xue'qian".length);
    await devtools.send("Input.insertText", { text: "学前" });
    await expect.poll(() => status.innerText()).toMatch(new RegExp(` / ${total + 1}$`));
    expect(await editorText(page)).toHaveLength(text.length + 2);
    expect(await page.evaluate(() => CSS.highlights.get("found")?.size)).toBe(total + 1);
    expect(complaints).toEqual([]);
  });

  it("searches only when the field's own composition is over", async () => {
    const { page, bar, field } = await draftAtPlace();
    await page.keyboard.press("Control+f");
    await field.fill("");
    const devtools = await page.context().newCDPSession(page);
    for (const text of ["x", "xue", "xue'qian"])
      await devtools.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    expect(await field.inputValue()).toBe("xue'qian");
    expect(await bar.getByRole("status").innerText()).toBe("");
    await devtools.send("Input.insertText", { text: "学前" });
    await expect.poll(() => bar.getByRole("status").innerText()).toMatch(/^\d+ \/ \d+$/);
    expect(await field.inputValue()).toBe("学前");
  });

  it("puts the caret on the match by Ctrl+Enter, and searches one part only", async () => {
    const { page, bar, field } = await draftAtPlace();
    await page.keyboard.press("Control+f");
    await field.fill("教育");
    const status = bar.getByRole("status");
    const total = async () => Number((await status.innerText()).split(" / ")[1]);
    await expect.poll(total).toBeGreaterThan(1);
    const all = await total();
    await bar.getByRole("checkbox", { name: "只在本部分" }).check();
    await expect.poll(total).toBeLessThan(all);
    await field.press("Control+Enter");
    await bar.waitFor({ state: "detached" });
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("教育");
  });
});

describe("replacing", () => {
  it("replaces one, and all that are ticked in one step of undo", async () => {
    const { page, complaints, bar, field } = await draftAtPlace();
    const text = await editorText(page);
    const total = countOf(text, "学前教育");
    await page.keyboard.press("Control+h");
    await field.fill("学前教育");
    await bar.getByRole("textbox", { name: "替换为" }).fill("幼儿教育");
    await bar.getByRole("button", { name: "替换", exact: true }).click();
    await expect.poll(async () => countOf(await editorText(page), "幼儿教育")).toBe(1);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect.poll(() => editorText(page)).toBe(text);

    await page.keyboard.press("Control+h");
    await bar.getByRole("button", { name: "全部替换…" }).click();
    const list = page.getByRole("list", { name: "将替换的地方" });
    expect(await list.getByRole("checkbox").count()).toBe(total);
    await list.getByRole("checkbox").first().uncheck();
    await page.waitForTimeout(300);
    expect(await seriousFindings(page)).toEqual([]);
    await page.screenshot({ path: "out/replace.png" });
    await page.getByRole("button", { name: `替换 ${total - 1} 处` }).click();
    await expect.poll(async () => countOf(await editorText(page), "幼儿教育")).toBe(total - 1);
    expect(countOf(await editorText(page), "学前教育")).toBe(1);
    await page.keyboard.press("Escape");
    await editor(page).focus();
    await page.keyboard.press("Control+z");
    await expect.poll(() => editorText(page)).toBe(text);
    expect(complaints).toEqual([]);
  });

  it("finds and replaces by regular expression, and stops one that runs away", async () => {
    const { page, complaints, bar, field } = await draftAtPlace();
    await page.keyboard.press("Control+h");
    const status = bar.getByRole("status");
    await bar.getByRole("checkbox", { name: "正则表达式" }).check();
    await field.fill("(");
    await expect.poll(() => status.innerText()).toBe("写法不对");
    await field.fill("([\\p{Script=Han}]+)*%%");
    await expect.poll(() => status.innerText(), { timeout: 9_000 }).toMatch(/^太费时/);
    await field.fill("(\\d+)%以上");
    await expect.poll(() => status.innerText()).toMatch(/^\d+ \/ [2-9]$/);
    const before = await editorText(page);
    const total = before.match(/\d+%以上/g)?.length ?? 0;
    await bar.getByRole("textbox", { name: "替换为" }).fill("达到$1%");
    await bar.getByRole("button", { name: "全部替换…" }).click();
    await page.screenshot({ path: "out/replace-pattern.png" });
    await page.getByRole("button", { name: `替换 ${total} 处` }).click();
    await expect.poll(() => editorText(page)).toBe(before.replace(/(\d+)%以上/g, "达到$1%"));
    expect(complaints).toEqual([]);
  });
});
