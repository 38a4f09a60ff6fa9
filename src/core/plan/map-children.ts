/** Changes to the tree of a plan that keep the kind of every part, so that whatever stood in it still may. */
import type { PlanChild } from "./model.ts";

/** Gives a part of the same kind; undefined takes it out. */
export type PartMapper = <Part extends PlanChild>(part: Part) => Part | undefined;

/** The part with each of its children mapped; an item has none. */
export function mapChildren<Part extends PlanChild>(part: Part, map: PartMapper): Part {
  if (part.kind === "item") return part;
  const children: readonly PlanChild[] = part.children;
  // The mapper keeps kinds, which the type of a part with any children cannot say.
  return { ...part, children: children.map((child) => map(child)).filter((child) => child !== undefined) };
}
