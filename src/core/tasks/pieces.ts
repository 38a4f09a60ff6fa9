/** Where a text may be cut into tasks: proposed after a sentence, on demand after any clause. */

export interface Piece {
  /** UTF-16 range in the text; the ranges of all pieces cover it. */
  readonly from: number;
  readonly to: number;
  /** Place of its sentence in the text. */
  readonly sentence: number;
}

const OPENING = "（(《〈“‘【〔「『";
const CLOSING = "）)》〉”’】〕」』";
const SENTENCE_END = "。！？!?\n";
const CLAUSE_END = "；;，,：:";

/**
 * Pieces of a text, none of them empty. Brackets and quotes are not cut inside a sentence; a bracket that stands alone
 * behind a sentence, such as `（责任科室：组干科）`, belongs to it.
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let sentence = 0;
  let depth = 0;
  const cut = (to: number) => {
    if (to > from) pieces.push({ from, to, sentence });
    from = to;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (SENTENCE_END.includes(character)) {
      const end = afterSentence(text, at + 1);
      cut(end);
      at = end - 1;
      sentence += 1;
      depth = 0;
    } else if (depth === 0 && CLAUSE_END.includes(character) && !isInNumber(text, at)) cut(at + 1);
  }
  cut(text.length);
  return pieces;
}

/** A bracket with its text, closed, and nothing but the end of the paragraph behind it. */
const TAIL = /^\s*[（(][^（）()。\n]{2,300}[）)][。；]?(?=\n|$)/;

function afterSentence(text: string, at: number): number {
  let end = at;
  while (end < text.length && (SENTENCE_END + CLOSING).includes(text.charAt(end))) end += 1;
  if (text.charAt(end - 1) === "\n") return end;
  const tail = TAIL.exec(text.slice(end, end + 320));
  if (!tail) return end;
  end += tail[0].length;
  return text.charAt(end) === "\n" ? end + 1 : end;
}

function isInNumber(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
}
