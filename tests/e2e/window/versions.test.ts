import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editor, editorText, newDraft, openWindow, seriousFindings } from "./window-page.ts";

const SHOTS = join(import.meta.dirname, "../../../out");

async function shot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: "disabled" });
}

describe("版本", () => {
  it("keeps a version, compares it with the text, exports the marked-up copy and restores it", async () => {
    const { page, complaints } = await openWindow({ colorScheme: "light" });
    await newDraft(page);
    const openVersions = async () => {
      await page.getByRole("button", { name: "对照", exact: true }).click();
      await page.getByRole("tab", { name: "版本" }).click();
    };
    await openVersions();
    await page.getByText("还没有版本", { exact: false }).waitFor();
    await page.getByLabel("阶段").selectOption("征求意见稿");
    await page.getByLabel("本人姓名").fill("张三");
    await page.getByRole("button", { name: "留存当前版本" }).click();
    const row = page.getByRole("button", { name: /^征求意见稿.*张三/ });
    await row.waitFor();

    await page.getByRole("button", { name: "返回文稿" }).click();
    const before = await editorText(page);
    await editor(page).locator(".title, h1").first().click();
    await page.keyboard.press("End");
    await page.keyboard.type("（试行）");
    await page.keyboard.press("Control+h");
    await page.getByLabel("查找", { exact: true }).fill("试行");
    await page.getByLabel("替换为").fill("征求意见稿");
    await page.getByRole("button", { name: "全部替换…" }).click();
    await page.getByRole("button", { name: /^替换 1 处/ }).click();
    await page.getByText("已替换 1 处", { exact: false }).waitFor();
    await openVersions();
    await row.click();
    await page.locator(".versions-change ins").getByText("（征求意见稿）").waitFor();
    await page.getByRole("button", { name: /^全部替换前自动留存.*改 1$/ }).waitFor();
    await page.getByLabel("列表里的增减").selectOption({ label: "增减：从上一版到该版本" });
    await page.getByRole("button", { name: /^全部替换前自动留存.*改 1$/ }).waitFor();
    await shot(page, "versions-light");
    const findings = [...(await seriousFindings(page))];
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出花脸稿" }).click();
    expect((await download).suggestedFilename()).toMatch(/（花脸稿）\.docx$/);

    await page.getByRole("tab", { name: "左右并排" }).click();
    await page.emulateMedia({ colorScheme: "dark" });
    await shot(page, "versions-dark");
    findings.push(...(await seriousFindings(page)));
    await page.getByRole("button", { name: "恢复整个版本" }).click();
    await page.getByText("两个版本的文字相同。").waitFor();
    await page.getByRole("button", { name: /^导出时自动留存/ }).waitFor();
    await page.getByRole("button", { name: "返回文稿" }).click();
    expect(await editorText(page)).toBe(before);
    expect([findings, complaints]).toEqual([[], []]);
  });
});
