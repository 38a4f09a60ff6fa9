/** A plan of this app printed as lines, so that it can be looked at and read again like any other source. */
import type { Block, PlanChild, WorkPlan } from "../../../src/core/plan/model.ts";
import { numbersOf, ordinalLabel } from "../../../src/core/plan/numbering.ts";
import type { LineRole } from "../../../src/core/reading/decisions.ts";
import type { SourceLine, SourceLines } from "../../../src/core/reading/plan-reading.ts";

export interface PrintedPlan {
  readonly source: SourceLines;
  /** Line (1-based) of every block. */
  readonly lines: Readonly<Record<string, number>>;
  /** Roles of the lines that are no block: those of the title. */
  readonly roles: Readonly<Record<string, LineRole>>;
}

/** One line for each line of the title and each block, with ordinals. */
export function planLines(plan: WorkPlan): PrintedPlan {
  const numbers = numbersOf(plan);
  const printed: SourceLine[] = [];
  const lines: Record<string, number> = {};
  const print = (text: string) => printed.push({ number: printed.length + 1, text });
  const printBlock = (kind: PlanChild["kind"] | Block["kind"], id: string, text: string) => {
    const label = kind === "paragraph" ? "" : ordinalLabel(kind, numbers.get(id) ?? 0);
    print(`${label}${text}`);
    lines[id] = printed.length;
  };
  const printBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) printBlock(block.kind, block.id, block.text);
  };
  const printChild = (child: PlanChild) => {
    printBlock(child.kind, child.id, child.lead.text);
    printBlocks(child.body);
    if (child.kind === "item") return;
    for (const grandchild of child.children) printChild(grandchild);
    printBlocks(child.closing);
  };
  const roles: Record<string, LineRole> = {};
  for (const line of plan.title.text.split("\n")) {
    print(line);
    roles[printed.length] = "title";
  }
  printBlocks(plan.leadIn);
  for (const child of plan.children) printChild(child);
  printBlocks(plan.closing);
  return { source: { lines: printed, notices: [] }, lines, roles };
}
