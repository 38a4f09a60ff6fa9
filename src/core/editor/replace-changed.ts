/** Turns a document into another one by the smallest replacement of whole nodes. */
import { Fragment, type Node, Slice } from "prosemirror-model";
import { ReplaceStep, type Transform } from "prosemirror-transform";

/**
 * Makes the document of `transform` equal to `next`, which has the same attributes, in at most one step. What stands
 * before and after the change stays untouched, so decorations, marks and other people's positions there survive.
 */
export function replaceChanged(transform: Transform, next: Node): void {
  replaceInside(transform, transform.doc, next, 0);
}

/** `start`: position of the first child of `old`. */
function replaceInside(transform: Transform, old: Node, next: Node, start: number): void {
  const shorter = Math.min(old.childCount, next.childCount);
  let head = 0;
  while (head < shorter && old.child(head).eq(next.child(head))) head += 1;
  let tail = 0;
  while (tail < shorter - head && sameFromEnd(old, next, tail)) tail += 1;
  const from = start + sizeOf(old.children.slice(0, head));
  const changed = old.children.slice(head, old.childCount - tail);
  const replacement = next.children.slice(head, next.childCount - tail);
  if (changed.length === 0 && replacement.length === 0) return;
  const [only] = changed;
  const [instead] = replacement;
  if (changed.length === 1 && replacement.length === 1 && only && instead && mayDescend(only, instead)) {
    replaceInside(transform, only, instead, from + 1);
    return;
  }
  const slice = new Slice(Fragment.fromArray([...replacement]), 0, 0);
  transform.step(new ReplaceStep(from, from + sizeOf(changed), slice));
}

function sameFromEnd(old: Node, next: Node, tail: number): boolean {
  return old.child(old.childCount - 1 - tail).eq(next.child(next.childCount - 1 - tail));
}

function mayDescend(old: Node, next: Node): boolean {
  return !old.isText && !next.isText && old.sameMarkup(next);
}

function sizeOf(children: readonly Node[]): number {
  return children.reduce((sum, child) => sum + child.nodeSize, 0);
}
