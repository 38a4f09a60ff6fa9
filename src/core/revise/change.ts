/** `Change` (修订): one thing that was changed in a text and can be accepted or rejected by itself. */
import type { LineKind } from "../editor/lines.ts";

interface AnyChange {
  /** Names the change among those of one state of the text. */
  readonly key: string;
  /** Block it is about: of an item, section or heading its id, `title` for the title. */
  readonly block: string;
  /** Part, section or item that it belongs to; null outside of all. */
  readonly part: string | null;
}

/** Words of a block that came, went or were replaced. Offsets are UTF-16 units into the block's text. */
export interface TextChange extends AnyChange {
  readonly kind: "text";
  /** Range of the words that went in the text before, empty where nothing went. */
  readonly from: number;
  readonly to: number;
  /** Range of the words that came in the text of now. */
  readonly nowFrom: number;
  readonly nowTo: number;
  readonly deleted: string;
  readonly inserted: string;
}

/** A block, or a part with the blocks under it. `kind`: it has become another kind of block, or stands on another level. */
export interface LineChange extends AnyChange {
  readonly kind: "inserted" | "deleted" | "moved" | "kind";
  /** Keys of all its lines, in order. */
  readonly lines: readonly string[];
  /** What it is now, or was where it was deleted. */
  readonly line: LineKind;
  /** What its first line says, or said. */
  readonly text: string;
  /** Key of the line behind which it stood before, for what was deleted or moved. */
  readonly after: string | null;
  /** Where a paragraph was cut in two or put together: the words that this line took from the one before, or left there. */
  readonly words?: TextChange;
}

export type Change = TextChange | LineChange;

/** Every change of words, those that are part of another change included, in the order of the text. */
export function textChangesIn(changes: readonly Change[]): readonly TextChange[] {
  return changes.flatMap((change) => {
    if (change.kind === "text") return [change];
    return change.words ? [change.words] : [];
  });
}
