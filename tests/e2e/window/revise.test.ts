import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editorText, goToItem, newDraft, openWindow, seriousFindings } from "./window-page.ts";

const SHOTS = join(import.meta.dirname, "../../../out");
const ITEM = "14.促进学前教育优质普惠发展";
const ITEM_NOW = "14.你好学前教育优质普惠发展";
const PINYIN = ["n", "ni", "ni'h", "ni'hao"];

async function shot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: "disabled" });
}

/** Composes 你好 at the caret as an input method does. */
async function compose(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const text of PINYIN)
    await devtools.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await devtools.send("Input.insertText", { text: "你好" });
  await devtools.detach();
}

describe("修订", () => {
  it("tracks what is typed, composed, deleted and moved, and settles it one by one", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    const before = await editorText(page);
    await goToItem(page, ITEM);
    await page.keyboard.press("Control+Shift+E");
    await page.getByRole("button", { name: "修订模式", exact: true }).waitFor();
    await page.getByRole("button", { name: "填写署名" }).click();
    await page.keyboard.type("张三");
    await page.getByRole("button", { name: "填写署名" }).waitFor({ state: "detached" });

    // Two characters of the heading go; composing goes on right beside where they are shown struck.
    await goToItem(page, ITEM);
    await page.keyboard.press("Delete");
    await page.keyboard.press("Delete");
    await page.locator('[data-deleted-before="促进"]').waitFor();
    await compose(page);
    await page.locator('[data-deleted-before="促进"]').waitFor();
    await page.locator(".plan-inserted-words", { hasText: "你好" }).waitFor();
    const changed = before.replace("促进学前教育", "你好学前教育");
    expect(await isWritten(page, changed)).toBe(true);
    await undoUntil(page, before);
    await page.locator(".plan-revised").waitFor({ state: "detached" });
    await page.keyboard.press("Control+Y");
    await page.locator(".plan-inserted-words", { hasText: "你好" }).waitFor();

    // An item goes, one moves, one comes.
    await goToItem(page, "16.促进高中教育优质特色发展");
    await page.keyboard.press("Alt+Shift+ArrowUp");
    await goToItem(page, "17.促进职成教育稳定科学发展");
    await runCommand(page, "删除本条或本部分");
    await page.locator("[data-gone*='促进职成教育']").waitFor();
    await goToItem(page, ITEM_NOW);
    await page.keyboard.press("Control+Enter");
    await page.keyboard.type("做好语言文字工作。");
    await page.locator(".plan-inserted", { hasText: "做好语言文字工作。" }).waitFor();
    await goToItem(page, ITEM_NOW);
    const rows = page.locator("[data-change]");
    await expect.poll(() => rows.count()).toBe(4);
    await shot(page, "revise-light");
    const findings = [...(await seriousFindings(page))];
    await page.emulateMedia({ colorScheme: "dark" });
    await goToItem(page, "18.促进特殊教育普及提质发展");
    await shot(page, "revise-dark");
    findings.push(...(await seriousFindings(page)));
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出带修订的 Word…" }).click();
    expect((await download).suggestedFilename()).toMatch(/（修订稿）\.docx$/);
    await page.getByText("每处修订都有署名和时间", { exact: false }).waitFor();
    await page.getByRole("button", { name: "全部拒绝" }).click();
    await expect.poll(() => rows.count()).toBe(0);
    expect(await isWritten(page, before)).toBe(true);
    expect([findings, complaints]).toEqual([[], []]);
  });
});

async function isWritten(page: Page, text: string): Promise<boolean> {
  return (await editorText(page)) === text;
}

/** Edits that follow each other quickly are undone together. */
async function undoUntil(page: Page, text: string): Promise<void> {
  for (let times = 0; times < 4 && !(await isWritten(page, text)); times += 1)
    await page.keyboard.press("Control+Z");
  expect(await isWritten(page, text)).toBe(true);
}

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").fill(name);
  await page.keyboard.press("Enter");
}
