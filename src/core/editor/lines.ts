/**
 * A document as the list of its paragraphs, each with its level, as Word's outline shows it.
 *
 * Every change of structure (split, join, promote, move …) is an edit of this list, and `fromLines` makes a valid
 * document of any list. The order of the lines is the order of the text, so such an edit cannot lose or reorder text.
 */
import type { Attrs, Fragment, Node } from "prosemirror-model";
import type { HeadingKind } from "../plan/numbering.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

export type LineKind = HeadingKind | "paragraph" | "clause" | "title";

/** Depth of a container: the document 0, a part 1, a section 2, a subsection 3, an item 4. */
export type Level = 0 | 1 | 2 | 3 | 4;

export const LEVEL_OF: Readonly<Record<HeadingKind, Level>> = {
  part: 1,
  section: 2,
  subsection: 3,
  item: 4,
};

/** Kinds of headings from the top down. */
export const HEADINGS: readonly HeadingKind[] = ["part", "section", "subsection", "item"];

export interface PlanLine {
  readonly kind: LineKind;
  /** Attributes of the part, section, subsection, item, paragraph or clause. */
  readonly attributes: Attrs;
  readonly content: Fragment;
  /**
   * Level of the container the line stands in; for a heading, of its parent. To `fromLines` it is a wish: a heading
   * goes into the deepest open container down to this level.
   */
  readonly inside: Level;
  /** Whether a paragraph or clause belongs to the closing of its container. */
  readonly closing: boolean;
  /** Nodes the line was read from, used again when it is put back unchanged. */
  readonly textblock?: Node;
  readonly container?: Node;
}

/** A line and the position at which its text starts. */
export interface PlacedLine extends PlanLine {
  readonly start: number;
}

/** Lines of a document in order; the first is always the title. */
export function toLines(doc: Node): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  const visit = (container: Node, start: number, level: Level, parent: Level, closing: boolean) => {
    container.forEach((child, offset) => {
      const inner = start + offset + 1;
      if (child.type === nodes.lead) lines.push(headingLine(container, child, inner, parent));
      else if (child.isTextblock) lines.push(textLine(child, inner, level, closing));
      else if (child.type === nodes.leadIn) visit(child, inner, level, level, false);
      else if (child.type === nodes.closing) visit(child, inner, level, level, true);
      else visit(child, inner, LEVEL_OF[child.type.name as HeadingKind], level, false);
    });
  };
  visit(doc, 0, 0, 0, false);
  return lines;
}

function headingLine(container: Node, lead: Node, start: number, inside: Level): PlacedLine {
  return {
    kind: container.type.name as HeadingKind,
    attributes: container.attrs,
    content: lead.content,
    inside,
    closing: false,
    textblock: lead,
    container,
    start,
  };
}

function textLine(textblock: Node, start: number, inside: Level, closing: boolean): PlacedLine {
  return {
    kind: textblock.type.name as LineKind,
    attributes: textblock.attrs,
    content: textblock.content,
    inside,
    closing,
    textblock,
    start,
  };
}

/** Whether a line begins a part, section, subsection or item. */
export function isHeading(line: PlanLine): line is PlanLine & { readonly kind: HeadingKind } {
  return line.kind in LEVEL_OF;
}

/** Index of the line whose text holds a position, or of the last line before it. */
export function lineAt(lines: readonly PlacedLine[], position: number): number {
  const after = lines.findIndex((line) => line.start > position);
  return Math.max(0, (after < 0 ? lines.length : after) - 1);
}

/** Index after the last line of the heading at `index`: its body, its children and its closing. */
export function subtreeEnd(lines: readonly PlanLine[], index: number): number {
  const line = lines[index];
  if (!line || !isHeading(line)) return index + 1;
  const level = LEVEL_OF[line.kind];
  const end = lines.findIndex((other, at) => at > index && leaves(other, level));
  return end < 0 ? lines.length : end;
}

/** Whether a line cannot belong to a container of this level that is open before it. */
function leaves(line: PlanLine, level: Level): boolean {
  return isHeading(line) ? line.inside < level : line.closing && line.inside < level;
}

/** Index of the heading that a line belongs to (itself for a heading); undefined in lead-in, title and closing of the plan. */
export function headingOf(lines: readonly PlanLine[], index: number): number | undefined {
  const line = lines[index];
  if (!line || isHeading(line)) return line && index;
  if (line.inside === 0) return undefined;
  const found = lines.findLastIndex(
    (other, at) => at < index && isHeading(other) && LEVEL_OF[other.kind] === line.inside,
  );
  return found < 0 ? undefined : found;
}
