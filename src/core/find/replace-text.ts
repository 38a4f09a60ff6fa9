/** Replacing found text. */
import type { Mark, Node } from "prosemirror-model";
import type { Transform } from "prosemirror-transform";
import { planSchema } from "../editor/schema.ts";
import type { FoundText } from "./find-text.ts";

/**
 * Puts `replacement` in the place of every match; the matches are of the document of `transform`, in order.
 *
 * Only the characters that differ are written: what a match and its replacement have in common at both ends keeps its
 * marks. New characters carry the marks that the whole match had (a date inside 〔2026年〕 stays a date), and none that
 * covered only a part of it.
 */
export function replaceText<T extends Transform>(
  transform: T,
  found: readonly FoundText[],
  replacement: string,
): T {
  const { doc } = transform;
  // From the end, so that the positions of the others stay right.
  for (const match of found.toReversed())
    replaceOne(transform, doc, match, replacementOf(match, replacement));
  return transform;
}

/**
 * The text that comes in the place of a match. Of a match by pattern `$1` to `$99` are its groups, `$&` is all of it and
 * `$$` a dollar sign; a number without a group stays as it is written. Otherwise it is the replacement itself.
 */
export function replacementOf({ text, groups }: FoundText, replacement: string): string {
  if (!groups) return replacement;
  return replacement.replace(/\$(?:\$|&|(\d{1,2}))/g, (written, number?: string) => {
    if (number !== undefined) return groups[Number(number) - 1] ?? written;
    return written === "$&" ? text : "$";
  });
}

function replaceOne(transform: Transform, doc: Node, match: FoundText, replacement: string): void {
  if (match.text === replacement) return;
  const head = commonLength(match.text, replacement);
  const tail = commonLength(
    [...match.text.slice(head)].toReversed().join(""),
    [...replacement.slice(head)].toReversed().join(""),
  );
  const text = replacement.slice(head, replacement.length - tail);
  const from = match.from + head;
  const to = match.to - tail;
  if (text === "") transform.delete(from, to);
  else transform.replaceWith(from, to, planSchema.text(text, sharedMarks(doc, match)));
}

/** Length of the common beginning, in whole characters. */
function commonLength(one: string, other: string): number {
  let length = 0;
  const others = [...other];
  for (const [index, character] of [...one].entries()) {
    if (others[index] !== character) break;
    length += character.length;
  }
  return length;
}

/** Marks that every character of the match has. */
function sharedMarks(doc: Node, { from, to }: FoundText): readonly Mark[] {
  let shared: readonly Mark[] | undefined;
  doc.nodesBetween(from, to, (node) => {
    if (node.isText) shared = shared ? shared.filter((mark) => mark.isInSet(node.marks)) : node.marks;
  });
  return shared ?? [];
}
