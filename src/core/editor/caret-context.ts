/** Where the caret stands, as the suggestions need to know it. */
import type { Node, ResolvedPos } from "prosemirror-model";
import { headingLength, splitLead } from "../plan/heading.ts";
import type { SuggestContext } from "../suggest/suggestion.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

/** The part of `SuggestContext` that comes from the text, and the ids of the parts around the caret. */
export interface CaretContext extends Pick<SuggestContext, "place" | "typed" | "heading" | "sectionHeading"> {
  readonly itemId: string | null;
  /** Id of the innermost section or subsection. */
  readonly sectionId: string | null;
}

/** Characters before the caret that are looked at; more do not make a better query. */
const TYPED_LENGTH = 200;
const HEADING_LENGTH = 2_000;

/** Context of a position; undefined in title, lead-in and the closing of the plan, where nothing is suggested. */
export function caretContext($position: ResolvedPos): CaretContext | undefined {
  const item = ancestor($position, (node) => node.type === nodes.item);
  const section = ancestor(
    $position,
    (node) => node.type === nodes.section || node.type === nodes.subsection,
  );
  if (!item && !section) return undefined;
  const textblock = $position.parent;
  const text = textblock.textContent;
  const inHeading =
    item !== undefined &&
    textblock.type === nodes.lead &&
    $position.parentOffset <= headingEnd(text, item.attrs["plain"] === true);
  const start = item && !inHeading && textblock.type === nodes.lead ? headingLength(text) : 0;
  return {
    place: item ? (inHeading ? "heading" : "body") : "section",
    typed: item ? text.slice(start, $position.parentOffset).slice(-TYPED_LENGTH) : "",
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
