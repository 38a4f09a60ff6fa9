import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { editor, openWindow } from "../window/window-page.ts";
import { shot } from "./import-page.ts";

const PLAN = "一、提高质量\n1.抓好课堂教学。开展教研活动。\n2.抓好队伍建设。一是培训教师；二是选树典型。";

/** Paragraphs with the numbers that are shown before them. */
function lines(page: Page): Promise<readonly string[]> {
  return editor(page)
    .locator("h1, p")
    .evaluateAll((blocks) =>
      blocks.map((block) => `${block.getAttribute("data-no") ?? ""}${block.textContent}`),
    );
}

/** Pastes as the clipboard of another program brings it. */
async function paste(page: Page, types: Readonly<Record<string, string>>): Promise<void> {
  await editor(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, types);
}

/** A blank plan with the caret at the end of its text. */
async function blankPlan(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^空白/ }).click();
  await page.getByRole("button", { name: "生成文稿" }).click();
  await editor(page).waitFor();
  await editor(page).click();
  await page.keyboard.press("Control+End");
}

describe("pasting into an open plan", () => {
  it("makes parts of a numbered text in one step of undo, and plain text of it on demand", async () => {
    const { page, complaints } = await openWindow();
    await blankPlan(page);
    const before = await lines(page);
    await paste(page, { "text/plain": PLAN });
    const pasted = (await lines(page)).slice(-5);
    expect(
      pasted.map((line) => line.replace(/^[一二三四五六七八九十]、/, "、").replace(/^\d+\./, ".")),
    ).toEqual([
      "、提高质量",
      ".抓好课堂教学。开展教研活动。",
      ".抓好队伍建设。",
      "一是培训教师；",
      "二是选树典型。",
    ]);
    await page.getByText("已按结构粘贴：1 个标题，2 条。").waitFor();
    await shot(page, "pasted");
    await editor(page).press("Control+z");
    expect(await lines(page)).toEqual(before);

    await paste(page, { "text/plain": PLAN });
    await page.getByRole("button", { name: "改为纯文字" }).click();
    expect((await lines(page)).slice(-3).join("\n")).toContain(PLAN.split("\n").at(-1));
    await editor(page).press("Control+z");
    expect(await lines(page)).toEqual(before);
    expect(complaints).toEqual([]);
  });

  it("writes out the numbers of lists that Word and browsers make themselves", async () => {
    const { page, complaints } = await openWindow();
    await blankPlan(page);
    const html =
      '<html><body><p>一、提高质量</p><ol><li onclick="x()">抓好课堂教学。开展教研活动。</li><li>抓好队伍建设。培训教师。</li></ol>' +
      '<img src="http://198.51.100.1/x.png"><script>document.title = "ran"</script></body></html>';
    await paste(page, {
      "text/html": html,
      "text/plain": "一、提高质量\n抓好课堂教学。开展教研活动。\n抓好队伍建设。培训教师。",
    });
    await page.getByText(/^已按结构粘贴：1 个标题，2 条/).waitFor();
    expect((await lines(page)).slice(-2)).toEqual([
      expect.stringMatching(/^\d+\.抓好课堂教学。开展教研活动。$/),
      expect.stringMatching(/^\d+\.抓好队伍建设。培训教师。$/),
    ]);
    expect(await page.title()).not.toBe("ran");
    expect(complaints).toEqual([]);
  });

  it("leaves prose alone, and says so when there is no text to paste", async () => {
    const { page } = await openWindow();
    await blankPlan(page);
    await paste(page, { "text/plain": "2023年我们去了北京。" });
    expect((await lines(page)).at(-1)).toContain("2023年我们去了北京。");
    await paste(page, {});
    await page.getByText("剪贴板里没有文字").waitFor();
  });
});
