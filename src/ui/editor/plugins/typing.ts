/** Text typed, or composed by an input method, over a selection of several paragraphs. */
import { Plugin } from "prosemirror-state";
import { deleteSelectedText, deleteSelectionAcrossLines, isAcrossLines } from "../commands/structure.ts";

/** Removes such a selection as Delete would, before the text goes in. */
export function typingPlugin(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => {
        if (!isAcrossLines(view.state.selection)) return false;
        return deleteSelectedText(view.state, (tr) => view.dispatch(tr.insertText(text)));
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          deleteSelectionAcrossLines(view.state, view.dispatch);
          return false;
        },
      },
    },
  });
}
