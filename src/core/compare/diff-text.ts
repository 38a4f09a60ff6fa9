/**
 * What was changed in a text, in runs that a reader of Chinese takes in: a number changes as a whole, a single
 * character that happens to stand in both of two different phrases is no common text.
 */
import { type Stretch, shortestEdit } from "./myers.ts";
import { sentencesOf } from "./sentences.ts";

export interface TextRun {
  readonly kind: "equal" | "inserted" | "deleted";
  readonly text: string;
}

/** Edits looked for character by character; beyond them a changed passage is shown as replaced. */
const MOST_EDITS = 1_500;
/** Longer texts are first compared by sentences, then the changed sentences by characters. */
const LONG_TEXT = 3_000;
/** An equal run of fewer characters between changes on both sides is chance. */
const SHORTEST_EQUAL = 2;
/** Marks after which a run may best begin. */
const BREAK = /[。，、；：！？\n]/;

/** Runs that spell `last` (equal and deleted) and `next` (equal and inserted) in order, a deletion before its insertion. */
export function diffText(last: string, next: string): readonly TextRun[] {
  if (last === next) return last === "" ? [] : [{ kind: "equal", text: last }];
  if (last.length <= LONG_TEXT && next.length <= LONG_TEXT) return diffTokens(tokensOf(last), tokensOf(next));
  const lastSentences = sentencesOf(last);
  const nextSentences = sentencesOf(next);
  const runs: TextRun[] = [];
  for (const stretch of shortestEdit(lastSentences, nextSentences, MOST_EDITS)) {
    const from = lastSentences.slice(stretch.lastFrom, stretch.lastTo).join("");
    const to = nextSentences.slice(stretch.nextFrom, stretch.nextTo).join("");
    if (stretch.equal) runs.push({ kind: "equal", text: from });
    else runs.push(...diffTokens(tokensOf(from), tokensOf(to)));
  }
  return joined(runs);
}

/** Numbers and Latin words whole, all else by characters. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?[%％‰]?|[A-Za-z]+|[\s\S]/gu) ?? [];
}

function diffTokens(last: readonly string[], next: readonly string[]): readonly TextRun[] {
  const meaningful = withoutChance(slid(shortestEdit(last, next, MOST_EDITS), last, next), last);
  const runs: TextRun[] = [];
  for (const { equal, lastFrom, lastTo, nextFrom, nextTo } of meaningful) {
    const from = last.slice(lastFrom, lastTo).join("");
    if (equal) {
      runs.push({ kind: "equal", text: from });
      continue;
    }
    if (from !== "") runs.push({ kind: "deleted", text: from });
    if (nextTo > nextFrom) runs.push({ kind: "inserted", text: next.slice(nextFrom, nextTo).join("") });
  }
  return joined(runs);
}

/**
 * The same edit with each pure insertion or deletion moved, where the text around it allows, to begin after a
 * punctuation mark: `加强…，` is inserted, not `，加强…`.
 */
function slid(
  stretches: readonly Stretch[],
  last: readonly string[],
  next: readonly string[],
): readonly Stretch[] {
  const result = stretches.map((stretch) => ({ ...stretch }));
  for (let at = 1; at + 1 < result.length; at += 1) {
    const before = result[at - 1];
    const edit = result[at];
    const after = result[at + 1];
    if (!before || !edit || !after || edit.equal) continue;
    const inserted = edit.lastFrom === edit.lastTo;
    if (!inserted && edit.nextFrom !== edit.nextTo) continue;
    const tokens = inserted ? next : last;
    const from = inserted ? edit.nextFrom : edit.lastFrom;
    const to = inserted ? edit.nextTo : edit.lastTo;
    const shift = bestShift(tokens, from, to, before.lastTo - before.lastFrom);
    before.lastTo -= shift;
    before.nextTo -= shift;
    edit.lastFrom -= shift;
    edit.lastTo -= shift;
    edit.nextFrom -= shift;
    edit.nextTo -= shift;
    after.lastFrom -= shift;
    after.nextFrom -= shift;
  }
  return result.filter(({ lastFrom, lastTo, nextFrom, nextTo }) => lastTo > lastFrom || nextTo > nextFrom);
}

/** How far an edit of `tokens` from `from` to `to` moves back to begin after a mark; 0 where it cannot. */
function bestShift(tokens: readonly string[], from: number, to: number, room: number): number {
  for (let shift = 0; shift <= room; shift += 1) {
    if (from - shift === 0 || BREAK.test(tokens[from - shift - 1] ?? "")) return shift;
    if (tokens[from - shift - 1] !== tokens[to - shift - 1]) return 0;
  }
  return 0;
}

/** The edit without equal stretches too short to mean anything between two changes. */
function withoutChance(stretches: readonly Stretch[], last: readonly string[]): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const inside = at > 0 && at + 1 < stretches.length;
    const unequal =
      !stretch.equal || (inside && isChance(stretch, last, stretches[at - 1], stretches[at + 1]));
    const previous = kept.at(-1);
    if (unequal && previous && !previous.equal) {
      kept[kept.length - 1] = { ...previous, lastTo: stretch.lastTo, nextTo: stretch.nextTo };
    } else {
      kept.push({ ...stretch, equal: !unequal });
    }
  }
  return kept;
}

/** Punctuation between two replaced phrases keeps its place; a lone character between longer changes does not. */
function isChance(
  stretch: Stretch,
  last: readonly string[],
  before: Stretch | undefined,
  after: Stretch | undefined,
): boolean {
  const text = last.slice(stretch.lastFrom, stretch.lastTo).join("");
  if (BREAK.test(text)) return false;
  return text.length < SHORTEST_EQUAL && extent(before) + extent(after) > 2 * SHORTEST_EQUAL;
}

function extent(stretch: Stretch | undefined): number {
  return stretch ? Math.max(stretch.lastTo - stretch.lastFrom, stretch.nextTo - stretch.nextFrom) : 0;
}

function joined(runs: readonly TextRun[]): readonly TextRun[] {
  const result: TextRun[] = [];
  for (const run of runs) {
    const previous = result.at(-1);
    if (previous?.kind === run.kind) result[result.length - 1] = { ...run, text: previous.text + run.text };
    else result.push(run);
  }
  return result;
}
