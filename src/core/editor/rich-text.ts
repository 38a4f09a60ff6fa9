/** Texts with marks between the plan (`RichText`: ranges) and the editor (text nodes carrying marks). */
import type { Mark, Node } from "prosemirror-model";
import type { RichText, TextMark } from "../plan/model.ts";
import { planSchema } from "./schema.ts";

/**
 * Text nodes of a rich text; none for an empty text. Ranges are cut to the text. Where two marks of one type overlap the
 * later in the list wins, because a text node carries one mark of a type.
 */
export function toTextNodes(rich: RichText): readonly Node[] {
  const { text } = rich;
  if (text === "") return [];
  if (rich.marks.length === 0) return [planSchema.text(text)];
  const borders = new Set([0, text.length]);
  for (const { from, to } of rich.marks) {
    borders.add(Math.min(from, text.length));
    borders.add(Math.min(to, text.length));
  }
  const offsets = [...borders].sort((a, b) => a - b);
  return offsets.slice(0, -1).map((from, index) => {
    const to = offsets[index + 1] ?? text.length;
    const covering = rich.marks.filter((mark) => mark.from <= from && mark.to >= to);
    return planSchema.text(text.slice(from, to), toMarks(covering));
  });
}

/** ProseMirror marks of text marks, as a set: of one type the last one stays. */
export function toMarks(marks: readonly TextMark[]): readonly Mark[] {
  return marks.reduce<readonly Mark[]>((set, mark) => toMark(mark).addToSet(set), []);
}

function toMark(mark: TextMark): Mark {
  if (mark.type === "origin") return planSchema.mark("origin", { source: mark.source });
  if (mark.type === "pending") return planSchema.mark("pending");
  const { type, from: _from, to: _to, ...attributes } = mark;
  return planSchema.mark(type, attributes);
}

/**
 * Rich text of a textblock. Marks come in canonical order: by `from`, of equal ones `dated`, then `origin`, `pending`, `reference`;
 * pieces of one mark that touch are one range.
 */
export function toRichText(textblock: Node): RichText {
  const ranges: { readonly mark: Mark; readonly from: number; to: number }[] = [];
  textblock.forEach((child, offset) => {
    for (const mark of child.marks) {
      const open = ranges.findLast((range) => range.to === offset && range.mark.eq(mark));
      if (open) open.to = offset + child.nodeSize;
      else ranges.push({ mark, from: offset, to: offset + child.nodeSize });
    }
  });
  return {
    text: textblock.textContent,
    marks: ranges.map(({ mark, from, to }) => toTextMark(mark, from, to)),
  };
}

function toTextMark(mark: Mark, from: number, to: number): TextMark {
  const { attrs } = mark;
  if (mark.type === planSchema.marks.pending) return { type: "pending", from, to };
  if (mark.type === planSchema.marks.origin) return { type: "origin", from, to, source: attrs["source"] };
  if (mark.type === planSchema.marks.reference)
    return { type: "reference", from, to, target: attrs["target"], level: attrs["level"] };
  return {
    type: "dated",
    from,
    to,
    id: attrs["id"],
    kind: attrs["kind"],
    state: attrs["state"],
    original: attrs["original"],
    proposed: attrs["proposed"],
    certain: attrs["certain"],
    reason: attrs["reason"],
  };
}
