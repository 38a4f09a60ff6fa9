/** Running text taken apart for the search of names: words that every bureau uses, kinds of units, and the rest. */
import table from "./data/name-words.json" with { type: "json" };

/**
 * `word`: no name holds it. `modifier`: a kind of school or unit (实验). `ordinal`: 第三. `own`: what is in no list, or
 * is known as a name: what a name is made of.
 */
export interface NameToken {
  readonly kind: "word" | "modifier" | "ordinal" | "own";
  readonly from: number;
  readonly to: number;
}

const WORDS = setOf(table.words);
const MODIFIERS = setOf(table.modifiers);
const NAMES = setOf(table.names);
/** Words that names of places end with: 房山区, 新城区, 南湖区, 清新区. */
const ENDS_NAMES: ReadonlySet<string> = new Set(["山区", "城区", "湖区", "新区"]);
const LONGEST = 6;
const ORDINAL = /第[一二三四五六七八九十]{1,3}/uy;

/** Tokens of `text` between two offsets, the longest word first; `known` are names whatever the lists say. */
export function nameTokens(
  text: string,
  from: number,
  to: number,
  known: ReadonlySet<string>,
): readonly NameToken[] {
  const tokens: NameToken[] = [];
  for (let at = from; at < to; ) {
    const token = tokenAt(text, at, to, known);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

/** Whether a common word ends at `to` that begins in front of `from`: 农村 is no 村. */
export function isInsideWord(text: string, from: number, to: number): boolean {
  for (let start = Math.max(0, to - LONGEST); start < from; start += 1) {
    const word = text.slice(start, to);
    if (WORDS.has(word) && !ENDS_NAMES.has(word)) return true;
  }
  return false;
}

function tokenAt(text: string, from: number, end: number, known: ReadonlySet<string>): NameToken {
  ORDINAL.lastIndex = from;
  const [ordinal] = ORDINAL.exec(text) ?? [];
  if (ordinal !== undefined && from + ordinal.length <= end)
    return { kind: "ordinal", from, to: from + ordinal.length };
  for (let to = Math.min(end, from + LONGEST); to > from; to -= 1) {
    const part = text.slice(from, to);
    if (known.has(part) || NAMES.has(part)) return { kind: "own", from, to };
    if (MODIFIERS.has(part)) return { kind: "modifier", from, to };
    if (WORDS.has(part)) return { kind: "word", from, to };
  }
  return { kind: "own", from, to: from + 1 };
}

function setOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
