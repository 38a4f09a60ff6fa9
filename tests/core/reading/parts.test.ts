import { describe, expect, it } from "vitest";
import type { PlanChild } from "../../../src/core/plan/model.ts";
import { numbersOf, ordinalLabel } from "../../../src/core/plan/numbering.ts";
import { headingsOf, readOutline, readPlan } from "../../support/reading.ts";

const RUN_ON = `江北县2024年教育工作要点
第一部分 总体要求
以立德树人为根本任务，办好人民满意的教育。
第二部分 重点工作
一、加强党建引领
1.深化理论武装。开展主题教育，抓好中心组学习。
2.抓实基层党建。推进党支部标准化规范化建设。
第三部分 工作保障
二、加强组织领导
3.压实责任。完善工作机制，推动任务落实。`;

/** Every numbered heading as the plan prints it. */
function printed(text: string): readonly string[] {
  const { plan } = readPlan(text);
  const numbers = numbersOf(plan);
  const visit = (child: PlanChild): readonly string[] => [
    `${ordinalLabel(child.kind, numbers.get(child.id) ?? 0)}${child.lead.text.slice(0, 4)}`,
    ...(child.kind === "item" ? [] : child.children.flatMap(visit)),
  ];
  return plan.children.flatMap(visit);
}

describe("parsePlan of parts", () => {
  it("puts 第一部分 above the sections, whose numbers run on as in the source", () => {
    expect(headingsOf(readOutline(RUN_ON))).toEqual([
      "一 总体要求",
      "二 重点工作",
      "  一 加强党建引领",
      "    1 深化理论武装",
      "    2 抓实基层党建",
      "三 工作保障",
      "  二 加强组织领导",
      "    3 压实责任",
    ]);
    expect(readPlan(RUN_ON).plan.numbering).toEqual({ items: "continuous", sections: "continuous" });
    expect(printed(RUN_ON)).toEqual([
      "第一部分　总体要求",
      "第二部分　重点工作",
      "一、加强党建",
      "1.深化理论",
      "2.抓实基层",
      "第三部分　工作保障",
      "二、加强组织",
      "3.压实责任",
    ]);
    expect(readOutline(RUN_ON).notices.filter(({ code }) => code.endsWith("renumbered"))).toEqual([]);
  });

  it("lets sections begin anew in every part, and says that 第一章 becomes 第一部分", () => {
    const text = RUN_ON.replaceAll(/第(.)部分/g, "第$1章").replace("二、加强组织", "一、加强组织");
    expect(readPlan(text).plan.numbering).toEqual({ items: "continuous" });
    const unified = readOutline(text).notices.filter(({ code }) => code === "part-label-unified");
    expect(unified).toMatchObject([{ before: "第一章", after: "第一部分" }]);
  });

  it("lets （一） run on through the sections", () => {
    const text = `江北县2024年教育工作要点
一、加强党建引领
（一）深化理论武装。开展主题教育，抓好中心组学习。
（二）抓实基层党建。推进党支部标准化规范化建设。
二、提升教育质量
（三）深化课程改革。落实国家课程方案。
（四）强化体育工作。办好县运动会。`;
    expect(readPlan(text).plan.numbering).toEqual({ items: "continuous", subsections: "continuous" });
    expect(printed(text).slice(3)).toEqual(["二、提升教育", "（三）深化课程", "（四）强化体育"]);
    expect(readOutline(text).notices.filter(({ code }) => code.endsWith("renumbered"))).toEqual([]);
  });

  it("leaves one 第一部分 alone in the text, and says so", () => {
    const text = RUN_ON.replace("第二部分 重点工作\n", "").replace("第三部分 工作保障\n", "");
    const outline = readOutline(text);
    expect(outline.leadIn[0]).toBe("第一部分 总体要求");
    expect(outline.notices.map(({ code }) => code)).toContain("part-kept-as-text");
  });

  it("takes the last part of a summary for the plan", () => {
    const text = RUN_ON.replace("2024年教育工作要点", "2024年教育工作总结").replace(
      "三部分 工作保障",
      "三部分 2025年工作思路",
    );
    expect(readPlan(text)).toMatchObject({ kind: "summary", year: 2024, planYear: 2025 });
  });
});
