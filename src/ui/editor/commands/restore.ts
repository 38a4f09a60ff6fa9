/** Commands that bring text of an earlier version back. Each is one step of undo. */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, Selection } from "prosemirror-state";
import { findBlock } from "../../../core/editor/blocks.ts";
import { toDoc } from "../../../core/editor/convert.ts";
import type { WorkPlan } from "../../../core/plan/model.ts";

/** Makes the text and the form data those of `plan`. */
export function restorePlan(plan: WorkPlan): Command {
  return (state, dispatch) => {
    const doc = toDoc(plan);
    if (doc.eq(state.doc)) return false;
    const tr = closeHistory(state.tr).replaceWith(0, state.doc.content.size, doc.content);
    for (const [name, value] of Object.entries(doc.attrs)) {
      if (JSON.stringify(state.doc.attrs[name]) !== JSON.stringify(value)) tr.setDocAttribute(name, value);
    }
    dispatch?.(tr.setSelection(Selection.atStart(tr.doc)));
    return true;
  };
}

/**
 * Gives one block the text of an earlier version: in place of the block `now`, or, where that is undefined, behind the
 * block `after`. False where the place does not take it.
 */
export function restoreBlock(
  plan: WorkPlan,
  id: string,
  place: { readonly now: string } | { readonly after: string },
): Command {
  return (state, dispatch) => {
    const old = findBlock(toDoc(plan), id)?.node;
    const found = findBlock(state.doc, "now" in place ? place.now : place.after);
    if (!old || !found) return false;
    const { node, position } = found;
    const end = position + node.nodeSize;
    const start = "now" in place ? position : end;
    if (!takes(state.doc, start, end, old) || ("now" in place && node.eq(old))) return false;
    dispatch?.(closeHistory(state.tr).replaceWith(start, end, old));
    return true;
  };
}

function takes(doc: Node, start: number, end: number, node: Node): boolean {
  const $start = doc.resolve(start);
  return $start.parent.canReplaceWith($start.index(), doc.resolve(end).index(), node.type);
}
