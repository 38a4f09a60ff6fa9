/** What is still to be verified (待核实) in the open document: marked by the drafter, or written out as an open place. */
import type { Node } from "prosemirror-model";
import { perNode } from "./memo.ts";
import { toRichText } from "./rich-text.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

export interface PendingPlace {
  readonly kind: "marked" | "written";
  /** Positions in the document. */
  readonly from: number;
  readonly to: number;
  /** Id of the part, paragraph or clause it stands in; `title` for the title. */
  readonly block: string;
  readonly text: string;
  /** Some characters of the paragraph before and after it. */
  readonly before: string;
  readonly after: string;
}

type Found = Pick<PendingPlace, "kind" | "from" | "to">;

/** Words and signs with which drafters leave something open. */
const WRITTEN = /待核实|待补充|待定稿|[×xX]{2,}/g;
const CONTEXT_LENGTH = 16;

/** Every place in document order; what is marked and written out at once is one. */
export function pendingPlaces(doc: Node): readonly PendingPlace[] {
  const places: PendingPlace[] = [];
  doc.descendants((node, position, parent) => {
    if (!node.isTextblock) return true;
    const text = node.textContent;
    for (const { kind, from, to } of foundIn(node))
      places.push({
        kind,
        from: position + 1 + from,
        to: position + 1 + to,
        block: blockOf(node, parent),
        text: text.slice(from, to),
        before: text.slice(Math.max(0, from - CONTEXT_LENGTH), from),
        after: text.slice(to, to + CONTEXT_LENGTH),
      });
    return false;
  });
  return places;
}

/** Places of one paragraph, their offsets inside its text. */
const foundIn: (textblock: Node) => readonly Found[] = perNode((textblock) => {
  const marked = toRichText(textblock)
    .marks.filter(({ type }) => type === "pending")
    .map(({ from, to }): Found => ({ kind: "marked", from, to }));
  const written = [...textblock.textContent.matchAll(WRITTEN)]
    .map((match): Found => ({ kind: "written", from: match.index, to: match.index + match[0].length }))
    .filter(({ from, to }) => !marked.some((mark) => mark.from < to && from < mark.to));
  return [...marked, ...written].sort((one, other) => one.from - other.from);
});

function blockOf(textblock: Node, parent: Node | null): string {
  if (textblock.type === nodes.title) return "title";
  return (textblock.type === nodes.lead ? parent : textblock)?.attrs["id"] ?? "";
}
