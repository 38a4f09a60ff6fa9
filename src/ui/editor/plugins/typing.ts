/**
 * Input that does not come as a key of our table: text typed or composed over several paragraphs, and what menus,
 * handwriting and speech input ask the browser for. Left to itself the browser would rebuild the paragraphs.
 */
import { redo, undo } from "prosemirror-history";
import { type Command, Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import {
  deleteSelectedText,
  deleteSelectionAcrossLines,
  isAcrossLines,
  pressEnter,
  pressShiftEnter,
} from "../commands/structure.ts";

const INSTEAD_OF_BROWSER: Readonly<Record<string, Command>> = {
  historyUndo: undo,
  historyRedo: redo,
  insertParagraph: pressEnter,
  insertLineBreak: pressShiftEnter,
};

export function typingPlugin(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => typeOverSelection(view, text),
      handleDOMEvents: {
        beforeinput: (view, event) => {
          if (view.composing || !view.editable || !handleInput(view, event)) return false;
          event.preventDefault();
          return true;
        },
        compositionstart: (view) => {
          if (view.editable) deleteSelectionAcrossLines(view.state, view.dispatch);
          return false;
        },
      },
    },
  });
}

function handleInput(view: EditorView, { inputType, data }: InputEvent): boolean {
  const command = INSTEAD_OF_BROWSER[inputType];
  if (command) {
    command(view.state, view.dispatch, view);
    return true;
  }
  // A plan has no fonts of its own.
  if (inputType.startsWith("format")) return true;
  if (inputType.startsWith("delete")) return deleteSelectionAcrossLines(view.state, view.dispatch);
  return data !== null && inputType === "insertText" && typeOverSelection(view, data);
}

/** Removes a selection of several paragraphs as Delete would, and puts the text there. */
function typeOverSelection(view: EditorView, text: string): boolean {
  if (!isAcrossLines(view.state.selection)) return false;
  return deleteSelectedText(view.state, (tr) => view.dispatch(tr.insertText(text)));
}
