/** From the spawn of the built app to a caret in an open plan, in Chromium over the loopback server. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Browser } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { startLoopbackApp } from "../support/loopback-app.ts";

const RUNS = 5;
const ROOT = join(import.meta.dirname, "../..");
const SEED = join(ROOT, "seeds/jianyang-2021.txt");

/** Prints the medians of five starts. The browser is already running, as a drafter's is; the app is built (`npm run build`). */
export async function benchStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-start-"));
  const browser = await launchChromium();
  try {
    await prepare(folder, browser);
    const times: { screen: number; caret: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await startOnce(folder, browser));
    console.log(`spawn → start screen   ${median(times.map((time) => time.screen)).toFixed(0)} ms`);
    console.log(`spawn → caret in plan  ${median(times.map((time) => time.caret)).toFixed(0)} ms`);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One saved plan in the data folder, so that a start finds it among the recent ones. */
async function prepare(folder: string, browser: Browser): Promise<void> {
  const app = await startLoopbackApp(folder);
  try {
    const page = await browser.newPage();
    await page.goto(app.address);
    const chooser = page.waitForEvent("filechooser");
    await page.getByText("从去年的要点开始").click();
    await (await chooser).setFiles(SEED);
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByRole("button", { name: "生成文稿" }).click();
    await page.getByRole("textbox", { name: "正文" }).waitFor();
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await page
      .getByText(/^已保存/)
      .first()
      .waitFor();
    await page.close({ runBeforeUnload: false });
  } finally {
    await app.stop();
  }
}

async function startOnce(folder: string, browser: Browser): Promise<{ screen: number; caret: number }> {
  const begin = performance.now();
  const app = await startLoopbackApp(folder);
  try {
    const page = await browser.newPage();
    await page.goto(app.address);
    const recent = page.getByRole("button", { name: /2027年教育工作要点/ }).first();
    await recent.waitFor();
    const screen = performance.now() - begin;
    await recent.click();
    await page.getByRole("textbox", { name: "正文" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "正文", null, {
      polling: "raf",
    });
    const caret = performance.now() - begin;
    await page.close({ runBeforeUnload: false });
    return { screen, caret };
  } finally {
    await app.stop();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
