/** What the editor is given of a suggestion of which only some sentences were picked. */
import type { DatedMark } from "../../core/plan/model.ts";
import type { Suggestion } from "../../core/suggest/suggestion.ts";
import type { InsertableSentence } from "../editor/index.ts";
import type { Sentence } from "./sentences.ts";

/** The sentences joined to one text, with the dated expressions that lie inside them. */
export function pickedSentences(suggestion: Suggestion, sentences: readonly Sentence[]): InsertableSentence {
  const { body, origin } = suggestion.item;
  let text = "";
  const dated: DatedMark[] = [];
  for (const { from, to } of sentences) {
    const shift = text.length - from;
    for (const mark of suggestion.bodyDated) {
      if (mark.from >= from && mark.to <= to)
        dated.push({ ...mark, from: mark.from + shift, to: mark.to + shift });
    }
    text += body.slice(from, to);
  }
  return { text, dated, origin };
}
