import { closeHistory } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { seenAnew } from "../../../core/editor/reclassify.ts";
import { planSchema } from "../../../core/editor/schema.ts";
import type { ClassifyDated } from "../../../core/rollover/classify.ts";

/** Looks at the dated expressions again, after the calendar tables have changed; one step of undo. */
export function reclassifyDated(classify: ClassifyDated, newId: () => string): Command {
  return (state, dispatch) => {
    const changes = seenAnew(state.doc, classify);
    if (changes.length === 0) return false;
    const tr = closeHistory(state.tr);
    for (const { from, to, id, seen } of changes) {
      const { kind, original, proposed, certain, reason } = seen;
      // Nothing in an open document is replaced unasked.
      const settled = seen.state === "kept" ? "kept" : "open";
      const attributes = { id: id ?? newId(), kind, state: settled, original, proposed, certain, reason };
      tr.addMark(from, to, planSchema.mark("dated", attributes));
    }
    dispatch?.(tr);
    return true;
  };
}
