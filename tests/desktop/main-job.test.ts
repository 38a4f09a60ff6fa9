/** The app in a real Electron: from the start screen to an exported file, with nothing said on the console. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElectronApplication, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { exportStrings } from "../../src/ui/export/export.strings.ts";
import { importStrings } from "../../src/ui/import/import.strings.ts";
import { newPlanStrings } from "../../src/ui/new-plan/new-plan.strings.ts";
import { startStrings } from "../../src/ui/start/start.strings.ts";
import { docxParagraphs } from "../support/docx-reader.ts";
import { dropFiles } from "../support/drop-files.ts";
import { freshDataFolder, launchElectron } from "../support/electron-runtime.ts";

const SEED = join(import.meta.dirname, "..", "..", "seeds", "jianyang-2021.txt");
const TYPED = "这一句是在真实窗口里写下的";
// The user that runs these tests may write only below the temporary folder, which `npm test` puts under out/.
const SCREENSHOTS = join(tmpdir(), "screenshots");

let app: ElectronApplication | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** Starts the app and collects whatever the page complains of. */
async function open(dataFolder: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  app = await launchElectron(dataFolder);
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.getByText(startStrings.tagline).waitFor();
  return { page, complaints };
}

async function newPlanFromFile(page: Page): Promise<void> {
  await page.getByRole("button", { name: startStrings.fromLast }).click();
  await page.getByText(importStrings.structure).first().waitFor();
  await page.getByRole("button", { name: newPlanStrings.next }).click();
  await page.getByRole("button", { name: newPlanStrings.create }).click();
  await page.locator(".ProseMirror").waitFor();
}

/** Text of the page as a reader has it: every paragraph with its computed number. */
function textOf(page: Page): Promise<string> {
  return page
    .locator(".ProseMirror")
    .evaluate((root) =>
      [...root.querySelectorAll("h1, p")]
        .map((block) => (block.getAttribute("data-no") ?? "") + block.textContent)
        .join("\n"),
    );
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Ends the whole app at once, as a power cut does. */
async function kill(): Promise<void> {
  const killed = app?.process();
  app = undefined;
  const gone = new Promise((resolve) => killed?.once("exit", resolve));
  killed?.kill("SIGKILL");
  await gone;
}

/** Answers the system's file dialogs, which no test can click. */
async function answerDialogs(openPath: string, savePath: string): Promise<void> {
  await app?.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [paths.openPath] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.savePath });
    },
    { openPath, savePath },
  );
}

async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

