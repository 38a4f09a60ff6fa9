import { describe, expect, it } from "vitest";
import { planTargets } from "../../../src/core/targets/plan-targets.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";

describe("planTargets", () => {
  it("finds targets wherever the plan has text, with their item or heading", () => {
    const detail = paragraph("新增学位100个。");
    const list = clause("创建示范校5所。", true);
    const first = item("扩大学位供给。完善布局。", [detail]);
    const heading = subsection("抓创建", [], [list]);
    const lead = paragraph("全年新建学校3所。");
    const made = plan("要点", [section("坚持优先发展", [first, heading])], { leadIn: [lead] });
    expect(
      planTargets(made).map(({ block, point, ordinal, heading: text, value }) => [
        block,
        point,
        ordinal,
        text,
        value,
      ]),
    ).toEqual([
      [lead.id, null, "", "", 3],
      [detail.id, first.id, "1", "扩大学位供给", 100],
      [list.id, heading.id, "一", "抓创建", 5],
    ]);
  });

  it("does not read a text again that an edit left alone", () => {
    const kept = item("扩大学位供给。新增学位100个。");
    const [before] = planTargets(plan("要点", [section("一", [kept])]));
    const [after] = planTargets(plan("要点", [section("二", [item("新的一项。"), kept])]));
    expect(after?.sentence).toBe(before?.sentence);
    expect(after?.ordinal).toBe("2");
  });
});
