import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../electron/services/files/file-system.ts";
import { writeSheets } from "../../../electron/services/tasks/task-handlers.ts";
import { readReturned, rememberFrom } from "../../../electron/services/tasks/task-sheets.ts";
import { countedTasks, taskListOf } from "../../../src/core/tasks/task-list.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { item, plan, section } from "../../support/plan-builder.ts";
import { foreignWorkbook } from "../../support/task-sheets.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const PLAN = plan("2027年工作要点", [section("抓改革", [item("深化改革。完成排查。加强作业管理。")])]);

async function codeOf(step: Promise<unknown>): Promise<string> {
  try {
    await step;
    return "ok";
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
}

describe("readReturned", () => {
  const returned = (bytes: Uint8Array) => readReturned({ plan: PLAN, name: "返回.xlsx", bytes });

  it("gives what a table saved by another program changes", async () => {
    const bytes = foreignWorkbook([
      ["工作任务", "进展", "完成情况"],
      ["完成排查。", "已完成", "已排查86家"],
      ["加强作业管理。", "未开始", ""],
    ]);
    const { changes, unchanged, unknown } = await returned(bytes);
    expect(changes.map(({ text, after }) => [text, after])).toEqual([
      ["完成排查。", { state: "done", note: "已排查86家" }],
    ]);
    expect([unchanged, unknown]).toEqual([1, []]);
  });

  it("names the units that a table has other ones of", async () => {
    const bytes = foreignWorkbook([
      ["工作任务", "牵头单位", "配合单位", "进展"],
      ["完成排查。", "督导室", "人事科，财务科", ""],
    ]);
    const { changes } = await returned(bytes);
    expect(changes.flatMap(({ values }) => values.map(({ field, after }) => [field, after]))).toEqual([
      ["lead", "督导室"],
      ["support", "人事科、财务科"],
    ]);
  });

  it("refuses by code what is damaged, foreign, newer, another plan's or a bomb", async () => {
    const good = foreignWorkbook([["工作任务", "进展"]]);
    const bomb = zipSync({ "xl/sharedStrings.xml": strToU8("a".repeat(20_000_000)) }, { level: 9 });
    const codes = await Promise.all(
      [
        good.slice(0, good.length - 30),
        strToU8("不是表格"),
        zipSync({ "word/document.xml": strToU8("<w/>") }),
        foreignWorkbook([["姓名", "电话"]]),
        foreignWorkbook([["工作任务", "进展"]], 99),
        foreignWorkbook([
          ["工作任务", "进展"],
          ["别的要点里的任务", "已完成"],
        ]),
        bomb,
      ].map((bytes) => codeOf(returned(bytes))),
    );
    expect(codes).toEqual([
      "damaged",
      "unsupported-format",
      "unsupported-format",
      "unsupported-format",
      "newer",
      "unsupported-format",
      "too-large",
    ]);
  });
});

describe("rememberFrom", () => {
  it("takes units out of the brackets of last year's document", async () => {
    const text = [
      "示例市教育局2026年工作要点",
      "一、抓改革",
      "1.深化改革。完成排查。（责任科室：基教科、办公室）加强作业管理。（责任科室：体卫艺科）",
      "2.抓好安全。落实责任。（责任科室：安全科）",
    ].join("\n");
    const bytes = strToU8(text);
    const { records, remembered } = await rememberFrom({ plan: PLAN, name: "2026.txt", bytes });
    const tasks = countedTasks(taskListOf({ ...PLAN, taskRecords: records }));
    expect(tasks.map(({ lead, support }) => [lead.value, support.value])).toEqual([
      ["基教科", ["办公室"]],
      ["体卫艺科", []],
    ]);
    expect(remembered).toBe(2);
  });
});

describe("writeSheets", () => {
  it("replaces the file that was chosen, and none beside it", async () => {
    const folder = await temporaryFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "表（办公室）.xlsx"), "已有");
    const bytes = strToU8("新");
    const sheets = [
      { unit: null, bytes },
      { unit: "办公室", bytes },
      { unit: "a/b", bytes },
    ];
    const written = await writeSheets(nodeFileSystem, join(folder, "表.xlsx"), sheets);
    expect(written.map(({ name }) => name)).toEqual(["表.xlsx", "表（办公室） (2).xlsx", "表（a_b）.xlsx"]);
    expect((await readdir(folder)).length).toBe(4);
    expect(await readFile(join(folder, "表（办公室）.xlsx"), "utf8")).toBe("已有");
  });
});
