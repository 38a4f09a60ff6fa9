import { describe, expect, it } from "vitest";
import { closestPoints } from "../../../src/core/compare/closest-points.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const PLAN = plan("要点", [
  section("重点任务", [
    item("加强体育工作。开齐开足体育课程，落实每天1小时活动。"),
    item("维护校园安全。排查各类隐患，建立台账，落实三防建设。"),
  ]),
]);

describe("closestPoints", () => {
  it("finds the point on the same matter, and says how much of the text stands there", () => {
    const sport = "开齐开足体育课程，落实每天1小时活动。";
    const [same, near, none] = closestPoints(
      [
        { heading: "体育", text: sport },
        { heading: "校园安全", text: "校园安全管理还有短板，隐患排查不够细。" },
        { heading: "", text: "甲乙丙丁。" },
      ],
      PLAN,
    );
    expect([same?.point.heading, same?.overlap]).toEqual(["加强体育工作", 100]);
    expect(near?.point.heading).toBe("维护校园安全");
    expect(near?.overlap).toBeLessThan(60);
    expect(none).toBeNull();
  });
});
