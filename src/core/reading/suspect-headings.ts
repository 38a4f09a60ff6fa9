/** Lines that may be headings without a number among numbered ones: doubts, with the role they may have. */
import { isHeadingLine } from "./infer-headings.ts";
import { allNodes, type NodeTree, type NumberedNode } from "./outline-nodes.ts";
import type { Repairs } from "./repairs.ts";
import { tablesIn } from "./tables.ts";

/** A shorter line is a caption or a name. */
const SHORTEST = 4;
/** Most doubts; where there are more the document is of another kind. */
const MOST = 20;

/** Notes lines of bodies that the source sets like headings: bold, or of an outline level, and no sentence. */
export function suspectHeadings(tree: NodeTree, repairs: Repairs): void {
  let count = 0;
  for (const node of allNodes(tree.children)) {
    const cells = new Set(tablesIn(node.body).flatMap(({ first, last }) => [first, last]));
    for (const [index, paragraph] of node.body.entries()) {
      const { text, role, hint, line } = paragraph;
      if (role !== null || cells.has(index) || hint === null || hint.table !== null) continue;
      if (!hint.bold && hint.outlineLevel === null) continue;
      if (text.length < SHORTEST || !isHeadingLine(text)) continue;
      count += 1;
      if (count > MOST) return;
      repairs.add({
        code: "heading-suspected",
        line,
        node,
        before: text,
        after: text,
        certain: false,
        suggestedRole: levelBelow(node),
      });
    }
  }
}

function levelBelow(node: NumberedNode): "section" | "subsection" | "item" {
  if (node.kind === "part") return "section";
  return node.kind === "section" && node.children.some(({ kind }) => kind === "subsection")
    ? "subsection"
    : "item";
}
