/** Comparing two years: quality on scripted edits, time for plans of three sizes, and targets on their labels. */
import { performance } from "node:perf_hooks";
import { comparePlans } from "../../src/core/compare/compare-plans.ts";
import { coverage } from "../../src/core/compare/coverage.ts";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { planTargets } from "../../src/core/targets/plan-targets.ts";
import { coverageQuality } from "../support/coverage-quality.ts";
import { editedPlan } from "../support/edited-plans.ts";
import { syntheticLibrary } from "../support/library-items.ts";
import { pairingQuality } from "../support/pairing-quality.ts";
import { item, plan, section } from "../support/plan-builder.ts";
import { seedPlans } from "../support/seed-plans.ts";
import { targetQuality } from "../support/target-quality.ts";

const SCRIPTS = Array.from({ length: 20 }, (_, at) => at + 1);
const SIZES = [31, 200, 1_000];
const ITEMS_PER_SECTION = 8;
const RUNS = 5;

/** Prints a row per seed and per size. */
export async function benchCompare(): Promise<void> {
  for (const quality of await pairingQuality(SCRIPTS)) {
    console.log(
      `pairing ${quality.name.padEnd(20)} ${quality.true} pairs: precision ${quality.precision.toFixed(3)}, ` +
        `recall ${quality.recall.toFixed(3)}, kinds ${quality.kinds.toFixed(3)}`,
    );
  }
  for (const quality of await targetQuality()) {
    console.log(
      `targets ${quality.name.padEnd(20)} ${quality.labels} labels${quality.heldOut ? " (held out)" : ""}: ` +
        `precision ${quality.precision.toFixed(3)}, recall ${quality.recall.toFixed(3)}, indicators ${quality.indicators.toFixed(3)}`,
    );
  }
  const topical = await coverageQuality();
  console.log(
    `coverage of ${topical.topics} topics by other bureaus: first ${topical.first}, among three ${topical.amongThree}, ` +
      `proposed ${topical.proposed}; ${topical.notCovered} of ${topical.without} without one not proposed as covered; ` +
      `paired by comparePlans ${topical.paired}`,
  );
  const donors = (await seedPlans()).map((seed) => seed.plan);
  for (const size of SIZES) {
    const last = planOf(size);
    const { next } = editedPlan(last, donors, 1);
    const times = Array.from({ length: RUNS }, () => timed(() => comparePlans(last, next)));
    console.log(
      `compare ${size} items: ${median(times).toFixed(0)} ms (first ${(times[0] ?? 0).toFixed(0)} ms)`,
    );
    const coverages = Array.from({ length: RUNS }, () => timed(() => coverage(last, next)));
    console.log(`coverage ${size} items: ${median(coverages).toFixed(0)} ms`);
    const first = timed(() => planTargets(last));
    const again = Array.from({ length: RUNS }, (_, at) => timed(() => planTargets(withOneEdit(last, at))));
    console.log(
      `targets ${size} items: first ${first.toFixed(1)} ms, after one edit ${median(again).toFixed(2)} ms`,
    );
  }
}

/** Distinct items: one year of each bureau of a made library. */
function planOf(size: number): WorkPlan {
  const items = syntheticLibrary(size * 5)
    .filter((_, at) => at % 175 < 35)
    .slice(0, size)
    .map(({ heading, body }) => item(`${heading}。${body}`));
  const sections = Array.from({ length: Math.ceil(items.length / ITEMS_PER_SECTION) }, (_, at) =>
    section(`推动第${at + 1}方面工作`, items.slice(at * ITEMS_PER_SECTION, (at + 1) * ITEMS_PER_SECTION)),
  );
  return plan("示例市2026年教育工作要点", sections, { year: 2026 });
}

/** The plan with its first item edited; all else is the same object. */
function withOneEdit(last: WorkPlan, at: number): WorkPlan {
  const [first, ...rest] = last.children;
  if (first?.kind !== "section") return last;
  const edited = item(`扩大学位供给。新增公办学位${at}00个。`);
  return { ...last, children: [{ ...first, children: [edited, ...first.children.slice(1)] }, ...rest] };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
