/** Ranges of a text replaced, with its marks kept in place. */
import type { RichText, TextMark } from "../plan/model.ts";

/** The characters from `from` to `to` (UTF-16 offsets into the text as it was) become `text`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface EditedText {
  readonly rich: RichText;
  /** Where each edit stands in the new text. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
}

/** The text with edits done, which must be in order and apart. A mark that shrinks to nothing is left out. */
export function editText(rich: RichText, edits: readonly TextEdit[]): EditedText {
  if (edits.length === 0) return { rich, places: [] };
  let text = "";
  let end = 0;
  const places = edits.map((edit) => {
    text += rich.text.slice(end, edit.from);
    const from = text.length;
    text += edit.text;
    end = edit.to;
    return { from, to: text.length };
  });
  text += rich.text.slice(end);
  const newPlace = (place: number): number => {
    const index = edits.findLastIndex((edit) => edit.from <= place);
    const edit = edits[index];
    const now = places[index];
    if (!edit || !now) return place;
    return place >= edit.to ? now.to + place - edit.to : Math.min(now.from + place - edit.from, now.to);
  };
  const marks = rich.marks.flatMap((mark): readonly TextMark[] => {
    const from = newPlace(mark.from);
    const to = newPlace(mark.to);
    return from < to ? [{ ...mark, from, to }] : [];
  });
  return { rich: { text, marks }, places };
}
