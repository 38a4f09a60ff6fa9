import { describe, expect, it } from "vitest";
import { writeNoteSheet } from "../../../src/formats/xlsx/write-note-sheet.ts";
import { partsOf } from "../../support/task-sheets.ts";

const TABLE = {
  title: "指标/变化",
  columns: ["指标", "今年"],
  rows: [
    ["入园率", "98%以上"],
    ["=1+1", "—"],
  ],
};

describe("writeNoteSheet", () => {
  it("writes a sheet for each table, every cell a text, ready for filtering and printing", async () => {
    const parts = partsOf(
      await writeNoteSheet({ title: "指标&对照", paragraphs: [], tables: [TABLE, TABLE] }),
    );
    const xml = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(parts.get("xl/workbook.xml")).toMatch(/name="1 指标变化".*name="2 指标变化"/s);
    expect(xml).toContain('<autoFilter ref="A1:B3"/>');
    expect(xml).toMatch(/<pane [^>]*ySplit="1"/);
    expect(xml.match(/<c r="[AB][123]"[^>]* t="s"/g)).toHaveLength(6);
    expect(xml).not.toContain("<f>");
    expect(xml).toContain("指标&amp;&amp;对照");
  });

  it("writes a workbook that opens also where there are no tables", async () => {
    const parts = partsOf(await writeNoteSheet({ title: "空", paragraphs: [], tables: [] }));
    expect(parts.get("xl/worksheets/sheet1.xml")).toBeDefined();
  });
});
