/** 字数 as WPS and Word count it. */
import type { Node } from "prosemirror-model";
import { perNode } from "./memo.ts";
import { planSchema } from "./schema.ts";

/** A run of ASCII letters, digits and signs counts once; every other visible character counts by itself. */
const COUNTED = /[\x21-\x7e]+|[^\s\x21-\x7e]/gu;

/** 字数 of a text: each Chinese character and full-width sign is one, `2027年` is two, spaces are none. */
export function countCharacters(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}

/** 字数 of everything inside a node. Ordinals count nothing, as automatic numbers do in Word. */
export const charactersIn: (node: Node) => number = perNode((node): number => {
  if (node.isTextblock) return countCharacters(node.textContent);
  return node.children.reduce((sum, child) => sum + charactersIn(child), 0);
});

/** 字数 of the plan against its budget: everything but the title. */
export function characterCount(doc: Node): number {
  return doc.children.reduce(
    (sum, child) => (child.type === planSchema.nodes.title ? sum : sum + charactersIn(child)),
    0,
  );
}
