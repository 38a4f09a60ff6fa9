/** Selected text that is dragged to another place of the same plan. */
import { closeHistory } from "prosemirror-history";
import type { EditorState, Transaction } from "prosemirror-state";
import { eraseRange } from "../../../core/editor/erase.ts";
import { fromLines } from "../../../core/editor/from-lines.ts";
import { dropLines, type LineEdit, type LinePoint } from "../../../core/editor/line-edit.ts";
import { type PlanLine, toLines } from "../../../core/editor/lines.ts";
import type { PastedLines } from "../clipboard/plan-clipboard.ts";
import { exceedsTextLimit } from "../plugins/text-limit.ts";
import { applyLineEdit, type LineSelection, lineSelection, pointAt } from "./edit-lines.ts";
import { insertCopied } from "./paste-lines.ts";

/**
 * Moves the selection, of which `copied` is the copy, to a position, as cutting and pasting would; undefined inside the
 * selection, and where a paragraph would become too long.
 */
export function moveSelected(
  state: EditorState,
  copied: PastedLines,
  position: number,
): Transaction | undefined {
  const lines = toLines(state.doc);
  const selection = lineSelection(state, lines);
  const target = pointAt(lines, position);
  const isOutside = isBefore(target, selection.from) || isBefore(selection.to, target);
  const erased = isOutside ? erase(lines, selection, copied) : undefined;
  if (!erased) return undefined;
  const left = toLines(fromLines(state.doc, erased.lines));
  const at = pointAfter(lines, left, selection, target);
  const tr = closeHistory(state.tr);
  const edit = insertCopied(left, at, copied);
  if (!edit || exceedsTextLimit(applyLineEdit(tr, lines, edit))) return undefined;
  return tr.scrollIntoView().setMeta("uiEvent", "drop");
}

/** Whole parts go without leaving the line that their first heading stood in. */
function erase(
  lines: readonly PlanLine[],
  { from, to }: LineSelection,
  { lines: copied, whole }: PastedLines,
): LineEdit | undefined {
  if (whole) return { lines: dropLines(lines, from.line, from.line + copied.length), caret: from };
  return eraseRange(lines, from, to);
}

/** Where a point outside the selection is when that is gone. */
function pointAfter(
  lines: readonly PlanLine[],
  left: readonly PlanLine[],
  { from, to }: LineSelection,
  target: LinePoint,
): LinePoint {
  if (isBefore(target, from)) return target;
  if (target.line > to.line)
    return { line: target.line - (lines.length - left.length), offset: target.offset };
  // In what is left of the last line: joined to the first, but never to the title.
  const isJoined = from.line === to.line || lines[from.line]?.kind !== "title";
  const line = Math.min(from.line + (isJoined ? 0 : 1), left.length - 1);
  const offset = target.offset - to.offset + (isJoined ? from.offset : 0);
  return { line, offset: Math.min(offset, left[line]?.content.size ?? 0) };
}

function isBefore(one: LinePoint, other: LinePoint): boolean {
  return one.line < other.line || (one.line === other.line && one.offset < other.offset);
}
