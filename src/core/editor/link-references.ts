/** Marking the references that a text already has, and the text of new ones. */
import { Fragment, type Mark, type Node } from "prosemirror-model";
import type { Transform } from "prosemirror-transform";
import { ownPhrases } from "../references/own-references.ts";
import type { Place, PlanPlaces } from "../references/places.ts";
import { referenceNumber, referencePieces } from "../references/reference-number.ts";
import { referencesIn } from "../references/resolve.ts";
import { isPart, type Range, referencesOf } from "./references.ts";
import { planSchema } from "./schema.ts";

const { nodes, marks } = planSchema;

/**
 * Marks the numbers in the document of `transform` that refer to parts of this plan without a doubt, or those in the
 * paragraphs that `edited` touches and only in phrases that it touches; not in the phrase that the `caret` stands
 * right behind, which may go on. Numbers stay as they are written, and what waits to be settled stays as it is.
 */
export function linkReferences<T extends Transform>(
  transform: T,
  places: PlanPlaces,
  edited?: readonly Range[],
  caret?: number,
): T {
  const { doc } = transform;
  const known = new Map(referencesOf(doc).map((each) => [each.from, each]));
  const linkIn = (textblock: Node, position: number) => {
    const start = position + 1;
    if (textblock.type === nodes.title || ownPhrases(textblock.textContent).length === 0) return;
    const around = partsAround(doc, start);
    for (const { target, level, phrase, ...link } of referencesIn(textblock.textContent, places, around)) {
      const from = start + link.from;
      const to = start + link.to;
      const written = textblock.textContent.slice(link.from, link.to);
      const old = known.get(from);
      const isSettled = old === undefined || referenceNumber(places, old, old.text) === old.text;
      const isWanted =
        start + phrase.to !== caret &&
        (edited?.some((range) => range.from <= start + phrase.to && start + phrase.from <= range.to) ?? true);
      if (isSettled && isWanted && referenceNumber(places, { target, level }, written) === written)
        transform.addMark(from, to, marks.reference.create({ target, level }));
    }
  };
  const seen = new Set<number>();
  const visit = (node: Node, position: number) => {
    if (node.isTextblock && !seen.has(position)) linkIn(node, position);
    if (node.isTextblock) seen.add(position);
    return !node.isTextblock;
  };
  if (!edited) doc.descendants(visit);
  for (const { from, to } of edited ?? [])
    doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), visit);
  return transform;
}

/** Ids of the parts around a position, the innermost first. */
function partsAround(doc: Node, position: number): readonly string[] {
  const $position = doc.resolve(position);
  const ids: string[] = [];
  for (let depth = $position.depth; depth > 0; depth -= 1) {
    const node = $position.node(depth);
    if (isPart(node)) ids.push(node.attrs["id"]);
  }
  return ids;
}

/** Text of a new reference, its numbers marked; `kept`: marks that it takes over from the place where it comes in. */
export function referenceContent(places: PlanPlaces, place: Place, kept: readonly Mark[]): Fragment {
  const words = (text: string, own: readonly Mark[]) => (text === "" ? [] : [planSchema.text(text, own)]);
  const target = place.id;
  return Fragment.fromArray(
    referencePieces(places, place).flatMap(({ before, number, after, level }) => [
      ...words(before, kept),
      ...words(number, marks.reference.create({ target, level }).addToSet(kept)),
      ...words(after, kept),
    ]),
  );
}
