import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import { EMPTY_OFFICE } from "../../../src/core/office/office.ts";
import { progressOf } from "../../../src/core/tasks/progress.ts";
import { taskListOf } from "../../../src/core/tasks/task-list.ts";
import { initialsOf, matchesName } from "../../../src/ui/shared/initials.ts";
import { choicesOf, matchingChoices, withChoice } from "../../../src/ui/tasks/choices.ts";
import { progressPicture } from "../../../src/ui/tasks/progress-picture.ts";
import {
  assignmentOf,
  cellValue,
  isEditable,
  progressOfText,
  rowsOf,
} from "../../../src/ui/tasks/task-rows.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";

const LIST = taskListOf(
  plan("2027年工作要点", [
    section("抓改革", [item("深化改革。7月底前完成排查。今年是攻坚之年。")], {
      body: [paragraph("重点做好以下工作：")],
    }),
  ]),
);
const OFFICE = {
  ...EMPTY_OFFICE,
  units: [
    { name: "基础教育科", shortName: "基教科", leader: "张某" },
    { name: "人事科", shortName: "", leader: "李某" },
    { name: "安全科", shortName: "", leader: "" },
  ],
};

describe("initialsOf", () => {
  it.each([
    ["基础教育科", "jcjyk"],
    ["人事科", "rsk"],
    ["办公室", "bgs"],
    ["计财科", "jck"],
    ["体卫艺科", "twyk"],
    ["督导室（机关党委）", "ddsjgdw"],
    ["安全A1科", "aqa1k"],
    ["职成教科", "zcjk"],
  ])("of %s are %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it("are a reading of every one of the 3 755 common characters", () => {
    const decoder = new TextDecoder("gb18030");
    const common: string[] = [];
    for (let row = 0xb0; row <= 0xd7; row += 1)
      for (let cell = 0xa1; cell <= 0xfe; cell += 1) common.push(decoder.decode(new Uint8Array([row, cell])));
    const han = common.filter((character) => /\p{Script=Han}/u.test(character));
    const readings = (character: string) =>
      pinyin(character, { multiple: true, toneType: "none", type: "array", pattern: "first" });
    expect(han).toHaveLength(3_755);
    expect(han.filter((character) => !readings(character).includes(initialsOf(character)))).toEqual([]);
  });
});

describe("matchesName", () => {
  it("finds by part of the name and by initials, in any case", () => {
    expect(["基础", "JCJ", "jyk", ""].map((typed) => matchesName("基础教育科", typed))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(matchesName("基础教育科", "rs")).toBe(false);
  });
});

describe("choices", () => {
  it("offer the office's units by short name and initials, and complete the last of several names", () => {
    const units = choicesOf("support", OFFICE, LIST);
    const found = (typed: string) => matchingChoices(units, "support", typed).map(({ value }) => value);
    expect(found("jjk")).toEqual(["基础教育科"]);
    expect(found("基础教育科、rs")).toEqual(["人事科"]);
    expect(withChoice("support", "基础教育科、rs", "人事科")).toBe("基础教育科、人事科");
    expect(withChoice("lead", "rs", "人事科")).toBe("人事科");
    expect(choicesOf("leader", OFFICE, LIST).map(({ value }) => value)).toEqual(["张某", "李某"]);
  });
});

describe("rowsOf", () => {
  it("shows items with their tasks, and other sentences on demand", () => {
    expect(rowsOf(LIST, false).map(({ kind }) => kind)).toEqual(["item", "task"]);
    expect(rowsOf(LIST, true)).toHaveLength(5);
  });

  it("lets an item have everything but progress, and a sentence that is no task nothing", () => {
    const [itemRow, taskRow] = rowsOf(LIST, false);
    const other = rowsOf(LIST, true).at(-1);
    if (!itemRow || !taskRow || !other) throw new Error("rows are missing");
    expect([isEditable(itemRow, "lead"), isEditable(itemRow, "state"), isEditable(taskRow, "state")]).toEqual(
      [true, false, true],
    );
    expect(isEditable(other, "lead")).toBe(false);
    expect(cellValue(taskRow, "deadline")).toEqual({ text: "7月底前", source: "text" });
  });
});

describe("assignmentOf and progressOfText", () => {
  it("read what was typed", () => {
    expect(assignmentOf("support", "基教科，人事科、")).toEqual({ support: ["基教科", "人事科"] });
    expect(assignmentOf("deadline", " 年底前 ")).toEqual({ deadline: "年底前" });
    const before = { state: "open", note: "好" } as const;
    expect(progressOfText("已完成", before)).toEqual({ state: "done", note: "好" });
    expect(progressOfText("差不多", before)).toBeUndefined();
  });
});

describe("progressPicture", () => {
  it("says in words what it shows, and keeps its bars inside the picture", () => {
    const picture = progressPicture(progressOf(LIST, 2027, "2027-08-01"), "2027年工作要点");
    expect(picture.description).toBe("共 1 项：已完成 0，进行中 0，逾期或滞后 1，未开始 0");
    const bars = picture.shapes.filter((shape) => shape.kind === "bar");
    expect(bars.filter(({ standing }) => standing === "late")).toHaveLength(3);
    for (const { x, width, y, height } of bars) {
      expect(x + width).toBeLessThan(picture.width);
      expect(y + height).toBeLessThan(picture.height);
    }
    expect(progressPicture(progressOf(taskListOf(plan("空")), null, "2027-01-01"), "空").shapes).not.toEqual(
      [],
    );
  });
});
