/**
 * Reads marks back from the page. ProseMirror does so where the browser itself changed the text inside a mark, as it
 * does for input methods; only marks that the document has can come back, so markup from outside makes none.
 */
import { DOMParser, type Node, type TagParseRule } from "prosemirror-model";
import { datedExpressions } from "../../core/editor/dated.ts";
import { pendingPlaces } from "../../core/editor/pending.ts";
import { referencesOf } from "../../core/editor/references.ts";
import { planSchema } from "../../core/editor/schema.ts";

/** Parser for the view; `current` gives the document that is shown. */
export function marksInPage(current: () => Node): DOMParser {
  const dated: TagParseRule = {
    tag: "span[data-dated]",
    mark: "dated",
    getAttrs: (element) => {
      const id = element.getAttribute("data-dated");
      const found = datedExpressions(current()).find(({ mark }) => mark.id === id);
      if (!found) return false;
      const { type: _type, from: _from, to: _to, ...attributes } = found.mark;
      return attributes;
    },
  };
  const origin: TagParseRule = {
    tag: "span[data-source]",
    mark: "origin",
    getAttrs: (element) => {
      const source = element.getAttribute("data-source") ?? "";
      return Object.hasOwn(current().attrs["sources"], source) && { source };
    },
  };
  const pending: TagParseRule = {
    tag: "span[data-pending]",
    mark: "pending",
    getAttrs: () => hasPending(current()) && null,
  };
  const reference: TagParseRule = {
    tag: "span[data-reference]",
    mark: "reference",
    getAttrs: (element) => {
      const target = element.getAttribute("data-reference");
      const found = referencesOf(current()).find(
        (each) => each.target === target && each.level === element.getAttribute("data-level"),
      );
      return found !== undefined && { target: found.target, level: found.level };
    },
  };
  return new DOMParser(planSchema, [dated, origin, pending, reference]);
}

function hasPending(doc: Node): boolean {
  return pendingPlaces(doc).some(({ kind }) => kind === "marked");
}
