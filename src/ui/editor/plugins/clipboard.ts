/** Copy, cut, paste and drop. Nothing of foreign markup reaches the page: text comes in as paragraphs at the caret. */
import { closeHistory } from "prosemirror-history";
import { Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { eraseRange } from "../../../core/editor/erase.ts";
import { insertLines } from "../../../core/editor/insert.ts";
import { type PlanLine, toLines } from "../../../core/editor/lines.ts";
import { textOfHtml } from "../clipboard/html-text.ts";
import { linesOfText } from "../clipboard/lines-of-text.ts";
import { copySelection, PLAN_CLIPBOARD_TYPE, parseCopiedLines } from "../clipboard/plan-clipboard.ts";
import { applyLineEdit, lineSelection } from "../commands/edit-lines.ts";
import { deleteSelectedText } from "../commands/structure.ts";
import { exceedsTextLimit } from "./text-limit.ts";

/** Longest pasted text, in characters. */
const MAX_PASTED_TEXT = 5 * 1024 * 1024;
/** Longest HTML that is read where there is no plain text beside it. */
const MAX_PASTED_HTML = 2 * 1024 * 1024;
const MAX_PASTED_PARAGRAPHS = 20_000;

/** Why a paste did not happen: too many characters, too many paragraphs, or no text at all (a picture, a file). */
export type PasteRefusal = "text-too-long" | "too-many-paragraphs" | "no-text";

export function clipboardPlugin(onRefused: (reason: PasteRefusal) => void): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy: (view, event) => copy(view, event),
        cut: (view, event) => {
          if (!copy(view, event)) return true;
          if (view.editable) deleteSelectedText(view.state, view.dispatch);
          return true;
        },
        paste: (view, event) => {
          event.preventDefault();
          if (view.editable && event.clipboardData) paste(view, event.clipboardData, onRefused);
          return true;
        },
        drop: (view, event) => {
          // ProseMirror moves what was dragged inside the text.
          if (view.dragging || !event.dataTransfer) return false;
          event.preventDefault();
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (!view.editable || !place) return true;
          const { tr, doc } = view.state;
          view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place.pos))));
          paste(view, event.dataTransfer, onRefused);
          return true;
        },
      },
    },
  });
}

function copy(view: EditorView, event: ClipboardEvent): boolean {
  event.preventDefault();
  if (view.state.selection.empty || !event.clipboardData) return false;
  const { plain, html, lines } = copySelection(view.state);
  event.clipboardData.setData("text/plain", plain);
  event.clipboardData.setData("text/html", html);
  event.clipboardData.setData(PLAN_CLIPBOARD_TYPE, lines);
  return true;
}

function paste(view: EditorView, data: DataTransfer, onRefused: (reason: PasteRefusal) => void): void {
  const own = parseCopiedLines(data.getData(PLAN_CLIPBOARD_TYPE), view.state);
  const sources = own?.sources ?? view.state.doc.attrs["sources"];
  const text = own ? "" : foreignText(data);
  const lines = own?.lines ?? linesOfText(text ?? "");
  if (text === undefined) onRefused("text-too-long");
  else if (lines.length > MAX_PASTED_PARAGRAPHS) onRefused("too-many-paragraphs");
  else if (lines.length === 0) onRefused("no-text");
  else if (!insert(view, lines, sources)) onRefused("text-too-long");
}

/** Plain text wherever there is one: it is what the other program itself thinks its text is. Undefined: too long. */
function foreignText(data: DataTransfer): string | undefined {
  const plain = data.getData("text/plain");
  if (plain !== "") return plain.length > MAX_PASTED_TEXT ? undefined : plain;
  const html = data.getData("text/html");
  return html.length > MAX_PASTED_HTML ? undefined : textOfHtml(html);
}

/** False where the paragraph of the caret would become too long. */
function insert(view: EditorView, inserted: readonly PlanLine[], sources: unknown): boolean {
  const tr = closeHistory(view.state.tr);
  if (sources !== tr.doc.attrs["sources"]) tr.setDocAttribute("sources", sources);
  const lines = toLines(tr.doc);
  const { from, to } = lineSelection(view.state, lines);
  const erased = view.state.selection.empty ? { lines, caret: from } : eraseRange(lines, from, to);
  const edit = erased && insertLines(erased.lines, erased.caret, inserted);
  if (!edit || exceedsTextLimit(applyLineEdit(tr, lines, edit))) return false;
  view.dispatch(tr.scrollIntoView().setMeta("uiEvent", "paste"));
  return true;
}
