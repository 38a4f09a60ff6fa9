/** Brings the page up to a new state. */
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/**
 * `view.updateState`, without drawing all of the text anew where form data have changed. They are attributes of the
 * document, and the library takes a document with other attributes for another document; nothing on the page shows them.
 */
export function updatePage(view: EditorView, state: EditorState): void {
  const shown = shownDocument(view);
  if (shown && shown.node.attrs !== state.doc.attrs) shown.node = state.doc.copy(shown.node.content);
  view.updateState(state);
}

/** What the view remembers to have drawn: no part of its typed interface. Undefined where a version has it elsewhere. */
function shownDocument(view: EditorView): { node: Node } | undefined {
  const { docView } = view as unknown as { readonly docView?: { node?: Node } | null };
  return docView?.node ? (docView as { node: Node }) : undefined;
}
