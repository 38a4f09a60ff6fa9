import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { NO_ASSIGNMENT } from "../../../src/core/plan/task-records.ts";
import { DEFAULT_PROFILE } from "../../../src/formats/docx/profile.ts";
import { profileFile } from "../../../src/formats/docx/profile-file.ts";
import { NOTICE, samplePlan } from "../../support/official-samples.ts";
import { seriousFindings } from "../window/window-page.ts";
import { openPlanWindow } from "./output-page.ts";

const OUT = join(import.meta.dirname, "../../../out/preview");

describe("the export sheet", () => {
  it.each(["light", "dark"] as const)(
    "writes the chosen files under the office's names in %s",
    async (colorScheme) => {
      const { page, complaints } = await openPlanWindow(samplePlan(4, { ...NOTICE, addressees: "" }), {
        colorScheme,
      });
      await page.keyboard.press("Control+e");
      const sheet = page.getByRole("dialog", { name: "导出公文" });
      await sheet.getByText("公文要素还缺：主送机关").waitFor();
      await sheet.getByRole("checkbox", { name: "纯文本" }).check();
      await sheet.getByRole("checkbox", { name: "网页" }).check();
      await sheet.getByLabel("文件名").fill("{年份}-{标题}-送审");
      await sheet.getByText("导出为“示例市2027年教育工作要点-送审”").waitFor();
      await page.screenshot({ path: join(OUT, `export-${colorScheme}.png`) });
      expect(await seriousFindings(page)).toEqual([]);
      const names: string[] = [];
      const texts: string[] = [];
      page.on("download", async (download) => {
        names.push(download.suggestedFilename());
        if (download.suggestedFilename().endsWith(".txt"))
          texts.push(await readFile(await download.path(), "utf8"));
      });
      await sheet.getByRole("button", { name: "导出", exact: true }).click();
      await page.getByText(/^已导出/).waitFor();
      await expect
        .poll(() => names.toSorted())
        .toEqual([".docx", ".html", ".txt"].map((ending) => `示例市2027年教育工作要点-送审${ending}`));
      await expect.poll(() => texts[0]).toContain("示教发〔2027〕1号");
      expect(complaints).toEqual([]);
    },
  );

  it("prints the tasks as it is told to, shows that first, and writes a table for every unit", async () => {
    const source = samplePlan(3, { issuer: "示例市教育局", dateOfIssue: "2027-01-05" });
    const holder = itemIdOf(source);
    const assignment = { ...NO_ASSIGNMENT, lead: "基础教育科", support: ["财务科"] };
    const { page, complaints } = await openPlanWindow({
      ...source,
      taskRecords: [{ holder, assignment, tasks: [] }],
    });
    await page.keyboard.press("Control+e");
    const sheet = page.getByRole("dialog", { name: "导出公文" });
    await sheet.getByRole("radio", { name: /^工作要点/ }).check();
    await sheet.getByRole("checkbox", { name: /^正文句末注明/ }).check();
    await sheet.getByLabel("责任分解表作附件").selectOption("附在文后，横排页");
    await sheet.getByLabel("版式", { exact: true }).selectOption("P33476");
    await page.screenshot({ path: join(OUT, "export-tasks.png") });
    await sheet.getByRole("button", { name: "预览" }).click();
    await page.getByRole("button", { name: "版式：P33476" }).waitFor();
    await page.locator(".preview-sheet").getByText("（责任科室：基础教育科、").first().waitFor();
    await page.locator(".preview-sheet").getByText("责任分解表").first().waitFor();
    await page.screenshot({ path: join(OUT, "export-tasks-preview.png") });

    await page.keyboard.press("Control+e");
    expect(await sheet.getByLabel("责任分解表作附件").inputValue()).toBe("landscape");
    await sheet.getByRole("checkbox", { name: /^Word/ }).uncheck();
    await sheet.getByRole("checkbox", { name: "责任分解表（.xlsx）" }).check();
    await sheet.getByRole("checkbox", { name: /^再给每个科室/ }).check();
    const names: string[] = [];
    page.on("download", (download) => names.push(download.suggestedFilename()));
    await sheet.getByRole("button", { name: "导出", exact: true }).click();
    const stem = "示例市2027年教育工作要点";
    await expect
      .poll(() => names.toSorted())
      .toEqual([`${stem}.xlsx`, `${stem}（基础教育科）.xlsx`, `${stem}（财务科）.xlsx`].toSorted());
    expect(complaints).toEqual([]);
  });

  it("puts the document on the clipboard as text and as a web page", async () => {
    const { page } = await openPlanWindow(samplePlan(2, NOTICE));
    await page.context().grantPermissions(["clipboard-read"]);
    await page.keyboard.press("Control+e");
    await page.getByRole("button", { name: "复制全文" }).click();
    await page.getByText(/^已复制全文/).waitFor();
    const [text, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return Promise.all([read("text/plain"), read("text/html")]);
    });
    expect(text).toContain("示教发〔2027〕1号");
    expect(html).toContain("<h1>");
  });
});

