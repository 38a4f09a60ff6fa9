/** Lines that come in by paste or drop, as one step of undo. */
import { closeHistory } from "prosemirror-history";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { eraseRange } from "../../../core/editor/erase.ts";
import { fromLines } from "../../../core/editor/from-lines.ts";
import { insertLines } from "../../../core/editor/insert.ts";
import { insertWholeParts } from "../../../core/editor/insert-parts.ts";
import { type LineEdit, type LinePoint, splitLine } from "../../../core/editor/line-edit.ts";
import { isHeading, type PlanLine, toLines } from "../../../core/editor/lines.ts";
import { type PastedLines, parseCopiedLines } from "../clipboard/plan-clipboard.ts";
import { sourceOfText, structuredLines } from "../clipboard/structured-lines.ts";
import { exceedsTextLimit } from "../plugins/text-limit.ts";
import { applyLineEdit, lineSelection } from "./edit-lines.ts";

/** More lines than any plan has. */
export const MAX_PASTED_PARAGRAPHS = 20_000;

/**
 * The paste at the selection; undefined where a paragraph would become too long. `asParts`: a paragraph is cut in two where
 * the caret stands inside it.
 */
export function pasteInto(state: EditorState, pasted: PastedLines, asParts = false): Transaction | undefined {
  const lines = toLines(state.doc);
  const { from, to } = lineSelection(state, lines);
  if (state.selection.empty) return pasteAt(state, lines, from, pasted, asParts);
  const erased = eraseRange(lines, from, to);
  // As the document has them: what is erased leaves wishes.
  return erased && pasteAt(state, toLines(fromLines(state.doc, erased.lines)), erased.caret, pasted, asParts);
}

/**
 * Pastes whole parts below the part with this id, as at the end of its heading: of a plan, or text with numbers from another
 * program; not for anything else.
 */
export function pasteBelow(id: string, data: DataTransfer): Command {
  return (state, dispatch) => {
    const pasted = parseCopiedLines(data, state) ?? numberedText(data, state);
    const lines = toLines(state.doc);
    const line = lines.findIndex((each) => isHeading(each) && each.attributes["id"] === id);
    const caret = { line, offset: lines[line]?.content.size ?? 0 };
    if (!pasted?.whole || line < 0 || pasted.lines.length > MAX_PASTED_PARAGRAPHS) return false;
    const tr = pasteAt(state, lines, caret, pasted, false);
    if (tr) dispatch?.(tr);
    return tr !== undefined;
  };
}

/** Text that is written like a plan from its first line on. */
function numberedText(data: DataTransfer, { doc }: EditorState): PastedLines | undefined {
  const structured = structuredLines(sourceOfText(data.getData("text/plain")), false);
  const [first] = structured?.lines ?? [];
  if (!structured || !first || !isHeading(first)) return undefined;
  return { lines: structured.lines, whole: true, sources: doc.attrs["sources"] };
}

/** Lines put in at a point of others: whole parts beside others, text where the point is. */
export function insertCopied(
  lines: readonly PlanLine[],
  at: LinePoint,
  { lines: copied, whole }: Pick<PastedLines, "lines" | "whole">,
): LineEdit | undefined {
  return whole ? insertWholeParts(lines, at, copied) : insertLines(lines, at, copied);
}

function pasteAt(
  state: EditorState,
  lines: readonly PlanLine[],
  caret: LinePoint,
  pasted: PastedLines,
  asParts: boolean,
): Transaction | undefined {
  const place = asParts && !pasted.whole ? betweenParts({ lines, caret }) : { lines, caret };
  const edit = insertCopied(place.lines, place.caret, pasted);
  const tr = closeHistory(state.tr);
  if (pasted.sources !== tr.doc.attrs["sources"]) tr.setDocAttribute("sources", pasted.sources);
  if (!edit || exceedsTextLimit(applyLineEdit(tr, lines, edit))) return undefined;
  return tr.scrollIntoView().setMeta("uiEvent", "paste");
}

/** The edit with the caret where parts can begin: a paragraph is cut in two where the caret stands inside it. */
function betweenParts(edit: LineEdit): LineEdit {
  const { lines, caret } = edit;
  const line = lines[caret.line];
  if (!line || caret.line === 0 || caret.offset === line.content.size) return edit;
  if (caret.offset > 0) return { lines: splitLine(lines, caret, "paragraph"), caret };
  const before = caret.line - 1;
  return { lines, caret: { line: before, offset: lines[before]?.content.size ?? 0 } };
}
