import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editorText, goToItem, newDraft, openWindow, seriousFindings } from "./window-page.ts";

const SHOTS = join(import.meta.dirname, "../../../out");

describe("references", () => {
  it("are made by typing and by choosing, follow moved and deleted items, and are asked about", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    await goToItem(page, "9.突出德育实效");
    await page.keyboard.type("见第12项。");
    await page.locator(".plan-text [data-reference]", { hasText: "12" }).waitFor();

    await page.keyboard.press("Control+Alt+R");
    await page.getByRole("combobox").fill("特殊教育");
    await mkdir(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, "reference-dialog.png") });
    await page.keyboard.press("Enter");
    expect(await editorText(page)).toContain("见第12项。第18项");

    // A new item above makes both numbers one higher.
    await goToItem(page, "9.见第12项");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.type("做好语言文字工作。");
    await expect.poll(() => editorText(page)).toContain("见第13项。第19项");
    await expect
      .poll(async () => {
        await page.keyboard.press("Control+Z");
        return editorText(page);
      })
      .toContain("见第12项。第18项");

    await goToItem(page, "12.增强美育熏陶");
    await page.keyboard.press("Control+K");
    await page.keyboard.type("删除本条");
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "核稿" }).click();
    const row = page.getByRole("region", { name: "引用待处理" });
    await row.waitFor();
    expect(await editorText(page)).toContain("见第12项。第17项");
    await page.screenshot({ path: join(SHOTS, "reference-review.png") });
    expect([await seriousFindings(page), complaints]).toEqual([[], []]);
  });
});
