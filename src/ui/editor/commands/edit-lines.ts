/** Commands made of edits of the list of lines. */
import { closeHistory } from "prosemirror-history";
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { fromLines } from "../../../core/editor/from-lines.ts";
import type { LineEdit, LinePoint } from "../../../core/editor/line-edit.ts";
import { lineAt, type PlacedLine, type PlanLine, toLines } from "../../../core/editor/lines.ts";
import { replaceChanged } from "../../../core/editor/replace-changed.ts";

/** The selection in terms of lines; `from` equals `to` for a caret. */
export interface LineSelection {
  readonly from: LinePoint;
  readonly to: LinePoint;
}

/**
 * A command that edits the lines at the caret, or undefined where it does not apply. An edit that leaves the lines as
 * they are (the identical list) only moves the caret. Each is one step of undo.
 */
export function lineCommand(
  edit: (lines: readonly PlanLine[], selection: LineSelection) => LineEdit | undefined,
): Command {
  return (state, dispatch) => {
    const lines = toLines(state.doc);
    const result = edit(lines, lineSelection(state, lines));
    if (!result) return false;
    dispatch?.(applyLineEdit(closeHistory(state.tr), lines, result).scrollIntoView());
    return true;
  };
}

/** Writes an edit of the lines of `tr.doc` into the transaction. */
export function applyLineEdit(tr: Transaction, lines: readonly PlanLine[], edit: LineEdit): Transaction {
  if (edit.lines !== lines) replaceChanged(tr, fromLines(tr.doc, edit.lines));
  return tr.setSelection(TextSelection.create(tr.doc, positionOf(toLines(tr.doc), edit.caret)));
}

export function lineSelection(state: EditorState, lines: readonly PlacedLine[]): LineSelection {
  const { from, to } = state.selection;
  return { from: pointAt(lines, from), to: pointAt(lines, to) };
}

/** Line and offset of a position; a position between two lines is the end of the first. */
export function pointAt(lines: readonly PlacedLine[], position: number): LinePoint {
  const line = lineAt(lines, position);
  const { start = 0, content } = lines[line] ?? {};
  return { line, offset: Math.min(Math.max(0, position - start), content?.size ?? 0) };
}

function positionOf(lines: readonly PlacedLine[], { line, offset }: LinePoint): number {
  const { start = 1, content } = lines[Math.min(line, lines.length - 1)] ?? {};
  return start + Math.min(offset, content?.size ?? 0);
}
