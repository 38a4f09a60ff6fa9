import { describe, expect, it } from "vitest";
import { comparePlanChain } from "../../../src/core/compare/plan-chain.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { editedPlan } from "../../support/edited-plans.ts";
import { item, plan, section } from "../../support/plan-builder.ts";
import { seedPlans } from "../../support/seed-plans.ts";

const SPORT = "加强体育工作。开齐开足体育课程，落实每天1小时活动。";
const SAFETY = "维护校园安全。排查各类隐患，建立台账，落实三防建设。";
const SCHOOLS = "扩大学位供给。启动第一中学扩建工程，筹建第四中学。";

function planOf(...texts: readonly string[]): WorkPlan {
  return plan("要点", [
    section(
      "重点任务",
      texts.map((text) => item(text)),
    ),
  ]);
}

describe("comparePlanChain", () => {
  it("follows every point through the years", () => {
    const plans = [planOf(SPORT, SAFETY), planOf(SAFETY, SPORT), planOf(SCHOOLS, SPORT)];
    const { lines, comparisons } = comparePlanChain(plans);
    const headings = new Map(
      plans
        .flatMap(({ children }) =>
          children.flatMap((child) => (child.kind === "section" ? child.children : [])),
        )
        .map((child) => [child.id, child.lead.text.slice(0, 4)]),
    );
    expect(comparisons).toHaveLength(2);
    expect(lines.map((line) => line.map((id) => (id === null ? "—" : headings.get(id))))).toEqual([
      ["—", "—", "扩大学位"],
      ["加强体育", "加强体育", "加强体育"],
      ["维护校园", "维护校园", "—"],
    ]);
  });

  it("puts every point of five years into one line", async () => {
    const seeds = (await seedPlans()).map((seed) => seed.plan);
    const [first] = seeds;
    if (!first) throw new Error("no seeds");
    const plans = [first];
    for (let year = 1; year < 5; year += 1)
      plans.push(editedPlan(plans[year - 1] ?? first, seeds.slice(1), year).next);
    const { lines, comparisons } = comparePlanChain(plans);
    for (const at of plans.keys()) {
      const ids = lines.flatMap((line) => line[at] ?? []);
      const comparison = comparisons[Math.max(0, at - 1)];
      const points = new Set(
        comparison?.pairs.flatMap((pair) => (at === 0 ? pair.last : pair.next)?.id ?? []),
      );
      expect(new Set(ids)).toEqual(points);
      expect(ids).toHaveLength(points.size);
    }
    expect(comparePlanChain([])).toEqual({ comparisons: [], lines: [] });
    expect(comparePlanChain([first]).lines).toHaveLength(31);
  });
});
