/** Copy, cut, paste and drop. Nothing of foreign markup reaches the page: text comes in as paragraphs at the caret. */
import { closeHistory, undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, Plugin, TextSelection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { eraseRange } from "../../../core/editor/erase.ts";
import { fromLines } from "../../../core/editor/from-lines.ts";
import { insertLines } from "../../../core/editor/insert.ts";
import { insertWholeParts } from "../../../core/editor/insert-parts.ts";
import { type LineEdit, splitLine } from "../../../core/editor/line-edit.ts";
import { isHeading, type PlanLine, toLines } from "../../../core/editor/lines.ts";
import type { SourceLines } from "../../../core/reading/plan-reading.ts";
import { textOfHtml } from "../clipboard/html-text.ts";
import { linesOfText } from "../clipboard/lines-of-text.ts";
import {
  copySelection,
  type PastedLines,
  parseCopiedLines,
  writeCopied,
} from "../clipboard/plan-clipboard.ts";
import {
  LONGEST_STRUCTURED,
  type StructuredLines,
  sourceOfText,
  structuredLines,
} from "../clipboard/structured-lines.ts";
import { applyLineEdit, lineSelection } from "../commands/edit-lines.ts";
import { deleteSelectedText } from "../commands/structure.ts";
import { exceedsTextLimit } from "./text-limit.ts";

/** Longest pasted text, in characters. */
const MAX_PASTED_TEXT = 5 * 1024 * 1024;
/** Longest HTML that is read where there is no plain text beside it. */
const MAX_PASTED_HTML = 2 * 1024 * 1024;
const MAX_PASTED_PARAGRAPHS = 20_000;

/** Why a paste did not happen: too many characters, too many paragraphs, or no text at all (a picture, a file). */
export type PasteRefusal = "paragraph-full" | "text-too-long" | "too-many-paragraphs" | "no-text";

/** A paste that came in as parts of the plan. */
export interface StructuredPaste extends Omit<StructuredLines, "lines"> {
  /** The document before it. */
  readonly before: Node;
  /** Takes it back and pastes the same text as plain paragraphs; to be called while it is the last change. */
  readonly asPlainText: () => void;
}

export interface PasteOptions {
  readonly onRefused: (reason: PasteRefusal) => void;
  readonly onStructured: (pasted: StructuredPaste) => void;
  /** Lines of HTML with its automatic numbers written out; undefined where it cannot be read. Absent: nobody reads it. */
  readonly readHtml?: (html: string) => Promise<SourceLines | undefined>;
}

export function clipboardPlugin(options: PasteOptions): Plugin {
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
          if (view.editable && event.clipboardData) paste(view, event.clipboardData, options);
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
          paste(view, event.dataTransfer, options);
          return true;
        },
      },
    },
  });
}

function copy(view: EditorView, event: ClipboardEvent): boolean {
  event.preventDefault();
  if (view.state.selection.empty || !event.clipboardData) return false;
  writeCopied(event.clipboardData, copySelection(view.state));
  return true;
}

function paste(view: EditorView, data: DataTransfer, options: PasteOptions): void {
  const own = parseCopiedLines(data, view.state);
  if (own) insertOrRefuse(view, own, options);
  else pasteForeign(view, data, options);
}

function pasteForeign(view: EditorView, data: DataTransfer, options: PasteOptions): void {
  const { onRefused, readHtml } = options;
  const text = foreignText(data);
  const html = data.getData("text/html");
  if (text === undefined) onRefused("text-too-long");
  else if (!readHtml || !hasNumbersOfItsOwn(html)) pasteText(view, text, sourceOfText(text), options);
  else {
    const { doc } = view.state;
    void readHtml(html).then((source) => {
      if (view.isDestroyed || !view.editable) return;
      // Whoever typed on meanwhile gets the text where the caret now is, and nothing is read into it.
      const isUntouched = view.state.doc === doc && !view.composing;
      pasteText(view, text, isUntouched ? (source ?? sourceOfText(text)) : undefined, options);
    });
  }
}

/** Lists whose numbers are made by Word or the browser: the plain text beside them may lack the numbers. */
const AUTOMATIC_NUMBERS = /<li\b|mso-list:/i;

function hasNumbersOfItsOwn(html: string): boolean {
  return html.length <= LONGEST_STRUCTURED * 8 && AUTOMATIC_NUMBERS.test(html);
}

/** Pastes text as parts of the plan where `source` is written like one, else as paragraphs. */
function pasteText(
  view: EditorView,
  text: string,
  source: SourceLines | undefined,
  options: PasteOptions,
): void {
  const structured = source && !view.composing && structuredLines(source, isEmptyTitle(view.state));
  const { doc: before } = view.state;
  const { sources } = before.attrs;
  if (structured && insertParts(view, structured.lines)) {
    const { doc } = view.state;
    const asPlainText = () => {
      if (view.isDestroyed || view.state.doc !== doc || !undo(view.state, view.dispatch)) return;
      insertOrRefuse(view, { lines: linesOfText(text), whole: false, sources }, options);
      view.focus();
    };
    const { sections, items, dropped } = structured;
    options.onStructured({ sections, items, dropped, before, asPlainText });
    return;
  }
  insertOrRefuse(view, { lines: linesOfText(text), whole: false, sources }, options);
}

