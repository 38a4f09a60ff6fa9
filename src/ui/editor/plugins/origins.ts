/**
 * Settles the provenance of a paragraph when the caret leaves it: never in the middle of typing, where it would part the
 * text around the caret. The change belongs to the edit before it, and is undone with it.
 */
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { settledSentences } from "../../../core/editor/origins.ts";
import { planSchema } from "../../../core/editor/schema.ts";
import { type ChangedRange, changedRanges, mergedRanges, textblocksIn } from "./changes.ts";

const { origin } = planSchema.marks;
const key = new PluginKey<readonly ChangedRange[]>("origins");
const SETTLED = "settled";

export function originsPlugin(): Plugin<readonly ChangedRange[]> {
  return new Plugin<readonly ChangedRange[]>({
    key,
    state: {
      init: () => [],
      apply: (tr, edited) => {
        if (tr.getMeta(key) === SETTLED) return [];
        if (!tr.docChanged) return edited;
        const moved = edited.map(({ from, to }) => ({
          from: tr.mapping.map(from, -1),
          to: tr.mapping.map(to, 1),
        }));
        return mergedRanges([...moved, ...changedRanges(tr)]);
      },
    },
    appendTransaction: (transactions, _before, state) => {
      const edited = key.getState(state) ?? [];
      if (edited.length === 0 || transactions.some((tr) => tr.getMeta("composition") !== undefined)) return;
      return settled(state, edited);
    },
  });
}

/** Undefined while the caret is still in one of the edited paragraphs. */
function settled(state: EditorState, edited: readonly ChangedRange[]): Transaction | undefined {
  const { doc, selection, tr } = state;
  const own = selection.$head.parent;
  const blocks = textblocksIn(doc, edited);
  if ([...blocks.values()].some(({ node }) => node === own)) return undefined;
  for (const [position, { node }] of blocks)
    for (const { from, to, key: source, reused } of settledSentences(node, doc.attrs["sources"])) {
      const mark = origin.create({ source });
      const start = position + 1;
      if (reused) tr.addMark(start + from, start + to, mark);
      else tr.removeMark(start + from, start + to, mark);
    }
  return tr.setMeta(key, SETTLED);
}
