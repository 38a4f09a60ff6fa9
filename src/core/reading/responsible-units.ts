/** Responsible units named in the text: told of, so that the drafter sees what the task table will open with. */
import { unitLinesIn, unitTailIn } from "../tasks/unit-tails.ts";
import { allNodes, type NodeTree } from "./outline-nodes.ts";
import type { Repairs } from "./repairs.ts";

/** Notes every bracket and every line that names units. Nothing is changed: `core/tasks` reads them where they stand. */
export function noteResponsibleUnits(tree: NodeTree, repairs: Repairs): void {
  for (const node of allNodes(tree.children)) {
    const texts = [{ text: node.lead, line: node.source.line }, ...node.body];
    for (const { text, line } of texts) {
      const tail = unitTailIn(text) ?? unitLinesIn(text)[0];
      if (!tail) continue;
      const found = text.slice(tail.from, tail.to);
      const place = { code: "responsible-units-read", node, line, at: tail.from };
      repairs.count({ ...place, before: found, after: found, state: "told" });
    }
  }
}

/** Whether a paragraph only says who is responsible, or until when, for what stands above it. */
export function isUnitLine(text: string): boolean {
  return unitLinesIn(text).length > 0;
}
