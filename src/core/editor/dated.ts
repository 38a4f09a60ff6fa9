/** Dated expressions (年份及时序表述) of the open document. */
import type { Node } from "prosemirror-model";
import type { DatedMark } from "../plan/model.ts";
import { perNode } from "./memo.ts";
import { toRichText } from "./rich-text.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

export interface DatedExpression {
  /** Positions of the marked text in the document. */
  readonly from: number;
  readonly to: number;
  /** Id of the section, subsection, item, paragraph or clause it stands in; `title` for the title. */
  readonly block: string;
  readonly text: string;
  /** The sentence or clause around it, for lists: text before, and text after. */
  readonly before: string;
  readonly after: string;
  /** As in the plan, its offsets inside the text of the block. */
  readonly mark: DatedMark;
}

/** Characters of context shown at each side of an expression. */
const CONTEXT_LENGTH = 24;

/** Every dated expression in document order, whatever its state. */
export function datedExpressions(doc: Node): readonly DatedExpression[] {
  const found: DatedExpression[] = [];
  doc.descendants((node, position, parent) => {
    if (countDated(node) === 0) return false;
    if (!node.isTextblock) return true;
    const block = blockId(node, parent);
    for (const mark of datedMarksIn(node))
      found.push(expression(node.textContent, position + 1, block, mark));
    return false;
  });
  return found;
}

function expression(text: string, start: number, block: string, mark: DatedMark): DatedExpression {
  return {
    from: start + mark.from,
    to: start + mark.to,
    block,
    text: text.slice(mark.from, mark.to),
    before: text.slice(Math.max(0, mark.from - CONTEXT_LENGTH), mark.from),
    after: text.slice(mark.to, mark.to + CONTEXT_LENGTH),
    mark,
  };
}

function blockId(textblock: Node, parent: Node | null): string {
  if (textblock.type === nodes.title) return "title";
  return (textblock.type === nodes.lead ? parent : textblock)?.attrs["id"] ?? "";
}

const datedMarksIn: (textblock: Node) => readonly DatedMark[] = perNode((textblock) =>
  toRichText(textblock).marks.filter((mark) => mark.type === "dated"),
);

/** Number of dated expressions inside a node. */
const countDated: (node: Node) => number = perNode((node): number =>
  node.isTextblock
    ? datedMarksIn(node).length
    : node.children.reduce((sum, child) => sum + countDated(child), 0),
);

/** Number of dated expressions inside a node that the drafter still has to decide. */
export const openDatedIn: (node: Node) => number = perNode((node): number =>
  node.isTextblock
    ? datedMarksIn(node).filter((mark) => mark.state === "open").length
    : node.children.reduce((sum, child) => sum + openDatedIn(child), 0),
);
