/** A paragraph that was cut in two, or put together with the one before it, is one change: neither half means anything alone. */
import type { Change, LineChange, TextChange } from "./change.ts";
import type { TextSide } from "./lines-by-key.ts";

/**
 * The changes with the words that a new line took from the end of the paragraph before it, or that a line left there when
 * it went, as part of that line's change.
 */
export function withFoldedBreaks(changes: readonly Change[], now: TextSide): readonly Change[] {
  /** The words at the end of each paragraph that came or went there. */
  const ends = new Map<string, TextChange>();
  for (const change of changes) {
    if (change.kind !== "text") continue;
    const line = now.lines[now.at.get(change.block) ?? -1];
    if (change.nowTo === line?.content.size) ends.set(change.block, change);
  }
  const folded = new Set<TextChange>();
  const joined = changes.map((change) => {
    const words = change.kind === "text" ? undefined : wordsOf(change, ends, now);
    if (!words || folded.has(words)) return change;
    folded.add(words);
    return { ...change, words };
  });
  return folded.size === 0
    ? changes
    : joined.filter((change) => change.kind !== "text" || !folded.has(change));
}

function wordsOf(
  change: LineChange,
  ends: ReadonlyMap<string, TextChange>,
  now: TextSide,
): TextChange | undefined {
  const { kind, text, block, lines, after } = change;
  if (text === "" || lines.length !== 1) return undefined;
  if (kind === "inserted") {
    const words = ends.get(now.keys[(now.at.get(block) ?? 0) - 1] ?? "");
    return words?.inserted === "" && words.deleted === text ? words : undefined;
  }
  if (kind !== "deleted") return undefined;
  const words = ends.get(after ?? "");
  return words?.deleted === "" && words.inserted === text ? words : undefined;
}
