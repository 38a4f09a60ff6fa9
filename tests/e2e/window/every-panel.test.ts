import { describe, expect, it } from "vitest";
import {
  editor,
  goToItem,
  KUNMING,
  newDraft,
  openWindow,
  readSource,
  seriousFindings,
} from "./window-page.ts";

describe("the window", () => {
  it.each(["light", "dark"] as const)(
    "shows every screen and panel in %s without a complaint of browser or axe",
    async (colorScheme) => {
      const { page, complaints } = await openWindow({ colorScheme });
      const findings: string[] = [];
      const check = async (place: string) => {
        // Fades are over, and what they cover has its final colour.
        await page.waitForTimeout(300);
        findings.push(...(await seriousFindings(page)).map((finding) => `${place}: ${finding}`));
      };
      await check("start");

      await readSource(page, KUNMING);
      await check("reading");
      await page.getByRole("tab", { name: /^修正/ }).click();
      await check("repairs");
      await page.getByRole("button", { name: "上一步" }).click();
      await page.getByRole("radio", { name: /通用要点/ }).waitFor();
      await check("source");
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByRole("button", { name: "下一步" }).click();
      await check("options");
      await page.getByRole("button", { name: "生成文稿" }).click();

      await page.getByText(/处时序表述：/).waitFor();
      await page.getByText(/看看已推移的/).click();
      await check("dated");
      await goToItem(page, "7.实施名校建设工程");
      await page.keyboard.press("Control+1");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowRight");
      await check("suggestions");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+Shift+h");
      await page.keyboard.press("Control+Alt+m");
      await page.getByLabel("批注内容").fill("请基教科核对");
      await page.getByRole("button", { name: "加批注" }).click();
      await page.getByText("请基教科核对").waitFor();
      await page.getByRole("button", { name: /^待核实 1/ }).waitFor();
      await check("review");
      await page.keyboard.press("Control+g");
      await page.getByRole("combobox", { name: "转到条目" }).fill("7");
      await check("go to");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+Shift+g");
      await page.getByRole("heading", { name: "字数统计" }).waitFor();
      await check("word count");
      await page.keyboard.press("Escape");
      await page.getByRole("tab", { name: "公文要素" }).click();
      await page.getByLabel("版面").selectOption("印发通知 + 要点");
      await page.getByLabel("通知正文").waitFor();
      await check("front matter");

      await page.getByRole("button", { name: /^编号：/ }).click();
      await check("numbering menu");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /缩放/ }).click();
      await check("zoom menu");
      await page.keyboard.press("Escape");
      await page.keyboard.press("F5");
      await page.getByRole("img", { name: "第 1 页" }).first().waitFor();
      await check("preview");
      await page.getByRole("button", { name: "版式设置" }).click();
      await page.getByRole("region", { name: "样张" }).getByRole("img").first().waitFor();
      await check("profiles");
      await page.keyboard.press("Escape");
      await page.keyboard.press("F5");
      await page.keyboard.press("Control+e");
      await page.getByRole("heading", { name: "导出公文" }).waitFor();
      await check("export");
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await page.getByRole("heading", { name: "快捷键" }).waitFor();
      await check("shortcuts");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "查找命令" }).waitFor();
      await check("palette");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+s");
      await page.getByLabel("文件名").waitFor();
      await check("name");
      await page.keyboard.press("Enter");
      await page.getByText(/已保存到“文稿”文件夹/).waitFor();
      await check("saved");

      const run = async (words: string) => {
        await page.keyboard.press("Control+k");
        await page.getByRole("combobox", { name: "查找命令" }).fill(words);
        await page.keyboard.press("Enter");
      };
      await page.getByRole("tab", { name: "来源" }).click();
      await check("origins");
      await page.getByRole("tab", { name: "指标" }).click();
      await check("targets");
      await page.keyboard.press("Control+h");
      await page.getByLabel("查找", { exact: true }).fill("学校");
      await page.getByRole("button", { name: "全部替换…" }).click();
      await page.getByRole("list", { name: "将替换的地方" }).waitFor();
      await check("replace");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "关闭（Esc）" }).click();
      await run("事项库");
      await page.getByRole("textbox", { name: "查找往年条目" }).waitFor();
      await check("library");
      await page.keyboard.press("Escape");
      await run("本单位信息");
      await page.getByLabel("单位全称").waitFor();
      await check("office");
      await page.keyboard.press("Escape");
      await run("上下拆分");
      await page.getByRole("textbox", { name: "正文另一处" }).waitFor();
      await check("split");
      await run("新手引导");
      await page.getByRole("dialog", { name: "在这里写" }).waitFor();
      await check("tour");
      await page.keyboard.press("Escape");
      await page.getByRole("textbox", { name: "正文另一处" }).press("End");
      await page.keyboard.type("改");
      await page.getByRole("button", { name: "返回开始页" }).click();
      await page.getByRole("heading", { name: "改动还没有保存" }).waitFor();
      await check("leave");

      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it("makes the right panel a drawer in a narrow window", async () => {
    const { page } = await openWindow({ width: 1024, height: 700 });
    await page.getByRole("button", { name: /^空白/ }).click();
    await page.getByRole("button", { name: "生成文稿" }).click();
    const panel = page.getByRole("complementary", { name: "面板" });
    await page.getByRole("textbox", { name: "正文" }).waitFor();
    expect(await panel.count()).toBe(0);
    const width = (await page.getByRole("main").boundingBox())?.width;
    await page.keyboard.press("Control+/");
    await panel.waitFor();
    expect((await page.getByRole("main").boundingBox())?.width).toBe(width);
    await page.keyboard.press("Control+/");
    await panel.waitFor({ state: "detached" });
  });

  it("shows every command in a window of 800 pixels, and nothing beyond its edge", async () => {
    const { page } = await openWindow({ width: 800, height: 600 });
    await newDraft(page);
    await page.getByRole("complementary", { name: "面板" }).waitFor();
    const outside = await page.evaluate(() => {
      const shown = [...document.querySelectorAll(".window > *, .window button")];
      return shown
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < 0 || right > window.innerWidth;
        })
        .map((element) => element.textContent);
    });
    expect(outside).toEqual([]);
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(800);
  });

  it("marks what is shown on the page in the same colour in both themes, as paper is white in both", async () => {
    const colours: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await openWindow({ colorScheme });
      await newDraft(page);
      colours.push(
        await editor(page).evaluate(
          (text) => getComputedStyle(text, "::highlight(revealed)").backgroundColor,
        ),
      );
    }
    expect(new Set(colours)).toEqual(new Set(["rgb(255, 223, 148)"]));
  });

  it("keeps 28 characters a line at every width", async () => {
    const { page } = await openWindow();
    await page.getByRole("button", { name: /^空白/ }).click();
    await page.getByRole("button", { name: "生成文稿" }).click();
    await page.getByRole("textbox", { name: "正文" }).waitFor();
    for (const width of [800, 1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: 768 });
      await page.waitForTimeout(300);
      const canvas = await page.evaluate(() => {
        const element = document.querySelector(".paper-canvas");
        return element && { shown: element.clientWidth, needed: element.scrollWidth };
      });
      expect(canvas?.needed).toBe(canvas?.shown);
    }
  });
});
