/** The preview of a plan as long as a bureau's, in the window of the built app: the last edit to the pages that show it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { encodePlanFile } from "../../electron/services/plans/plan-file.ts";
import { EMPTY_FRONT_MATTER, type WorkPlan } from "../../src/core/plan/model.ts";
import { launchChromium } from "../support/chromium.ts";
import { startLoopbackApp } from "../support/loopback-app.ts";
import { NOTICE } from "../support/official-samples.ts";
import { seedPlans } from "../support/seed-plans.ts";
import { median } from "./paints.ts";

const RUNS = 5;
const FIRST_NUMBER = "示教发〔2027〕1号";

/** Prints medians of five edits for every seed. Target: ≤ 1.5 s from the last edit. Needs the built app (`npm run build`). */
export async function benchPreview(): Promise<void> {
  for (const { name, plan } of await seedPlans()) {
    const folder = await mkdtemp(join(tmpdir(), "yaodian-preview-"));
    const app = await startLoopbackApp(folder);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      await page.goto(app.address);
      const { first, edits, pages } = await measure(page, {
        ...plan,
        frontMatter: { ...EMPTY_FRONT_MATTER, ...NOTICE, documentNumber: FIRST_NUMBER },
      });
      console.log(
        `${name}, ${pages} pages: last edit → pages ${median(edits).toFixed(0)} ms ` +
          `(slowest of ${RUNS} ${Math.max(...edits).toFixed(0)} ms), first opening ${first.toFixed(0)} ms`,
      );
    } finally {
      await browser.close();
      await app.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function measure(page: Page, plan: WorkPlan) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^打开/ }).click();
  const { bytes } = encodePlanFile({ documentId: "bench", revision: 1, previous: null, plan });
  await (await chooser).setFiles({
    name: "要点.yaodian",
    mimeType: "application/json",
    buffer: Buffer.from(bytes),
  });
  await page.locator(".plan-text").waitFor();
  await page.getByRole("tab", { name: "公文要素" }).click();
  const start = performance.now();
  await page.keyboard.press("F5");
  await shows(page, FIRST_NUMBER);
  const first = performance.now() - start;
  const edits: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const number = `示教发〔2027〕${run + 20}号`;
    await page.getByLabel("发文字号").fill(number);
    const edited = performance.now();
    await shows(page, number);
    edits.push(performance.now() - edited);
  }
  return { first, edits, pages: await page.locator(".preview-thumbnail").count() };
}

/** Looks in every frame: a locator waits longer and longer between its looks, up to a second. */
async function shows(page: Page, number: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector(".preview-sheet")?.textContent?.includes(wanted),
    number,
    { polling: "raf" },
  );
}
