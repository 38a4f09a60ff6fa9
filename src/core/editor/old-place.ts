/** Where something of an earlier state of a plan belongs in the plan as it is now. */
import type { Node } from "prosemirror-model";
import { findBlock } from "./blocks.ts";

/** A node and where to put it. */
export interface OldPlace {
  readonly position: number;
  /** The block itself, or the heading above it with the block alone where that heading is gone too. */
  readonly node: Node;
}

/**
 * The place of a block of `old` in `doc`, where it does not stand: beside the nearest neighbour that it had and that is
 * still there, the one before it first. Undefined where the place does not take it.
 */
export function oldPlaceOf(old: Node, doc: Node, id: string, node?: Node): OldPlace | undefined {
  const found = findBlock(old, id);
  if (!found) return undefined;
  const { parent, index } = holderOf(old, found.position);
  const block = node ?? found.node;
  if (parent === old) return placed({ holder: doc, start: 0 }, parent, index, block);
  const parentId: unknown = parent.attrs["id"];
  if (typeof parentId !== "string") return undefined;
  const holder = findBlock(doc, parentId);
  // A heading that is gone comes back with what is restored under it, and the next block finds it again.
  if (!holder) return oldPlaceOf(old, doc, parentId, headingAround(parent, block, index));
  return placed({ holder: holder.node, start: holder.position + 1 }, parent, index, block);
}

function holderOf(old: Node, position: number) {
  const $place = old.resolve(position);
  return { parent: $place.parent, index: $place.index() };
}

/** A heading with its own paragraphs and this one of its points. */
function headingAround(heading: Node, block: Node, index: number): Node {
  const content: Node[] = [];
  heading.forEach((child, _offset, at) => {
    if (at === index) content.push(block);
    else if (OWN.has(child.type.name)) content.push(child);
  });
  return heading.type.create(heading.attrs, content);
}

/** What belongs to a heading itself; the rest are points that come back one by one. */
const OWN: ReadonlySet<string> = new Set(["lead", "paragraph", "closing"]);

function placed(
  { holder, start }: { readonly holder: Node; readonly start: number },
  parent: Node,
  index: number,
  node: Node,
): OldPlace | undefined {
  const at = besideNeighbours(holder, parent, index) ?? firstThatTakes(holder, node);
  if (at === undefined || !holder.canReplaceWith(at, at, node.type)) return undefined;
  let position = start;
  for (let before = 0; before < at; before += 1) position += holder.child(before).nodeSize;
  return { position, node };
}

function besideNeighbours(holder: Node, parent: Node, index: number): number | undefined {
  const here = new Map<unknown, number>();
  holder.forEach((child, _offset, at) => {
    here.set(child.attrs["id"], at);
  });
  const hereOf = (at: number) => {
    const id: unknown = parent.child(at).attrs["id"];
    return id === undefined ? undefined : here.get(id);
  };
  for (let before = index - 1; before >= 0; before -= 1) {
    const at = hereOf(before);
    if (at !== undefined) return at + 1;
  }
  for (let behind = index + 1; behind < parent.childCount; behind += 1) {
    const at = hereOf(behind);
    if (at !== undefined) return at;
  }
  return undefined;
}

function firstThatTakes(holder: Node, { type }: Node): number | undefined {
  for (let at = 0; at <= holder.childCount; at += 1) {
    if (holder.canReplaceWith(at, at, type)) return at;
  }
  return undefined;
}
