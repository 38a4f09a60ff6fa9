/** The sentences of a text, for picking some of them. */

export interface Sentence {
  /** UTF-16 range in the text, closing punctuation and quotes included. */
  readonly from: number;
  readonly to: number;
}

/** Splits after 。！？ and at line breaks; a ； does not end a sentence, its halves lean on each other. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^。！？\n]+(?:[。！？]+[”’）》]*)?/gu)) {
    const lead = match[0].length - match[0].trimStart().length;
    const from = match.index + lead;
    const to = match.index + match[0].trimEnd().length;
    if (to > from) sentences.push({ from, to });
  }
  return sentences;
}
