/** Copy, cut, paste and drop. Nothing of foreign markup reaches the page: text comes in as paragraphs at the caret. */
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { isHeading, type PlanLine } from "../../../core/editor/lines.ts";
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
import { moveSelected } from "../commands/move-selected.ts";
import { MAX_PASTED_PARAGRAPHS, pasteInto } from "../commands/paste-lines.ts";
import { deleteSelectedText } from "../commands/structure.ts";

/** Longest pasted text, in characters. */
const MAX_PASTED_TEXT = 5 * 1024 * 1024;
/** Longest HTML whose lists are read by the host; of longer HTML only the characters are taken. */
const MAX_STRUCTURED_HTML = 2 * 1024 * 1024;
/** Longest HTML that is read at all, where there is no plain text beside it: the markup of Word is many times its text. */
const MAX_PASTED_HTML = 64 * 1024 * 1024;

/**
 * Why a paste did not happen: too many characters, too many paragraphs, or no text at all (a picture, a file). Or why it
 * came in as `plain-text`: it is too long to be read for its structure.
 */
export type PasteRefusal =
  | "paragraph-full"
  | "text-too-long"
  | "too-many-paragraphs"
  | "no-text"
  | "plain-text";

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
  /** View from which selected text is dragged. */
  let dragged: EditorView | undefined;

  /** Text from elsewhere, or a copy, is pasted where it is dropped. */
  function drop(view: EditorView, data: DataTransfer, position: number, asCopy: boolean): void {
    const source = dragged;
    dragged = undefined;
    const own = source && !asCopy ? parseCopiedLines(data, source.state) : undefined;
    if (source && own) {
      const moved = moveSelected(source.state, own, position);
      if (moved) source.dispatch(moved);
      return;
    }
    const { tr, doc } = view.state;
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(position))));
    paste(view, data, options);
  }

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
        // ProseMirror would move a dragged selection itself, with no notion of the levels of a plan.
        dragstart: (view, event) => {
          if (view.state.selection.empty || !event.dataTransfer) return false;
          writeCopied(event.dataTransfer, copySelection(view.state));
          event.dataTransfer.effectAllowed = "copyMove";
          dragged = view;
          return true;
        },
        dragend: () => {
          dragged = undefined;
          return false;
        },
        drop: (view, event) => {
          if (!event.dataTransfer) return false;
          event.preventDefault();
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (view.editable && !view.composing && place)
            drop(view, event.dataTransfer, place.pos, event.ctrlKey);
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
  else if (text.length > LONGEST_STRUCTURED || isUnread(html, data)) {
    if (pasteText(view, text, undefined, options)) onRefused("plain-text");
  } else if (!readHtml || !AUTOMATIC_NUMBERS.test(html)) pasteText(view, text, sourceOfText(text), options);
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

/** Whether HTML is too long for what it would tell beyond the plain text beside it. */
function isUnread(html: string, data: DataTransfer): boolean {
  const tellsMore = () => data.getData("text/plain") === "" || AUTOMATIC_NUMBERS.test(html);
  return html.length > MAX_STRUCTURED_HTML && tellsMore();
}

/** Pastes text as parts of the plan where `source` is written like one, else as paragraphs; false where it is refused. */
function pasteText(
  view: EditorView,
  text: string,
  source: SourceLines | undefined,
  options: PasteOptions,
): boolean {
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
    return true;
  }
  return insertOrRefuse(view, { lines: linesOfText(text), whole: false, sources }, options);
}

function insertOrRefuse(view: EditorView, pasted: PastedLines, { onRefused }: PasteOptions): boolean {
  if (pasted.lines.length > MAX_PASTED_PARAGRAPHS) onRefused("too-many-paragraphs");
  else if (pasted.lines.length === 0) onRefused("no-text");
  else if (insert(view, pasted)) return true;
  else onRefused("text-too-long");
  return false;
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
  const html = plain === "" ? data.getData("text/html") : "";
  if (html.length > MAX_PASTED_HTML) return undefined;
  const text = plain === "" ? textOfHtml(html) : plain;
  return text.length > MAX_PASTED_TEXT ? undefined : text;
}

/** False where the paragraph of the caret would become too long. */
function insert(view: EditorView, pasted: PastedLines, asParts = false): boolean {
  const tr = pasteInto(view.state, pasted, asParts);
  if (!tr) return false;
  view.dispatch(tr);
  return true;
}
