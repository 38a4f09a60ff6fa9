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

  it("keeps a selected text as a snippet, manages it, and inserts it by initials", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    await goToItem(page, "13.加强劳动教育");
    for (let press = 0; press < 6; press += 1) await page.keyboard.press("Shift+ArrowRight");
    const choose = async (command: string) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type(command);
      await page.keyboard.press("Enter");
    };
    await choose("存为常用语");
    await page.getByText("已存为常用语“加强劳动教育”。").waitFor();

    await choose("管理常用语");
    await page.getByRole("button", { name: "新增一条" }).click();
    await page.keyboard.type("数据口径");
    await page.getByRole("textbox", { name: "第 2 条的正文" }).fill("数据以统计年报为准。");
    await page.getByRole("button", { name: "删除“加强劳动教育”" }).click();
    await page.screenshot({ path: "out/snippets-manage.png" });
    const findings = [...(await seriousFindings(page))];
    await page.getByRole("button", { name: "撤销", exact: true }).last().click();
    await page.getByRole("button", { name: "上移“数据口径”" }).click();
    await page.getByRole("button", { name: "保存", exact: true }).last().click();

    await goToItem(page, "12.增强美育熏陶");
    await page.keyboard.press("Control+Alt+i");
    await page.getByRole("option").first().waitFor();
    await page.screenshot({ path: "out/snippets-insert.png" });
    findings.push(...(await seriousFindings(page)));
    await page.keyboard.type("sjkj");
    await page.keyboard.press("Enter");
    await expect.poll(() => editorText(page)).toContain("数据以统计年报为准。增强美育熏陶");
    await page.keyboard.press("Control+z");
    await expect.poll(() => editorText(page)).not.toContain("数据以统计年报为准。");
    expect([findings, complaints]).toEqual([[], []]);
  });
});
