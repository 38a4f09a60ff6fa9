/** Closing paragraphs: after the last item, but of no item. */

import { splitLead } from "../plan/heading.ts";
import words from "./data/heading-words.json" with { type: "json" };
import { allNodes, type NodeTree, type NumberedNode } from "./outline-nodes.ts";

/** Moves paragraphs that begin like a closing (总之, 在新的一年 …) from the last item to the end of the plan. */
export function moveClosing(tree: NodeTree): void {
  const path = lastPath(tree.children);
  const last = path.at(-1);
  if (!last || last.body.length === 0) return;
  const start = last.body.findIndex(({ text }) => words.closing.some((word) => text.startsWith(word)));
  const from = start >= 0 ? start : loneParagraph(tree, last);
  if (from === undefined || (from === 0 && isEmptyHeading(last))) return;
  tree.closing.push(...last.body.splice(from));
}

/** A section of which nothing but its heading would be left. */
function isEmptyHeading(node: NumberedNode): boolean {
  return node.kind !== "item" && splitLead(node.lead).body === "";
}

/** Where no other item has paragraphs below its own, those below the very last one are the plan's. */
function loneParagraph(tree: NodeTree, last: NumberedNode): number | undefined {
  if (last.kind !== "item") return undefined;
  const items = allNodes(tree.children).filter((node) => node.kind === "item");
  const others = items.filter((node) => node !== last && node.body.length > 0).length;
  const isWhole = last.lead.includes("。") && /[。！]”?$/.test(last.lead);
  return items.length >= FEWEST_ITEMS && others === 0 && isWhole ? 0 : undefined;
}

const FEWEST_ITEMS = 5;

function lastPath(nodes: readonly NumberedNode[]): readonly NumberedNode[] {
  const last = nodes.at(-1);
  return last ? [last, ...lastPath(last.children)] : [];
}
