/** Commands of finding and replacing. They apply only to the very document that was searched. */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, TextSelection } from "prosemirror-state";
import type { FoundText } from "../../core/find/find-text.ts";
import { replaceText } from "../../core/find/replace-text.ts";

/** Replaces matches of `doc` in one step of undo. Does not apply when the text has changed since it was searched. */
export function replaceFound(doc: Node, found: readonly FoundText[], replacement: string): Command {
  return (state, dispatch) => {
    if (state.doc !== doc || found.length === 0) return false;
    dispatch?.(replaceText(closeHistory(state.tr), found, replacement));
    return true;
  };
}

/** Selects a match of `doc` and shows it. */
export function selectFound(doc: Node, { from, to }: FoundText): Command {
  return (state, dispatch) => {
    if (state.doc !== doc) return false;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
    return true;
  };
}
