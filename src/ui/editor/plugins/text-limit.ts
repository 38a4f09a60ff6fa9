/** Keeps every paragraph within what a plan can hold: a longer one could not be saved. */
import { Plugin, type Transaction } from "prosemirror-state";
import { MAX_TEXT_LENGTH } from "../../../core/plan/model.ts";
import { changedRanges, textblocksIn } from "./changes.ts";

/** Whether a transaction would make a paragraph too long. */
export function exceedsTextLimit(tr: Transaction): boolean {
  if (!tr.docChanged) return false;
  for (const { node } of textblocksIn(tr.doc, changedRanges(tr)).values())
    if (node.content.size > MAX_TEXT_LENGTH) return true;
  return false;
}

export function textLimitPlugin(): Plugin {
  return new Plugin({ filterTransaction: (tr) => !exceedsTextLimit(tr) });
}
