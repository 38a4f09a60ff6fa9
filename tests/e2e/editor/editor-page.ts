/** Builds the harness page once and opens it in Chromium, under the policy of the app. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import type { Browser, CDPSession, Page } from "playwright-core";
import { build } from "vite";
import { contentSecurityPolicy } from "../../../electron/page/security-headers.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { launchChromium } from "../../support/chromium.ts";
import type { Harness } from "./harness/main.tsx";

const ADDRESS = "http://127.0.0.1:9";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

export interface EditorPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Console errors, policy violations and exceptions so far. */
  readonly errors: readonly string[];
  readonly open: (plan: WorkPlan) => Promise<void>;
  readonly openBare: (plan: WorkPlan) => Promise<void>;
  readonly plan: () => Promise<WorkPlan>;
  /** Puts the caret at an offset of the first paragraph whose text begins so. */
  readonly caret: (beginning: string, offset: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openEditorPage(
  size = { width: 1366, height: 768 },
  args: readonly string[] = [],
): Promise<EditorPage> {
  const folder = await mkdtemp(join(tmpdir(), "editor-page-"));
  await build({
    root: join(import.meta.dirname, "harness"),
    configFile: false,
    logLevel: "error",
    base: "./",
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, minify: false },
  });
  const browser = await launchChromium(args);
  const page = await pageIn(browser, folder, size);
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${ADDRESS}/index.html`);
  const devtools = await page.context().newCDPSession(page);
  return {
    page,
    devtools,
    errors,
    open: (plan) => page.evaluate((value) => window.harness.open(value), plan),
    openBare: (plan) => page.evaluate((value) => window.harness.openBare(value), plan),
    plan: () => page.evaluate(() => window.harness.plan()),
    caret: async (beginning, offset) => {
      await page.evaluate(placeCaret, { beginning, offset });
      await page.waitForFunction(isRendered);
      // The browser's process learns of a new focus and selection with the next frame, as between a click and a key.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function pageIn(
  browser: Browser,
  folder: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.route(`${ADDRESS}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const body = await readFile(join(folder, path)).catch(() => undefined);
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({
      body,
      headers: {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "content-security-policy": contentSecurityPolicy("harness", "'none'"),
      },
    });
  });
  return page;
}

/** Runs in the page. An empty beginning means the first empty paragraph. */
function placeCaret({ beginning, offset }: { beginning: string; offset: number }): void {
  const view = (window as unknown as { harness: Harness }).harness.view();
  let position = -1;
  view.state.doc.descendants((node, start) => {
    const matches = beginning === "" ? node.content.size === 0 : node.textContent.startsWith(beginning);
    if (position < 0 && node.isTextblock && matches) position = start + 1 + offset;
    return !node.isTextblock;
  });
  if (position < 0) throw new Error(`no paragraph begins with ${beginning}`);
  const Selection = view.state.selection.constructor as unknown as {
    near: (place: unknown) => typeof view.state.selection;
  };
  view.dispatch(
    view.state.tr.setSelection(Selection.near(view.state.doc.resolve(position))).scrollIntoView(),
  );
  view.focus();
}

/** Runs in the page: whether the part with the caret has been laid out, which a drafter sees before the first key. */
function isRendered(): boolean {
  const place = getSelection()?.focusNode;
  const element = place instanceof Element ? place : place?.parentElement;
  return element?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
}
