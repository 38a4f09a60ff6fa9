/** Where a text may be cut into tasks: proposed after a sentence, on demand after any clause. */

import { unitLinesIn, unitTailIn } from "./unit-tails.ts";

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
 * behind a sentence belongs to it where it names units, `（责任科室：组干科）`, or ends the paragraph, and so do lines of units
 * below it; lines of units above the first sentence belong to that.
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let sentence = 0;
  let depth = 0;
  const lines = new Map(unitLinesIn(text).map((found) => [found.from, found.to]));
  const cut = (to: number) => {
    if (to > from) pieces.push({ from, to, sentence });
    from = to;
  };
  for (let at = lines.get(0) ?? 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (SENTENCE_END.includes(character)) {
      const end = afterUnitLines(text, afterSentence(text, at + 1), lines);
      cut(end);
      at = end - 1;
      sentence += 1;
      depth = 0;
    } else if (depth === 0 && CLAUSE_END.includes(character) && !isInNumber(text, at)) cut(at + 1);
  }
  cut(text.length);
  return pieces;
}

/** A closed bracket with its text. */
const BRACKET = /^\s*[（(〔【](?:[^（）()〔〕【】。\n]|[（(][^（）()\n]{0,40}[）)]){2,300}[）)〕】][。；]?/;
const LONGEST_BRACKET = 320;

function afterSentence(text: string, at: number): number {
  let end = at;
  while (end < text.length && (SENTENCE_END + CLOSING).includes(text.charAt(end))) end += 1;
  if (text.charAt(end - 1) === "\n") return end;
  const tail = BRACKET.exec(text.slice(end, end + LONGEST_BRACKET))?.[0] ?? "";
  const isLast = end + tail.length === text.length || text.charAt(end + tail.length) === "\n";
  if (tail === "" || !(isLast || unitTailIn(tail))) return end;
  end += tail.length;
  return text.charAt(end) === "\n" ? end + 1 : end;
}

/** `lines` holds ends of lines of units by the line break before them, which the end of the sentence may have taken. */
function afterUnitLines(text: string, end: number, lines: ReadonlyMap<number, number>): number {
  const to = lines.get(text.charAt(end - 1) === "\n" ? end - 1 : end);
  if (to === undefined) return end;
  return text.charAt(to) === "\n" ? to + 1 : to;
}

function isInNumber(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
}
