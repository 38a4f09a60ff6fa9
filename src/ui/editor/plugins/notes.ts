/** Shows in the margin which parts have notes that are still open: `data-notes` of the part, with their number. */
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { ItemNotes } from "../../../core/plan/item-notes.ts";
import { changesShape } from "./changes.ts";

const key = new PluginKey<DecorationSet>("notes");

/** Made anew when notes or the shape of the plan change, else moved along, so that typing costs nothing. */
export function notesPlugin(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => marginMarks(state),
      apply: (tr, shown, before, state) => {
        if (!tr.docChanged) return shown;
        const same = before.doc.attrs["itemNotes"] === state.doc.attrs["itemNotes"];
        return same && !changesShape(tr) ? shown.map(tr.mapping, tr.doc) : marginMarks(state);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function marginMarks({ doc }: EditorState): DecorationSet {
  const notes: ItemNotes = doc.attrs["itemNotes"] ?? [];
  const open = Map.groupBy(
    notes.filter(({ resolved }) => !resolved),
    ({ block }) => block,
  );
  if (open.size === 0) return DecorationSet.empty;
  const marks: Decoration[] = [];
  doc.descendants((node, position) => {
    const count = open.get(node.attrs["id"])?.length;
    if (count !== undefined)
      marks.push(Decoration.node(position, position + node.nodeSize, { "data-notes": String(count) }));
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, marks);
}
