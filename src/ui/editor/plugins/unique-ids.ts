/** Gives new blocks their ids and makes duplicate ids unique, in the transaction that brought them. */
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, type Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { NEW_ID, planSchema } from "../../../core/editor/schema.ts";
import { type ChangedRange, changedRanges, changesShape } from "./changes.ts";

/** `newId` gives an id that no block of any plan has. */
export function uniqueIdsPlugin(newId: () => string): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) => {
      if (!transactions.some((tr) => tr.docChanged && bringsIds(tr))) return null;
      const repaired = repairIds(state, insertedRanges(transactions), newId);
      return repaired.docChanged ? repaired : null;
    },
  });
}

/** Text alone brings an id only with a dated mark. */
function bringsIds(tr: Transaction): boolean {
  if (changesShape(tr)) return true;
  return tr.steps.some(
    (step) =>
      step instanceof ReplaceStep &&
      step.slice.content.content.some((text) => planSchema.marks.dated.isInSet(text.marks)),
  );
}

function insertedRanges(transactions: readonly Transaction[]): readonly ChangedRange[] {
  return transactions.flatMap((tr, index) => {
    const later = transactions.slice(index + 1);
    return changedRanges(tr).map(({ from, to }) => ({
      from: later.reduce((position, { mapping }) => mapping.map(position, -1), from),
      to: later.reduce((position, { mapping }) => mapping.map(position, 1), to),
    }));
  });
}

function repairIds(state: EditorState, inserted: readonly ChangedRange[], newId: () => string): Transaction {
  const { tr, doc } = state;
  const isInserted = (position: number) => inserted.some(({ from, to }) => position >= from && position < to);
  const taken = new Set<string>([NEW_ID]);
  // What stood there before keeps its id, also where a copy was put in front of it.
  doc.descendants((node, position) => {
    if (!isInserted(position) && typeof node.attrs["id"] === "string") taken.add(node.attrs["id"]);
    return !node.isTextblock;
  });
  doc.descendants((node, position) => {
    const id = node.attrs["id"];
    if (typeof id !== "string" || !isInserted(position)) return !node.isTextblock;
    if (taken.has(id)) tr.setNodeAttribute(position, "id", newId());
    taken.add(id);
    return !node.isTextblock;
  });
  repairDatedIds(tr, doc, isInserted, newId);
  return tr;
}

/** A dated mark is one range: the same id further on is a copy or the second half of a cut paragraph. */
function repairDatedIds(
  tr: Transaction,
  doc: Node,
  isInserted: (position: number) => boolean,
  newId: () => string,
): void {
  const { dated } = planSchema.marks;
  const seen = new Map<string, number>();
  const pieces: { readonly from: number; readonly to: number; readonly node: Node }[] = [];
  doc.descendants((node, position) => {
    if (node.isText && dated.isInSet(node.marks))
      pieces.push({ from: position, to: position + node.nodeSize, node });
  });
  const old = pieces.filter(({ from }) => !isInserted(from));
  const brought = pieces.filter(({ from }) => isInserted(from));
  for (const { from, to, node } of [...old, ...brought]) {
    const mark = dated.isInSet(node.marks);
    if (!mark) continue;
    const { id } = mark.attrs;
    const end = seen.get(id);
    if (end !== undefined && end !== from) {
      const renamed = dated.create({ ...mark.attrs, id: newId() });
      tr.addMark(from, to, renamed);
    } else {
      seen.set(id, to);
    }
  }
}