describe("the profile page", () => {
  it("edits an office's profile beside a live sample, uses it, hands it on and refuses what is none", async () => {
    const { page, complaints } = await openPlanWindow(samplePlan(4, NOTICE));
    await page.keyboard.press("F5");
    await page.getByRole("button", { name: "版式设置" }).click();
    const dialog = page.getByRole("dialog", { name: "版式设置" });
    const sample = dialog.getByRole("region", { name: "样张" });
    await sample.getByText("示例市教育局文件").first().waitFor();
    await dialog.getByRole("button", { name: "复制一份来改" }).click();
    await dialog.getByLabel("行距（磅）").fill("30");
    await dialog.getByText("每页 21 行，每行 28 字").waitFor();
    await dialog.getByRole("checkbox", { name: "数字两侧加一字线" }).uncheck();
    await sample.getByText("— 1 —").first().waitFor({ state: "detached" });
    await dialog.getByRole("button", { name: "保存", exact: true }).click();
    await dialog.getByText("已保存。").waitFor();
    await dialog.getByRole("button", { name: "设为当前版式" }).click();
    await dialog
      .getByText(/当前使用/)
      .first()
      .waitFor();
    await page.screenshot({ path: join(OUT, "profiles.png") });
    expect(await seriousFindings(page)).toEqual([]);

    const choose = async (name: string, text: string) => {
      const chooser = page.waitForEvent("filechooser");
      await dialog.getByRole("button", { name: "导入…" }).click();
      await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    };
    await choose("甲.json", "{}");
    await dialog.getByText("“甲.json”不是版式文件").waitFor();
    await choose("乙.json", '{"yaodianProfile":9,"profile":{}}');
    await dialog.getByText(/“乙.json”来自更新版本/).waitFor();
    await choose("丙.json", profileFile({ ...DEFAULT_PROFILE, name: "省厅版式" }));
    await dialog.getByText("已导入“省厅版式”。").waitFor();
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "导出…" }).click();
    expect((await download).suggestedFilename()).toBe("省厅版式.json");
    await dialog.getByRole("button", { name: "关闭" }).click();
    await page.locator(".preview-sheet").first().getByText("示例市教育局文件").waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("公文要素", () => {
  it("edits every element and undoes it, the usual sentence of the notice ready to be changed", async () => {
    const { page } = await openPlanWindow(samplePlan(2, { issuer: "示例市教育局" }), {
      width: 1920,
      height: 1080,
    });
    await page.getByRole("tab", { name: "公文要素" }).click();
    await page.getByLabel("版面").selectOption("印发通知 + 要点");
    expect(await page.getByLabel("通知正文").inputValue()).toBe(
      "现将《示例市2027年教育工作要点》印发给你们，请结合实际，认真贯彻落实。",
    );
    await page.getByLabel("发文字号").fill("示教发(2027)3号");
    await page.getByLabel("联合发文机关").fill("示例市财政局\n示例市人力资源和社会保障局");
    await page.getByLabel("密级", { exact: true }).selectOption("机密");
    await page.getByLabel("保密期限").fill("1年");
    await page.getByLabel("抄送机关").fill("省教育厅");
    await page.getByLabel("成文日期").fill("2027-01-05");
    await page.getByText("印作“2027年1月5日”").waitFor();
    await page.getByRole("button", { name: "添加附件" }).click();
    await page.getByLabel("附件1 名称").fill("任务分解表");
    await page.screenshot({ path: join(OUT, "front-matter.png") });
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("F5");
    for (const text of [
      "示例市财政局",
      "机密★1年",
      "示教发〔2027〕3号",
      "附件：任务分解表",
      "抄送：省教育厅。",
    ]) {
      await page.locator(".preview-sheet, .preview-thumbnail").getByText(text.slice(0, 6)).first().waitFor();
    }
  });
});

/** Id of the first item. */
function itemIdOf({ children }: WorkPlan): string {
  const [section] = children;
  const id =
    section?.kind === "section" ? section.children.find(({ kind }) => kind === "item")?.id : undefined;
  if (id === undefined) throw new Error("no item");
  return id;
}
