import { describe, expect, it } from "vitest";
import { editor, editorText, goToItem, newDraft, openWindow, seriousFindings } from "./window-page.ts";

describe("editing comforts", () => {
  it("zooms by the wheel, focuses, inserts signs, spells numbers and copies with numbers", async () => {
    const { page, complaints } = await openWindow();
    await page.context().grantPermissions(["clipboard-read"]);
    await newDraft(page);
    await goToItem(page, "13.加强劳动教育");

    const zoom = page.getByRole("button", { name: /缩放/ });
    expect(await zoom.textContent()).toContain("100%");
    await editor(page).hover();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -120);
    await expect.poll(() => zoom.textContent()).toContain("110%");
    await page.mouse.wheel(0, 120);
    await page.keyboard.up("Control");
    await expect.poll(() => zoom.textContent()).toContain("100%");

    await page.keyboard.press("F4");
    await page.locator(".pane-focused").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("F4");
    await page.locator(".pane-focused").waitFor({ state: "detached" });

    await page.keyboard.press("Control+Shift+BracketLeft");
    await page.keyboard.type("2027");
    await expect.poll(() => editorText(page)).toContain("〔2027〕");
    await page.keyboard.press("Control+Alt+n");
    await expect.poll(() => editorText(page)).toContain("〔二千零二十七〕");

    await page.keyboard.press("Control+Shift+c");
    await page.getByText("已复制全文", { exact: false }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n").some((line) => line.trim().startsWith("一、凝心聚力"))).toBe(true);
    expect(copied).toContain("13.〔二千零二十七〕加强劳动教育。");
    expect(complaints).toEqual([]);
  });
});
