/** Going to a part of the text. */
import type { Node } from "prosemirror-model";
import { type Command, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { findBlock } from "../../../core/editor/blocks.ts";

/** Puts the caret at the start of the text of a section, subsection, item, paragraph or clause, and shows it. */
export function selectBlock(id: string): Command {
  return (state, dispatch, view) => {
    const position = textStartOf(state.doc, id);
    if (position === undefined) return false;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, position)).scrollIntoView());
    if (dispatch && view) showInTheMiddle(view, position);
    return true;
  };
}

/** Position at which the text of a block starts: of a part, its lead. */
export function textStartOf(doc: Node, id: string): number | undefined {
  const found = findBlock(doc, id);
  return found && found.position + (found.node.isTextblock ? 1 : 2);
}

/** Twice: the first time makes the parts on the way real, which corrects their estimated heights. */
function showInTheMiddle(view: EditorView, position: number): void {
  const { node } = view.domAtPos(position);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: "center" });
  element?.scrollIntoView({ block: "center" });
}
