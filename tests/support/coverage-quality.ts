/** How well coverage finds the points of another bureau on the same matter, by the labels of the suggestions. */
import { comparePlans } from "../../src/core/compare/compare-plans.ts";
import { coverage } from "../../src/core/compare/coverage.ts";
import { bareOrdinal, numbersOf } from "../../src/core/plan/numbering.ts";
import { seedPlans } from "./seed-plans.ts";
import { labelledQueries } from "./suggestion-quality.ts";

const DOCUMENTS: Readonly<Record<string, string>> = {
  A: "jianyang-2021",
  B: "kunming-2017",
  D: "unnamed-county-2024",
  E: "qingyuan-2022",
};

export interface CoverageQuality {
  /** Pairs of a point and a bureau that has points on the same matter. */
  readonly topics: number;
  /** Of these, how often the closest point, and one of three, is such a point. */
  readonly first: number;
  readonly amongThree: number;
  /** Of these, how often the proposal is covered or partly. */
  readonly proposed: number;
  /** Of these, how often `comparePlans`, which looks for last year's text, pairs such a point; reported only. */
  readonly paired: number;
  /** Pairs of a point and a bureau that has nothing on the matter, and how often nothing is proposed as covered. */
  readonly without: number;
  readonly notCovered: number;
}

/** Headings of labelled items against the plan of each other bureau. */
export async function coverageQuality(): Promise<CoverageQuality> {
  const plans = new Map((await seedPlans()).map(({ name, plan }) => [name, plan]));
  const counts = { topics: 0, first: 0, amongThree: 0, proposed: 0, paired: 0, without: 0, notCovered: 0 };
  const matrices = new Map<string, ReturnType<typeof coverage>>();
  const comparisons = new Map<string, ReturnType<typeof comparePlans>>();
  for (const { type, src, srcItem, rel } of labelledQueries) {
    const superior = plans.get(DOCUMENTS[src] ?? "");
    if (type !== "H" || srcItem === null || !superior) continue;
    for (const [letter, name] of Object.entries(DOCUMENTS)) {
      const ours = plans.get(name);
      if (letter === src || !ours) continue;
      const key = `${src}${letter}`;
      const matrix = matrices.get(key) ?? coverage(superior, ours);
      matrices.set(key, matrix);
      const comparison = comparisons.get(key) ?? comparePlans(superior, ours);
      comparisons.set(key, comparison);
      const number = Number(srcItem.slice(1));
      const id = [...numbersOf(superior)].find(
        ([block, own]) => own === number && isItem(superior, block),
      )?.[0];
      const row = matrix.find((each) => each.superior.id === id);
      if (!row) continue;
      const relevant = Object.entries(rel).filter(([item]) => item.startsWith(letter));
      const wanted = new Set(relevant.map(([item]) => bareOrdinal("item", Number(item.slice(1)))));
      if (relevant.some(([, degree]) => degree === 2)) {
        counts.topics += 1;
        const found = row.matches.map(({ point }) => wanted.has(point.ordinal));
        if (found[0]) counts.first += 1;
        if (found.includes(true)) counts.amongThree += 1;
        if (row.state !== "not-ours") counts.proposed += 1;
        const partners = comparison.pairs.filter(({ last }) => last?.id === id);
        if (partners.some(({ next }) => next && wanted.has(next.ordinal))) counts.paired += 1;
      } else if (relevant.length === 0) {
        counts.without += 1;
        if (row.state !== "covered") counts.notCovered += 1;
      }
    }
  }
  return counts;
}

function isItem(plan: Parameters<typeof numbersOf>[0], id: string): boolean {
  return plan.children.some((child) =>
    child.kind === "item"
      ? child.id === id
      : child.children.some((below) =>
          below.kind === "item" ? below.id === id : below.children.some((item) => item.id === id),
        ),
  );
}
