import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editor, newDraft, openWindow, seriousFindings } from "./window-page.ts";

const SHOTS = join(import.meta.dirname, "../../../out");
const TITLES = ["在这里写", "左边是大纲", "右边是往年写法和要核对的地方", "写好以后"];

/** Whether the keyboard is on the button of the tour with this name. */
async function isOn(page: Page, name: string): Promise<void> {
  const button = page.getByRole("dialog").getByRole("button", { name });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
}

describe("新手引导", () => {
  it("comes once by itself, goes through four steps by keys alone, and again when it is asked for", async () => {
    const { page, complaints } = await openWindow({ tour: true });
    await newDraft(page);
    await mkdir(SHOTS, { recursive: true });
    const findings: string[] = [];
    for (const [at, title] of TITLES.entries()) {
      await page.getByRole("dialog", { name: title }).waitFor();
      await isOn(page, at < 3 ? "下一步" : "开始写");
      await page.screenshot({ path: join(SHOTS, `tour-${at + 1}.png`), animations: "disabled" });
      findings.push(...(await seriousFindings(page)));
      const kept = page.waitForResponse(/settings\.set/);
      await page.keyboard.press("Enter");
      if (at === 3) await kept;
    }
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const list = page.getByRole("region", { name: "时序表述" });
    await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.getByRole("button", { name: "返回开始页" }).click();
    await page.getByRole("button", { name: /先不保存/ }).click();
    await page.getByRole("button", { name: /^空白/ }).click();
    await page.getByRole("button", { name: "生成文稿" }).click();
    await editor(page).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "查找命令" }).fill("新手");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "在这里写" }).waitFor();
    await isOn(page, "下一步");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => editor(page).evaluate((text) => text === document.activeElement)).toBe(true);

    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "查找命令" }).fill("新手");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "在这里写" }).waitFor();
    await page.keyboard.press("Control+e");
    await page.getByRole("dialog", { name: "在这里写" }).waitFor({ state: "detached" });
    await page.getByRole("checkbox", { name: "PDF" }).check();
    expect([findings, complaints]).toEqual([[], []]);
  });
});
