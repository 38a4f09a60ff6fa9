import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { newDraft, openWindow, seriousFindings } from "./window-page.ts";

const TEXT = `某区2026年教育工作要点

一、加强党的建设
1.抓好理论学习。学习贯彻党的二十届四中全会精神。
2.抓好普法。落实“八五”普法规划。
`;
const SHOTS = join(import.meta.dirname, "../../../out");

describe("时序表", () => {
  it("refuses a wrong row, keeps a right one and settles the text", async () => {
    await mkdir(SHOTS, { recursive: true });
    const { page, complaints } = await openWindow();
    const file = join(await temporaryFolder(), "要点.txt");
    await writeFile(file, TEXT);
    await newDraft(page, file);
    await page.getByText("会议日程收录到 2025-12-31").waitFor();
    await page.getByRole("button", { name: "时序表…" }).click();
    const dialog = page.getByRole("dialog", { name: "时序表" });
    await dialog.getByRole("button", { name: "添加一行" }).click();
    await page.keyboard.type("二十届五中全会");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2026-02-30");
    await dialog.getByRole("button", { name: "保存" }).click();
    await dialog.getByText("日期写成 2026-10-20 这样").waitFor();
    await page.screenshot({ path: join(SHOTS, "calendar.png"), animations: "disabled" });
    const findings = await seriousFindings(page);
    await dialog.getByRole("textbox", { name: "闭幕日期 1" }).fill("2026-10-20");
    await dialog.getByRole("textbox", { name: "会议已补全到" }).fill("2026-12-31");
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByText(/^时序表已保存，文稿中 \d+ 处/).waitFor();
    await page.getByText("会议日程收录到 2026-12-31").waitFor();
    await page.screenshot({ path: join(SHOTS, "calendar-used.png") });
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
