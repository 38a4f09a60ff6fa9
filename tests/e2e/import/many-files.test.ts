import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { dropFiles } from "../../support/drop-files.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { newDraft, openWindow, seriousFindings } from "../window/window-page.ts";
import { chooseFiles, DATA, SAMPLES, SEEDS, shot, structure } from "./import-page.ts";

/** A folder with what people keep beside their plans. */
async function mixedFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "2022"));
  await writeFile(join(folder, "版式.ofd"), zipSync({ "OFD.xml": strToU8("<x/>") }));
  await writeFile(
    join(folder, "炸弹.docx"),
    zipSync({ "word/document.xml": new Uint8Array(80_000_000) }, { level: 9 }),
  );
  await writeFile(join(folder, "空.txt"), "");
  await writeFile(join(folder, "~$打开着.docx"), "x");
  await writeFile(
    join(folder, "2022", "要点.txt"),
    "某县民政局2022年工作要点\n一、救助\n1.健全体系。加强比对。\n2.规范审核。开展治理。\n",
  );
  return folder;
}

describe("importing many files", () => {
  it("tells what became of each, and updates on the second time", async () => {
    const { page, complaints } = await openWindow();
    const folder = await mixedFolder();
    const files = [
      join(DATA, "doubts.txt"),
      join(SAMPLES, "small.docx"),
      join(folder, "版式.ofd"),
      join(folder, "炸弹.docx"),
      join(folder, "空.txt"),
    ];
    await chooseFiles(page, ...files);
    await page.getByText(/^已加入 2 份，更新 0 份，未能读取 3 份。/).waitFor();
    const outcomes = page.getByRole("list", { name: "导入结果" });
    expect(await outcomes.getByText("是 OFD 版式文件").textContent()).toMatch(/另存为 \.docx/);
    await outcomes.getByText("大得不正常").waitFor();
    await outcomes.getByText("是空文件").waitFor();
    await shot(page, "many");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "完成" }).click();
    await page.getByText(/^事项库：7 份材料/).waitFor();
    await chooseFiles(page, files[0] ?? "", files[1] ?? "");
    await page.getByText(/^已加入 0 份，更新 2 份/).waitFor();
    await page.getByRole("button", { name: /核对“doubts/ }).click();
    await structure(page).waitFor();
    expect(complaints).toEqual([]);
  });

  it("takes a folder that is dropped anywhere", async () => {
    const { page, complaints } = await openWindow();
    await dropFiles(page, await mixedFolder());
    await page.getByText(/^已加入 1 份，更新 0 份，未能读取 3 份。/).waitFor();
    expect(complaints).toEqual([]);
  });

  it("opens one dropped file to be looked at, also over an open plan, whose text stays as it is", async () => {
    const { page, complaints } = await openWindow();
    await dropFiles(page, join(SEEDS, "kunming-2017.txt"));
    await structure(page).waitFor();
    await page.keyboard.press("Escape");
    await newDraft(page);
    const text = page.getByRole("textbox", { name: "正文" });
    const before = await text.textContent();
    await dropFiles(page, join(DATA, "doubts.txt"));
    await structure(page).waitFor();
    expect(await page.getByRole("checkbox", { name: /据此起草/ }).count()).toBe(0);
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.getByText(/已加入事项库 5 条/).waitFor();
    expect(await text.textContent()).toBe(before);
    expect(complaints).toEqual([]);
  });
});
