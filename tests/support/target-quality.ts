/** How well targets are extracted, measured on the hand labels of the seeds. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { numbersOf } from "../../src/core/plan/numbering.ts";
import { planTargets } from "../../src/core/targets/plan-targets.ts";
import { comparatorSchema, type PlanTarget } from "../../src/core/targets/target.ts";
import { seedPlans } from "./seed-plans.ts";

const labelSchema = z.strictObject({
  at: z.string(),
  indicator: z.string(),
  comparator: comparatorSchema,
  value: z.number().nullable(),
  unit: z.string(),
  text: z.string(),
});
type Label = z.infer<typeof labelSchema>;

const labelsSchema = z.object({
  heldOut: z.array(z.string()),
  seeds: z.record(z.string(), z.array(labelSchema)),
});

export interface TargetQuality {
  readonly name: string;
  readonly heldOut: boolean;
  readonly labels: number;
  readonly found: number;
  /** Found targets whose place, comparator, value and unit are those of a label. */
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of the right ones whose indicator is that of the label, or part of it, or the other way round. */
  readonly indicators: number;
  readonly mistakes: readonly string[];
}

export async function targetQuality(): Promise<readonly TargetQuality[]> {
  const file = new URL("../data/seed-targets.json", import.meta.url);
  const { seeds, heldOut } = labelsSchema.parse(JSON.parse(await readFile(file, "utf8")));
  return (await seedPlans()).map(({ name, plan }) =>
    qualityOf(name, plan, seeds[name] ?? [], heldOut.includes(name)),
  );
}

function qualityOf(name: string, plan: WorkPlan, labels: readonly Label[], heldOut: boolean): TargetQuality {
  const places = placesOf(plan);
  const open = [...labels];
  const mistakes: string[] = [];
  let right = 0;
  let indicators = 0;
  const found = planTargets(plan);
  for (const target of found) {
    const at = open.findIndex(
      (label) => label.at === places.get(target.point ?? "") && isSame(target, label),
    );
    const [label] = at < 0 ? [] : open.splice(at, 1);
    if (!label) {
      mistakes.push(`wrong: ${places.get(target.point ?? "")} ${shown(target)}`);
      continue;
    }
    right += 1;
    if (isSameIndicator(target.indicator, label.indicator)) indicators += 1;
    else mistakes.push(`indicator: ${target.indicator} for ${label.indicator}`);
  }
  mistakes.push(...open.map((label) => `missed: ${label.at} ${shown(label)}`));
  return {
    name,
    heldOut,
    labels: labels.length,
    found: found.length,
    right,
    precision: found.length === 0 ? 1 : right / found.length,
    recall: labels.length === 0 ? 1 : right / labels.length,
    indicators: right === 0 ? 1 : indicators / right,
    mistakes,
  };
}

function isSame(target: PlanTarget, label: Label): boolean {
  const common = (text: string) => text.replaceAll(/\s/g, "");
  const figure = label.value === null ? "不" : String(label.value);
  return (
    target.comparator === label.comparator &&
    target.value === label.value &&
    target.unit === label.unit &&
    (common(target.text).includes(figure) || figure === "1")
  );
}

function isSameIndicator(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/（[^（）]*）|[“”‘’\s]/g, "");
  const [left, right] = [bare(one), bare(other)];
  return left.includes(right) || right.includes(left);
}

function shown({ indicator, comparator, value, unit, text }: Label | PlanTarget): string {
  return `${indicator} ${comparator} ${value} ${unit} (${text})`;
}

/** Number of each item; of a heading its section and own number, as the labels have it. */
function placesOf(plan: WorkPlan): ReadonlyMap<string, string> {
  const numbers = numbersOf(plan);
  const places = new Map<string, string>();
  for (const child of plan.children) {
    const number = String(numbers.get(child.id));
    places.set(child.id, child.kind === "item" ? number : `§${number}`);
    if (child.kind === "item") continue;
    for (const below of child.children) {
      const own = String(numbers.get(below.id));
      places.set(below.id, below.kind === "item" ? own : `${number}.${own}`);
      if (below.kind === "item") continue;
      for (const item of below.children) places.set(item.id, String(numbers.get(item.id)));
    }
  }
  return places;
}
