/** Shows the ordinals as `data-no` of the paragraph that carries them; `paper.css` prints them before its text. */
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { numberedBlocks } from "../../../core/editor/numbers.ts";
import { changesShape } from "./changes.ts";

const key = new PluginKey<DecorationSet>("numbering");

/** Ordinals follow the position: while only text changes they are moved along, when the shape changes they are made anew. */
export function numberingPlugin(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => ordinals(state),
      apply: (tr, shown, _before, state) => {
        if (!tr.docChanged) return shown;
        return changesShape(tr) ? ordinals(state) : shown.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function ordinals(state: EditorState): DecorationSet {
  return DecorationSet.create(
    state.doc,
    numberedBlocks(state.doc).map(({ position, textblock, label }) =>
      Decoration.node(position, position + textblock.nodeSize, {
        "data-no": label,
        style: `--ordinal: ${widthInCharacters(label)}em`,
      }),
    ),
  );
}

/** Width of an ordinal, where a figure or a full stop is half a character: the prompt of an empty paragraph begins behind it. */
function widthInCharacters(label: string): number {
  return [...label].reduce((sum, character) => sum + (character <= "~" ? 0.5 : 1), 0);
}
