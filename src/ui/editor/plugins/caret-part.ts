/**
 * Marks the parts around the caret, which are always laid out.
 *
 * Chromium puts the first letter of a composition into the wrong paragraph where the caret stands in an empty one inside
 * two nested elements with `content-visibility: auto`, even while both are on screen. Elsewhere nothing is lost by it.
 */
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { planSchema } from "../../../core/editor/schema.ts";

const { nodes } = planSchema;

export function caretPartPlugin(): Plugin {
  return new Plugin({
    props: { decorations: (state) => DecorationSet.create(state.doc, partsAroundSelection(state)) },
  });
}

function partsAroundSelection({ selection }: EditorState): Decoration[] {
  const parts = new Map<number, number>();
  for (const $end of [selection.$anchor, selection.$head])
    for (let depth = 1; depth <= $end.depth; depth += 1)
      if (isPart($end.node(depth))) parts.set($end.before(depth), $end.after(depth));
  return [...parts].map(([from, to]) => Decoration.node(from, to, { class: "plan-caret" }));
}

function isPart({ type }: Node): boolean {
  return type === nodes.section || type === nodes.subsection || type === nodes.item;
}
