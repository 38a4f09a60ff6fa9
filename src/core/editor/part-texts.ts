/** Texts of the open document with the part that each belongs to. */
import type { Node } from "prosemirror-model";
import type { PartText } from "./cheapest-cuts.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

/** Every paragraph within a part, in document order, with the id of its innermost part. */
export function partTexts(doc: Node): readonly PartText[] {
  const texts: PartText[] = [];
  const visit = (container: Node, block: string) => {
    for (const child of container.children) {
      if (!child.isTextblock) visit(child, isPart(child) ? child.attrs["id"] : block);
      else if (block !== "" && child.content.size > 0) texts.push({ block, text: child.textContent });
    }
  };
  visit(doc, "");
  return texts;
}

function isPart({ type }: Node): boolean {
  return type !== nodes.leadIn && type !== nodes.closing;
}
