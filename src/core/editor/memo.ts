/** Values computed once per document node. */
import type { Node } from "prosemirror-model";

/**
 * `compute` remembered per node, as long as the node lives. Nodes are immutable and a step keeps every node that it
 * does not touch, so after an edit only the nodes on the way to it are computed again. `compute` must depend on nothing
 * but the node: no position, no ordinal.
 */
export function perNode<Value>(compute: (node: Node) => Value): (node: Node) => Value {
  const values = new WeakMap<Node, { readonly value: Value }>();
  return (node) => {
    const known = values.get(node);
    if (known) return known.value;
    const value = compute(node);
    values.set(node, { value });
    return value;
  };
}
