/** The whole job in Chromium: from a prior-year file to next year's DOCX, with a killed host in the middle. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { docxParagraphs } from "../support/docx-reader.ts";
import { type LoopbackApp, startLoopbackApp } from "../support/loopback-app.ts";

const ROOT = join(import.meta.dirname, "../..");
const SEED = join(ROOT, "seeds/jianyang-2021.txt");
const SCREENSHOTS = join(ROOT, "out/e2e");

let folder: string;
let app: LoopbackApp;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
/** While the host is dead the browser itself reports refused connections, which is what it should do. */
let hostIsDead = false;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "yaodian-e2e-"));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the main job", () => {
  it("goes from last year's file to next year's DOCX and loses nothing when the host is killed", async () => {
    app = await startLoopbackApp(folder);
    page = await openPage(app.address);
    await newPlanFromSeed();
    await resolveDated();
    await writeItem();
    await moveItem();
    const before = await editorText();

    await page.getByText(/未保存的改动已暂存/).waitFor();
    hostIsDead = true;
    await app.kill();
    await page.close({ runBeforeUnload: false });
    hostIsDead = false;
    app = await startLoopbackApp(folder);
    page = await openPage(app.address);
    await shot("recovery");
    await page.getByRole("button", { name: "使用恢复内容" }).click();
    await editor().waitFor();
    expect(await editorText()).toBe(before);

    await page.keyboard.press("Control+s");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await page
      .getByText(/^已保存/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "返回开始页" }).click();
    await page
      .getByRole("button", { name: /2027年教育工作要点/ })
      .first()
      .click();
    await editor().waitFor();
    expect(await editorText()).toBe(before);

    const exported = await exportDocx();
    expect(withoutBlanks(textOfDocx(exported))).toBe(withoutBlanks(before));
    expect(complaints).toEqual([]);
  });
});

async function openPage(address: string): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  opened.on("console", (message) => {
    if (hostIsDead && message.text().includes("net::ERR_")) return;
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  opened.on("pageerror", (error) => complaints.push(String(error)));
  await opened.goto(address);
  return opened;
}

async function newPlanFromSeed(): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "从去年的要点开始" }).click();
  await (await chooser).setFiles(SEED);
  await page.getByText("读出的结构").first().waitFor();
  await shot("reading");
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("哪一年的要点").fill("2027");
  await page.getByRole("button", { name: "生成文稿" }).click();
  await editor().waitFor();
  await shot("draft");
}

/** Accepts one, keeps one, changes one and takes back the change: the count follows each. */
async function resolveDated(): Promise<void> {
  const open = async () =>
    Number(/\d+/.exec((await page.getByText(/^时序待定 \d+$/).textContent()) ?? "")?.[0]);
  const list = page.getByRole("region", { name: "时序表述" });
  const start = await open();
  expect(start).toBeGreaterThan(5);
  await list.focus();
  await page.keyboard.press("Enter");
  await expect.poll(open).toBe(start - 1);
  expect(await editorText()).toContain("中国共产党成立106周年");
  await page.keyboard.press("k");
  await expect.poll(open).toBe(start - 2);
  await page.keyboard.press("e");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("建党106周年之际");
  await page.keyboard.press("Enter");
  await expect.poll(open).toBe(start - 3);
  await page.getByRole("button", { name: /^撤销/ }).click();
  await expect.poll(open).toBe(start - 2);
  await shot("dated");
}

/** A new item below item 14, its heading composed with an input method, its text taken from a suggestion. */
async function writeItem(): Promise<void> {
  await page.getByRole("tab", { name: "建议" }).click();
  await page.getByRole("treeitem", { name: /^14\./ }).click();
  await page.keyboard.press("Control+Enter");
  await compose(["te", "teshu", "特殊教育"]);
  const first = page.getByRole("option").first();
  await expect.poll(() => first.textContent()).toContain("特殊教育");
  await shot("suggestions");
  const items = await editor().locator(".plan-item").count();
  await page.keyboard.press("Alt+/");
  await page.keyboard.press("Enter");
  await expect.poll(editorText).toMatch(/15\..*特殊教育.*。/);
  expect(await editor().locator(".plan-item").count()).toBe(items);
  await shot("written");
}

async function moveItem(): Promise<void> {
  const heading = async (ordinal: string) =>
    ((await editor().locator(`[data-no="${ordinal}"]`).textContent()) ?? "").split("。")[0];
  const moved = await heading("15.");
  const above = await heading("14.");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect.poll(() => heading("14.")).toBe(moved);
  expect(await heading("15.")).toBe(above);
}

/** Types through composition as a pinyin input method does: each stage replaces the one before, the last is committed. */
async function compose(stages: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const text of stages.slice(0, -1)) {
    await devtools.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await devtools.send("Input.insertText", { text: stages.at(-1) ?? "" });
  await devtools.detach();
}

async function exportDocx(): Promise<Uint8Array> {
  await page.keyboard.press("Control+e");
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("radio", { name: /^工作要点/ }).click();
  await shot("export");
  const download = page.waitForEvent("download");
  await sheet.getByRole("button", { name: "导出", exact: true }).click();
  return readFileSync(await (await download).path());
}

function editor() {
  return page.getByRole("textbox", { name: "正文" });
}

/** Text of the page as a reader has it: every paragraph with its computed number. */
function editorText(): Promise<string> {
  return editor().evaluate((root) =>
    [...root.querySelectorAll("h1, p")]
      .map((block) => (block.getAttribute("data-no") ?? "") + block.textContent)
      .join("\n"),
  );
}

function textOfDocx(docx: Uint8Array): string {
  return docxParagraphs(docx)
    .map((paragraph) => paragraph.text)
    .join("\n");
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}

function shot(name: string): Promise<Buffer> {
  return page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}
