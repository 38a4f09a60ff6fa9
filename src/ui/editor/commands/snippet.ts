import type { Command } from "prosemirror-state";
import { linesOfText } from "../clipboard/lines-of-text.ts";
import { pasteInto } from "./paste-lines.ts";

/** Writes a snippet in the place of the selection, its lines as paragraphs; not where a paragraph would become too long. */
export function insertSnippet(text: string): Command {
  return (state, dispatch) => {
    const { sources } = state.doc.attrs;
    const tr = pasteInto(state, { lines: linesOfText(text), whole: false, sources });
    if (tr) dispatch?.(tr.scrollIntoView());
    return tr !== undefined;
  };
}
