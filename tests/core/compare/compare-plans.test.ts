import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePlans } from "../../../src/core/compare/compare-plans.ts";
import { type PlanComparison, planComparisonSchema } from "../../../src/core/compare/comparison.ts";
import { pairByHand, partByHand } from "../../../src/core/compare/corrections.ts";
import { pointsOf } from "../../../src/core/compare/points.ts";
import { NO_CORRECTIONS } from "../../../src/core/plan/comparison-records.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { pairingQuality } from "../../support/pairing-quality.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";
import { seedPlans } from "../../support/seed-plans.ts";

/** Pairs in one line each: kind, both headings, overlap. */
function shown({ pairs }: PlanComparison): readonly string[] {
  return pairs.map(
    ({ kind, last, next, overlap }) =>
      `${kind} ${last?.heading ?? "—"} → ${next?.heading ?? "—"} ${overlap ?? "—"}`,
  );
}

const PARTY = "加强党的建设。出台基层党组织建设三年行动计划重点任务清单。推动民办学校党建达标创优。";
const SPORT = "加强体育工作。开齐开足体育课程，严格落实每天1小时校园体育活动要求。近视率下降0.5%以上。";
const SAFETY = "维护校园安全。全面排查各类隐患，建立台账。加强防溺水宣传教育，落实三防建设。";
const SCHOOLS = "扩大学位供给。新增公办学位2000个。启动第一中学扩建工程，筹建第四中学。";

function twoSections(first: readonly string[], second: readonly string[]): WorkPlan {
  return plan("要点", [
    section(
      "坚持立德树人",
      first.map((text) => item(text)),
    ),
    section(
      "强化发展保障",
      second.map((text) => item(text)),
    ),
  ]);
}

