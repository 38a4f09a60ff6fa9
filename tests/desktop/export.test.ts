/** What Electron prints and writes: the PDF beside the layout, the whole set in a folder, and a folder that cannot be written. */
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ElectronApplication, Locator, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { encodePlanFile } from "../../electron/services/plans/plan-file.ts";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { exportStrings } from "../../src/ui/export/export.strings.ts";
import { exportRunStrings } from "../../src/ui/export/export-run.strings.ts";
import { startStrings } from "../../src/ui/start/start.strings.ts";
import { laidOutLines } from "../support/docx-layout.ts";
import { freshDataFolder, launchElectron } from "../support/electron-runtime.ts";
import { pdfPages } from "../support/libreoffice.ts";
import { seedPlans } from "../support/seed-plans.ts";

const run = promisify(execFile);
const seeds = await seedPlans();

let app: ElectronApplication | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** The plan open in the window; every dialog that asks for a folder or file then answers with what is chosen. */
async function open(folder: string, plan: WorkPlan): Promise<Page> {
  app = await launchElectron(join(folder, "data"));
  const page = await app.firstWindow();
  await page.getByText(startStrings.tagline).waitFor();
  const file = join(folder, "要点.yaodian");
  writeFileSync(file, encodePlanFile({ documentId: "plan", revision: 1, previous: null, plan }).bytes);
  await choose(file);
  await page.getByRole("button", { name: startStrings.open }).click();
  await page.locator(".ProseMirror").waitFor();
  return page;
}

async function choose(path: string): Promise<void> {
  await app?.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** The export sheet with exactly these files ticked. */
async function exportSheet(
  page: Page,
  formats: readonly (keyof typeof exportStrings.formats)[],
): Promise<Locator> {
  await page.keyboard.press("Control+e");
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("radio", { name: new RegExp(`^${exportStrings.forms.plan}`) }).check();
  for (const [format, label] of Object.entries(exportStrings.formats)) {
    await sheet.getByRole("checkbox", { name: label }).setChecked(formats.some((each) => each === format));
  }
  return sheet;
}

function withoutSpaces(text: string | undefined): string {
  return (text ?? "").replaceAll(/\s/g, "");
}

describe("export in Electron", () => {
  it.each(seeds)("prints a PDF with the pages and first lines of the layout: $name", async ({ plan }) => {
    const folder = freshDataFolder();
    const target = join(folder, "印发");
    mkdirSync(target);
    const page = await open(folder, plan);
    await choose(target);
    const sheet = await exportSheet(page, ["pdf"]);
    await sheet.getByRole("button", { name: exportStrings.export, exact: true }).click();
    await page.getByText(/^已导出/).waitFor();
    const [name = ""] = readdirSync(target);
    const pdf = join(target, name);
    const pages = await pdfPages(pdf);
    const layout = laidOutLines(composeDocument(plan, { form: "plan" }));
    expect(pages.length).toBe(layout.length);
    for (const [index, printed] of pages.entries()) {
      expect([Math.round(printed.width), Math.round(printed.height)]).toEqual([210, 297]);
      const line = layout[index]?.find(({ text }) => text.trim() !== "");
      expect(withoutSpaces(printed.lines[0]?.text)).toBe(withoutSpaces(line?.text));
    }
    const { stdout } = await run("pdffonts", [pdf]);
    const embedded = stdout.trim().split("\n").slice(2);
    expect(embedded.length).toBeGreaterThan(0);
    for (const font of embedded) expect(font).toMatch(/\syes\s+(yes|no)\s+yes\s/);
  });

  it("writes the set into a folder, replaces nothing unasked, shows it, and says what to do where it may not write", async () => {
    const folder = freshDataFolder();
    const target = join(folder, "印发");
    const locked = join(folder, "只读");
    mkdirSync(target);
    mkdirSync(locked);
    const [seed] = seeds;
    if (!seed) throw new Error("no seeds");
    const page = await open(folder, seed.plan);
    await choose(target);
    const all = ["docx", "pdf", "xlsx", "txt", "html"] as const;
    await (await exportSheet(page, all))
      .getByRole("button", { name: exportStrings.export, exact: true })
      .click();
    await page.getByText(/^已导出 5 个文件到“印发”/).waitFor();
    expect(
      readdirSync(target)
        .map((name) => name.slice(name.lastIndexOf(".")))
        .toSorted(),
    ).toEqual([".docx", ".html", ".pdf", ".txt", ".xlsx"]);
    await app?.evaluate(({ shell }) => {
      shell.showItemInFolder = (path) => Reflect.set(globalThis, "shownPath", path);
    });
    await page.getByRole("button", { name: exportRunStrings.showFile }).click();
    await expect
      .poll(() => app?.evaluate(() => String(Reflect.get(globalThis, "shownPath"))))
      .toMatch(/印发.+\.docx$/);

    const again = await exportSheet(page, ["txt", "html"]);
    await again.getByRole("button", { name: exportStrings.export, exact: true }).click();
    await again.getByText(/这个文件夹里已经有/).waitFor();
    await again.getByRole("button", { name: exportStrings.keepBoth }).click();
    await page.getByText(/^已导出 2 个文件/).waitFor();
    expect(readdirSync(target)).toHaveLength(7);

    chmodSync(locked, 0o555);
    await choose(locked);
    const refused = await exportSheet(page, ["docx", "txt"]);
    await refused.getByRole("button", { name: exportStrings.export, exact: true }).click();
    await page.getByText(/没有.*权限|不能写入|无法写入/).waitFor();
    expect(readdirSync(locked)).toEqual([]);
  });
});
