/**
 * Reads the caret off the page before the focus leaves the text.
 *
 * The browser reports a moved caret later than the key that moved it. Whoever takes the focus in between, as a panel
 * does by its key, would later send the caret back to where it was before.
 */
import { Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

export function readCaretPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        blur: (view) => {
          readCaret(view);
          return false;
        },
      },
    },
  });
}

/** Makes the selection that the page shows the selection of the state; nothing while composing or outside the text. */
export function readCaret(view: EditorView): void {
  const { doc, selection, tr } = view.state;
  const shown = document.getSelection();
  if (view.composing || !(selection instanceof TextSelection)) return;
  if (!shown?.anchorNode || !shown.focusNode) return;
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return;
  const anchor = view.posAtDOM(shown.anchorNode, shown.anchorOffset);
  const head = view.posAtDOM(shown.focusNode, shown.focusOffset);
  if (anchor === selection.anchor && head === selection.head) return;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
}
