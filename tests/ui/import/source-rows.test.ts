import { describe, expect, it } from "vitest";
import { withHeadingEnd, withRole } from "../../../src/ui/import/decide.ts";
import { endAt, movedEnd } from "../../../src/ui/import/heading-end.ts";
import type { ImportedDocument } from "../../../src/ui/import/imported-document.ts";
import { type SourceRow, sourceRows } from "../../../src/ui/import/source-rows.ts";
import { DOUBTFUL, deciding, imported } from "../../support/imported.ts";

function rowsOf({ source, current, decisions }: ImportedDocument): readonly SourceRow[] {
  return sourceRows(source, current, decisions);
}

function rowOf(document: ImportedDocument, line: number): SourceRow {
  const row = rowsOf(document).find((each) => each.line === line);
  if (!row) throw new Error(`no row of line ${line}`);
  return row;
}

function headingOf({ text, heading }: SourceRow): string | null {
  return heading && text.slice(heading.from, heading.to);
}

describe("sourceRows", () => {
  it("says of every line but blank ones what became of it, with its new number and heading", () => {
    expect(
      rowsOf(imported(...DOUBTFUL)).map((row) => [row.line, row.role, row.ordinal, headingOf(row)]),
    ).toEqual([
      [1, "furniture", "", null],
      [2, "title", "", null],
      [4, "text", "", null],
      [5, "section", "一、", "抓项目促发展"],
      [6, "item", "1.", "加快推进城市更新"],
      [7, "item", "2.", "提升管理水平"],
      [8, "text", "", null],
      [9, "section", "二、", "保障措施"],
      [10, "item", "3.", "加强组织领导"],
    ]);
  });

  it("shows lines that go on with the one before, form data, and text beside the body", () => {
    const document = imported(
      "清河区民政局关于印发2022年工作要点的通知",
      "各街道：",
      "现将要点印发给你们。",
      "清河区民政局",
      "2022年3月1日",
      "清河区民政局2022年工作要点",
      "一、抓落实",
      "1.加强调度。每月通报项目建设进展情况，并对进度滞后的单位进行约谈提",
      "，每季度召开推进会议。",
      "",
    );
    const aside = [{ line: 10, text: "第1页", reason: "page-header" }];
    const rows = rowsOf({ ...document, source: { ...document.source, aside } });
    expect(rows.map(({ role }) => role)).toEqual([
      "front",
      "front",
      "front",
      "front",
      "front",
      "title",
      "section",
      "item",
      "joined",
      "furniture",
    ]);
    expect(rows.at(-1)?.text).toBe("第1页");
  });

  it("marks the lines the drafter decided about", () => {
    const document = deciding(imported(...DOUBTFUL), (before) =>
      withHeadingEnd(withRole(before, [8], "item"), 9, 2),
    );
    expect(
      rowsOf(document)
        .filter(({ decided }) => decided)
        .map(({ line }) => line),
    ).toEqual([8, 9]);
    expect([rowOf(document, 8).ordinal, rowOf(document, 10).ordinal]).toEqual(["3.", "4."]);
    expect(headingOf(rowOf(document, 9))).toBe("保障");
  });
});

describe("movedEnd", () => {
  const row = rowOf(imported(...DOUBTFUL), 6);

  it("goes by characters, and by the marks of the sentence", () => {
    expect(movedEnd(row, 1, false)).toBe(9);
    expect(movedEnd(row, -1, false)).toBe(7);
    expect(row.text.slice(2).charAt(movedEnd(row, 1, true) ?? 0)).toBe("，");
    expect(movedEnd(row, -1, true)).toBe(0);
  });

  it("stays inside the line, and does nothing where there is no heading", () => {
    const short = { ...row, text: "1.标题", heading: { from: 2, to: 4 } };
    expect(movedEnd(short, 1, false)).toBe(2);
    expect(movedEnd({ ...short, heading: { from: 2, to: 2 } }, -1, false)).toBe(0);
    expect(movedEnd({ ...row, heading: null }, 1, false)).toBeUndefined();
  });
});

describe("endAt", () => {
  it("counts from behind blanks and ordinal", () => {
    const row = rowOf(imported(...DOUBTFUL.with(6, "　　2. 提升管理水平。开展专项行动。")), 7);
    expect(endAt(row, row.text.indexOf("。"))).toBe(6);
    expect([endAt(row, 1), endAt(row, 99)]).toEqual([0, 14]);
  });
});

describe("sourceRows of a mended ordinal", () => {
  it("begin the heading behind what was read as the ordinal", () => {
    const document = imported(
      "2022年工作要点",
      "一、救助",
      "l.健全体系。加强比对。",
      "2.规范审核。开展治理。",
    );
    expect(rowOf(document, 3)).toMatchObject({ role: "item", heading: { from: 2, to: 6 } });
  });
});
