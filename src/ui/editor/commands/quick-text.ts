/** Signs that a pinyin keyboard hides, around the selection or at the caret, and numbers in the other way of writing. */
import { closeHistory } from "prosemirror-history";
import { type Command, TextSelection } from "prosemirror-state";
import { numberInWords, valueOfWords } from "../../../core/text/number-words.ts";

/** Puts a pair of signs around the selection, or at the caret with the caret between them. */
export function surround(opening: string, closing: string): Command {
  return (state, dispatch) => {
    const { $from, $to, from, to } = state.selection;
    if (!$from.parent.isTextblock || !$from.sameParent($to)) return false;
    const tr = closeHistory(state.tr).insertText(closing, to).insertText(opening, from);
    const start = from + opening.length;
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, start, start + to - from)).scrollIntoView());
    return true;
  };
}

/** Writes text in the place of the selection; line breaks become spaces, as a paragraph holds none. */
export function insertText(text: string): Command {
  return (state, dispatch) => {
    const { $from, $to, from, to } = state.selection;
    if (!$from.parent.isTextblock || !$from.sameParent($to)) return false;
    dispatch?.(
      closeHistory(state.tr)
        .insertText(text.replaceAll(/\s*\n\s*/g, " "), from, to)
        .scrollIntoView(),
    );
    return true;
  };
}

/** Not the digits on one side of a decimal point alone. */
const NUMBER = /(?<!\d|\d\.)\d+(?!\d|\.\d)|[零〇一二两三四五六七八九十百千万亿]+/g;

/** Writes the number at the caret the other way, e.g. 12 → 十二, 三千 → 3000, 30000 → 三万. */
export const convertNumber: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.parent.isTextblock || !$from.sameParent($to)) return false;
  const text = $from.parent.textContent;
  const [start, end] = [$from.parentOffset, $to.parentOffset];
  const found = [...text.matchAll(NUMBER)].find(
    (match) => match.index <= start && end <= match.index + match[0].length,
  );
  const other = found && otherWay(found[0]);
  if (!found || other === undefined) return false;
  const from = $from.start() + found.index;
  const tr = closeHistory(state.tr).insertText(other, from, from + found[0].length);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from + other.length)).scrollIntoView());
  return true;
};

function otherWay(number: string): string | undefined {
  return /^\d+$/.test(number) ? numberInWords(Number(number)) : valueOfWords(number)?.toString();
}
