import { describe, expect, it } from "vitest";
import { countedTasks, taskListOf } from "../../../src/core/tasks/task-list.ts";
import { readOutline, readPlan } from "../../support/reading.ts";

const TEXT = `示例市教育局2026年工作要点

一、加强党的建设
1.深入推进理论武装。开展集中学习，组织专题研讨。（责任单位：机关党委、组干科）
2.夯实基层基础。健全制度。〔牵头单位：组干科；配合单位：各学校〕
3.加强作风建设（责任单位：纪检组）
二、推进重点任务
（一）办好学前教育
新建幼儿园3所。扩大普惠学位。
责任单位：基教科、发展规划科
完成时限：12月底前
（二）抓好义务教育
4.优化布局
撤并小规模学校，建设寄宿制学校。
责任科室（单位）：基教科、人事科分别牵头
`;

describe("parsePlan", () => {
  it("reads responsible units where they stand, so that the tasks of the plan have them", () => {
    const reading = readPlan(TEXT);
    const tasks = countedTasks(taskListOf(reading.plan)).map(({ text, lead, support, deadline }) =>
      [text, lead.value, ...support.value, deadline.value].join(" "),
    );
    expect(tasks).toEqual([
      "开展集中学习，组织专题研讨。 机关党委 组干科 ",
      "健全制度。 组干科 各学校 ",
      "加强作风建设 纪检组 ",
      "新建幼儿园3所。 基教科 发展规划科 12月底前",
      "扩大普惠学位。 基教科 发展规划科 12月底前",
      "撤并小规模学校，建设寄宿制学校。 基教科 人事科 ",
    ]);
  });

  it("tells every place that names units and keeps all of its characters", () => {
    const { notices } = readPlan(TEXT);
    const told = notices.find(({ code }) => code === "responsible-units-read");
    expect(told?.count).toBe(6);
    expect(told?.places?.map(({ line, before, state }) => [line, before, state])).toEqual([
      [4, "（责任单位：机关党委、组干科）", "told"],
      [5, "〔牵头单位：组干科；配合单位：各学校〕", "told"],
      [6, "（责任单位：纪检组）", "told"],
      [10, "责任单位：基教科、发展规划科", "told"],
      [11, "完成时限：12月底前", "told"],
      [15, "责任科室（单位）：基教科、人事科分别牵头", "told"],
    ]);
    const printed = JSON.stringify(readOutline(TEXT).sections);
    for (const { before } of told?.places ?? []) expect(printed).toContain(before);
  });

  it("keeps a line of units with the last item, not behind the plan", () => {
    const items = ["健全制度。完善机制。", "开展检查。确保安全。", "加强宣传。营造氛围。"];
    const lines = items.map((text, index) => `${index + 1}.${text}`);
    const outline = readOutline(
      `示例市教育局2026年工作要点\n\n一、工作\n${lines.join("\n")}\n责任单位：各科室`,
    );
    expect(outline.closing).toEqual([]);
    expect(outline.sections[0]?.items.at(-1)?.paragraphs.at(-1)).toBe("责任单位：各科室");
  });
});
