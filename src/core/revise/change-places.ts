/** Where changes stand in the document of now. */
import type { Node } from "prosemirror-model";
import type { Change, TextChange } from "./change.ts";
import { linesByKey } from "./lines-by-key.ts";

export interface ChangePlace {
  /** Positions in the document; the same where something was deleted. */
  readonly from: number;
  readonly to: number;
}

/** Place of a change of `doc`; what was deleted is at the end of the paragraph that it followed. */
export function placeOfChange(doc: Node, change: Change): ChangePlace {
  const { lines, at } = linesByKey(doc);
  const lineOf = (key: string | null | undefined) => lines[at.get(key ?? "") ?? 0];
  const placeOfWords = ({ block, nowFrom, nowTo }: TextChange): ChangePlace => {
    const start = lineOf(block)?.start ?? 1;
    return { from: start + nowFrom, to: start + nowTo };
  };
  if (change.kind === "text") return placeOfWords(change);
  if (change.kind === "deleted") {
    if (change.words) return placeOfWords(change.words);
    const line = lineOf(change.after);
    const end = line ? line.start + line.content.size : 1;
    return { from: end, to: end };
  }
  const first = lineOf(change.lines[0]);
  const last = lineOf(change.lines.at(-1));
  return { from: first?.start ?? 1, to: last ? last.start + last.content.size : 1 };
}