describe("comparePlans", () => {
  it("pairs the same plan with itself, wholly overlapping", async () => {
    for (const { plan: same } of await seedPlans()) {
      const comparison = comparePlans(same, same);
      expect(new Set(comparison.pairs.map(({ kind }) => kind))).toEqual(new Set(["carried"]));
      expect(comparison.overlap).toBe(100);
      expect(comparison.leadIn).toBe(100);
      expect(comparison.headings.every(({ last, next }) => last?.id === next?.id)).toBe(true);
      expect(planComparisonSchema.safeParse(comparison).success).toBe(true);
    }
  });

  it("calls a point carried where only figures, years and marks changed", () => {
    const last = twoSections([SPORT], [SCHOOLS]);
    const next = twoSections([SPORT.replace("0.5%", "0.6%")], [SCHOOLS.replace("2000", "3000")]);
    expect(comparePlans(last, next).pairs.map(({ kind }) => kind)).toEqual(["carried", "carried"]);
  });

  it("tells reworded, new and dropped points, the dropped ones where they stood", () => {
    const reworded = `${PARTY}健全学校党组织领导的校长负责制。`;
    const comparison = comparePlans(
      twoSections([PARTY, SPORT], [SAFETY]),
      twoSections([reworded], [SAFETY, SCHOOLS]),
    );
    expect(shown(comparison)).toEqual([
      "reworded 加强党的建设 → 加强党的建设 72",
      "dropped 加强体育工作 → — —",
      "carried 维护校园安全 → 维护校园安全 100",
      "new — → 扩大学位供给 0",
    ]);
  });

  it("tells merged and split points from all their parts", () => {
    const both =
      "加强体育和安全工作。开齐开足体育课程，严格落实每天1小时校园体育活动要求。近视率下降0.5%以上。全面排查各类隐患，建立台账。加强防溺水宣传教育，落实三防建设。";
    const apart = twoSections([SPORT, SAFETY], [PARTY]);
    const together = twoSections([both], [PARTY]);
    expect(comparePlans(apart, together).pairs.map(({ kind }) => kind)).toEqual([
      "merged",
      "merged",
      "carried",
    ]);
    expect(comparePlans(together, apart).pairs.map(({ kind }) => kind)).toEqual([
      "split",
      "split",
      "carried",
    ]);
  });

  it("pairs a point with the one on the same matter that was written anew", () => {
    const last = twoSections([PARTY, "普及提升学前教育。实施行动计划，启动“一村一幼”项目。"], [SAFETY]);
    const next = twoSections([PARTY, "办好学前教育。新建公办幼儿园3所，稳定收费。"], [SAFETY]);
    const [, pair, ...rest] = comparePlans(last, next).pairs;
    expect(pair).toMatchObject({ kind: "reworded", last: { heading: "普及提升学前教育" } });
    expect(pair?.overlap).toBeLessThan(50);
    expect(rest).toHaveLength(1);
  });

  it("calls a point moved that stands under another heading, and says so of a merged one", () => {
    const last = twoSections([PARTY, SPORT], [SAFETY, SCHOOLS]);
    const next = twoSections([PARTY, SPORT, SCHOOLS], [SAFETY]);
    const pair = comparePlans(last, next).pairs.find(({ next: point }) => point?.heading === "扩大学位供给");
    expect(pair).toMatchObject({
      kind: "moved",
      overlap: 100,
      moved: true,
      last: { section: "强化发展保障" },
    });
  });

  it("pairs renamed and reordered headings by what they hold", () => {
    const last = twoSections([PARTY, SPORT], [SAFETY, SCHOOLS]);
    const [first, second] = last.children;
    const renamed = section("守牢安全底线", [item(SAFETY), item(SCHOOLS)]);
    const next = { ...last, children: [renamed, ...(first ? [first] : [])] };
    const { headings, pairs } = comparePlans(last, next);
    expect(headings.find(({ next: to }) => to?.id === renamed.id)?.last?.id).toBe(second?.id);
    expect(pairs.every(({ moved }) => !moved)).toBe(true);
  });

  it("gives the overlap of sections and of the lead-in", () => {
    const last = { ...twoSections([SPORT], [SAFETY]), leadIn: [paragraph("坚持稳中求进，办好教育。")] };
    const next = { ...twoSections([SPORT], [SCHOOLS]), leadIn: [paragraph("坚持稳中求进，建设强市。")] };
    const { headings, leadIn, overlap } = comparePlans(last, next);
    expect(headings.map((pair) => pair.overlap)).toEqual([100, 0]);
    expect(leadIn).toBe(67);
    expect(overlap).toBeGreaterThan(40);
    expect(overlap).toBeLessThan(60);
  });

  it("takes the clauses of a heading without items, and a heading with its text, for points", () => {
    const summary = plan("总结", [
      section("基本情况", [subsection("发展规模。全市学校1012所。")]),
      section("主要工作", [
        subsection("抓项目。", [], [clause("大力推进中小学校建设。", true), clause("改善办学条件。", true)]),
      ]),
      section("下一步打算"),
    ]);
    expect(comparePlans(summary, summary).pairs.map(({ next }) => [next?.kind, next?.ordinal])).toEqual([
      ["subsection", "一"],
      ["clause", "一"],
      ["clause", "二"],
    ]);
  });

  it("compares empty plans, plans of headings alone and plans of equal items", () => {
    const empty = plan("空");
    expect(comparePlans(empty, empty)).toMatchObject({ pairs: [], headings: [], overlap: 0, leadIn: null });
    const same = twoSections([PARTY, PARTY, PARTY], [PARTY]);
    const fewer = twoSections([PARTY, PARTY], [PARTY]);
    expect(comparePlans(same, fewer).pairs.filter(({ kind }) => kind === "dropped")).toHaveLength(1);
    const bare = twoSections(["加强党建", "加强体育"], ["加强安全"]);
    expect(comparePlans(bare, bare).pairs.map(({ kind }) => kind)).toEqual(["carried", "carried", "carried"]);
  });

  it("follows the drafter's corrections and ignores ids that are gone", () => {
    const last = twoSections([PARTY, SPORT], [SAFETY]);
    const next = twoSections([PARTY, SPORT], [SCHOOLS]);
    const before = comparePlans(last, next);
    const ids = (kind: string) => before.pairs.find((pair) => pair.kind === kind);
    const pair = { last: ids("dropped")?.last?.id ?? "", next: ids("new")?.next?.id ?? "" };
    const forced = pairByHand(NO_CORRECTIONS, before, pair, true);
    const after = comparePlans(last, next, {
      ...forced,
      forced: [...forced.forced, { last: "gone", next: "gone" }],
    });
    expect(shown(after)).toContain("reworded 维护校园安全 → 扩大学位供给 0");
    expect(after.pairs.filter((each) => each.forced)).toHaveLength(1);
    expect(shown(comparePlans(last, next, partByHand(forced, pair)))).toEqual(shown(before));
  });

  it("takes the old partner away where the drafter replaces it", () => {
    const last = twoSections([PARTY, SPORT], [SAFETY]);
    const next = twoSections([PARTY, SPORT], []);
    const before = comparePlans(last, next);
    const sport = before.pairs.find((pair) => pair.next?.heading === "加强体育工作")?.next?.id ?? "";
    const safety = before.pairs.find((pair) => pair.kind === "dropped")?.last?.id ?? "";
    const corrections = pairByHand(NO_CORRECTIONS, before, { last: safety, next: sport }, true);
    expect(shown(comparePlans(last, next, corrections)).slice(1)).toEqual([
      "dropped 加强体育工作 → — —",
      expect.stringContaining("维护校园安全 → 加强体育工作"),
    ]);
    const merged = pairByHand(NO_CORRECTIONS, before, { last: safety, next: sport }, false);
    expect(comparePlans(last, next, merged).pairs.filter(({ kind }) => kind === "merged")).toHaveLength(2);
  });

  it("puts every point of whatever plans into a pair, and none twice alone", () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (last, next) => {
        const { pairs, overlaps } = comparePlans(last, next);
        for (const [side, made] of [
          ["last", last],
          ["next", next],
        ] as const) {
          const ids = pairs.flatMap((pair) => pair[side]?.id ?? []);
          expect(new Set(ids)).toEqual(new Set(pointsOf(made).points.map(({ id }) => id)));
        }
        const alone = pairs.filter(({ kind }) => kind === "new" || kind === "dropped");
        expect(new Set(alone.map((pair) => pair.last?.id ?? pair.next?.id)).size).toBe(alone.length);
        expect(Object.keys(overlaps)).toHaveLength(pointsOf(next).points.length);
      }),
    );
  });

  it("compares items of tens of thousands of characters", () => {
    const long = Array.from({ length: 4_000 }, (_, at) => `推进第${at}项改革。`).join("");
    const longer = Array.from({ length: 4_000 }, (_, at) => `推进第${at * 2}个工程。`).join("");
    const { pairs } = comparePlans(twoSections([long], [PARTY]), twoSections([longer], [PARTY]));
    expect(pairs.map(({ kind }) => kind)).toEqual(["reworded", "carried"]);
  });

  it("pairs scripted edits of each seed with at least 0.95 precision and recall", async () => {
    for (const { name, precision, recall, mistakes } of await pairingQuality([
      1, 2, 3, 4, 5, 101, 102, 103, 104, 105,
    ])) {
      expect({ name, mistakes, good: precision >= 0.95 && recall >= 0.95 }).toMatchObject({
        name,
        good: true,
      });
    }
  });
});
