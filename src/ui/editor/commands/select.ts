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

/**
 * Puts the caret where a line of print begins, in the block that it prints. Ordinals are printed and not in the text, so
 * the line is looked for by its characters; where it is not found, the caret goes to the start of the block.
 */
export function selectPrinted(id: string, line: string): Command {
  return (state, dispatch, view) => {
    const position = printedPosition(state.doc, id, line) ?? textStartOf(state.doc, id);
    if (position === undefined) return false;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, position)).scrollIntoView());
    if (dispatch && view) showInTheMiddle(view, position);
    return true;
  };
}

/** Characters of a line by which it is looked for, and how many an ordinal in front of them may have. */
const SEARCHED = 10;
const LONGEST_ORDINAL = 6;

function printedPosition(doc: Node, id: string, line: string): number | undefined {
  const found = findBlock(doc, id);
  if (!found) return undefined;
  for (let start = 0; start <= Math.min(LONGEST_ORDINAL, line.length - 1); start += 1) {
    const wanted = line.slice(start, start + SEARCHED);
    let position: number | undefined;
    const look = (node: Node, at: number) => {
      const index = node.isTextblock ? node.textContent.indexOf(wanted) : -1;
      if (index >= 0) position ??= at + 1 + index;
    };
    look(found.node, found.position);
    found.node.descendants((node, offset) => look(node, found.position + 1 + offset));
    if (position !== undefined) return position;
  }
  return undefined;
}

/** Position at which the text of a block starts: of a part, its lead. */
export function textStartOf(doc: Node, id: string): number | undefined {
  const found = findBlock(doc, id);
  return found && found.position + (found.node.isTextblock ? 1 : 2);
}

/** Twice: the first time makes the parts on the way real, which corrects their estimated heights. */
export function showInTheMiddle(view: EditorView, position: number): void {
  const { node } = view.domAtPos(position);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: "center" });
  element?.scrollIntoView({ block: "center" });
}
