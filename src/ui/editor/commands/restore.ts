/** Commands that bring text of an earlier version back. Each is one step of undo. */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, Selection } from "prosemirror-state";
import { findBlock } from "../../../core/editor/blocks.ts";
import { toDoc } from "../../../core/editor/convert.ts";
import { oldPlaceOf } from "../../../core/editor/old-place.ts";
import type { WorkPlan } from "../../../core/plan/model.ts";

const REVISION_ATTRIBUTES: readonly string[] = ["tracking", "revisionBase", "changeRecords"];

/** Makes the text and the form data those of `plan`. While changes are tracked this is one too, to be accepted or rejected. */
export function restorePlan(plan: WorkPlan): Command {
  return (state, dispatch) => {
    const doc = toDoc(plan);
    if (doc.eq(state.doc)) return false;
    const tr = closeHistory(state.tr).replaceWith(0, state.doc.content.size, doc.content);
    const kept = state.doc.attrs["tracking"] === true ? REVISION_ATTRIBUTES : [];
    for (const [name, value] of Object.entries(doc.attrs)) {
      if (kept.includes(name)) continue;
      if (JSON.stringify(state.doc.attrs[name]) !== JSON.stringify(value)) tr.setDocAttribute(name, value);
    }
    dispatch?.(tr.setSelection(Selection.atStart(tr.doc)));
    return true;
  };
}

/**
 * Gives one block of an earlier version back: its text to the block `now`, which stays where it is, or, where `now`
 * is undefined or `moves`, the block itself to the place beside its old neighbours. False where the place does not take it.
 */
export function restoreBlock(plan: WorkPlan, id: string, now: string | undefined, moves = false): Command {
  return (state, dispatch) => {
    const oldDoc = toDoc(plan);
    const old = findBlock(oldDoc, id)?.node;
    const found = now === undefined ? undefined : findBlock(state.doc, now);
    if (!old || (now !== undefined && !found)) return false;
    const tr = closeHistory(state.tr);
    if (found && !moves) {
      const end = found.position + found.node.nodeSize;
      if (found.node.eq(old) || !takes(state.doc, found.position, end, old)) return false;
      dispatch?.(tr.replaceWith(found.position, end, old));
      return true;
    }
    if (found) tr.delete(found.position, found.position + found.node.nodeSize);
    const place = oldPlaceOf(oldDoc, tr.doc, id);
    if (!place) return false;
    tr.insert(place.position, place.node);
    if (tr.doc.eq(state.doc)) return false;
    dispatch?.(tr);
    return true;
  };
}

function takes(doc: Node, start: number, end: number, node: Node): boolean {
  const $start = doc.resolve(start);
  return $start.parent.canReplaceWith($start.index(), doc.resolve(end).index(), node.type);
}
