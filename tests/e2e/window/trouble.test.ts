import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editor, editorText, failCalls, newDraft, openWindow } from "./window-page.ts";

/** What copying the whole text puts on the clipboard. */
async function copyAll(page: Page): Promise<string> {
  await editor(page).focus();
  await page.keyboard.press("Control+a");
  const copied = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener("copy", (event) =>
          resolve(event.clipboardData?.getData("text/plain") ?? ""),
        );
      }),
  );
  await page.keyboard.press("Control+c");
  return copied;
}

describe("the window in trouble", () => {
  it("keeps what is typed while the host is away, says so, and catches up", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await editor(page).click();
    await page.route("**/call/plan.apply", (route) => route.abort());
    await page.keyboard.type("断线时写的字");
    const bar = page.getByText("后台服务已中断，正在重新连接；请勿关闭窗口。");
    await bar.waitFor();
    await page.keyboard.type("继续写");
    expect(await editorText(page)).toContain("断线时写的字继续写");
    await page.unroute("**/call/plan.apply");
    await bar.waitFor({ state: "detached" });
    await page.getByText(/未保存的改动已暂存/).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "使用恢复内容" }).click();
    await editor(page).waitFor();
    expect(await editorText(page)).toContain("断线时写的字继续写");
  });

  it("opens the plan anew when the host has lost the session, and loses no letter", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await editor(page).click();
    await page.keyboard.type("先写的");
    await page.getByText(/未保存的改动已暂存/).waitFor();
    const restore = await failCalls(page, "plan.apply", "no-session");
    await page.keyboard.type("后写的");
    await page.waitForTimeout(500);
    await restore();
    await expect.poll(() => page.getByRole("status").first().innerText()).toMatch(/未保存的改动已暂存/);
    await page.reload();
    await page.getByRole("button", { name: "使用恢复内容" }).click();
    await editor(page).waitFor();
    expect(await editorText(page)).toContain("先写的后写的");
  });

  it("asks before it closes in the middle of a word, and has the word when it opens again", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await editor(page).click();
    await page.keyboard.type("先写的");
    await page.getByText(/未保存的改动已暂存/).waitFor();
    const key = await page.evaluate(() => sessionStorage.getItem("yaodian.key"));
    const address = `${page.url()}#key=${key}`;
    const again = await page.context().newPage();
    await page.bringToFront();
    const asked = page.waitForEvent("dialog");
    await page.keyboard.type("末字");
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.accept();
    await again.goto(address);
    await again.getByRole("button", { name: "使用恢复内容" }).click();
    await editor(again).waitFor();
    expect(await editorText(again)).toContain("先写的末字");
  });

  it("never mixes the texts of two windows that have the same plan open", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await editor(page).click();
    await page.keyboard.type("甲");
    await page.getByText(/未保存的改动已暂存/).waitFor();
    const key = await page.evaluate(() => sessionStorage.getItem("yaodian.key"));
    const other = await page.context().newPage();
    await other.goto(`${page.url()}#key=${key}`);
    await other.getByRole("button", { name: "使用恢复内容" }).click();
    await editor(other).click();
    await other.keyboard.type("乙乙");
    await other.getByText(/未保存的改动已暂存/).waitFor();
    await page.keyboard.type("丙丙丙丙");
    await page.getByText(/已在另一个窗口中打开并改过/).waitFor();
    await page.keyboard.type("戊");
    const left = await editorText(page);
    expect([left.includes("丙丙丙丙"), left.includes("戊")]).toEqual([true, false]);
    expect(await copyAll(page)).toContain("丙丙丙丙");
    await other.keyboard.type("丁");
    await expect.poll(() => other.getByRole("status").first().innerText()).toMatch(/已暂存/);
    await other.reload();
    await other.getByRole("button", { name: "使用恢复内容" }).click();
    await editor(other).waitFor();
    const text = await editorText(other);
    expect([text.includes("乙乙"), text.includes("丁"), text.includes("丙")]).toEqual([true, true, false]);
  });

  it("says that the disk is full, that nothing is lost, and what can be done", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    const restore = await failCalls(page, "plan.saveAs", "no-space", "2027.yaodian");
    await page.keyboard.press("Control+s");
    await page.getByLabel("文件名").fill("2027");
    await page.keyboard.press("Enter");
    await page
      .getByText("无法保存“2027.yaodian”：磁盘空间不足。原文件未受影响，改动已暂存在本机。")
      .waitFor();
    await restore();
    await page.getByRole("button", { name: "重试" }).click();
    await page.getByLabel("文件名").fill("2027");
    await page.keyboard.press("Enter");
    await page.getByText(/已保存到“文稿”文件夹：2027/).waitFor();
    expect(await page.getByText("磁盘空间不足").count()).toBe(0);
  });

  it("asks before it writes over a file that somebody else has changed", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await page.keyboard.press("Control+s");
    await page.getByLabel("文件名").fill("2027");
    await page.keyboard.press("Enter");
    await page.getByText(/已保存到“文稿”文件夹/).waitFor();
    await editor(page).click();
    await page.keyboard.type("新写的");
    const restore = await failCalls(page, "plan.save", "conflict", "2027.yaodian");
    await page.keyboard.press("Control+s");
    await page.getByText(/在打开之后被别人或别的程序改过/).waitFor();
    await restore();
    await page.getByRole("button", { name: "仍用我的覆盖" }).click();
    await page.getByText(/^已保存 \d/).waitFor();
  });

  it("names the file that cannot be read and keeps the dialog open for another one", async () => {
    const { page } = await openWindow();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /从去年的要点开始/ }).click();
    await (await chooser).setFiles({ name: "空.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) });
    await page.getByText("“空.txt”是空文件，没有可读的内容。请换一个文件。").waitFor();
    await page.getByRole("button", { name: /选择去年的文件/ }).waitFor();
  });

  it("offers the version before the last save of a damaged file", async () => {
    const { page } = await openWindow();
    await newDraft(page);
    await page.keyboard.press("Control+s");
    await page.getByLabel("文件名").fill("2027");
    await page.keyboard.press("Enter");
    await page.getByText(/已保存到“文稿”文件夹/).waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载一份" }).click();
    const saved = await readFile(await (await downloading).path());
    const before = await editorText(page);
    await editor(page).click();
    await page.keyboard.type("后写的");
    await page.keyboard.press("Control+s");
    await page.getByText(/^已保存 \d/).waitFor();
    await page.getByRole("button", { name: "返回开始页" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "打开文稿…" }).click();
    await (await chooser).setFiles({
      name: "2027.yaodian",
      mimeType: "application/octet-stream",
      buffer: saved.subarray(0, saved.byteLength / 2),
    });
    await page.getByText(/“2027.yaodian”已损坏.*文件未被改动/).waitFor();
    await page.getByRole("button", { name: "打开上一个保存的版本" }).click();
    await page.getByText(/这是“2027.yaodian”最后一次保存之前的版本/).waitFor();
    expect(await editorText(page)).toBe(before);
  });

  it("says what is wrong with an address that has no key", async () => {
    const { page, app } = await openWindow();
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(new URL("/", app.address).href);
    await page.getByRole("heading", { name: "请从“要点”打开这个页面" }).waitFor();
  });
});
