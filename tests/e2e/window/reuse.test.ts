import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editorText, goToItem, KUNMING, newDraft, openWindow, seriousFindings } from "./window-page.ts";

const SHOTS = join(import.meta.dirname, "../../../out/e2e");

async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `reuse-${name}.png`) });
}

/** A draft with the caret behind the heading of a new item. */
async function writing(page: Page): Promise<void> {
  await newDraft(page, KUNMING);
  await goToItem(page, "7.实施名校建设工程");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("促进学前教育。");
}

const ghost = (page: Page) => page.locator("[data-ghost]");
/** The paragraph of the caret and the offset in it. */
const caret = (page: Page) =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection() ?? {};
    return `${focusNode?.textContent ?? ""}|${focusOffset ?? -1}`;
  });

describe("a sentence that goes on", () => {
  it("is taken by Tab, let go by any other key, and never moves the caret", async () => {
    const { page, complaints } = await openWindow();
    await writing(page);
    await page.keyboard.type("落实政府购买普惠性");
    await ghost(page).waitFor();
    await shot(page, "ghost");
    const rest = (await ghost(page).getAttribute("data-ghost")) ?? "";
    expect(rest.length).toBeGreaterThan(1);
    expect(await editorText(page)).not.toContain(`落实政府购买普惠性${rest}`);
    const place = await caret(page);
    await page.keyboard.press("Escape");
    await ghost(page).waitFor({ state: "detached" });
    expect(await caret(page)).toBe(place);
    await page.keyboard.press("Backspace");
    await page.locator(`[data-ghost="性${rest}"]`).waitFor();
    await page.keyboard.type("性");
    await page.locator(`[data-ghost="${rest}"]`).waitFor();
    await page.keyboard.press("Tab");
    await expect.poll(() => editorText(page)).toContain(`落实政府购买普惠性${rest}`);
    await page.keyboard.press("Control+z");
    await expect.poll(() => editorText(page)).not.toContain(`落实政府购买普惠性${rest}`);
    expect(complaints).toEqual([]);
  });

  it("stays away while an input method composes", async () => {
    const { page } = await openWindow();
    await writing(page);
    const devtools = await page.context().newCDPSession(page);
    await page.keyboard.type("落实政府购买普惠");
    await ghost(page).waitFor();
    await devtools.send("Input.imeSetComposition", { text: "xing", selectionStart: 4, selectionEnd: 4 });
    await ghost(page).waitFor({ state: "detached" });
    await page.waitForTimeout(300);
    expect(await ghost(page).count()).toBe(0);
    await devtools.send("Input.insertText", { text: "性" });
    await ghost(page).waitFor();
    expect(await editorText(page)).toContain("落实政府购买普惠性");
  });
});

describe("来源", () => {
  it("lists whose words the plan has, and what has become the drafter's own is not there any more", async () => {
    const { page, complaints } = await openWindow();
    await writing(page);
    await page.keyboard.type("落实政府购买普惠性");
    await ghost(page).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Control+5");
    const rows = page.getByRole("listbox", { name: "文字来源" }).getByRole("option");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
    await shot(page, "origins");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+ArrowUp");
    await page.keyboard.press("Control+k");
    await page.keyboard.insertText("收入事项");
    await page.keyboard.press("Enter");
    await page.getByText(/已收入事项库|已更新事项库/).waitFor();
    expect(complaints).toEqual([]);
  });
});
