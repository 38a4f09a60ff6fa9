/** How well the plans of two years are paired, measured on scripted edits whose true pairing is known. */
import { comparePlans } from "../../src/core/compare/compare-plans.ts";
import { editedPlan } from "./edited-plans.ts";
import { seedPlans } from "./seed-plans.ts";

export interface PairingQuality {
  readonly name: string;
  /** Pairs of the truth, points alone included, and pairs found. */
  readonly true: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of the right pairs whose kind is right too. */
  readonly kinds: number;
  /** The wrong and missing ones, for reading. */
  readonly mistakes: readonly string[];
}

/** Quality for each seed plan over the scripts of the numbers given. */
export async function pairingQuality(scripts: readonly number[]): Promise<readonly PairingQuality[]> {
  const plans = await seedPlans();
  return plans.map(({ name, plan }) => {
    const donors = plans.filter((other) => other.plan !== plan).map((other) => other.plan);
    const mistakes: string[] = [];
    let [all, found, right, kinds] = [0, 0, 0, 0];
    for (const script of scripts) {
      const { next, pairs } = editedPlan(plan, donors, script);
      const truth = new Map(pairs.map((pair) => [`${pair.last} ${pair.next}`, pair.kind]));
      const comparison = comparePlans(plan, next);
      const answers = new Map(
        comparison.pairs.map((pair) => [`${pair.last?.id ?? null} ${pair.next?.id ?? null}`, pair]),
      );
      all += truth.size;
      found += answers.size;
      for (const [key, { kind, last, next: to }] of answers) {
        const expected = truth.get(key);
        if (expected !== undefined) right += 1;
        if (expected === kind) kinds += 1;
        else
          mistakes.push(
            `script ${script}: ${kind} for ${expected ?? "no pair"}: ${last?.heading ?? "—"} | ${to?.heading ?? "—"}`,
          );
      }
      for (const [key, kind] of truth)
        if (!answers.has(key)) mistakes.push(`script ${script}: missed ${kind}`);
    }
    return {
      name,
      true: all,
      found,
      right,
      precision: right / found,
      recall: right / all,
      kinds: kinds / right,
      mistakes,
    };
  });
}
