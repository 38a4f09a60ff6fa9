/** Targets of several years as a table: a row for each indicator, a column for each year. */
import { partnersOf } from "./compare-targets.ts";
import type { PlanTarget } from "./target.ts";

export interface TargetSeries {
  /** As the latest year has it. */
  readonly indicator: string;
  readonly unit: string;
  /** One for each year, in the order given; null where the year has no such target. */
  readonly targets: readonly (PlanTarget | null)[];
}

/** Series in the order of the latest year, then those that ended earlier, the latest first. */
export function targetsOverYears(years: readonly (readonly PlanTarget[])[]): readonly TargetSeries[] {
  const series: { latest: PlanTarget; readonly targets: (PlanTarget | null)[] }[] = [];
  for (let year = years.length - 1; year >= 0; year -= 1) {
    const targets = years[year] ?? [];
    const earliest = series.map(({ latest }) => latest);
    const partners = partnersOf(targets, earliest);
    const used = new Set(partners.values());
    for (const row of series) {
      const partner = partners.get(row.latest);
      row.targets[year] = partner ?? null;
      if (partner) row.latest = partner;
    }
    for (const target of targets) {
      if (used.has(target)) continue;
      const row: (PlanTarget | null)[] = years.map(() => null);
      row[year] = target;
      series.push({ latest: target, targets: row });
    }
  }
  return series.map(({ targets }) => {
    const newest = targets.findLast((target) => target !== null);
    return { indicator: newest?.indicator ?? "", unit: newest?.unit ?? "", targets };
  });
}
