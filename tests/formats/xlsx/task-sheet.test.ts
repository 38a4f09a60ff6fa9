import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSIGNED_FIELDS } from "../../../src/core/tasks/returned-tasks.ts";
import { ALL_COLUMNS, taskTable } from "../../../src/core/tasks/task-table.ts";
import { readTaskSheet } from "../../../src/formats/xlsx/read-task-sheet.ts";
import { writeTaskSheet } from "../../../src/formats/xlsx/write-task-sheet.ts";
import { seedPlans } from "../../support/seed-plans.ts";
import { foreignWorkbook, packed, partsOf, tableOf } from "../../support/task-sheets.ts";

/** First characters that ASVS 1.2.10 names, and their full-width forms, with what could follow. */
const HOSTILE = ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"].flatMap((first) => [
  `${first}1+1`,
  `${first}cmd|' /C calc'!A0`,
  `${first}HYPERLINK("http://x","y")`,
  `${first}第一行\n=2+2`,
]);

const sheetXml = (bytes: Uint8Array) => partsOf(bytes).get("xl/worksheets/sheet1.xml") ?? "";
const readBytes = (bytes: Uint8Array) => readTaskSheet(partsOf(bytes));

describe("writeTaskSheet", () => {
  it("writes numbers as numbers and texts as typed text, in a sheet ready for filtering and printing", async () => {
    const xml = sheetXml(await writeTaskSheet(tableOf(["抓好落实。"])));
    expect(xml).toMatch(/<c r="A2"[^>]*><v>1<\/v><\/c>/);
    expect(xml).toMatch(/<c r="B2"[^>]* t="s"[^>]*>/);
    expect(xml).toContain('<autoFilter ref="A1:D2"/>');
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
    expect(xml).toContain('fitToPage="1"');
    expect(xml).toMatch(/<col min="5" max="5"[^>]*hidden="(?:1|true)"/);
    expect(xml).toContain('type="list"');
  });

  it("repeats the head on every page and wraps long texts", async () => {
    const parts = partsOf(await writeTaskSheet(tableOf(["抓好落实。"])));
    expect(parts.get("xl/workbook.xml")).toMatch(/_xlnm\.Print_Titles[^>]*>[^<]*\$1:\$1</);
    expect(parts.get("xl/styles.xml")).toContain('wrapText="true"');
  });

  it.each(HOSTILE)("keeps %j a text", async (text) => {
    const bytes = await writeTaskSheet(tableOf([text]));
    expect(sheetXml(bytes)).not.toMatch(/<f[ >]/);
    const read = readBytes(bytes);
    expect(read.ok && read.rows[0]?.text).toBe(text);
  });

  it("puts a visible ' before such texts on demand, and takes it back when it reads them", async () => {
    const bytes = await writeTaskSheet(tableOf(["=1+1", "'引号"]), { quoteFormulas: true });
    expect(partsOf(bytes).get("xl/sharedStrings.xml")).toContain("=1+1");
    expect(partsOf(bytes).get("xl/sharedStrings.xml")).toMatch(/<t[^>]*>(?:'|&apos;)=1\+1</);
    const read = readBytes(bytes);
    expect(read.ok && read.rows.map(({ text }) => text)).toEqual(["=1+1", "'引号"]);
  });

  it("leaves out what no spreadsheet can hold, and cuts a text at the limit of a cell", async () => {
    const read = readBytes(
      await writeTaskSheet(tableOf(["\u0000甲\u000B\uD800乙\uFFFF", "长".repeat(40_000)])),
    );
    expect(read.ok && read.rows.map(({ text }) => text)).toEqual(["甲乙", "长".repeat(32_767)]);
  });

  it("holds a table without rows and the title of any plan", async () => {
    const empty = await writeTaskSheet({ ...tableOf([]), title: "2027年A&B工作要点" });
    expect(sheetXml(empty)).toContain("2027年A&amp;&amp;B工作要点");
    expect(readBytes(empty)).toEqual({ ok: true, rows: [] });
  });
});

describe("readTaskSheet", () => {
  it("reads back every seed as it was written", async () => {
    for (const { plan } of await seedPlans()) {
      const table = taskTable(plan, { columns: ALL_COLUMNS });
      const read = readBytes(await writeTaskSheet(table));
      const task = ALL_COLUMNS.indexOf("task");
      expect(read).toEqual({
        ok: true,
        rows: table.rows.map(({ key, cells }) => ({
          key,
          text: cells[task],
          state: "未开始",
          note: "",
          values: Object.fromEntries(
            ASSIGNED_FIELDS.map((field) => [field, cells[ALL_COLUMNS.indexOf(field)]]),
          ),
        })),
      });
    }
  });

  it("reads any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme-ascii" }), { maxLength: 4 }), async (texts) => {
        const read = readBytes(await writeTaskSheet(tableOf(texts.map((text) => `任务${text}`))));
        expect(read.ok && read.rows.map(({ text }) => text)).toEqual(texts.map((text) => `任务${text}`));
      }),
      { numRuns: 50 },
    );
  });

  it("finds the table below a title, in other columns, without keys, as other programs save it", () => {
    const bytes = foreignWorkbook([
      ["2027年责任分解表"],
      ["完成情况", "工作 任务", "进展"],
      ["已排查", "完成排查。", "已完成"],
      ["", "", ""],
    ]);
    expect(readBytes(bytes)).toEqual({
      ok: true,
      rows: [{ key: "", text: "完成排查。", state: "已完成", note: "已排查", values: {} }],
    });
  });

  it("refuses a foreign, a newer and a damaged workbook with the reason", async () => {
    const reason = (bytes: Uint8Array) => {
      const read = readBytes(bytes);
      return read.ok ? "read" : read.reason;
    };
    expect(reason(foreignWorkbook([["姓名", "电话"]]))).toBe("foreign");
    expect(reason(packed(new Map([["word/document.xml", "<x/>"]])))).toBe("foreign");
    expect(reason(foreignWorkbook([["工作任务", "进展"]], 99))).toBe("newer");
    const parts = new Map(partsOf(await writeTaskSheet(tableOf(["任务"]))));
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(reason(packed(parts.set("xl/worksheets/sheet1.xml", sheet.slice(0, 400))))).toBe("damaged");
    expect(
      reason(packed(parts.set("xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY e "e">]>${sheet}`))),
    ).toBe("damaged");
  });
});
