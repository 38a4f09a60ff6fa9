/**
 * Character grams of a text: overlapping pairs of Han characters, Latin words and numbers whole.
 *
 * A gram is one unsigned 32-bit number, so that an index needs no strings: a pair is `first << 16 | second`, a
 * single character `0 << 16 | character`, and a Latin run a hash in the range whose upper half is private use.
 * Two Latin runs may share a number; that costs a little precision and nothing else.
 */
const LATIN_BASE = 0xe000_0000;
const LATIN_SPAN = 0x1900_0000;
const FNV_OFFSET = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;

/** The form in which texts are compared: compatibility characters folded (NFKC), lower case. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Gram of two characters, given as UTF-16 units. */
export function pairKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** Whether a UTF-16 unit belongs to a Han character; both halves of a rare character count. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit === 0x3007 ||
    (unit >= 0xd840 && unit <= 0xd8ff) ||
    (unit >= 0xdc00 && unit <= 0xdfff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** Calls `visit` with each gram of a folded text and the offsets at which it stands, in order. */
export function eachGram(folded: string, visit: (key: number, from: number, to: number) => void): void {
  let at = 0;
  while (at < folded.length) {
    const unit = folded.charCodeAt(at);
    if (isHan(unit)) at = eachHanGram(folded, at, visit);
    else if (isWordUnit(unit)) at = visitWord(folded, at, visit);
    else at += 1;
  }
}

/** How many grams a folded text has. */
export function countGrams(folded: string): number {
  let count = 0;
  eachGram(folded, () => {
    count += 1;
  });
  return count;
}

/** The distinct grams of a folded text in ascending order. */
export function gramSet(folded: string): Uint32Array {
  const keys = new Set<number>();
  eachGram(folded, (key) => keys.add(key));
  return Uint32Array.from(keys).sort();
}

/** Share of common grams of two ascending sets (Jaccard), 0–1; two empty sets share nothing. */
export function gramOverlap(left: Uint32Array, right: Uint32Array): number {
  let common = 0;
  let at = 0;
  for (const key of left) {
    while (at < right.length && (right[at] ?? 0) < key) at += 1;
    if (right[at] === key) common += 1;
  }
  const union = left.length + right.length - common;
  return union === 0 ? 0 : common / union;
}

type Visit = (key: number, from: number, to: number) => void;

function eachHanGram(folded: string, start: number, visit: Visit): number {
  let previous = folded.charCodeAt(start);
  let at = start + 1;
  for (; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at);
    if (!isHan(unit)) break;
    visit(pairKey(previous, unit), at - 1, at + 1);
    previous = unit;
  }
  if (at === start + 1) visit(previous, start, at);
  return at;
}

function visitWord(folded: string, start: number, visit: Visit): number {
  let hash = FNV_OFFSET;
  let at = start;
  for (; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at);
    if (!isWordUnit(unit)) break;
    hash = Math.imul(hash ^ unit, FNV_PRIME);
  }
  visit(LATIN_BASE + ((hash >>> 0) % LATIN_SPAN), start, at);
  return at;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}
