/** Where the caret stands, as the suggestions need to know it. */
import type { Node, ResolvedPos } from "prosemirror-model";
import { headingLength, splitLead } from "../plan/heading.ts";
import { MAX_COVERED, type SuggestContext } from "../suggest/suggestion.ts";
import { LEVEL_OF } from "./lines.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

/** The part of `SuggestContext` that comes from the text, and the ids of the parts around the caret. */
export interface CaretContext
  extends Pick<SuggestContext, "place" | "typed" | "heading" | "sectionHeading" | "covered"> {
  readonly itemId: string | null;
  /** Id of the innermost part, section or subsection. */
  readonly sectionId: string | null;
}

/** Characters before the caret that are looked at; more do not make a better query. */
const TYPED_LENGTH = 200;
const HEADING_LENGTH = 2_000;
const COVERED_LENGTH = 200;

/** Context of a position; undefined in title, lead-in and the closing of the plan, where nothing is suggested. */
export function caretContext($position: ResolvedPos): CaretContext | undefined {
  const item = ancestor($position, (node) => node.type === nodes.item);
  const section = ancestor($position, ({ type }) => type.name in LEVEL_OF && type !== nodes.item);
  if (!item && !section) return undefined;
  const textblock = $position.parent;
  const text = textblock.textContent;
  const inHeading =
    item !== undefined &&
    textblock.type === nodes.lead &&
    $position.parentOffset <= headingEnd(text, item.attrs["plain"] === true);
  const start = item && !inHeading && textblock.type === nodes.lead ? headingLength(text) : 0;
  const typed = item ? text.slice(start, $position.parentOffset).slice(-TYPED_LENGTH) : "";
  const isOpen = !item || (inHeading && headingText(item) === "");
  return {
    place: item ? (inHeading ? "heading" : "body") : "section",
    typed,
    covered: isOpen ? itemHeadings($position.doc) : [],
    heading: item ? headingText(item) : "",
    sectionHeading: section ? headingText(section) : "",
    itemId: item?.attrs["id"] ?? null,
    sectionId: section?.attrs["id"] ?? null,
  };
}

/** Last offset at which the caret is still in the heading: before the 。 */
function headingEnd(text: string, plain: boolean): number {
  return plain ? -1 : splitLead(text).heading.length;
}

/** Headings of all items of the plan; items without one cover nothing that could be told. */
function itemHeadings(doc: Node): readonly string[] {
  const found: string[] = [];
  doc.descendants((node) => {
    if (node.type !== nodes.item) return !node.isTextblock;
    const heading = headingText(node).slice(0, COVERED_LENGTH);
    if (heading !== "" && found.length < MAX_COVERED) found.push(heading);
    return false;
  });
  return found;
}

function headingText(node: Node): string {
  return splitLead(node.child(0).textContent, node.attrs["plain"] === true).heading.slice(0, HEADING_LENGTH);
}

function ancestor($position: ResolvedPos, matches: (node: Node) => boolean): Node | undefined {
  for (let depth = $position.depth; depth > 0; depth -= 1) {
    const node = $position.node(depth);
    if (matches(node)) return node;
  }
  return undefined;
}
