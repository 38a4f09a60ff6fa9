import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readTaskSheet } from "../../../src/formats/xlsx/read-task-sheet.ts";
import { foreignWorkbook, partsOf } from "../../support/task-sheets.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { editor, newDraft, openWindow, seriousFindings } from "./window-page.ts";

const OUT = join(import.meta.dirname, "../../../out/tasks");
const FIRST = "深入开展党史学习教育，切实做到学史明理、学史增信、学史崇德、学史力行。";

const grid = (page: Page) => page.getByRole("grid", { name: "责任分解表" });
const field = (page: Page) => grid(page).getByRole("combobox");
const row = (page: Page, index: number) => grid(page).locator(`[aria-rowindex="${index}"]`);
const cells = (page: Page, index: number) => row(page, index).getByRole("gridcell");

async function openTasks(page: Page): Promise<void> {
  await page.getByRole("button", { name: "责任分解", exact: true }).click();
  await grid(page).waitFor();
}

/** Fills in 本单位信息 with two units. */
async function fillOffice(page: Page): Promise<void> {
  await page.getByRole("button", { name: "本单位信息…" }).click();
  await page.getByRole("textbox", { name: "单位全称" }).fill("南平市建阳区教育局");
  for (const [place, name, short, leader] of [
    ["1", "基础教育科", "基教科", "张某"],
    ["2", "组织人事科", "人事科", "李某"],
  ] as const) {
    await page.getByRole("button", { name: "添加科室" }).click();
    await page.getByRole("textbox", { name: `名称 ${place}` }).fill(name);
    await page.getByRole("textbox", { name: `简称 ${place}` }).fill(short);
    await page.getByRole("textbox", { name: `分管领导 ${place}` }).fill(leader);
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(OUT, { recursive: true });
  await page.screenshot({ path: join(OUT, `${name}.png`) });
}

/** Chooses a file when the button asks for one. */
async function give(page: Page, button: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, bytes);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles(file);
}

