/** What became of each source line. */
import type { Block, PlanChild } from "../plan/model.ts";
import type { LineRole } from "./decisions.ts";
import type { DocumentParts } from "./document-parts.ts";
import type { DroppedLine } from "./plan-reading.ts";
import type { PlacedPlan } from "./to-plan.ts";

/** Role of every line by its number; where several blocks begin in one line it is that of the first. */
export function lineRoles(
  placed: PlacedPlan,
  parts: DocumentParts,
  dropped: readonly DroppedLine[],
): Readonly<Record<string, LineRole>> {
  const roles: Record<string, LineRole> = {};
  const set = (line: number, role: LineRole) => {
    roles[line] ??= role;
  };
  for (const line of parts.titleLines) set(line, "title");
  const add = (block: Block | PlanChild) => {
    const line = placed.lines[block.id];
    if (line !== undefined) set(line, block.kind === "paragraph" ? "text" : block.kind);
  };
  const addChild = (child: PlanChild) => {
    add(child);
    child.body.forEach(add);
    if (child.kind === "item") return;
    child.children.forEach(addChild);
    child.closing.forEach(add);
  };
  const { plan } = placed;
  plan.frontMatter.notice?.body.forEach(add);
  plan.leadIn.forEach(add);
  plan.children.forEach(addChild);
  plan.closing.forEach(add);
  for (const line of placed.joined) set(line, "text");
  for (const { line } of dropped) set(line, "furniture");
  return roles;
}
