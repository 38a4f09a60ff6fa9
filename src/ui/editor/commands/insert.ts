/** Commands that bring in prior-year text with its origin. */
import { closeHistory } from "prosemirror-history";
import { type Command, Selection, type Transaction } from "prosemirror-state";
import {
  type InsertableItem,
  insertLibraryItem,
  markedContent,
  registerSource,
} from "../../../core/editor/insert.ts";
import { toLines } from "../../../core/editor/lines.ts";
import { HEADING_END } from "../../../core/plan/heading.ts";
import type { DatedMark, OriginSource } from "../../../core/plan/model.ts";
import { applyLineEdit, pointAt } from "./edit-lines.ts";

/** Inserts a whole prior-year item: into the empty or just begun item of the caret, else below it. */
export function insertItem(suggestion: InsertableItem): Command {
  return (state, dispatch) => {
    const tr = closeHistory(state.tr);
    const { origin, heading, body } = suggestion.item;
    const text = [heading, body].filter((part) => part !== "").join(HEADING_END);
    const key = withSource(tr, { ...origin, text });
    const lines = toLines(tr.doc);
    const at = pointAt(lines, state.selection.from);
    dispatch?.(applyLineEdit(tr, lines, insertLibraryItem(lines, at, suggestion, key)).scrollIntoView());
    return true;
  };
}

/** A sentence of a prior-year item; the ranges of `dated` are offsets into `text`. */
export interface InsertableSentence {
  readonly text: string;
  readonly dated: readonly DatedMark[];
  readonly origin: OriginSource;
}

/** Inserts a sentence at the caret. */
export function insertSentence({ text, dated, origin }: InsertableSentence): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if (text === "" || !$to.parent.isTextblock) return false;
    const tr = closeHistory(state.tr);
    const key = withSource(tr, { ...origin, text });
    tr.insert($to.pos, markedContent(text.replaceAll("\n", ""), withoutBreaks(text, dated), key));
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map($to.pos)))).scrollIntoView());
    return true;
  };
}

/** A sentence that ran over a line break stands in one paragraph here. */
function withoutBreaks(text: string, dated: readonly DatedMark[]): readonly DatedMark[] {
  const breaksBefore = (offset: number) => text.slice(0, offset).split("\n").length - 1;
  return dated.map((mark) => ({
    ...mark,
    from: mark.from - breaksBefore(mark.from),
    to: mark.to - breaksBefore(mark.to),
  }));
}

function withSource(tr: Transaction, origin: OriginSource): string {
  const known = tr.doc.attrs["sources"];
  const { key, sources } = registerSource(known, origin);
  if (sources !== known) tr.setDocAttribute("sources", sources);
  return key;
}
