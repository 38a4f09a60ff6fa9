/** What a transaction changed, told from its steps. */
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { AddMarkStep, DocAttrStep, RemoveMarkStep, ReplaceStep } from "prosemirror-transform";

/** Whether blocks came, went or changed their kind or attributes: anything but text and marks inside one paragraph. */
export function changesShape(tr: Transaction): boolean {
  return tr.steps.some((step, index) => {
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return false;
    // Of the form data only the way of counting changes what blocks show.
    if (step instanceof DocAttrStep) return step.attr === "numbering";
    if (!(step instanceof ReplaceStep)) return true;
    const { slice, from, to } = step;
    const textOnly =
      slice.openStart === 0 && slice.openEnd === 0 && slice.content.firstChild?.isText !== false;
    const start = tr.docs[index]?.resolve(from);
    return !textOnly || !start?.parent.isTextblock || to > start.end();
  });
}

export interface ChangedRange {
  readonly from: number;
  readonly to: number;
}

/** Ranges of the new document that the steps replaced or marked; an empty range is a place where text went. */
export function changedRanges(tr: Transaction): readonly ChangedRange[] {
  const ranges: ChangedRange[] = [];
  tr.steps.forEach((step, index) => {
    const later = tr.mapping.slice(index + 1);
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      ranges.push({ from: later.map(step.from, -1), to: later.map(step.to, 1) });
      return;
    }
    step.getMap().forEach((_oldFrom, _oldTo, from, to) => {
      ranges.push({ from: later.map(from, -1), to: later.map(to, 1) });
    });
  });
  return ranges;
}

/** The paragraphs that touch the ranges, each once. */
export function textblocksIn(
  doc: Node,
  ranges: readonly ChangedRange[],
): ReadonlyMap<number, { readonly node: Node; readonly parent: Node | null }> {
  const found = new Map<number, { readonly node: Node; readonly parent: Node | null }>();
  for (const { from, to } of ranges) {
    const start = Math.max(0, from - 1);
    const end = Math.min(doc.content.size, to + 1);
    doc.nodesBetween(start, end, (node, position, parent) => {
      if (node.isTextblock) found.set(position, { node, parent });
      return !node.isTextblock;
    });
  }
  return found;
}

/** The ranges in order, those that touch as one: a paragraph that is being typed stays one range. */
export function mergedRanges(ranges: readonly ChangedRange[]): readonly ChangedRange[] {
  const result: ChangedRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && range.from <= last.to + 1)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}
