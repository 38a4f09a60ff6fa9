/** Typing in the whole window of the built app, with outline, suggestions and the bar of finding open. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { encodePlanFile } from "../../electron/services/plans/plan-file.ts";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { launchChromium } from "../support/chromium.ts";
import { startLoopbackApp } from "../support/loopback-app.ts";
import { median, medianOf, quantile, type Typed, typeAndMeasure } from "./paints.ts";

const RUNS = 5;
const MEGABYTE = 1024 * 1024;

interface Figures extends Typed {
  /** Milliseconds from the page's call that opens the file to the frame that shows its text. */
  readonly opening: number;
  /** Proportional memory of the page's process in bytes; NaN where the system does not tell. */
  readonly memory: number;
}

/**
 * Prints medians of five runs; `plans` by name. Targets: p50 ≤ 16 ms, p95 ≤ 33 ms, no task over 50 ms while typing,
 * ≤ 250 MB. Needs the built app (`npm run build`).
 */
export async function benchTypingInWindow(plans: ReadonlyMap<string, WorkPlan>): Promise<void> {
  for (const [name, plan] of plans) {
    const runs: Figures[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(plan));
    const at = (share: number) =>
      medianOf(
        runs.map(({ paints }) => paints),
        share,
      ).toFixed(1);
    const longest = quantile(
      runs.flatMap(({ longTasks }) => longTasks),
      1,
    );
    console.log(
      `${name} in the window, panels open: key → paint p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; ` +
        `tasks over 50 ms: ${runs.flatMap(({ longTasks }) => longTasks).length} in ${RUNS} runs` +
        `${Number.isNaN(longest) ? "" : `, longest ${longest.toFixed(0)} ms`}; ` +
        `file → text ${median(runs.map(({ opening }) => opening)).toFixed(0)} ms; ` +
        `memory of the page ${(median(runs.map(({ memory }) => memory)) / MEGABYTE).toFixed(0)} MB`,
    );
  }
}

async function measure(plan: WorkPlan): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-typing-"));
  const app = await startLoopbackApp(folder);
  const browser = await launchChromium();
  try {
    return await measureIn(browser, app.address, plan);
  } finally {
    await browser.close();
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn(browser: Browser, address: string, plan: WorkPlan): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const devtools = await page.context().newCDPSession(page);
  await page.goto(address);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^打开/ }).click();
  const { bytes } = encodePlanFile({ documentId: "bench", revision: 1, previous: null, plan });
  const file = { name: "要点.yaodian", mimeType: "application/json", buffer: Buffer.from(bytes) };
  await page.evaluate(recordText);
  await (await chooser).setFiles(file);
  const opening = await page.evaluate(() => window.textShown);
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "查找" }).waitFor();
  await page.getByRole("tab", { name: "建议" }).click();
  await page.getByRole("treeitem", { name: /^1\./ }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "正文");
  await page.keyboard.press("End");
  const typed = await typeAndMeasure(page, devtools);
  return { ...typed, opening, memory: await memoryOfPage(browser) };
}

declare global {
  interface Window {
    /** Milliseconds from the call that opens a plan to the frame that shows it. */
    textShown: Promise<number>;
  }
}

/** Runs in the page. */
function recordText(): void {
  window.textShown = new Promise((resolve) => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector(".plan-text")) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const call = performance
            .getEntriesByType("resource")
            .findLast(({ name }) => name.includes("plan.open"));
          resolve(performance.now() - (call?.startTime ?? Number.NaN));
        };
        port2.postMessage(null);
      });
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** Memory that the page's process has for itself, shared parts divided among their users. */
async function memoryOfPage(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === "renderer").map(({ id }) => proportionalSize(id)),
  );
  return Math.max(...sizes);
}

async function proportionalSize(processId: number): Promise<number> {
  const text = await readFile(`/proc/${processId}/smaps_rollup`, "utf8").catch(() => "");
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(text)?.[1];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) * 1024;
}
