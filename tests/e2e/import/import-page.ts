/** What the tests of the import windows do and look at. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

export const ROOT = join(import.meta.dirname, "../../..");
export const DATA = join(ROOT, "tests/data/import");
export const SAMPLES = join(ROOT, "tests/samples");
export const SEEDS = join(ROOT, "seeds");
const SCREENSHOTS = join(ROOT, "out/import");

export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  // Fades are over.
  await page.waitForTimeout(250);
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** Chooses documents on the start screen. */
export async function chooseFiles(page: Page, ...files: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "导入往年文件…" }).click();
  await (await chooser).setFiles([...files]);
}

/** Opens the import window on one document. */
export async function openImport(page: Page, file: string): Promise<void> {
  await chooseFiles(page, file);
  await structure(page).waitFor();
}

export function source(page: Page) {
  return page.getByRole("listbox", { name: /行$/ });
}

export function structure(page: Page) {
  return page.getByRole("listbox", { name: "读出的结构" });
}

/** Text of the rows of a list that are in the page. */
export async function rowsOf(list: ReturnType<typeof structure>): Promise<readonly string[]> {
  const rows = await list.getByRole("option").evaluateAll((elements) =>
    elements
      .map((element) => ({
        at: Number(element.getAttribute("aria-posinset")),
        text: (element.textContent ?? "").replace(/\s+/g, ""),
      }))
      .sort((one, other) => one.at - other.at)
      .map(({ text }) => text),
  );
  return rows;
}

/** Headings of the structure with their numbers, as far as they are in view. */
export async function headings(page: Page): Promise<readonly string[]> {
  return (await rowsOf(structure(page))).filter((row) => /^(?:[一二三四五]、|（[一二三]）|\d+\.)/.test(row));
}
