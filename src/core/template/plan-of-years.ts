/** What a bureau plans year after year, learnt from its plans of several years: the plan that a template is made of. */
import { comparePlanChain } from "../compare/plan-chain.ts";
import { splitLead } from "../plan/heading.ts";
import { mapChildren } from "../plan/map-children.ts";
import type { HeadedPart, PlanChild, PlanItem, WorkPlan } from "../plan/model.ts";
import { foldText, gramSet } from "../suggest/grams.ts";
import { headingLikeness } from "../suggest/section-items.ts";

/** An item that stood in fewer plans was the matter of its year. */
const FEWEST_YEARS = 2;
/** From this likeness on two headings are of one section. */
const SAME_SECTION = 0.4;

/**
 * The latest of the plans without the items that stand in it alone, and with those which it lacks but at least two
 * earlier plans have, in the section like theirs and at its end. Everything that is no item stays as in the latest; of
 * one plan nothing can be learnt, it is given back. `plans`: oldest first, at least one.
 */
export function planOfYears(plans: readonly WorkPlan[]): WorkPlan {
  const latest = plans.at(-1);
  if (!latest) throw new RangeError("no plan");
  if (plans.length < FEWEST_YEARS) return latest;
  const once = new Set<string>();
  const back: { readonly item: PlanItem; readonly section: string }[] = [];
  for (const line of comparePlanChain(plans).lines) {
    const years = line.filter((id) => id !== null).length;
    const newest = line.at(-1);
    if (typeof newest === "string" && years < FEWEST_YEARS) once.add(newest);
    if (newest !== null || years < FEWEST_YEARS) continue;
    const at = line.findLastIndex((id) => id !== null);
    const found = findItem(plans[at]?.children ?? [], line[at] ?? "", "");
    if (found) back.push({ ...found, item: renamed(found.item, at) });
  }
  const added = Map.groupBy(back, ({ section }) => placeOf(latest, section));
  return {
    ...latest,
    children: [
      ...latest.children.flatMap((child) => recurring(child, once, added) ?? []),
      ...(added.get(undefined) ?? []).map(({ item }) => item),
    ],
  };
}

function recurring<Part extends PlanChild>(
  part: Part,
  once: ReadonlySet<string>,
  added: ReadonlyMap<string | undefined, readonly { readonly item: PlanItem }[]>,
): Part | undefined {
  if (part.kind === "item") return once.has(part.id) ? undefined : part;
  const kept = mapChildren(part, (child) => recurring(child, once, added));
  const items = (added.get(part.id) ?? []).map(({ item }) => item);
  return kept.kind === "item" ? kept : { ...kept, children: [...kept.children, ...items] };
}

/** An item and the heading above it; other points of a plan are no items. */
function findItem(
  children: readonly PlanChild[],
  id: string,
  section: string,
): { readonly item: PlanItem; readonly section: string } | undefined {
  for (const child of children) {
    if (child.kind !== "item") {
      const found = findItem(child.children, id, splitLead(child.lead.text).heading);
      if (found) return found;
    } else if (child.id === id) return { item: child, section };
  }
  return undefined;
}

/** Id of the part of the plan whose heading is most like this one; undefined where none is. */
function placeOf(plan: WorkPlan, section: string): string | undefined {
  const wanted = gramSet(foldText(section));
  let best: string | undefined;
  let most = SAME_SECTION;
  const visit = (part: HeadedPart) => {
    const like = headingLikeness(wanted, foldText(splitLead(part.lead.text).heading));
    if (like > most) [best, most] = [part.id, like];
    for (const child of part.children) if (child.kind !== "item") visit(child);
  };
  for (const child of plan.children) if (child.kind !== "item") visit(child);
  return best;
}

/** Ids of another plan may be those of this one. */
function renamed(item: PlanItem, year: number): PlanItem {
  const body = item.body.map((block) => ({ ...block, id: `${block.id}-${year}` }));
  return { ...item, id: `${item.id}-${year}`, body };
}
