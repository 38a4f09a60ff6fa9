/** The outline (大纲) of the open document. */
import type { Node } from "prosemirror-model";
import { splitLead } from "../plan/heading.ts";
import type { HeadingKind } from "../plan/numbering.ts";
import { charactersIn } from "./character-count.ts";
import { openDatedIn } from "./dated.ts";
import { LEVEL_OF } from "./lines.ts";
import { perNode } from "./memo.ts";
import { numberedBlocks } from "./numbers.ts";

export interface OutlineEntry {
  readonly kind: HeadingKind;
  readonly id: string;
  /** `第一部分`, `一、`, `（一）`, `1.` */
  readonly label: string;
  /** Without the closing 。; the first words of the text where an item has no heading; empty when nothing is written. */
  readonly heading: string;
  /** 字数 of the whole part, children included. */
  readonly characters: number;
  /** Dated expressions in the whole part that are still open. */
  readonly openDated: number;
  readonly children: readonly OutlineEntry[];
}

/** Characters shown of an item without heading. */
const EXCERPT_LENGTH = 20;

/**
 * Parts, sections, subsections and items as a tree. An entry whose part and ordinal are the same as at the last call is the
 * identical object, so a list of entries renders only what changed.
 */
export function outline(doc: Node): readonly OutlineEntry[] {
  const numbered = numberedBlocks(doc).filter(({ kind }) => kind !== "clause");
  let next = 0;
  const entries = (container: Node): readonly OutlineEntry[] =>
    container.children.filter(isPart).map((node) => {
      const label = numbered[next]?.label ?? "";
      next += 1;
      return entryOf(node, label, entries(node));
    });
  return entries(doc);
}

function isPart({ type }: Node): boolean {
  return type.name in LEVEL_OF;
}

/** The last entry made for a node; replaced when its ordinal or its children are other ones. */
const lastEntry = perNode<{ entry: OutlineEntry | null }>(() => ({ entry: null }));

function entryOf(node: Node, label: string, children: readonly OutlineEntry[]): OutlineEntry {
  const memory = lastEntry(node);
  const known = memory.entry;
  if (
    known?.label === label &&
    known.children.length === children.length &&
    known.children.every((child, index) => child === children[index])
  )
    return known;
  const entry: OutlineEntry = {
    kind: node.type.name as HeadingKind,
    id: node.attrs["id"],
    label,
    heading: headingIn(node),
    characters: charactersIn(node),
    openDated: openDatedIn(node),
    children,
  };
  memory.entry = entry;
  return entry;
}

/** What the outline calls a section, subsection or item: its heading, or its first words. */
export function headingIn(node: Node): string {
  const text = node.child(0).textContent;
  const { heading } = splitLead(text, node.attrs["plain"] === true);
  return heading === "" ? text.slice(0, EXCERPT_LENGTH) : heading;
}
