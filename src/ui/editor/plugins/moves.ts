/** What was moved last, for those who hear the page: moving shows nothing but that the text stands elsewhere. */
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";

/** Parts that the last change moved, or gave another level. */
export interface Move {
  /** Id of the first of them. */
  readonly id: string;
  readonly count: number;
}

const key = new PluginKey<Move | undefined>("moves");

export function movesPlugin(): Plugin<Move | undefined> {
  return new Plugin<Move | undefined>({
    key,
    state: {
      init: () => undefined,
      apply: (tr, last, _before, state) => {
        const count: number | undefined = tr.getMeta(key);
        if (count !== undefined) return moveAt(state, count);
        return tr.docChanged ? undefined : last;
      },
    },
  });
}

/** The transaction as a move of so many parts; its selection is in the first. */
export function asMove(tr: Transaction, count: number): Transaction {
  return tr.setMeta(key, count);
}

/** Undefined where the last change was none. */
export function lastMove(state: EditorState): Move | undefined {
  return key.getState(state);
}

function moveAt({ selection: { $from } }: EditorState, count: number): Move | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const id: unknown = $from.node(depth).attrs["id"];
    if (typeof id === "string") return { id, count };
  }
  return undefined;
}
