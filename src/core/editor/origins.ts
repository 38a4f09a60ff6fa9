/** Provenance of the text of an open document: what is reused, from where, and how much of it is still there. */
import type { Node } from "prosemirror-model";
import { alignSentences } from "../compare/overlap.ts";
import { sentencesOf } from "../compare/sentences.ts";
import type { OriginSource, WorkPlan } from "../plan/model.ts";
import { planSchema } from "./schema.ts";

const { origin } = planSchema.marks;

/** Share of a reused sentence that must survive for it to be a reused one. */
export const SURVIVING_SHARE = 0.5;

export interface ReusedText {
  /** Key in `WorkPlan.sources`. */
  readonly key: string;
  readonly source: OriginSource;
  /** Where it stands, as positions in the document, in order. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly characters: number;
}

/**
 * Reused texts by item of the source, in the order in which they first appear. Text inserted from one item at two times
 * has two sources, each with its wording, and is one reused text.
 */
export function reusedTexts(doc: Node): readonly ReusedText[] {
  const sources: WorkPlan["sources"] = doc.attrs["sources"];
  const found = new Map<string, FoundText>();
  doc.descendants((node, position) => {
    const key: unknown = origin.isInSet(node.marks)?.attrs["source"];
    if (!node.isText || typeof key !== "string") return true;
    const item = itemOf(sources[key]) ?? key;
    const reused = found.get(item) ?? { key, ranges: [] };
    found.set(item, reused);
    const { ranges } = reused;
    const last = ranges.at(-1);
    const to = position + node.nodeSize;
    // Text is cut wherever any mark begins.
    if (last?.to === position) last.to = to;
    else ranges.push({ from: position, to });
    return false;
  });
  return [...found.values()].flatMap(({ key, ranges }) => {
    const source = sources[key];
    const characters = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
    return source ? [{ key, source, ranges, characters }] : [];
  });
}

interface FoundText {
  readonly key: string;
  readonly ranges: { from: number; to: number }[];
}

/** Names the item of a source; two wordings of it have the same name. */
function itemOf(source: OriginSource | undefined): string | undefined {
  if (!source) return undefined;
  const { documentId, section, item, heading } = source;
  return JSON.stringify([documentId, section, item, heading]);
}

/** A sentence whose mark changes; `reused` false: it is the drafter's own by now. Offsets into the paragraph. */
export interface SettledSentence {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly reused: boolean;
}

/**
 * What becomes of the provenance of an edited paragraph: a sentence of which half of the source's sentence survives is
 * marked as a whole, the others not at all. Where the plan does not have the source's wording nothing changes.
 */
export function settledSentences(textblock: Node, sources: WorkPlan["sources"]): readonly SettledSentence[] {
  const marked = markedRanges(textblock);
  if (marked.length === 0) return [];
  const settled: SettledSentence[] = [];
  let from = 0;
  for (const sentence of sentencesOf(textblock.textContent)) {
    const to = from + sentence.length;
    const inside = marked.filter((range) => range.from < to && from < range.to);
    for (const key of new Set(inside.map((range) => range.key))) {
      const original = sources[key]?.text;
      if (original === undefined) continue;
      const reused = survives(original, sentence);
      const own = inside.filter((range) => range.key === key);
      const isWhole = own.length === 1 && (own[0]?.from ?? 0) <= from && (own[0]?.to ?? 0) >= to;
      const isShared = inside.length > own.length;
      if (!reused || (!isWhole && !isShared)) settled.push({ from, to, key, reused });
    }
    from = to;
  }
  return settled;
}

/** Whether half of the sentence of the source that this one comes from is still in it. */
function survives(original: string, sentence: string): boolean {
  return alignSentences(original, sentence).some(
    ({ last, common }) => last !== null && common >= last.length * SURVIVING_SHARE,
  );
}

interface MarkedRange {
  readonly key: string;
  readonly from: number;
  to: number;
}

function markedRanges(textblock: Node): readonly MarkedRange[] {
  const ranges: MarkedRange[] = [];
  textblock.forEach((text, offset) => {
    const key: unknown = origin.isInSet(text.marks)?.attrs["source"];
    if (typeof key !== "string") return;
    const last = ranges.at(-1);
    const to = offset + text.nodeSize;
    if (last?.key === key && last.to === offset) last.to = to;
    else ranges.push({ key, from: offset, to });
  });
  return ranges;
}
