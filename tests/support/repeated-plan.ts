/** Plans of any size made of a real one, for tests of speed. */
import type { Block, PlanChild, PlanItem, WorkPlan } from "../../src/core/plan/model.ts";

/** Sections of the plan again and again, with ids of their own, until there are `items` items. */
export function repeatedPlan(plan: WorkPlan, items: number): WorkPlan {
  const sections = plan.children.filter(({ kind }) => kind === "section");
  const children: WorkPlan["children"][number][] = [];
  let left = items;
  for (let round = 0; left > 0; round += 1) {
    const section = sections[round % sections.length];
    if (section?.kind !== "section") throw new RangeError("the plan has no section to repeat");
    const copies = section.children
      .filter((child): child is PlanItem => child.kind === "item")
      .slice(0, left);
    left -= copies.length;
    children.push({ ...renamed(section, round), children: copies.map((item) => renamed(item, round)) });
  }
  return { ...plan, children };
}

function renamed<Part extends PlanChild>(part: Part, round: number): Part {
  return { ...part, id: `${part.id}-${round}`, body: part.body.map((block) => renamedBlock(block, round)) };
}

function renamedBlock(block: Block, round: number): Block {
  return { ...block, id: `${block.id}-${round}` };
}
