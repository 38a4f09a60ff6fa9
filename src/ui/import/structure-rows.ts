/** The plan under construction as flat rows, each with the source line it came from. */
import { splitLead } from "../../core/plan/heading.ts";
import type { Block, PlanChild } from "../../core/plan/model.ts";
import { numbersOf, ordinalLabel } from "../../core/plan/numbering.ts";
import type { PlanReading } from "../../core/reading/plan-reading.ts";
import { plannedPart } from "../../core/template/planned-part.ts";

export interface StructureRow {
  readonly id: string;
  /** Source line; null where it is not known. */
  readonly line: number | null;
  readonly kind: PlanChild["kind"] | Block["kind"] | "title";
  /** 0 for title and lead-in; an item stands one below what it stands in. */
  readonly level: number;
  readonly ordinal: string;
  readonly heading: string;
  readonly body: string;
  /** False for what a summary reports of the past year: it is no part of the plan taken from it. */
  readonly taken: boolean;
}

/** Title, then every heading and text in document order. */
export function structureRows(reading: PlanReading): readonly StructureRow[] {
  const { plan, lines } = reading;
  const numbers = numbersOf(plan);
  const taken = takenIds(reading);
  const rows: StructureRow[] = [
    {
      id: "title",
      line: null,
      kind: "title",
      level: 0,
      ordinal: "",
      heading: plan.title.text.replaceAll("\n", ""),
      body: "",
      taken: taken === undefined,
    },
  ];
  const place = (id: string) => ({ id, line: lines[id] ?? null, taken: taken?.has(id) ?? true });
  const addBlocks = (blocks: readonly Block[], level: number) => {
    for (const { id, kind, text } of blocks) {
      const ordinal = kind === "clause" ? ordinalLabel("clause", numbers.get(id) ?? 0) : "";
      rows.push({ ...place(id), kind, level, ordinal, heading: "", body: text });
    }
  };
  const addChild = (child: PlanChild, level: number) => {
    const { heading, body } = splitLead(child.lead.text, child.kind === "item" && child.plain);
    const ordinal = ordinalLabel(child.kind, numbers.get(child.id) ?? 0);
    rows.push({ ...place(child.id), kind: child.kind, level, ordinal, heading, body });
    addBlocks(child.body, level);
    if (child.kind === "item") return;
    for (const grandchild of child.children) addChild(grandchild, level + 1);
    addBlocks(child.closing, level);
  };
  addBlocks(plan.leadIn, 0);
  for (const child of plan.children) addChild(child, 1);
  addBlocks(plan.closing, 0);
  return rows;
}

/** Ids of what is taken from a summary; undefined where everything is. */
function takenIds({ plan }: PlanReading): ReadonlySet<string> | undefined {
  const part = plannedPart(plan);
  if (part === plan) return undefined;
  const ids = new Set<string>();
  const addBlocks = (blocks: readonly Block[]) => {
    for (const { id } of blocks) ids.add(id);
  };
  const addChild = (child: PlanChild) => {
    ids.add(child.id);
    addBlocks(child.body);
    if (child.kind === "item") return;
    for (const grandchild of child.children) addChild(grandchild);
    addBlocks(child.closing);
  };
  addBlocks(part.leadIn);
  for (const child of part.children) addChild(child);
  addBlocks(part.closing);
  return ids;
}

/** How many parts stand at the top, and how many items are taken; where there is no 1., the （一） are the items. */
export function countsOf({ plan }: PlanReading): { readonly sections: number; readonly items: number } {
  const { children } = plannedPart(plan);
  const count = (kind: PlanChild["kind"], child: PlanChild): number =>
    Number(child.kind === kind) +
    (child.kind === "item" ? 0 : child.children.reduce((sum, inner) => sum + count(kind, inner), 0));
  const countAll = (kind: PlanChild["kind"]) => children.reduce((sum, child) => sum + count(kind, child), 0);
  return {
    sections: children.filter(({ kind }) => kind !== "item").length,
    items: countAll("item") || countAll("subsection"),
  };
}
