import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { windowStrings } from "../../../src/ui/window/window.strings.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { openWindow, seriousFindings } from "../window/window-page.ts";
import {
  DATA,
  headings,
  openImport,
  rowsOf,
  SAMPLES,
  SEEDS,
  shot,
  source,
  structure,
} from "./import-page.ts";

const DOUBTS = join(DATA, "doubts.txt");

describe("the import window", () => {
  it("changes what a line is by key, numbers what follows anew, and takes it back", async () => {
    const { page, complaints } = await openWindow();
    await openImport(page, DOUBTS);
    expect(await headings(page)).toEqual([
      expect.stringMatching(/^一、抓项目促发展/),
      expect.stringMatching(/^1\.加快推进城市更新/),
      expect.stringMatching(/^2\.提升管理水平/),
      expect.stringMatching(/^3\.加强监管力度/),
      expect.stringMatching(/^二、保障措施/),
      expect.stringMatching(/^4\.加强组织领导/),
      expect.stringMatching(/^5\.强化督查考核/),
    ]);
    await source(page).getByRole("option").filter({ hasText: "健全养老服务体系" }).click();
    await page.keyboard.press("3");
    await expect.poll(() => headings(page)).toHaveLength(8);
    expect((await headings(page))[4]).toBe("4.健全养老服务体系");
    expect((await headings(page))[7]).toMatch(/^6\.强化督查考核/);

    await page.keyboard.press("Delete");
    await expect.poll(() => headings(page)).toHaveLength(7);
    expect((await rowsOf(structure(page))).join("")).not.toContain("健全养老服务体系");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect((await rowsOf(structure(page))).join("")).toContain("健全养老服务体系");
    expect(await headings(page)).toHaveLength(7);
    await page.keyboard.press("Control+y");
    await expect.poll(() => headings(page)).toHaveLength(8);
    expect(complaints).toEqual([]);
  });

  it("moves the end of a heading by key and by a click into the line", async () => {
    const { page } = await openWindow();
    await openImport(page, DOUBTS);
    const row = source(page).getByRole("option").filter({ hasText: "保障措施" });
    await row.click();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => headings(page)).toContainEqual("二、保障。措施");
    const box = await row.locator("b").boundingBox();
    if (!box) throw new Error("the heading is not in view");
    await page.mouse.click(box.x + 1, box.y + box.height / 2);
    await expect.poll(() => headings(page)).not.toContainEqual("二、保障。措施");
    await page.keyboard.press("Control+z");
    await expect.poll(() => headings(page)).toContainEqual("二、保障。措施");
  });

  it("puts a dropped line back with a click", async () => {
    const { page } = await openWindow();
    await openImport(page, DOUBTS);
    const dropped = source(page).getByRole("option").filter({ hasText: "扫一扫" });
    await dropped.getByText("放回").click();
    await expect
      .poll(async () => (await rowsOf(structure(page))).join(""))
      .toContain("扫一扫在手机打开当前页");
  });

  it("goes through the doubts with F8 and takes each answer", async () => {
    const { page } = await openWindow();
    await openImport(page, DOUBTS);
    const doubts = page.getByRole("region", { name: "拿不准的地方" });
    await doubts.waitFor();
    await shot(page, "doubts");
    await page.keyboard.press("F8");
    await page.keyboard.press("Shift+F8");
    await doubts.getByRole("button", { name: "按原文，不断开" }).click();
    await expect
      .poll(async () => (await headings(page))[1])
      .toMatch(/^1\.加快推进城市更新启动3个老旧片区改造，/);
    await page.getByRole("tab", { name: /^修正/ }).click();
    await page.getByText("已撤销").first().waitFor();
    await shot(page, "repairs");
    await page.getByRole("button", { name: "恢复" }).first().click();
    await page.getByRole("tab", { name: "读出的结构" }).click();
    await expect.poll(async () => (await headings(page))[1]).toMatch(/^1\.加快推进城市更新。启动/);
  });

  it("undoes one comma of hundreds, and all of them", async () => {
    const { page } = await openWindow();
    await openImport(page, join(SEEDS, "qingyuan-2022.txt"));
    await page.getByRole("tab", { name: /^修正/ }).click();
    const commas = page.locator(".import-repairs section").filter({ hasText: "半角逗号已改为全角" });
    const count = async () =>
      Number(/共 (\d+) 处/.exec((await commas.locator("h4").textContent()) ?? "")?.[1]);
    const all = await count();
    await commas.getByRole("button", { name: "逐处查看" }).click();
    await commas.getByRole("button", { name: "撤销", exact: true }).first().click();
    await expect.poll(count).toBe(all - 1);
    await commas.getByText("保持原文").waitFor();
    await shot(page, "repair-places");
    await commas.getByRole("button", { name: "恢复", exact: true }).click();
    await expect.poll(count).toBe(all);
    await commas.getByRole("button", { name: "全部撤销" }).click();
    await commas.getByRole("button", { name: "全部恢复" }).click();
    await commas.getByRole("button", { name: "全部撤销" }).waitFor();
  });

  it("can be worked with the keyboard alone", async () => {
    const { page } = await openWindow();
    await openImport(page, DOUBTS);
    await page.getByText("按 Enter 采用建议").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("没有拿不准的地方").waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("0");
    await expect.poll(async () => (await rowsOf(structure(page))).join("")).toContain("发布时间：");
    // Roles are one tab stop, worked with the arrow keys.
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^去掉/);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await rowsOf(structure(page))).join("")).not.toContain("发布时间：");
    await page.keyboard.press("F6");
    expect(await structure(page).evaluate((list) => list === document.activeElement)).toBe(true);
    await page.keyboard.press("End");
    await page.keyboard.press("Delete");
    await expect.poll(() => headings(page)).toHaveLength(6);
  });

  it("scrolls source and structure together", async () => {
    const { page } = await openWindow();
    await openImport(page, join(SEEDS, "jianyang-2021.txt"));
    const box = await source(page).boundingBox();
    if (!box) throw new Error("the source is not in view");
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.wheel(0, 1_200);
    const top = (list: ReturnType<typeof source>) =>
      list.evaluate((element) => {
        const { top: above } = element.getBoundingClientRect();
        const rows = [...element.querySelectorAll('[role="option"]')];
        const first = rows.find((row) => row.getBoundingClientRect().bottom > above + 4);
        return (first?.textContent ?? "")
          .replace(/^\d+(?:条目|部分|正文)/, "")
          .replace(/\P{Script=Han}/gu, "")
          .slice(0, 6);
      });
    await expect.poll(async () => (await top(source(page))) === (await top(structure(page)))).toBe(true);
  });

  it("reads a very long document again on the host, and keeps few of its rows in the page", async () => {
    const { page, complaints } = await openWindow();
    const items = Array.from(
      { length: 900 },
      (_, index) =>
        `${index + 1}.推进第${index + 1}项工作。落实责任分工，按月调度进展，年底前完成并组织验收。`,
    );
    const file = join(await temporaryFolder(), "长.txt");
    await writeFile(file, ["清河区2022年工作要点", "一、重点任务", ...items].join("\n"));
    await openImport(page, file);
    expect(await source(page).getByRole("option").count()).toBeLessThan(80);
    await page.keyboard.press("End");
    await source(page).getByRole("option").filter({ hasText: "推进第900项工作" }).waitFor();
    await page.keyboard.press("1");
    await expect.poll(async () => (await rowsOf(structure(page))).at(-1)).toMatch(/^二、推进第900项工作/);
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await rowsOf(structure(page))).at(-1)).toMatch(/^900\.推进第900项工作/);
    expect(complaints).toEqual([]);
  });

  it("asks which of several plans it is", async () => {
    const { page } = await openWindow();
    await openImport(page, join(DATA, "two-plans.txt"));
    await shot(page, "two-plans");
    expect(await headings(page)).toHaveLength(3);
    await page.getByRole("button", { name: "某社区2023年工作要点" }).click();
    await expect.poll(() => headings(page)).toHaveLength(4);
    await page.getByText("没有拿不准的地方").waitFor();
  });

  it("offers only the planning part of a summary", async () => {
    const { page } = await openWindow();
    await openImport(page, join(DATA, "summary.txt"));
    await page.getByText("这是总结：只取其中的下一年计划").waitFor();
    await page.getByText("2 个部分，3 条").waitFor();
    await shot(page, "summary");
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(["small.docx", "small.doc", "small.pdf"])("reads %s", async (name) => {
    const { page, complaints } = await openWindow();
    await openImport(page, join(SAMPLES, name));
    expect((await headings(page)).length).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
  });

  it("reads a web page without running or keeping anything of it", async () => {
    const { page, complaints } = await openWindow();
    await openImport(page, join(DATA, "web-page.html"));
    expect(await headings(page)).toHaveLength(5);
    expect(await page.title()).not.toBe("ran");
    expect(complaints).toEqual([]);
  });

  it("brings the document into library, template and a new plan at once", async () => {
    const { page, complaints } = await openWindow();
    await openImport(page, DOUBTS);
    await source(page).getByRole("option").filter({ hasText: "健全养老服务体系" }).click();
    await page.keyboard.press("3");
    await page.getByRole("checkbox", { name: /存为模板/ }).check();
    await page.getByRole("checkbox", { name: /据此起草/ }).check();
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.getByRole("button", { name: "生成文稿" }).click();
    const text = page.getByRole("textbox", { name: "正文" });
    await text.waitFor();
    expect(await text.textContent()).toContain("健全养老服务体系");
    await page.getByRole("button", { name: "返回开始页" }).click();
    await page.getByRole("dialog").getByRole("button", { name: windowStrings.leave.keep }).click();
    await page.getByRole("button", { name: /从模板开始/ }).click();
    await page.getByRole("radio", { name: "清河区民政局2022年工作要点" }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([
    ["light", 1366, 768],
    ["dark", 1920, 1080],
  ] as const)("is calm and accessible in %s at %i × %i", async (colorScheme, width, height) => {
    const { page, complaints } = await openWindow({ colorScheme, width, height });
    for (const file of [DOUBTS, join(SEEDS, "jianyang-2021.txt")]) {
      await openImport(page, file);
      await shot(page, `window-${file === DOUBTS ? "doubts" : "seed"}-${colorScheme}`);
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole("tab", { name: /^修正/ }).click();
      await shot(page, `repairs-${file === DOUBTS ? "doubts" : "seed"}-${colorScheme}`);
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await shot(page, `start-${colorScheme}`);
    expect(complaints).toEqual([]);
  });
});
