/** Finding text in the open plan, paragraph by paragraph. */
import type { Node } from "prosemirror-model";
import { findBlock } from "../editor/blocks.ts";

export interface FindQuery {
  readonly text: string;
  /** Whether upper and lower case, full and half width are told apart. */
  readonly exact: boolean;
  /** Id of the part that is searched; the whole plan without one, nothing where the part is gone. */
  readonly within?: string;
}

/** One place where the text stands. A match never reaches over the end of a paragraph. */
export interface FoundText {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Some characters of the paragraph before and after it. */
  readonly before: string;
  readonly after: string;
  /** Of a match by pattern: what its groups caught. */
  readonly groups?: readonly string[];
}

/** A paragraph that is searched; `start`: position of its text in the document. */
export interface SearchedParagraph {
  readonly start: number;
  readonly text: string;
}

/** Characters of the paragraph that are given on either side of a match. */
const CONTEXT_LENGTH = 16;

/** Every match in document order, none overlapping another. An empty text is found nowhere. */
export function findText(doc: Node, query: FindQuery): readonly FoundText[] {
  const wanted = folded(query.text, query.exact);
  if (wanted === "") return [];
  return searchedParagraphs(doc, query.within).flatMap((paragraph) =>
    matchesIn(paragraph, wanted, query.exact),
  );
}

/** The paragraphs of the whole plan or of one part, none where the part is gone. */
export function searchedParagraphs(doc: Node, within?: string): readonly SearchedParagraph[] {
  const paragraphs: SearchedParagraph[] = [];
  const collect = (node: Node, position: number) => {
    if (node.isTextblock) paragraphs.push({ start: position + 1, text: node.textContent });
  };
  if (within === undefined) {
    doc.descendants(collect);
    return paragraphs;
  }
  const part = findBlock(doc, within);
  if (part) {
    collect(part.node, part.position);
    part.node.descendants((node, offset) => collect(node, part.position + 1 + offset));
  }
  return paragraphs;
}

/** A range of a paragraph as a place of the document. */
export function contextOf({ start, text }: SearchedParagraph, from: number, to: number): FoundText {
  return {
    from: start + from,
    to: start + to,
    text: text.slice(from, to),
    before: text.slice(Math.max(0, from - CONTEXT_LENGTH), from),
    after: text.slice(to, to + CONTEXT_LENGTH),
  };
}

/** Id of the outermost part around a position; undefined in the title and in paragraphs before the first part. */
export function outermostPartAt(doc: Node, position: number): string | undefined {
  const place = doc.resolve(Math.min(position, doc.content.size));
  const id: unknown = place.depth > 0 ? place.node(1).attrs["id"] : undefined;
  return typeof id === "string" ? id : undefined;
}

/** Index of the first match at or behind a position, from the end on the first of all; -1 where there is none. */
export function matchFrom(found: readonly FoundText[], position: number): number {
  const index = found.findIndex(({ from }) => from >= position);
  return index < 0 && found.length > 0 ? 0 : index;
}

function matchesIn(paragraph: SearchedParagraph, wanted: string, exact: boolean): readonly FoundText[] {
  const searched = folded(paragraph.text, exact);
  const found: FoundText[] = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length))
    found.push(contextOf(paragraph, at, at + wanted.length));
  return found;
}

/** Distance between a full-width sign (U+FF01–U+FF5E) and its ASCII counterpart. */
const WIDTH_DISTANCE = 0xfee0;
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;

/** The text as it is compared, as long as it was, so that offsets stay right. */
function folded(text: string, exact: boolean): string {
  if (exact) return text;
  const half = text.replace(FULL_WIDTH, (sign) =>
    sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - WIDTH_DISTANCE),
  );
  // Only letters whose lower case is as long as they are: İ is not.
  return half.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}
