import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goToItem, newDraft, openWindow, seriousFindings } from "./window-page.ts";

const SHOTS = join(import.meta.dirname, "../../../out");

describe("拆分窗口", () => {
  it("shows two places of one text, both to be written in, until Escape", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    const first = page.getByRole("textbox", { name: "正文", exact: true });
    const second = page.getByRole("textbox", { name: "正文另一处" });
    const scrolled = () =>
      page.evaluate(() => [...document.querySelectorAll(".paper-canvas")].map(({ scrollTop }) => scrollTop));
    const before = await first.textContent();
    const isWritten = (text: string) =>
      expect.poll(async () =>
        [await first.textContent(), await second.textContent()].map((t) => t?.includes(text)),
      );

    await page.keyboard.press("Control+Alt+s");
    await expect.poll(() => second.evaluate((text) => text === document.activeElement)).toBe(true);
    const [top = 0] = await scrolled();
    await goToItem(page, "13.加强劳动教育");
    await page.keyboard.press("End");
    await page.keyboard.type("第二处写的");
    await isWritten("第二处写的").toEqual([true, true]);
    const [stayed, moved = 0] = await scrolled();
    expect([stayed, moved > top]).toEqual([top, true]);

    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", { selectionStart: 2, selectionEnd: 2, text: "yu" });
    await session.send("Input.imeSetComposition", { selectionStart: 2, selectionEnd: 2, text: "语文" });
    await session.send("Input.insertText", { text: "语文" });
    await isWritten("第二处写的语文").toEqual([true, true]);

    await first.locator("h1").click();
    await page.keyboard.press("End");
    await page.keyboard.type("（上面写的）");
    await isWritten("（上面写的）").toEqual([true, true]);
    await mkdir(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, "split-below.png"), animations: "disabled" });
    const findings = [...(await seriousFindings(page))];

    const height = async () =>
      (await page.getByRole("region", { name: "正文另一处" }).boundingBox())?.height ?? 0;
    const even = await height();
    const divider = page.getByRole("separator", { name: /^调整两处的大小/ });
    await divider.press("ArrowDown");
    expect(await divider.getAttribute("aria-valuenow")).toBe("55");
    expect(await height()).toBeLessThan(even);

    await page.keyboard.press("F6");
    await expect.poll(() => second.evaluate((text) => text === document.activeElement)).toBe(true);
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press("Control+z");
    await expect
      .poll(async () => [await first.textContent(), await second.textContent()])
      .toEqual([before, before]);
    // The host has taken every step of both views, in order, on the same text.
    await page.getByText(/^未保存的改动已暂存/).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "查找命令" }).fill("左右拆分");
    await page.keyboard.press("Enter");
    await page.locator(".split-beside").waitFor();
    await page.screenshot({ path: join(SHOTS, "split-beside.png"), animations: "disabled" });
    findings.push(...(await seriousFindings(page)));
    await second.press("Escape");
    await second.waitFor({ state: "detached" });
    await expect.poll(() => first.evaluate((text) => text === document.activeElement)).toBe(true);
    expect([findings, complaints]).toEqual([[], []]);
  });
});
