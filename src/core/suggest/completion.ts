/** How a sentence that is being written goes on in a prior-year item. */
import type { DatedMark, OriginSource } from "../plan/model.ts";
import type { Suggestion } from "./suggestion.ts";

/** The rest of a sentence with its dated expressions; ranges are offsets into `text`. */
export interface Completion {
  readonly text: string;
  readonly dated: readonly DatedMark[];
  readonly origin: OriginSource;
}

/** Fewer typed characters begin too many sentences. */
const LEAST_TYPED = 4;
const SENTENCE = /[^。！？；\n]+[。！？；]?/gu;

/** The rest of the first sentence of the suggestions that begins as the typed one does; undefined where none does. */
export function completionOf(
  typed: string,
  suggestions: readonly Pick<Suggestion, "item" | "bodyDated">[],
): Completion | undefined {
  const begun = /[^。！？；\n]*$/u.exec(typed)?.[0].trimStart() ?? "";
  if (begun.length < LEAST_TYPED) return undefined;
  for (const { item, bodyDated } of suggestions)
    for (const match of item.body.matchAll(SENTENCE)) {
      const lead = match[0].length - match[0].trimStart().length;
      const sentence = match[0].trimStart();
      if (!sentence.startsWith(begun) || sentence.length === begun.length) continue;
      const from = match.index + lead + begun.length;
      const to = match.index + match[0].length;
      // A date begun by hand would be finished as it was in the source, and not be marked.
      if (bodyDated.some((mark) => mark.from < from && from < mark.to)) continue;
      const dated = bodyDated
        .filter((mark) => mark.from >= from && mark.to <= to)
        .map((mark) => ({ ...mark, from: mark.from - from, to: mark.to - from }));
      return { text: item.body.slice(from, to), dated, origin: item.origin };
    }
  return undefined;
}
