/** Putting words of one state of a paragraph into another state, with what is known of them (their marks). */
import { Fragment, type Node } from "prosemirror-model";
import { textOf } from "../editor/line-edit.ts";
import type { PlacedLine } from "../editor/lines.ts";
import { toRichText, toTextNodes } from "../editor/rich-text.ts";

/** Words that differ, as ranges of the paragraph that is changed and of the one whose words it is given. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
  /** Whether it is to be settled; the others only bound what may be touched. */
  readonly chosen: boolean;
}

/**
 * Content of `target` with the words of `source` in the chosen of all hunks between them. Where nothing differs any more
 * the marks are those of `source` too; what somebody must verify (待核实) stays so.
 */
export function withHunks(target: PlacedLine, source: PlacedLine, hunks: readonly Hunk[]): Fragment {
  let content = target.content;
  for (const [index, hunk] of [...hunks.entries()].toReversed()) {
    if (!hunk.chosen) continue;
    const { from, to, sourceFrom, sourceTo } = widened(
      hunk,
      hunks[index - 1],
      hunks[index + 1],
      target,
      source,
    );
    content = content.cut(0, from).append(source.content.cut(sourceFrom, sourceTo)).append(content.cut(to));
  }
  const made = { ...target, content };
  return textOf(made) === textOf(source) ? withPendingOf(source, content) : content;
}

/** A dated expression is replaced as a whole, so that it keeps one mark; never beyond the next hunk. */
function widened(
  hunk: Hunk,
  before: Hunk | undefined,
  after: Hunk | undefined,
  target: PlacedLine,
  source: PlacedLine,
): Hunk {
  const own = reach(target.textblock, hunk.from, hunk.to);
  const other = reach(source.textblock, hunk.sourceFrom, hunk.sourceTo);
  const left = Math.min(Math.max(own.left, other.left), hunk.from - (before?.to ?? 0));
  const right = Math.min(Math.max(own.right, other.right), (after?.from ?? target.content.size) - hunk.to);
  return {
    ...hunk,
    from: hunk.from - left,
    to: hunk.to + right,
    sourceFrom: hunk.sourceFrom - left,
    sourceTo: hunk.sourceTo + right,
  };
}

/** How far dated expressions in a range reach over its ends. */
function reach(
  textblock: Node | undefined,
  from: number,
  to: number,
): { readonly left: number; readonly right: number } {
  let left = 0;
  let right = 0;
  if (!textblock) return { left, right };
  for (const mark of toRichText(textblock).marks) {
    if (mark.type !== "dated" || mark.to <= from || mark.from >= to) continue;
    left = Math.max(left, from - mark.from);
    right = Math.max(right, mark.to - to);
  }
  return { left, right };
}

/** Content of `source` with the pending marks of `content`, which has the same text, beside its own. */
function withPendingOf({ content: own, textblock }: PlacedLine, content: Fragment): Fragment {
  if (!textblock) return own;
  const { text, marks } = toRichText(textblock);
  const pending = toRichText(textblock.copy(content)).marks.filter(({ type }) => type === "pending");
  const made = Fragment.fromArray([...toTextNodes({ text, marks: [...marks, ...pending] })]);
  return made.eq(own) ? own : made;
}
