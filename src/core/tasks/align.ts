/**
 * Finds stored tasks again in a text that was edited since: every character that is still there keeps its task, and a
 * task is found as long as half of its characters are.
 */
import { diffText } from "../compare/diff-text.ts";
import type { StoredTask } from "../plan/task-records.ts";
import { type Piece, piecesOf } from "./pieces.ts";

/** Part of a text that is one task: whole pieces, next to each other. */
export interface TaskSpan {
  readonly from: number;
  readonly to: number;
  /** Offsets inside the span where it may be split. */
  readonly cuts: readonly number[];
  /** Whether it is exactly one sentence, as is proposed where nothing is stored. */
  readonly isSentence: boolean;
  readonly stored: StoredTask | undefined;
}

export interface Alignment {
  /** Spans in order; together they are the text. */
  readonly spans: readonly TaskSpan[];
  /** Tasks of which less than half is left. */
  readonly lost: readonly StoredTask[];
}

/** Share of a task's characters that must be left for it to be found. */
export const LEAST_LEFT = 0.5;

/** Tasks of a text: those stored where they are found, sentences elsewhere. */
export function alignTasks(text: string, stored: readonly StoredTask[]): Alignment {
  const pieces = piecesOf(text);
  const owners = withinSentences(pieces, ownersOf(text, pieces, stored));
  const spans = spansOf(pieces, owners, stored);
  const found = new Set(spans.map((span) => span.stored));
  return moved(
    text,
    spans,
    stored.filter((task) => !found.has(task)),
  );
}

type Owner = number | undefined;

/** The stored task that most of each piece comes from, by its place. */
function ownersOf(text: string, pieces: readonly Piece[], stored: readonly StoredTask[]): readonly Owner[] {
  if (stored.length === 0) return pieces.map(() => undefined);
  const origin = originsOf(text, stored);
  const left = stored.map(() => 0);
  for (const [at, owner] of origin.entries()) {
    if (owner !== undefined && isWord(text.charAt(at))) left[owner] = (left[owner] ?? 0) + 1;
  }
  const lives = stored.map(
    ({ anchor }, place) => (left[place] ?? 0) >= LEAST_LEFT * Math.max(1, words(anchor)),
  );
  return pieces.map(({ from, to }) => {
    const counts = new Map<number, number>();
    for (let at = from; at < to; at += 1) {
      const owner = origin[at];
      if (owner !== undefined && lives[owner] && isWord(text.charAt(at)))
        counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    const best = [...counts].sort((one, other) => other[1] - one[1])[0];
    return best && best[1] >= LEAST_LEFT * words(text.slice(from, to)) ? best[0] : undefined;
  });
}

/** For each character of the text, the place of the stored task that had it. */
function originsOf(text: string, stored: readonly StoredTask[]): readonly Owner[] {
  const ownerOfAnchor = stored.flatMap(({ anchor }, place) => Array<number>(anchor.length).fill(place));
  const origins: Owner[] = Array<Owner>(text.length).fill(undefined);
  let last = 0;
  let next = 0;
  for (const { kind, text: run } of diffText(stored.map(({ anchor }) => anchor).join(""), text)) {
    if (kind === "equal")
      for (let at = 0; at < run.length; at += 1) origins[next + at] = ownerOfAnchor[last + at];
    if (kind !== "inserted") last += run.length;
    if (kind !== "deleted") next += run.length;
  }
  return origins;
}

/** New clauses of a sentence belong to the task before them in it, else to the one after. */
function withinSentences(pieces: readonly Piece[], owners: readonly Owner[]): readonly Owner[] {
  const result = [...owners];
  const isNext = (one: number, other: number) => pieces[one]?.sentence === pieces[other]?.sentence;
  for (let at = 1; at < result.length; at += 1)
    if (result[at] === undefined && isNext(at, at - 1)) result[at] = result[at - 1];
  for (let at = result.length - 2; at >= 0; at -= 1)
    if (result[at] === undefined && isNext(at, at + 1)) result[at] = result[at + 1];
  // A sentence written into the middle of a task of several sentences is part of it.
  for (let at = 0; at < result.length; at += 1) {
    const before = result[at - 1];
    const end = result.findIndex((owner, place) => place > at && owner !== undefined);
    if (result[at] === undefined && before !== undefined && end >= 0 && result[end] === before)
      result.fill(before, at, end);
  }
  return result;
}

function spansOf(
  pieces: readonly Piece[],
  owners: readonly Owner[],
  stored: readonly StoredTask[],
): readonly TaskSpan[] {
  const groups: { readonly owner: Owner; readonly pieces: Piece[] }[] = [];
  for (const [at, piece] of pieces.entries()) {
    const owner = owners[at];
    const last = groups.at(-1);
    const joins =
      last !== undefined &&
      last.owner === owner &&
      (owner !== undefined || last.pieces.at(-1)?.sentence === piece.sentence);
    if (joins) last.pieces.push(piece);
    else groups.push({ owner, pieces: [piece] });
  }
  const sentenceSizes = new Map<number, number>();
  for (const { sentence } of pieces) sentenceSizes.set(sentence, (sentenceSizes.get(sentence) ?? 0) + 1);
  const taken = new Set<number>();
  return groups.map(({ owner, pieces: parts }) => {
    const first = parts[0];
    const task = owner !== undefined && !taken.has(owner) ? stored[owner] : undefined;
    if (owner !== undefined) taken.add(owner);
    return {
      from: first?.from ?? 0,
      to: parts.at(-1)?.to ?? 0,
      cuts: parts.slice(1).map(({ from }) => from),
      isSentence:
        first !== undefined &&
        parts.at(-1)?.sentence === first.sentence &&
        sentenceSizes.get(first.sentence) === parts.length,
      stored: task,
    };
  });
}

/** Sentences without a task that are moved from another place: they have half of the text of one not found yet. */
function moved(text: string, spans: readonly TaskSpan[], missing: readonly StoredTask[]): Alignment {
  const left = new Set(missing);
  const result = spans.map((span) => {
    if (span.stored || left.size === 0) return span;
    const stored = nearestTask(text.slice(span.from, span.to), [...left]);
    if (stored) left.delete(stored);
    return stored ? { ...span, stored } : span;
  });
  return { spans: result, lost: [...left] };
}

/** The task of which most, and at least half, stands in the text; `undefined` where there is none. */
export function nearestTask<T extends Pick<StoredTask, "anchor">>(
  text: string,
  tasks: readonly T[],
): T | undefined {
  const pairs = pairsOf(text);
  let best: T | undefined;
  let most = 0;
  for (const task of tasks) {
    const own = pairsOf(task.anchor);
    const common = [...own].filter((pair) => pairs.has(pair)).length;
    const share = common / Math.max(1, own.size, pairs.size / 2);
    if (share >= LEAST_LEFT && share > most) [best, most] = [task, share];
  }
  return best;
}

function pairsOf(text: string): ReadonlySet<string> {
  const folded = text.replaceAll(/[\p{P}\s]/gu, "");
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < folded.length; at += 1) pairs.add(folded.slice(at, at + 2));
  return pairs;
}

function isWord(character: string): boolean {
  return /[^\p{P}\s]/u.test(character);
}

function words(text: string): number {
  return text.replaceAll(/[\p{P}\s]/gu, "").length;
}
