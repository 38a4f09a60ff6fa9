import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editorText, goToItem, newDraft, openWindow } from "./window-page.ts";

/** Headings of the rows of the outline, from one on. */
async function rowsFrom(page: Page, first: string, count: number): Promise<readonly string[]> {
  const all = await page.locator(".outline-heading").allInnerTexts();
  const at = all.findIndex((text) => text.includes(first));
  return all.slice(at, at + count);
}

/** Presses the button of the mouse on one element, and takes it to a place of another. */
async function dragTo(page: Page, from: Locator, to: Locator, share: number): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error("nowhere to go");
  const start = await from.boundingBox();
  const x = (start?.x ?? 0) + (start?.width ?? 0) / 2;
  await page.mouse.move(x, box.y + box.height * share, { steps: 4 });
  await page.mouse.move(x, box.y + box.height * share + 1);
}

describe("dragging", () => {
  it("moves parts in the outline and by the handle of the text, and is let go by Esc", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    const before = await editorText(page);
    const row = (heading: string) => page.getByRole("treeitem", { name: heading });
    await goToItem(page, "2.深入推进三个再活动安排");
    const [one = "", two = "", three = ""] = await rowsFrom(page, "1.", 3);
    const words = (text: string) => text.replace(/^\d+\./, "");

    await dragTo(page, row(three), row(one), 0.1);
    const line = page.locator(".outline .drop-line");
    await line.waitFor();
    expect(await line.innerText()).toBe("1.");
    await page.keyboard.press("Escape");
    await line.waitFor({ state: "detached" });
    await page.mouse.up();
    expect(await editorText(page)).toBe(before);

    await dragTo(page, row(three), row(one), 0.1);
    await line.waitFor();
    await page.mouse.up();
    await row(`1.${words(three)}`).waitFor();
    expect(await rowsFrom(page, "1.", 3)).toEqual([
      `1.${words(three)}`,
      `2.${words(one)}`,
      `3.${words(two)}`,
    ]);
    expect(await page.locator("[aria-live]", { hasText: "现为" }).innerText()).toMatch(
      /^现为 1\..*在“一、.*”之下$/,
    );

    // By the handle in the text, past the next one.
    const part = page.locator(".plan-item", { hasText: words(three).slice(0, 8) }).first();
    await part.hover();
    const handle = page.locator(".part-handle");
    await handle.waitFor();
    const after = page.locator(".plan-item", { hasText: words(one).slice(0, 8) }).first();
    await dragTo(page, handle, after, 0.8);
    await page.locator(".paper .drop-line").waitFor();
    expect(await page.locator(".paper .drop-line").innerText()).toBe("2.");
    await page.mouse.up();
    await row(`2.${words(three)}`).waitFor();
    expect(await rowsFrom(page, "1.", 3)).toEqual([
      `1.${words(one)}`,
      `2.${words(three)}`,
      `3.${words(two)}`,
    ]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await row(`3.${words(three)}`).waitFor();
    expect(await editorText(page)).toBe(before);

    // Near the edge the list goes on by itself.
    await dragTo(page, row(three), row(one), 0.1);
    const tree = page.getByRole("tree", { name: "大纲" });
    const box = await tree.boundingBox();
    // Further in than where the browser itself begins to scroll.
    const edge = (box?.y ?? 0) + (box?.height ?? 0) - 30;
    for (let still = 0; still < 3; still += 1) await page.mouse.move(100, edge);
    const scrolled = () => tree.evaluate(({ scrollTop }) => scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(100);
    await page.keyboard.press("Escape");
    await line.waitFor({ state: "detached" });
    const stopped = await scrolled();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await scrolled()).toBe(stopped);
    expect(await editorText(page)).toBe(before);
    expect(complaints).toEqual([]);
  });
});

describe("several rows of the outline", () => {
  it("are chosen by keys and mouse, moved, cut and pasted together", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    const before = await editorText(page);
    const tree = page.getByRole("tree", { name: "大纲" });
    const chosen = () => page.locator('[aria-selected="true"] .outline-heading').allInnerTexts();
    const [one = "", two = "", three = "", four = ""] = await rowsFrom(page, "1.", 4);
    const words = (text: string) => text.replace(/^\d+\./, "");
    const row = (heading: string) => page.getByRole("treeitem", { name: heading });
    await row(one).click();
    await row(two).click({ modifiers: ["Shift"] });
    expect(await chosen()).toEqual([one, two]);
    expect(await tree.getAttribute("aria-multiselectable")).toBe("true");

    await page.keyboard.press("Alt+Shift+ArrowDown");
    await row(`1.${words(three)}`).waitFor();
    expect(await rowsFrom(page, "1.", 4)).toEqual([
      `1.${words(three)}`,
      `2.${words(one)}`,
      `3.${words(two)}`,
      four,
    ]);

    await page.keyboard.press("Control+x");
    await row(`2.${words(four)}`).waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Control+v");
    await row(`2.${words(one)}`).waitFor();
    expect(await rowsFrom(page, "1.", 4)).toEqual([
      `1.${words(three)}`,
      `2.${words(one)}`,
      `3.${words(two)}`,
      four,
    ]);
    await page.keyboard.press("Delete");
    await row(`1.${words(three)}`).waitFor();
    expect((await editorText(page)).length).toBeLessThan(before.length);
    await page.getByRole("button", { name: "撤销" }).last().click();
    await expect.poll(async () => (await editorText(page)).length).toBe(before.length);
    await tree.focus();
    for (let undo = 0; undo < 3; undo += 1) await page.keyboard.press("Control+z");
    await row(`1.${words(one)}`).waitFor();
    expect(await editorText(page)).toBe(before);
    expect(complaints).toEqual([]);
  });
});
