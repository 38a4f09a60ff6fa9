/** Finding blocks by id. */
import type { Node } from "prosemirror-model";

export interface FoundBlock {
  readonly node: Node;
  /** Position before the node. */
  readonly position: number;
}

/** The section, subsection, item, paragraph or clause with this id. */
export function findBlock(doc: Node, id: string): FoundBlock | undefined {
  let found: FoundBlock | undefined;
  doc.descendants((node, position) => {
    if (found) return false;
    if (node.attrs["id"] === id) found = { node, position };
    return !node.isTextblock;
  });
  return found;
}
