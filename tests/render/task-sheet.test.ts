import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ALL_COLUMNS, taskTable } from "../../src/core/tasks/task-table.ts";
import { readTaskSheet } from "../../src/formats/xlsx/read-task-sheet.ts";
import { writeTaskSheet } from "../../src/formats/xlsx/write-task-sheet.ts";
import { pdfImages, pdfPages } from "../support/libreoffice.ts";
import { seedPlans } from "../support/seed-plans.ts";
import { partsOf, tableOf, throughLibreOffice } from "../support/task-sheets.ts";

const OUT = join(import.meta.dirname, "../../out/task-sheet");
/** Comma, double quote, UTF-8. */
const UTF8_CSV = "Text - txt - csv (StarCalc):44,34,76,1";
const A4 = { width: 210, height: 297 };

it("LibreOffice shows every text of the table as it is and calculates nothing", async () => {
  const texts = ["=1+1", "+2+2", "-3", '@SUM("A1")', "\t=4+4", "＝5+5", "抓好落实，“双减”不松劲。"];
  const csv = await throughLibreOffice(await writeTaskSheet(tableOf(texts)), "csv", UTF8_CSV);
  const rows = csv.toString("utf8").trim().split("\n");
  expect(rows[0]).toBe('"序号","工作任务","进展","完成情况","任务编号"');
  const shown = rows.slice(1).map((row) => /^\d+,(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(row));
  expect(shown.map((match) => (match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? "").trim())).toEqual(
    texts.map((text) => text.trim()),
  );
});

it("a table that LibreOffice has saved reads back the same", async () => {
  const table = tableOf(["=1+1", "第一行\n第二行", "抓好落实。"]);
  const saved = await throughLibreOffice(await writeTaskSheet(table), "xlsx", "Calc MS Excel 2007 XML");
  expect(readTaskSheet(partsOf(saved))).toEqual({
    ok: true,
    rows: table.rows.map(({ key, cells }) => ({
      key,
      text: cells[1],
      state: "未开始",
      note: "",
      values: {},
    })),
  });
});

it("prints on A4 across, with the head on every page", async () => {
  const seed = (await seedPlans()).find(({ name }) => name === "jianyang-2021");
  if (!seed) throw new Error("the seed is missing");
  const sheet = await writeTaskSheet(taskTable(seed.plan, { columns: ALL_COLUMNS }));
  await mkdir(OUT, { recursive: true });
  const file = join(OUT, "tasks.pdf");
  await writeFile(join(OUT, "tasks.xlsx"), sheet);
  await writeFile(file, await throughLibreOffice(sheet, "pdf"));
  const pages = await pdfPages(file);
  expect(pages.length).toBeGreaterThan(2);
  for (const { width, height, lines } of pages) {
    expect(Math.abs(width - A4.height)).toBeLessThan(1);
    expect(Math.abs(height - A4.width)).toBeLessThan(1);
    expect(lines.map(({ text }) => text).join("\n")).toMatch(/序号.*条目标题.*工作任务/);
  }
  await pdfImages(file, OUT, "page");
});
