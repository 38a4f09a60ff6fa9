import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editorText, JIANYANG, KUNMING, newDraft, openWindow, seriousFindings } from "./window-page.ts";

const SHOTS = join(import.meta.dirname, "../../../out");

/** Keeps a picture of the window for looking at it. */
async function shot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

const SIZES = [
  { width: 1366, height: 768, colorScheme: "light" },
  { width: 1920, height: 1080, colorScheme: "dark" },
] as const;

describe("the library window", () => {
  it.each(SIZES)(
    "searches, opens the source, keeps notes and inserts at $width in $colorScheme",
    async (size) => {
      const { page, complaints } = await openWindow(size);
      await newDraft(page, KUNMING);
      await page.keyboard.press("Control+Shift+F");
      const field = page.getByRole("textbox", { name: "查找往年条目" });
      await field.fill("xqjy");
      await page
        .getByRole("option", { name: /学前教育/ })
        .first()
        .waitFor();
      await field.fill("学前教育");
      await page.getByRole("option", { selected: true, name: /学前教育/ }).waitFor();
      await page.getByRole("button", { name: "收藏" }).click();
      await page.getByRole("textbox", { name: "批注" }).fill("局长点过名");
      await page.getByRole("heading", { name: "事项库" }).click();
      await shot(page, `library-search-${size.width}-${size.colorScheme}`);
      const findings = [...(await seriousFindings(page))];
      await page.getByRole("combobox", { name: "范围" }).selectOption("noted");
      const results = page.getByRole("listbox", { name: "查找结果" }).getByRole("option");
      await expect.poll(() => results.count()).toBe(1);
      await page.getByRole("button", { name: "打开原文" }).click();
      await page.locator(".library-line-at").waitFor();
      await shot(page, `library-source-${size.width}-${size.colorScheme}`);
      await page.getByRole("button", { name: "返回条目" }).click();
      const heading = (await page.locator(".library-entry h3").textContent()) ?? "";
      await page.getByRole("button", { name: "插入到文稿" }).click();
      await expect.poll(() => editorText(page)).toContain(heading);

      await page.keyboard.press("Control+Shift+F");
      await page.getByRole("tab", { name: "文件" }).click();
      await page.getByRole("button", { name: "更正" }).first().click();
      await page.getByRole("textbox", { name: "地区" }).fill("某区");
      await page.getByRole("button", { name: "保存", exact: true }).last().click();
      await page.getByText(/已重新读取/).waitFor();
      await page.getByRole("button", { name: "重建索引" }).click();
      await page.getByText(/份文件重建/).waitFor();
      await page.getByRole("button", { name: "移除" }).last().click();
      await page.getByRole("button", { name: "确定移除？" }).click();
      await page.getByText(/已移除/).waitFor();
      await shot(page, `library-documents-${size.width}-${size.colorScheme}`);
      findings.push(...(await seriousFindings(page)));
      await page.getByRole("tab", { name: "同义词组" }).click();
      const groups = page.getByRole("textbox", { name: "同义词组" });
      await expect.poll(() => groups.inputValue()).toContain("、");
      await groups.fill("孤零零");
      await page.getByRole("button", { name: "保存", exact: true }).last().click();
      await page.getByText(/第 1 行“孤零零”/).waitFor();
      await page.getByRole("button", { name: "恢复内置词组" }).click();
      await page.getByRole("button", { name: "保存", exact: true }).last().click();
      await page.getByText(/建议已按新词组更新/).waitFor();
      await shot(page, `library-topics-${size.width}-${size.colorScheme}`);
      findings.push(...(await seriousFindings(page)));
      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});

describe("对照去年", () => {
  it.each(SIZES)("pairs, corrects, brings back and draws at $width in $colorScheme", async (size) => {
    const { page, complaints } = await openWindow(size);
    await newDraft(page, JIANYANG);
    await page.getByRole("button", { name: "对照去年" }).click();
    const choice = page.getByRole("combobox", { name: "去年的要点" });
    await choice.locator("option", { hasText: "建阳" }).first().waitFor({ state: "attached" });
    const chosen = await choice.locator("option", { hasText: "建阳" }).first().getAttribute("value");
    await choice.selectOption(chosen);
    await page.getByText("全文与去年重合").waitFor();
    const badge = page.locator(".compare-badge-reworded, .compare-badge-carried");
    await badge.first().waitFor();
    await shot(page, `compare-${size.width}-${size.colorScheme}`);
    const findings = [...(await seriousFindings(page))];

    // Taken apart, both halves stand alone; the one of last year can be paired again with the keyboard.
    await page.getByRole("button", { name: "分开" }).first().click();
    const dropped = page.getByRole("region", { name: /^未列/ });
    await dropped.getByRole("button", { name: "加回" }).first().waitFor();
    await shot(page, `compare-dropped-${size.width}-${size.colorScheme}`);
    await dropped.getByRole("combobox").first().selectOption({ index: 1 });
    await page.getByText("手工配对").waitFor();
    await page.getByRole("button", { name: "分开" }).first().click();
    const text = async () => (await page.locator(".plan-text").textContent()) ?? "";
    const before = (await text()).length;
    await dropped.getByRole("button", { name: "加回" }).first().click();
    await expect.poll(async () => (await text()).length).toBeGreaterThan(before);

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出对比说明" }).click();
    expect((await download).suggestedFilename()).toMatch(/对比说明\.docx$/);
    await page.getByRole("tab", { name: "对照图" }).click();
    await page.getByRole("img", { name: "对照图" }).waitFor();
    await shot(page, `compare-picture-${size.width}-${size.colorScheme}`);
    findings.push(...(await seriousFindings(page)));
    const picture = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出对照图" }).click();
    expect((await picture).suggestedFilename()).toBe("对照图.png");
    await page.getByRole("button", { name: "返回文稿" }).click();
    await page.getByRole("textbox", { name: "正文" }).waitFor();
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe("指标", () => {
  it.each(SIZES)(
    "lists the targets of the text with those of last year at $width in $colorScheme",
    async (size) => {
      const { page, complaints } = await openWindow(size);
      await newDraft(page, JIANYANG);
      await page.getByRole("tab", { name: "指标" }).click();
      const list = page.getByRole("listbox", { name: "指标" });
      await list.getByRole("option").first().waitFor();
      const choice = page.getByRole("combobox", { name: "去年的要点" });
      await choice.locator("option", { hasText: "建阳" }).first().waitFor({ state: "attached" });
      const value = await choice.locator("option", { hasText: "建阳" }).first().getAttribute("value");
      await choice.selectOption(value);
      await list
        .getByText(/^去年 /)
        .first()
        .waitFor();
      await list.getByRole("option").nth(1).click();
      await shot(page, `targets-${size.width}-${size.colorScheme}`);
      const findings = await seriousFindings(page);
      await page.getByRole("tab", { name: "历年" }).click();
      await shot(page, `targets-years-${size.width}-${size.colorScheme}`);
      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
