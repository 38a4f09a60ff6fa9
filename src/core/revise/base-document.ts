/** The text before the open changes: stored as plan data, worked on as a document. */
import type { Node } from "prosemirror-model";
import { contentOf, textOfDoc } from "../editor/convert.ts";
import { planSchema } from "../editor/schema.ts";
import { EMPTY_FRONT_MATTER, type PlanText } from "../plan/model.ts";

const documents = new WeakMap<PlanText, Node>();

/** The text as a document; its form data mean nothing. */
export function documentOfText(text: PlanText): Node {
  const known = documents.get(text);
  if (known) return known;
  const attributes = { frontMatter: EMPTY_FRONT_MATTER, numbering: { items: "continuous" }, sources: {} };
  const made = planSchema.nodes.doc.create(attributes, [...contentOf(text)]);
  documents.set(text, made);
  return made;
}

/** The text of a document as plan data; its paragraphs stay known, so that they need not be compared again. */
export function textOfDocument(doc: Node): PlanText {
  const text = textOfDoc(doc);
  documents.set(text, doc);
  return text;
}
