/** The tree under construction: the same shape as the plan, growing, with what is known of the source. */
import type { HeadingKind } from "../plan/numbering.ts";
import type { Paragraph } from "./clean-lines.ts";

export interface NumberedNode {
  readonly kind: HeadingKind;
  /** Printed number; null where it is lost. */
  readonly number: number | null;
  readonly bare: string | null;
  readonly separator: string;
  readonly source: Paragraph;
  /** Text after the marker; repaired in place by later steps. */
  lead: string;
  /** The lead is body from its first character. */
  plain: boolean;
  readonly body: Paragraph[];
  readonly children: NumberedNode[];
  readonly closing: Paragraph[];
}

export interface NodeTree {
  readonly leadIn: Paragraph[];
  readonly children: NumberedNode[];
  readonly closing: Paragraph[];
}

/** All nodes in document order. */
export function allNodes(nodes: readonly NumberedNode[]): readonly NumberedNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}
