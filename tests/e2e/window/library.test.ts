import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editorText, KUNMING, newDraft, openWindow, seriousFindings } from "./window-page.ts";

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
      await page.getByRole("button", { name: "返回", exact: true }).click();
      await page.getByRole("button", { name: "更正文字" }).click();
      const body = page.getByRole("textbox", { name: "正文" }).last();
      await body.fill(`${await body.inputValue()}办好家门口的幼儿园。`);
      await shot(page, `library-correcting-${size.width}-${size.colorScheme}`);
      await page.getByRole("button", { name: "保存", exact: true }).last().click();
      await page.locator(".library-change ins", { hasText: "办好家门口的幼儿园。" }).waitFor();
      await shot(page, `library-corrected-${size.width}-${size.colorScheme}`);
      findings.push(...(await seriousFindings(page)));
      await page.getByRole("button", { name: "恢复原文" }).click();
      await page.getByRole("button", { name: "撤销恢复" }).click();
      await page.locator(".library-change ins", { hasText: "办好家门口的幼儿园。" }).waitFor();
      const heading = (await page.locator(".library-entry h3").textContent()) ?? "";
      await page.getByRole("button", { name: "插入到文稿" }).click();
      await expect.poll(() => editorText(page)).toContain(heading);
      await expect.poll(() => editorText(page)).toContain("办好家门口的幼儿园。");

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
