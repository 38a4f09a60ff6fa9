import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editor, editorText, goToItem, newDraft, openWindow } from "./window-page.ts";

/** Text before and after the caret in its paragraph. */
function caret(page: Page) {
  return page.evaluate(() => {
    const selection = getSelection();
    return { offset: selection?.focusOffset, text: selection?.focusNode?.textContent };
  });
}

/** What has the keyboard, by its role or tag and its name. */
function focused(page: Page) {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });
}

describe("the keys of the window", () => {
  it("leads into the suggestions and back to the exact caret", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await goToItem(page, "14.促进学前教育优质普惠发展");
    for (let press = 0; press < 4; press += 1) await page.keyboard.press("ArrowRight");
    const before = await caret(page);
    await page.keyboard.press("Control+1");
    await page.getByRole("option").first().waitFor();
    await expect.poll(() => focused(page)).toBe("往年条目");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("正文");
    expect(await caret(page)).toEqual(before);
    await page.keyboard.press("Alt+/");
    await expect.poll(() => focused(page)).toBe("往年条目");
  });

  it("inserts an item by Enter, and undo takes it back whole", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await goToItem(page, "14.促进学前教育优质普惠发展");
    await page.keyboard.press("Control+1");
    await page.getByRole("option").first().waitFor();
    const before = await editorText(page);
    const items = await page.getByRole("treeitem").count();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("treeitem").count()).toBe(items + 1);
    expect(await focused(page)).toBe("正文");
    await page.keyboard.press("Control+z");
    await expect.poll(() => editorText(page)).toBe(before);
  });

  it("inserts the marked sentence only", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await goToItem(page, "14.促进学前教育优质普惠发展");
    await page.keyboard.press("End");
    await page.keyboard.press("Control+1");
    await page.getByRole("option").first().waitFor();
    const items = await page.getByRole("treeitem").count();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    const sentence = await page.locator(".suggestion-sentence[data-marked=true]").innerText();
    const length = async () => (await editorText(page)).length;
    const before = await length();
    await page.keyboard.press("Enter");
    await expect.poll(length).toBe(before + sentence.length);
    expect(await editorText(page)).toContain(sentence);
    expect(await page.getByRole("treeitem").count()).toBe(items);
  });

  it("settles dated expressions by one key each, and undo brings them back", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    const list = page.getByRole("region", { name: "时序表述" });
    await list.focus();
    const rows = list.locator(".dated-row[aria-current]");
    const count = await rows.count();
    expect(count).toBeGreaterThan(2);
    await page.keyboard.press("k");
    await expect.poll(() => rows.count()).toBe(count - 1);
    await page.keyboard.press("e");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("另行确定");
    await page.keyboard.press("Enter");
    await expect.poll(() => rows.count()).toBe(count - 2);
    expect(await editorText(page)).toContain("另行确定");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect.poll(() => rows.count()).toBe(count);
    expect(await editorText(page)).not.toContain("另行确定");
  });

  it("goes round the panes with F6", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await editor(page).click();
    const places: string[] = [];
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press("F6");
      places.push(
        await page.evaluate(() => {
          const pane = document.activeElement?.closest("[data-pane]");
          return [...document.querySelectorAll("[data-pane]")].indexOf(pane as Element).toString();
        }),
      );
    }
    expect(places).toEqual(["3", "4", "0", "1", "2"]);
    expect(await focused(page)).toBe("正文");
  });

  it("runs a command out of the palette by its initials, at the caret", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await goToItem(page, "2.深入推进三个再活动安排");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("sy");
    await page.getByRole("option", { name: /上移/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("treeitem", { name: "1.深入推进三个再活动安排" }).waitFor();
    expect(await focused(page)).toBe("正文");
    await page.keyboard.press("Control+k");
    expect(await page.getByRole("option").first().innerText()).toContain("上移");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("正文");
  });

  it("moves an item from the outline, and its number follows", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await goToItem(page, "2.深入推进三个再活动安排");
    await page.keyboard.press("Shift+F6");
    await page.keyboard.press("Alt+Shift+ArrowUp");
    await page.getByRole("treeitem", { name: "1.深入推进三个再活动安排" }).waitFor();
  });

  it("remembers which panes are folded", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await page.keyboard.press("Control+\\");
    const outline = page.getByRole("navigation", { name: "大纲" });
    await outline.waitFor({ state: "detached" });
    // Settings are written a moment after the last change.
    await page.waitForTimeout(800);
    await page.reload();
    await page.getByRole("button", { name: "使用恢复内容" }).click();
    await editor(page).waitFor();
    expect(await outline.count()).toBe(0);
  });
});
