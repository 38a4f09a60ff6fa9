/** Closing paragraphs: after the last item, but of no item. */

import { splitLead } from "../plan/heading.ts";
import { append } from "./append.ts";
import words from "./data/heading-words.json" with { type: "json" };
import { allNodes, type NodeTree, type NumberedNode } from "./outline-nodes.ts";
import { isUnitLine } from "./responsible-units.ts";

/** Moves paragraphs that begin like a closing (总之, 在新的一年 …) from the last item to the end of the plan. */
export function moveClosing(tree: NodeTree): void {
  const path = lastPath(tree.children);
  const last = path.at(-1);
  if (!last || last.body.length === 0) return;
  const start = last.body.findIndex(({ text }) => words.closing.some((word) => text.startsWith(word)));
  const from = start >= 0 ? start : loneParagraph(tree, last);
  if (from === undefined || (from === 0 && isEmptyHeading(last))) return;
  append(tree.closing, last.body.splice(from));
}

/** A section of which nothing but its heading would be left. */
function isEmptyHeading(node: NumberedNode): boolean {
  return node.kind !== "item" && splitLead(node.lead).body === "";
}

/** Where no other heading of its kind has paragraphs below its own, those below the very last one are the plan's. */
function loneParagraph(tree: NodeTree, last: NumberedNode): number | undefined {
  const alike = allNodes(tree.children).filter((node) => node.kind === last.kind);
  const others = alike.filter(
    (node) => node !== last && (node.body.length > 0 || node.children.length > 0),
  ).length;
  if (last.body.some(({ text }) => isUnitLine(text))) return undefined;
  const isWhole = last.lead.includes("。") && /[。！]”?$/.test(last.lead);
  return alike.length >= FEWEST_ALIKE && others === 0 && isWhole ? 0 : undefined;
}

/** Fewer show no habit. */
const FEWEST_ALIKE = 3;

function lastPath(nodes: readonly NumberedNode[]): readonly NumberedNode[] {
  const last = nodes.at(-1);
  return last ? [last, ...lastPath(last.children)] : [];
}
