import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { writeDocx } from "../../../src/formats/docx/write-docx.ts";
import { laidOutLines } from "../../support/docx-layout.ts";
import { pdfImages, pdfPages, startRenderer } from "../../support/libreoffice.ts";
import { NOTICE, samplePlan, taskTable } from "../../support/official-samples.ts";
import { seedPlans } from "../../support/seed-plans.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { editor, seriousFindings } from "../window/window-page.ts";
import { openPlanWindow, printedPdf } from "./output-page.ts";

const run = promisify(execFile);
const OUT = join(import.meta.dirname, "../../../out/preview");
const seeds = await seedPlans();

async function shot(page: { screenshot: (options: { path: string }) => Promise<unknown> }, name: string) {
  await mkdir(OUT, { recursive: true });
  await page.screenshot({ path: join(OUT, `${name}.png`) });
}

function withoutSpaces(text: string | undefined): string {
  return (text ?? "").replaceAll(/\s/g, "");
}

describe("the print preview", () => {
  it.each([
    ["light", 1366, 768],
    ["dark", 1366, 768],
    ["light", 1920, 1080],
    ["dark", 1920, 1080],
  ] as const)("shows real pages in %s at %i × %i without a complaint", async (colorScheme, width, height) => {
    const plan = samplePlan(12, { ...NOTICE, attachments: [taskTable(12, true)] });
    const { page, complaints } = await openPlanWindow(plan, { colorScheme, width, height });
    await page.keyboard.press("F5");
    const preview = page.getByRole("region", { name: "打印预览" });
    const first = preview.locator(".preview-sheet").first();
    await first.getByText("示例市教育局文件").waitFor();
    await page.waitForTimeout(400);
    await shot(page, `${colorScheme}-${width}`);
    expect(await preview.locator(".preview-sheet").count()).toBe(
      await preview.locator(".preview-thumbnail").count(),
    );
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("leads from a line to its text, by the page's button, and back with F5", async () => {
    const { page } = await openPlanWindow(samplePlan(12, {}));
    await page.keyboard.press("F5");
    const line = page.locator(".preview-sheet text").filter({ hasText: "2.深入推进第2项工作" });
    await line.click();
    await editor(page).waitFor();
    await page.keyboard.type("【甲】");
    await editor(page).getByText("【甲】深入推进第2项工作").waitFor();
    await page.keyboard.press("F5");
    await page.getByRole("button", { name: "第 2 页" }).click();
    await page.getByRole("button", { name: "回到本页文字" }).click();
    await editor(page).waitFor();
    expect(await page.locator(".preview").count()).toBe(0);
  });

  it("follows what is edited beside it", async () => {
    const { page } = await openPlanWindow(samplePlan(6, NOTICE));
    await page.getByRole("tab", { name: "公文要素" }).click();
    await page.keyboard.press("F5");
    await page.locator(".preview-sheet").first().getByText("示教发〔2027〕1号").waitFor();
    await page.getByLabel("发文字号").fill("示教发[2027]26号");
    await page.locator(".preview-sheet").first().getByText("示教发〔2027〕26号").waitFor();
  });

  it("drops no key that is typed while pages are laid out", async () => {
    const seed = seeds.find(({ name }) => name === "jianyang-2021");
    if (!seed) throw new Error("the seed jianyang-2021 is missing");
    const { page } = await openPlanWindow({
      ...seed.plan,
      frontMatter: { ...seed.plan.frontMatter, ...NOTICE },
    });
    await page.getByRole("tab", { name: "公文要素" }).click();
    await page.keyboard.press("F5");
    const field = page.getByLabel("发文字号");
    await field.fill("");
    const typed = "abcdefghij".repeat(6);
    // Longer than one pause and one layout: pages are asked for and thrown away while keys go on.
    await field.pressSequentially(typed, { delay: 30 });
    expect(await field.inputValue()).toBe(typed);
    await page.keyboard.press("F5");
    await editor(page).locator("p").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.press("F5");
    await page.keyboard.press("F5");
    await page.keyboard.type("边排版边写的一句。", { delay: 20 });
    await editor(page).getByText("边排版边写的一句。").waitFor();
  });

  it.each(seeds)(
    "prints a PDF with the pages and first lines of the layout: $name",
    async ({ name, plan }) => {
      const opened = await openPlanWindow({ ...plan, frontMatter: { ...plan.frontMatter, form: "plan" } });
      const file = join(await temporaryFolder(), "a.pdf");
      await writeFile(file, await printedPdf(opened));
      const pages = await pdfPages(file);
      const layout = laidOutLines(composeDocument(plan, { form: "plan" }));
      expect(pages.length).toBe(layout.length);
      for (const [index, page] of pages.entries()) {
        expect([Math.round(page.width), Math.round(page.height)]).toEqual([210, 297]);
        const line = layout[index]?.find(({ text }) => text.trim() !== "");
        expect(withoutSpaces(page.lines[0]?.text)).toBe(withoutSpaces(line?.text));
      }
      const { stdout } = await run("pdffonts", [file]);
      const embedded = stdout.trim().split("\n").slice(2);
      expect(embedded.length).toBeGreaterThan(0);
      for (const font of embedded) expect(font).toMatch(/\syes\s+(yes|no)\s+yes\s/);
      if (name === "jianyang-2021") await pdfImages(file, OUT, "printed-jianyang", 60);
    },
  );

  it("prints notice, imprint and a table that lies across, beside LibreOffice", async () => {
    const plan = samplePlan(12, { ...NOTICE, attachments: [taskTable(12, true)] });
    const opened = await openPlanWindow(plan);
    const folder = await temporaryFolder();
    const file = join(folder, "notice.pdf");
    await writeFile(file, await printedPdf(opened));
    const pages = await pdfPages(file);
    const across = pages.filter(({ width, height }) => width > height);
    expect(across.length).toBeGreaterThan(0);
    expect(
      pages
        .at(-1)
        ?.lines.map(({ text }) => text)
        .join(""),
    ).toContain("2027年1月6日印发");
    const renderer = await startRenderer();
    try {
      const word = await renderer.toPdf(await writeDocx(composeDocument(plan, { form: "notice" })), "beside");
      expect((await pdfPages(word)).length).toBe(pages.length);
      await pdfImages(file, OUT, "printed-notice", 60);
      await pdfImages(word, OUT, "libreoffice-notice", 60);
    } finally {
      await renderer.close();
    }
  });
});
