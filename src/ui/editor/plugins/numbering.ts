/** Shows the ordinals as `data-no` of the paragraph that carries them; `paper.css` prints them before its text. */
import type { Node } from "prosemirror-model";
import { Decoration, type DecorationSet } from "prosemirror-view";
import { numberedBlocks } from "../../../core/editor/numbers.ts";

/** The decoration of every paragraph that carries an ordinal, in document order. */
export function ordinalsOf(doc: Node): Decoration[] {
  return numberedBlocks(doc).map(({ position, textblock, label }) =>
    Decoration.node(
      position,
      position + textblock.nodeSize,
      { "data-no": label, style: `--ordinal: ${widthInCharacters(label)}em` },
      { ordinal: label },
    ),
  );
}

/** Whether a decoration, by its specification, is one of `ordinalsOf`. */
export function isOrdinal(spec: { readonly ordinal?: unknown }): boolean {
  return spec.ordinal !== undefined;
}

/** The set with the ordinals that `doc` has now: those that are right stay, so that only what changed is drawn again. */
export function renumbered(shown: DecorationSet, doc: Node): DecorationSet {
  const stale = new Map(shown.find(undefined, undefined, isOrdinal).map((mark) => [mark.from, mark]));
  const fresh = ordinalsOf(doc).filter((mark) => {
    const before = stale.get(mark.from);
    if (before?.to !== mark.to || before.spec.ordinal !== mark.spec.ordinal) return true;
    stale.delete(mark.from);
    return false;
  });
  return shown.remove([...stale.values()]).add(doc, fresh);
}

/** Width of an ordinal, where a figure or a full stop is half a character: the prompt of an empty paragraph begins behind it. */
function widthInCharacters(label: string): number {
  return [...label].reduce((sum, character) => sum + (character <= "~" ? 0.5 : 1), 0);
}
