/** 待核实: marking text that somebody must verify, and going from one such place to the next. */
import { closeHistory } from "prosemirror-history";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { type PendingPlace, pendingPlaces } from "../../../core/editor/pending.ts";
import { planSchema } from "../../../core/editor/schema.ts";

/** Marks that end the piece of a sentence around a caret. */
const PIECE_ENDS = "，。；：、！？\n";

/**
 * Marks the selected text, or the piece of a sentence around the caret; takes the mark away where all of it has one
 * already.
 */
export const togglePending: Command = (state, dispatch) => {
  const { from, to } = pendingRange(state);
  if (from >= to) return false;
  const mark = planSchema.marks.pending;
  const tr = closeHistory(state.tr);
  if (isMarked(state, from, to)) tr.removeMark(from, to, mark);
  else tr.addMark(from, to, mark.create());
  dispatch?.(tr);
  return true;
};

/** Takes the mark away from a place of the document `state.doc`. */
export function settlePending({ from, to }: Pick<PendingPlace, "from" | "to">): Command {
  return (state, dispatch) => {
    if (to > state.doc.content.size || !isMarked(state, from, to)) return false;
    dispatch?.(closeHistory(state.tr).removeMark(from, to, planSchema.marks.pending));
    return true;
  };
}

/** Selects the next place behind the selection, from the end on from the start. */
export const nextPending: Command = selectPlace(
  (places, { from }) => places.find((place) => place.from > from) ?? places[0],
);
/** Selects the place before the selection, from the start on from the end. */
export const previousPending: Command = selectPlace(
  (places, { from }) => places.findLast((place) => place.from < from) ?? places.at(-1),
);

function selectPlace(
  choose: (places: readonly PendingPlace[], selection: { readonly from: number }) => PendingPlace | undefined,
): Command {
  return (state, dispatch) => {
    const chosen = choose(pendingPlaces(state.doc), state.selection);
    if (!chosen) return false;
    dispatch?.(
      state.tr.setSelection(TextSelection.create(state.doc, chosen.from, chosen.to)).scrollIntoView(),
    );
    return true;
  };
}

function pendingRange(state: EditorState): { readonly from: number; readonly to: number } {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return { from, to };
  const place = pendingPlaces(state.doc).find(
    (each) => each.kind === "marked" && each.from <= from && from <= each.to,
  );
  if (place) return place;
  const text = $from.parent.textContent;
  const offset = $from.parentOffset;
  const isEnd = (index: number) => PIECE_ENDS.includes(text.charAt(index));
  let start = offset;
  while (start > 0 && !isEnd(start - 1)) start -= 1;
  let end = offset;
  while (end < text.length && !isEnd(end)) end += 1;
  return { from: $from.start() + start, to: $from.start() + end };
}

function isMarked(state: EditorState, from: number, to: number): boolean {
  let all = true;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isText && !planSchema.marks.pending.isInSet(node.marks)) all = false;
  });
  return all;
}
