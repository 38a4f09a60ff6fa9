/** Commands on parts named by their ids, wherever the caret stands: of the outline, and of the handle beside the text. */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import type { LineEdit } from "../../../core/editor/line-edit.ts";
import { toLines } from "../../../core/editor/lines.ts";
import {
  demoteParts,
  movePartsDown,
  movePartsUp,
  promoteParts,
  removeParts,
} from "../../../core/editor/many-parts.ts";
import { moveParts, type PartPlace } from "../../../core/editor/part-places.ts";
import { asMove } from "../plugins/moves.ts";
import { applyLineEdit } from "./edit-lines.ts";

type Ids = ReadonlySet<string>;

export const moveManyUp = (ids: Ids): Command => moving(ids, movePartsUp);
export const moveManyDown = (ids: Ids): Command => moving(ids, movePartsDown);
export const promoteMany = (ids: Ids): Command => moving(ids, promoteParts);
export const demoteMany = (ids: Ids): Command => moving(ids, demoteParts);
/** Moves the parts to a place of `partPlaces`. */
export const moveManyTo = (ids: Ids, place: PartPlace): Command =>
  moving(ids, (doc) => moveParts(doc, ids, place));

/** Removes the parts with everything in them. */
export function deleteMany(ids: Ids): Command {
  return editing((doc) => removeParts(doc, ids));
}

function moving(ids: Ids, edit: (doc: Node, ids: Ids) => LineEdit | undefined): Command {
  return editing((doc) => edit(doc, ids), ids.size);
}

/** One step of undo, with the caret in the first of the parts. */
function editing(edit: (doc: Node) => LineEdit | undefined, moved?: number): Command {
  return (state, dispatch) => {
    const result = edit(state.doc);
    if (!result) return false;
    if (!dispatch) return true;
    const tr = applyLineEdit(closeHistory(state.tr), toLines(state.doc), result).scrollIntoView();
    dispatch(moved === undefined ? tr : asMove(tr, moved));
    return true;
  };
}