function insertOrRefuse(view: EditorView, pasted: PastedLines, { onRefused }: PasteOptions): void {
  if (pasted.lines.length > MAX_PASTED_PARAGRAPHS) onRefused("too-many-paragraphs");
  else if (pasted.lines.length === 0) onRefused("no-text");
  else if (!insert(view, pasted)) onRefused("text-too-long");
}

function isEmptyTitle({ selection, doc }: EditorState): boolean {
  const { $from } = selection;
  return $from.parent === doc.firstChild && $from.parent.content.size === 0;
}

/** Text before the first part comes in at the caret, with a paragraph cut in two where it stands inside one. */
function insertParts(view: EditorView, parts: readonly PlanLine[]): boolean {
  const [first] = parts;
  const whole = first !== undefined && isHeading(first);
  const { sources } = view.state.doc.attrs;
  return parts.length <= MAX_PASTED_PARAGRAPHS && insert(view, { lines: parts, whole, sources }, true);
}

/** Plain text wherever there is one: it is what the other program itself thinks its text is. Undefined: too long. */
function foreignText(data: DataTransfer): string | undefined {
  const plain = data.getData("text/plain");
  if (plain !== "") return plain.length > MAX_PASTED_TEXT ? undefined : plain;
  const html = data.getData("text/html");
  return html.length > MAX_PASTED_HTML ? undefined : textOfHtml(html);
}

/** False where the paragraph of the caret would become too long. */
function insert(view: EditorView, pasted: PastedLines, asParts = false): boolean {
  const tr = pasteInto(view.state, pasted, asParts);
  if (!tr) return false;
  view.dispatch(tr);
  return true;
}

/** The paste at the selection as one step of undo; undefined where a paragraph would become too long. */
export function pasteInto(state: EditorState, pasted: PastedLines, asParts = false): Transaction | undefined {
  const lines = toLines(state.doc);
  const { from, to } = lineSelection(state, lines);
  const erased = state.selection.empty ? { lines, caret: from } : eraseRange(lines, from, to);
  return erased && pasteAt(state, erased, pasted, asParts);
}

function pasteAt(
  state: EditorState,
  erased: LineEdit,
  pasted: PastedLines,
  asParts: boolean,
): Transaction | undefined {
  const tr = closeHistory(state.tr);
  const edit = inserted(tr, erased, pasted, asParts);
  if (pasted.sources !== tr.doc.attrs["sources"]) tr.setDocAttribute("sources", pasted.sources);
  if (!edit || exceedsTextLimit(applyLineEdit(tr, toLines(state.doc), edit))) return undefined;
  return tr.scrollIntoView().setMeta("uiEvent", "paste");
}

/** Pastes whole parts below the part with this id, as at the end of its heading; not for anything else. */
export function pasteBelow(id: string, data: DataTransfer): Command {
  return (state, dispatch) => {
    const pasted = parseCopiedLines(data, state);
    const lines = toLines(state.doc);
    const line = lines.findIndex((each) => isHeading(each) && each.attributes["id"] === id);
    const caret = { line, offset: lines[line]?.content.size ?? 0 };
    if (!pasted?.whole || line < 0 || pasted.lines.length > MAX_PASTED_PARAGRAPHS) return false;
    const tr = pasteAt(state, { lines, caret }, pasted, false);
    if (tr) dispatch?.(tr);
    return tr !== undefined;
  };
}

function inserted(
  tr: Transaction,
  erased: LineEdit,
  { lines, whole }: PastedLines,
  asParts: boolean,
): LineEdit | undefined {
  if (whole) {
    // As the document has them: an erased selection has left wishes.
    const before = toLines(fromLines(tr.doc, erased.lines));
    return insertWholeParts(before, erased.caret, lines);
  }
  const at = asParts ? betweenParts(erased) : erased;
  return insertLines(at.lines, at.caret, lines);
}

/** The edit with the caret where parts can begin: a paragraph is cut in two where the caret stands inside it. */
function betweenParts(edit: LineEdit): LineEdit {
  const { lines, caret } = edit;
  const line = lines[caret.line];
  if (!line || caret.line === 0 || caret.offset === line.content.size) return edit;
  if (caret.offset > 0) return { lines: splitLine(lines, caret, "paragraph"), caret };
  const before = caret.line - 1;
  return { lines, caret: { line: before, offset: lines[before]?.content.size ?? 0 } };
}
