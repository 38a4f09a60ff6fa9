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
}

/** Characters of the paragraph that are given on either side of a match. */
const CONTEXT_LENGTH = 16;

/** Every match in document order, none overlapping another. An empty text is found nowhere. */
export function findText(doc: Node, query: FindQuery): readonly FoundText[] {
  const wanted = folded(query.text, query.exact);
  if (wanted === "") return [];
  const found: FoundText[] = [];
  const search = (node: Node, position: number) => {
    if (node.isTextblock) found.push(...matchesIn(node.textContent, position + 1, wanted, query.exact));
  };
  if (query.within === undefined) {
    doc.descendants(search);
    return found;
  }
  const part = findBlock(doc, query.within);
  if (part) {
    search(part.node, part.position);
    part.node.descendants((node, offset) => search(node, part.position + 1 + offset));
  }
  return found;
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

function matchesIn(text: string, start: number, wanted: string, exact: boolean): readonly FoundText[] {
  const searched = folded(text, exact);
  const found: FoundText[] = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    found.push({
      from: start + at,
      to: start + end,
      text: text.slice(at, end),
      before: text.slice(Math.max(0, at - CONTEXT_LENGTH), at),
      after: text.slice(end, end + CONTEXT_LENGTH),
    });
  }
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
