/** The window in Chromium over the real host, and everything the browser complains about while it is open. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { Failure } from "../../../src/host/contract.ts";
import { encodeMessage, MESSAGE_TYPE } from "../../../src/host/wire.ts";
import { launchChromium } from "../../support/chromium.ts";
import { type LoopbackApp, startLoopbackApp } from "../../support/loopback-app.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Longest wait for anything on the page, in milliseconds: far more than it ever takes, far less than a test may. */
const PATIENCE = 10_000;
const ROOT = join(import.meta.dirname, "../../..");
export const JIANYANG = join(ROOT, "seeds/jianyang-2021.txt");
export const KUNMING = join(ROOT, "seeds/kunming-2017.txt");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export interface WindowPage {
  readonly page: Page;
  readonly app: LoopbackApp;
  readonly browser: Browser;
  /** Console errors and warnings, page errors, violations of the content security policy. */
  readonly complaints: readonly string[];
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  /** Device pixels of a CSS pixel. */
  readonly scale?: number;
  readonly reducedMotion?: boolean;
  /** Whether the first look round is still to come. */
  readonly tour?: boolean;
}

/** Opens the start screen on an empty data folder; everything is ended with the test. */
export async function openWindow(options: WindowOptions = {}): Promise<WindowPage> {
  const { width = 1366, height = 768, colorScheme = "light", scale = 1 } = options;
  const app = await startLoopbackApp(await temporaryFolder(), options.tour);
  onTestFinished(() => app.stop());
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    reducedMotion: options.reducedMotion ? "reduce" : "no-preference",
    bypassCSP: false,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`content security policy: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(app.address);
  await page.getByRole("button", { name: /从去年的要点开始/ }).waitFor();
  return { page, app, browser, complaints };
}

/** From the start screen to the second step: the file as it was read. */
export async function readSource(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /从去年的要点开始/ }).click();
  await (await chooser).setFiles(file);
  await page.getByRole("listbox", { name: "读出的结构" }).waitFor();
}

/** A new draft out of a prior-year file, open in the editor. */
export async function newDraft(page: Page, file = JIANYANG): Promise<void> {
  await readSource(page, file);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByRole("button", { name: "生成文稿" }).click();
  await editor(page).waitFor();
}

export function editor(page: Page) {
  return page.getByRole("textbox", { name: "正文" });
}

/** The whole text, also of parts that are off the screen and not laid out. */
export async function editorText(page: Page): Promise<string> {
  return (await editor(page).textContent()) ?? "";
}

/** Puts the caret into an item by way of the outline. */
export async function goToItem(page: Page, heading: string): Promise<void> {
  await page.getByRole("treeitem", { name: heading }).click();
}

/** Serious and critical findings of axe on what is shown now, as `rule: selector`. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Evaluated through the debugger, which the page's content security policy does not concern.
  await page.evaluate(await readFile(AXE, "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: {
        run: (
          context: unknown,
          options: unknown,
        ) => Promise<{
          readonly violations: readonly {
            readonly id: string;
            readonly impact: string;
            readonly nodes: readonly { readonly target: readonly string[] }[];
          }[];
        }>;
      };
    };
    const { violations } = await axe.run(
      // Invisible stops that the UI library puts at the ends of a group of keys: they pass the focus on at once.
      { exclude: [["[data-tabster-dummy]"]] },
      { resultTypes: ["violations"] },
    );
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  });
}

/** Lets every call of a method fail with `code` until the returned function is called. */
export async function failCalls(
  page: Page,
  method: string,
  code: Failure["code"],
  name: string | null = null,
): Promise<() => Promise<void>> {
  const address = `**/call/${method}`;
  const failure: Failure = { code, detail: "test", name };
  await page.route(address, (route) =>
    route.fulfill({
      contentType: MESSAGE_TYPE,
      body: Buffer.from(encodeMessage({ ok: false, failure })),
    }),
  );
  return () => page.unroute(address);
}
