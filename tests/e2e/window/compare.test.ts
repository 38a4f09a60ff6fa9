import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  editor,
  editorText,
  failCalls,
  goToItem,
  JIANYANG,
  newDraft,
  openWindow,
  seriousFindings,
} from "./window-page.ts";

const SHOTS = join(import.meta.dirname, "../../../out");
const SEEDS = join(import.meta.dirname, "../../../seeds");

/** Keeps a picture of the window for looking at it. */
async function shot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: "disabled" });
}

/** Chooses a file of the seeds with the button inside `within`. */
async function openFile(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "从文件打开" }).first().click();
  await (await chooser).setFiles(join(SEEDS, name));
}

/** `format`: what is chosen in the menu of the button. */
async function downloadOf(page: Page, button: string, format?: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  if (format !== undefined) await page.getByRole("menuitem", { name: format }).click();
  return (await download).suggestedFilename();
}

const LIGHT = { width: 1366, height: 768, colorScheme: "light" } as const;
const DARK = { width: 1920, height: 1080, colorScheme: "dark" } as const;
const NARROW_DARK = { ...LIGHT, colorScheme: "dark" } as const;

describe("对照", () => {
  it.each([LIGHT, DARK])(
    "pairs, corrects, brings back, reads and draws at $width in $colorScheme",
    async (size) => {
      const { page, complaints } = await openWindow(size);
      const named = (name: string) => `${name}-${size.width}-${size.colorScheme}`;
      await newDraft(page, JIANYANG);
      await page.getByRole("button", { name: "对照", exact: true }).click();
      await page.getByText(/与去年重合/).waitFor();
      await page.locator(".compare-badge-reworded, .compare-badge-carried").first().waitFor();
      await shot(page, named("compare"));
      const findings = [...(await seriousFindings(page))];

      // Taken apart, both halves stand alone; they are paired again with the keyboard, and that is kept in the plan.
      await page.getByRole("button", { name: "分开" }).first().click();
      const dropped = page.getByRole("region", { name: /^未列/ });
      await dropped.getByRole("button", { name: "加回" }).first().waitFor();
      await dropped.getByRole("button", { name: "配对到…今年的事项" }).first().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("menuitem").first().waitFor();
      await shot(page, named("compare-pairing"));
      // Escape closes the menu alone, and the keyboard is back on its button.
      await page.keyboard.press("Escape");
      await page.getByRole("menuitem").first().waitFor({ state: "detached" });
      await page.keyboard.press("Enter");
      await page.getByRole("menuitem").first().waitFor();
      await page.keyboard.press("Enter");
      await page.getByText("手工配对").waitFor();
      await page.keyboard.press("Control+z");
      await dropped.getByRole("button", { name: "加回" }).first().waitFor();
      const alone = page.locator(".compare-row.compare-new .compare-point");
      await dropped.locator("[draggable]").first().dragTo(alone);
      await page.getByText("手工配对").waitFor();
      await page.keyboard.press("Control+z");
      await dropped.getByRole("button", { name: "加回" }).first().waitFor();
      const before = (await page.locator(".plan-text").textContent()) ?? "";
      await dropped.getByRole("button", { name: "加回" }).first().click();
      await expect
        .poll(async () => ((await page.locator(".plan-text").textContent()) ?? "").length)
        .toBeGreaterThan(before.length);
      expect(await downloadOf(page, "导出对比说明")).toMatch(/对比说明\.docx$/);

      // Reading one side takes the other along.
      await page.getByRole("tab", { name: "并排通读" }).click();
      const [left, right] = [
        page.getByRole("region", { name: /^去年：/ }),
        page.getByRole("region", { name: /^今年：/ }),
      ];
      await left.focus();
      await left.evaluate((element) => element.scrollTo(0, 1_500));
      await expect.poll(() => right.evaluate((element) => element.scrollTop)).toBeGreaterThan(500);
      await shot(page, named("compare-reading"));
      findings.push(...(await seriousFindings(page)));

      await page.getByRole("tab", { name: "对照图" }).click();
      await page.getByRole("img", { name: "对照图" }).waitFor();
      await shot(page, named("compare-picture"));
      expect(await downloadOf(page, "导出对照图")).toBe("对照图.png");

      await page.getByRole("tab", { name: "历年对照" }).click();
      await page
        .getByRole("combobox", { name: "加一份" })
        .selectOption({ label: "清远市2022年教育工作要点" });
      await page.getByRole("columnheader", { name: /本文稿/ }).waitFor();
      await shot(page, named("compare-years"));
      await page.getByRole("button", { name: "据此做模板" }).click();
      await page.getByText(/已按 \d 份要点做成模板/).waitFor();
      findings.push(...(await seriousFindings(page)));
      expect(await downloadOf(page, "导出历年对照", "Word")).toMatch(/历年对照\.docx$/);
      await page.keyboard.press("Escape");
      await editor(page).waitFor();
      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});

describe("对照上级 and 去年总结", () => {
  it.each([NARROW_DARK])(
    "decides coverage and takes over unfinished work at $width in $colorScheme",
    async (size) => {
      const { page, complaints } = await openWindow(size);
      const named = (name: string) => `${name}-${size.width}-${size.colorScheme}`;
      await newDraft(page, JIANYANG);
      await goToItem(page, "学前教育");
      await page.getByRole("button", { name: "对照", exact: true }).click();
      await page.getByRole("tab", { name: "对照上级" }).click();
      await page.getByText("还没有选定上级的要点").waitFor();
      await shot(page, named("superior-empty"));
      await openFile(page, "qingyuan-2022.txt");
      await page.getByText(/已覆盖 \d+，部分/).waitFor();
      await page.getByText("文稿中光标所在的条目").first().waitFor();
      await shot(page, named("superior"));
      const findings = [...(await seriousFindings(page))];
      await page
        .getByRole("combobox", { name: /条的覆盖情况/ })
        .first()
        .selectOption("不涉及");
      await page.getByRole("button", { name: "已核定" }).first().waitFor();
      expect(await downloadOf(page, "导出对照表", "Excel")).toMatch(/对照表\.xlsx$/);

      await page.getByRole("tab", { name: "去年总结" }).click();
      await openFile(page, "yangjiang-2021.txt");
      await page.getByText(/来年打算 \d+ 条/).waitFor();
      await shot(page, named("summary"));
      findings.push(...(await seriousFindings(page)));
      await page.getByRole("button", { name: "加入文稿" }).first().click();
      await page.getByText(/^已加到/).waitFor();
      expect(await downloadOf(page, "导出总结提纲")).toMatch(/工作总结\.docx$/);
      await page.getByRole("tab", { name: "对照上级" }).click();
      await page.getByRole("button", { name: "已核定" }).first().waitFor();
      const point = page.locator(".coverage-match button").first();
      const heading = ((await point.textContent()) ?? "").replace(/^\d+\./, "");
      await point.click();
      await editor(page).waitFor();
      await expect.poll(() => editorText(page)).toContain(heading);
      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});

describe("指标", () => {
  it.each([LIGHT])(
    "links targets with the text, last year's and the results at $width in $colorScheme",
    async (size) => {
      const { page, complaints } = await openWindow(size);
      const named = (name: string) => `${name}-${size.width}-${size.colorScheme}`;
      await newDraft(page, JIANYANG);
      await page.getByRole("tab", { name: "指标" }).click();
      const list = page.getByRole("listbox", { name: "指标" });
      await list
        .getByText(/^去年目标 /)
        .first()
        .waitFor();
      await goToItem(page, "学前教育");
      await page.locator(".target-caret").first().waitFor();
      await list.getByRole("option").nth(1).click();
      await shot(page, named("targets"));
      const findings = [...(await seriousFindings(page))];
      await page.getByRole("checkbox", { name: "只看请留意的" }).check();
      await page.getByRole("button", { name: "复制表格" }).click();
      await page.getByText("已复制").waitFor();
      expect(await downloadOf(page, "导出表格", "Word")).toMatch(/指标对照\.docx$/);
      await page.getByRole("tab", { name: "历年" }).click();
      await page.getByRole("columnheader", { name: "变化" }).waitFor();
      await shot(page, named("targets-years"));
      findings.push(...(await seriousFindings(page)));
      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});

describe("对照 without a library", () => {
  it("says so, and still takes a file", async () => {
    const { page } = await openWindow();
    await failCalls(page, "library.documents", "library-unavailable");
    await newDraft(page, JIANYANG);
    await page.getByRole("button", { name: "对照", exact: true }).click();
    await page.getByRole("region", { name: "对照" }).getByRole("alert").waitFor();
    await shot(page, "compare-failed");
    await openFile(page, "jianyang-2021.txt");
    await page.getByText(/与去年重合/).waitFor();
  });
});
