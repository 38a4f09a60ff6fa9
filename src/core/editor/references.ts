/** References (见第12项) in the open document: finding them, and writing the numbers that they should have. */
import { Fragment, type Node } from "prosemirror-model";
import type { Transform } from "prosemirror-transform";
import type { ReferenceMark } from "../plan/model.ts";
import { referencePhrases } from "../references/phrases.ts";
import type { PlanPlaces } from "../references/places.ts";
import { referenceNumber } from "../references/reference-number.ts";
import { LEVEL_OF } from "./lines.ts";
import { perNode } from "./memo.ts";
import { planSchema } from "./schema.ts";

const { marks } = planSchema;

/** A marked number. Positions are in the document, or in the node that was asked. */
export interface PlacedReference extends Pick<ReferenceMark, "target" | "level" | "from" | "to"> {
  /** The number as it stands. */
  readonly text: string;
  /** Ids of the parts it stands in, the innermost first. */
  readonly around: readonly string[];
}

/** Every reference of the document in its order; looked for only in what an edit has changed. */
export function referencesOf(doc: Node): readonly PlacedReference[] {
  return foundIn(doc);
}

const NONE: readonly PlacedReference[] = [];

/** From the start of the content of a node. */
const foundIn: (node: Node) => readonly PlacedReference[] = perNode((node) => {
  if (node.isTextblock) return marked(node);
  const found: PlacedReference[] = [];
  const ids: readonly string[] = isPart(node) ? [node.attrs["id"]] : [];
  node.forEach((child, offset) => {
    for (const each of foundIn(child))
      found.push({
        ...each,
        from: each.from + offset + 1,
        to: each.to + offset + 1,
        around: [...each.around, ...ids],
      });
  });
  return found.length === 0 ? NONE : found;
});

function marked(textblock: Node): readonly PlacedReference[] {
  if (!textblock.children.some(({ marks: own }) => marks.reference.isInSet(own))) return NONE;
  const found: PlacedReference[] = [];
  textblock.forEach((text, from) => {
    const mark = marks.reference.isInSet(text.marks);
    if (!mark) return;
    const { target, level } = mark.attrs;
    const to = from + text.nodeSize;
    const last = found.at(-1);
    // Other marks may part a number in two.
    if (last?.to === from && last.target === target && last.level === level)
      found[found.length - 1] = { ...last, to, text: last.text + (text.text ?? "") };
    else found.push({ target, level, from, to, text: text.text ?? "", around: [] });
  });
  return found;
}

/** Whether a node is a part of the plan with a number and a heading. */
export function isPart({ type }: Node): boolean {
  return type.name in LEVEL_OF;
}

/** A range of positions. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Gives every reference of the document of `transform` the number that its target now has; those without a target stay
 * as they are.
 */
export function followReferences<T extends Transform>(transform: T, places: PlanPlaces): T {
  for (const { from, to, text, ...reference } of referencesOf(transform.doc).toReversed()) {
    const number = referenceNumber(places, reference, text);
    if (number === undefined || number === text) continue;
    const kept = transform.doc.nodeAt(from)?.marks ?? [];
    transform.replaceWith(from, to, planSchema.text(number, kept));
  }
  return transform;
}

/** What stands in no phrase of reference any more becomes text, as where 第12项 has become 第12号 or was cut in two. */
export function releaseBroken<T extends Transform>(transform: T): T {
  const { doc } = transform;
  for (const reference of referencesOf(doc)) if (!isInPhrase(doc, reference)) unlink(transform, reference);
  return transform;
}

/** References in edited paragraphs that were written over by hand become text: another number means another part. */
export function releaseEdited<T extends Transform>(
  transform: T,
  places: PlanPlaces,
  edited: readonly Range[],
): T {
  const { doc } = transform;
  for (const reference of touchedReferences(doc, edited)) {
    const number = referenceNumber(places, reference, reference.text);
    const isWrittenOver = number !== undefined && number !== reference.text;
    if (isWrittenOver || !isInPhrase(doc, reference)) unlink(transform, reference);
  }
  return transform;
}

/** References in the paragraphs that the ranges touch. */
function touchedReferences(doc: Node, ranges: readonly Range[]): readonly PlacedReference[] {
  return referencesOf(doc).filter(({ from }) => {
    const $from = doc.resolve(from);
    return ranges.some((range) => range.from <= $from.end() && $from.start() <= range.to);
  });
}

function unlink(transform: Transform, { from, to }: Range): void {
  transform.removeMark(from, to, marks.reference);
}

/** Whether the marked characters are one number of a phrase of reference. */
function isInPhrase(doc: Node, { from, to }: Range): boolean {
  const $from = doc.resolve(from);
  const start = $from.start();
  return phrasesIn($from.parent).some(({ numbers }) =>
    numbers.some((number) => start + number.from === from && start + number.to === to),
  );
}

const phrasesIn = perNode((textblock) => referencePhrases(textblock.textContent));

/** The phrase around a number, or the range itself where it stands in none; positions in the document. */
export function phraseAround(doc: Node, { from, to }: Range): Range {
  const $from = doc.resolve(from);
  const start = $from.start();
  const phrase = phrasesIn($from.parent).find((each) => start + each.from <= from && to <= start + each.to);
  return phrase ? { from: start + phrase.from, to: start + phrase.to } : { from, to };
}

/** Text whose references are mere text. */
export function withoutReferences(content: Fragment): Fragment {
  return Fragment.fromArray(
    content.content.map((text) => text.mark(marks.reference.removeFromSet(text.marks))),
  );
}