describe("the desktop app", () => {
  it("makes next year's draft, keeps it when it is killed, saves it and exports it", async () => {
    const dataFolder = freshDataFolder();
    const plan = join(dataFolder, "建阳区2027年教育工作要点.yaodian");
    const word = join(dataFolder, "建阳区2027年教育工作要点.docx");
    const first = await open(dataFolder);
    await answerDialogs(SEED, plan);
    await screenshot(first.page, "start");
    await newPlanFromFile(first.page);
    await first.page.locator(".ProseMirror p").first().click();
    await first.page.keyboard.press("End");
    await first.page.keyboard.type(TYPED);
    await first.page.getByText(/未保存的改动已暂存/).waitFor();
    const written = await textOf(first.page);
    expect(written).toContain(TYPED);
    await kill();

    const second = await open(dataFolder);
    await answerDialogs(SEED, plan);
    await screenshot(second.page, "recovery");
    await second.page.getByRole("button", { name: startStrings.recover }).click();
    await second.page.locator(".ProseMirror").waitFor();
    expect(await textOf(second.page)).toBe(written);
    await second.page.keyboard.press("Control+s");
    await second.page
      .getByText(/^已保存/)
      .first()
      .waitFor();
    expect(readFileSync(plan, "utf8")).toContain(TYPED);

    await answerDialogs(SEED, word);
    await second.page.keyboard.press("Control+e");
    const sheet = second.page.getByRole("dialog");
    await sheet.getByRole("radio", { name: new RegExp(`^${exportStrings.forms.plan}`) }).click();
    await screenshot(second.page, "export");
    await sheet.getByRole("button", { name: exportStrings.export }).click();
    await second.page.getByText(/^已导出/).waitFor();
    const exported = docxParagraphs(readFileSync(word)).map((paragraph) => paragraph.text);
    expect(withoutBlanks(exported.join(""))).toBe(withoutBlanks(written));
    await screenshot(second.page, "plan");
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });

  it("closes at once after the last key without losing it", async () => {
    const dataFolder = freshDataFolder();
    const { page } = await open(dataFolder);
    await answerDialogs(SEED, join(dataFolder, "unused.yaodian"));
    await newPlanFromFile(page);
    await page.locator(".ProseMirror p").first().click();
    await page.keyboard.insertText(TYPED);
    const closed = app?.waitForEvent("close");
    await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    app = undefined;

    const next = await open(dataFolder);
    await next.page.getByRole("button", { name: startStrings.recover }).click();
    await next.page.locator(".ProseMirror").waitFor();
    expect(await textOf(next.page)).toContain(TYPED);
  });

  it("imports a file and a folder dropped on the window", async () => {
    const dataFolder = freshDataFolder();
    const folder = join(dataFolder, "往年");
    mkdirSync(folder);
    writeFileSync(join(folder, "要点.txt"), "某县民政局2022年工作要点\n一、救助\n1.健全体系。加强比对。\n");
    writeFileSync(join(folder, "空.txt"), "");
    const { page, complaints } = await open(dataFolder);
    await dropFiles(page, SEED);
    await page.getByText(importStrings.structure).first().waitFor();
    await screenshot(page, "dropped-file");
    await page.keyboard.press("Escape");
    await dropFiles(page, folder);
    await page.getByText(importStrings.summary(1, 0, 1)).waitFor();
    expect(complaints).toEqual([]);
  });

  it("gives the page one function and nothing of Node or Electron", async () => {
    const { page } = await open(freshDataFolder());
    expect(
      await page.evaluate(() => ({
        yaodian: Object.keys(Reflect.get(window, "yaodian")),
        others: ["require", "process", "module", "Buffer", "electron"].filter((name) => name in window),
      })),
    ).toEqual({ yaodian: ["call"], others: [] });
  });

  it("opens no second page and goes nowhere", async () => {
    const { page } = await open(freshDataFolder());
    const address = page.url();
    expect(await page.evaluate(() => String(window.open("https://example.com/")))).toBe("null");
    // The page stays, and its script with it: the second of two tasks runs where the first led away from.
    const stayed = await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => window.location.assign("https://example.com/"), 0);
          setTimeout(() => resolve(window.location.href), 500);
        }),
    );
    expect([stayed, app?.windows().length]).toEqual([address, 1]);
  });

  it("runs the page's commands from the menu", async () => {
    const dataFolder = freshDataFolder();
    const plan = join(dataFolder, "要点.yaodian");
    const { page } = await open(dataFolder);
    await answerDialogs(SEED, plan);
    await newPlanFromFile(page);
    await page.locator(".ProseMirror p").first().click();
    const items = await page.locator(".plan-item").count();
    await chooseInMenu("新增条目");
    await expect.poll(() => page.locator(".plan-item").count()).toBe(items + 1);
    await chooseInMenu("保存");
    await page
      .getByText(/^已保存/)
      .first()
      .waitFor();
    expect(existsSync(plan)).toBe(true);
  });
});

async function chooseInMenu(label: string): Promise<void> {
  await app?.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const entries = Menu.getApplicationMenu()?.items.flatMap((top) => top.submenu?.items ?? []) ?? [];
    const [window] = BrowserWindow.getAllWindows();
    entries.find((entry) => entry.label === wanted)?.click({}, window, window?.webContents);
  }, label);
}