describe("责任分解", () => {
  it("lists what is not assigned by clause and by sentence, and undoes it", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    await openTasks(page);
    const summary = page.getByText(/^\d+ 项任务/);
    const bySentence = await summary.textContent();
    const divide = async (name: string) => {
      await page.getByRole("button", { name: "分解方式" }).click();
      await page.getByRole("menuitem", { name }).click();
    };
    await divide("还没分派的，按整句列任务");
    await page.getByText("没有可合回整句的分句，没有改动。").waitFor();
    await divide("还没分派的，按分句列任务");
    await page.getByText("还没分派的句子已按分句列出").waitFor();
    await expect.poll(() => summary.textContent()).not.toBe(bySentence);
    const byClause = await summary.textContent();
    expect(Number.parseInt(byClause ?? "", 10)).toBeGreaterThan(Number.parseInt(bySentence ?? "", 10));
    await shoot(page, "by-clause");
    expect(await seriousFindings(page)).toEqual([]);
    await divide("还没分派的，按整句列任务");
    await expect.poll(() => summary.textContent()).toBe(bySentence);
    await cells(page, 3).nth(1).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => summary.textContent()).toBe(byClause);
    expect(complaints).toEqual([]);
  });

  it("assigns units by keyboard, exports tables and takes back what a unit reports", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    await openTasks(page);
    expect(await seriousFindings(page)).toEqual([]);
    await fillOffice(page);
    await shoot(page, "office");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "保存", exact: true }).last().click();

    // The first item goes to 组织人事科, by initials; its tasks inherit, and so does its leader.
    await cells(page, 2).nth(1).click();
    await field(page).pressSequentially("zzrs");
    await shoot(page, "choices");
    await page.keyboard.press("Enter");
    // Enter goes on to the task below, whose field shows what it inherits.
    await expect.poll(() => field(page).inputValue()).toBe("组织人事科");
    expect(await cells(page, 3).nth(3).textContent()).toBe("李某");

    // A task of its own, filled down over three rows, and taken back.
    await cells(page, 3).nth(4).click();
    await field(page).pressSequentially("7月底前");
    await page.keyboard.press("Enter");
    await cells(page, 3).nth(4).click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+d");
    await expect.poll(() => field(page).inputValue()).toBe("7月底前");
    await page.keyboard.press("Escape");
    await editor(page).waitFor();
    await page.keyboard.press("F9");
    await expect.poll(() => cells(page, 4).nth(4).textContent()).toBe("7月底前");
    await shoot(page, "table");

    const downloads: Promise<Buffer>[] = [];
    const names: string[] = [];
    page.on("download", (download) => {
      names.push(download.suggestedFilename());
      downloads.push(download.path().then((path) => readFile(path)));
    });
    await page.getByRole("button", { name: "导出表格" }).click();
    await page.getByRole("menuitem", { name: "总表和各单位分表" }).click();
    await page.getByText(/已导出“.*责任分解表\.xlsx”和 1 份各单位分表/).waitFor();
    await expect.poll(() => downloads.length).toBe(2);
    const [all, pack] = await Promise.all(downloads);
    expect(names[1]).toContain("（组织人事科）.xlsx");
    const read = readTaskSheet(partsOf(all ?? new Uint8Array()));
    expect(read.ok && [read.rows.length, read.rows[0]?.text]).toEqual([116, FIRST]);
    const packed = readTaskSheet(partsOf(pack ?? new Uint8Array()));
    expect(packed.ok && packed.rows.length).toBe(2);

    // The unit answers with a table that another program has written.
    const answer = foreignWorkbook([
      ["工作任务", "进展", "完成情况", "牵头单位"],
      [FIRST, "已完成", "已开展学习12场", "机关党委"],
      ["别处的任务一行", "已完成", "", ""],
    ]);
    await give(page, "导入完成情况…", "人事科返回.xlsx", answer);
    const dialog = page.getByRole("dialog", { name: /人事科返回/ });
    await dialog.getByText("未开始 → 已完成").waitFor();
    expect(await dialog.getByRole("checkbox", { name: /^牵头单位由“.*”改为“机关党委”$/ }).isChecked()).toBe(
      false,
    );
    await dialog.getByText("1 行不是本文稿的任务，不导入：").waitFor();
    await shoot(page, "returned");
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "更新" }).click();
    await expect.poll(() => cells(page, 3).nth(6).textContent()).toBe("已完成已开展学习12场");
    await cells(page, 3).nth(1).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => cells(page, 3).nth(6).textContent()).toBe("未开始");
    await page.keyboard.press("Control+y");
    await expect.poll(() => cells(page, 3).nth(6).textContent()).toBe("已完成已开展学习12场");

    await page.getByRole("tab", { name: "进度图" }).click();
    await page.getByRole("img", { name: /共 116 项：已完成 1/ }).waitFor();
    await shoot(page, "progress");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "存为图片（PNG）" }).click();
    await expect.poll(() => downloads.length).toBe(3);
    const image = (await downloads[2]) ?? Buffer.alloc(0);
    expect(image.subarray(1, 4).toString()).toBe("PNG");
    await writeFile(join(OUT, "progress-file.png"), image);
    expect(complaints).toEqual([]);
  });

  it("splits and merges tasks, leaves sentences out, and goes to the text of one", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    await openTasks(page);
    await cells(page, 3).nth(0).click();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "拆分任务" });
    await dialog.waitFor();
    await shoot(page, "split");
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "拆开" }).click();
    await expect.poll(() => cells(page, 3).nth(0).textContent()).toMatch(/^深入开展党史学习教育，拆/);
    await page.getByText("117 项任务").waitFor();
    await cells(page, 4).nth(0).click();
    await page.getByRole("button", { name: "并入上一条" }).click();
    await page.getByText("116 项任务").waitFor();
    await cells(page, 3).nth(0).click();
    await page.getByRole("button", { name: "完成情况…", exact: true }).click();
    await page.getByRole("dialog", { name: "完成情况" }).getByRole("textbox").fill("已部署");
    await page.getByRole("button", { name: "保存", exact: true }).last().click();
    await expect.poll(() => cells(page, 3).nth(6).textContent()).toBe("未开始已部署");
    await page.getByRole("button", { name: "不列为任务" }).click();
    await page.getByText("115 项任务").waitFor();
    await page.getByRole("switch", { name: "显示不列为任务的句子 1" }).click();
    await row(page, 3).getByText("不列为任务").first().waitFor();
    await cells(page, 2).nth(0).click();
    await page.getByRole("button", { name: "到正文", exact: true }).click();
    await expect
      .poll(() => editor(page).evaluate((element) => element === document.activeElement))
      .toBe(true);
    expect(complaints).toEqual([]);
  });

  it("refuses damaged and foreign files with the reason, and changes nothing", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await openTasks(page);
    await give(page, "导入完成情况…", "通讯录.xlsx", foreignWorkbook([["姓名", "电话"]]));
    await page.getByText("“通讯录.xlsx”不是这份文稿的责任分解表，没有导入，文稿未改动。").waitFor();
    const table = foreignWorkbook([["工作任务", "进展"]], 99);
    await give(page, "导入完成情况…", "新版.xlsx", table);
    await page.getByText("“新版.xlsx”由更新版本的软件导出").waitFor();
    await give(page, "导入完成情况…", "坏.xlsx", table.slice(0, table.length - 40));
    await page.getByText("“坏.xlsx”已损坏，没有导入，文稿未改动。").waitFor();
    await page.getByRole("button", { name: "本单位信息…" }).click();
    await give(page, "从文件读取…", "office.json", new TextEncoder().encode("{}"));
    await page.getByText("“office.json”不是本单位信息文件，没有读入").waitFor();
    await shoot(page, "refused");
  });

  it("is dark where the window is, and has room on a large screen", async () => {
    const { page } = await openWindow({ width: 1920, height: 1080, colorScheme: "dark" });
    await newDraft(page);
    await openTasks(page);
    await cells(page, 5).nth(2).click();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, "table-dark");
    await page.getByRole("tab", { name: "进度图" }).click();
    await page.getByRole("img", { name: /共 116 项/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, "progress-dark");
  });
});
