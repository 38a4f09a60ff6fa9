/**
 * What panels and bars need of the open text: facts derived from the editor's state after every change, and a way to
 * run commands there. The text itself stays in the editor.
 */
import { redoDepth, undoDepth } from "prosemirror-history";
import type { Node, ResolvedPos } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { createStore, type StoreApi } from "zustand/vanilla";
import { type CaretContext, caretContext } from "../../core/editor/caret-context.ts";
import { characterCount } from "../../core/editor/character-count.ts";
import { fromDoc } from "../../core/editor/convert.ts";
import { type DatedExpression, datedExpressions } from "../../core/editor/dated.ts";
import { type OutlineEntry, outline } from "../../core/editor/outline.ts";
import { type PendingPlace, pendingPlaces } from "../../core/editor/pending.ts";
import { type UnsettledReference, unsettledReferences } from "../../core/editor/unsettled-references.ts";
import type { ItemNotes } from "../../core/plan/item-notes.ts";
import {
  EMPTY_FRONT_MATTER,
  type FrontMatter,
  type Numbering,
  type WorkPlan,
} from "../../core/plan/model.ts";
import type { RewriteCause } from "../../core/plan/version.ts";
import type { OpenChange } from "../../core/revise/open-changes.ts";
import { createPartDrag, type PartDrag } from "../drag/part-drag.ts";
import {
  type CopiedText,
  copyParts,
  ghostText,
  hasChangeMarks,
  lastMove,
  type Move,
  type PlanEditor,
  readCaret,
  shownChanges,
} from "../editor/index.ts";

export interface EditorFacts {
  /** The text itself, for views that need all of it; null before there is an editor. */
  readonly doc: Node | null;
  readonly outline: readonly OutlineEntry[];
  readonly dated: readonly DatedExpression[];
  readonly pending: readonly PendingPlace[];
  readonly references: readonly UnsettledReference[];
  readonly notes: ItemNotes;
  /** Whether what is written becomes a change (修订) to be accepted. */
  readonly tracking: boolean;
  readonly changes: readonly OpenChange[];
  /** Whether they are marked in the text. */
  readonly changesMarked: boolean;
  readonly characters: number;
  readonly title: string;
  readonly year: number | null;
  readonly frontMatter: FrontMatter;
  readonly numbering: Numbering;
  /** Undefined where nothing is suggested. */
  readonly caret: CaretContext | undefined;
  /** Where the caret stands in the text of its block; a part's block is its lead. */
  readonly caretAt: BlockPlace | undefined;
  /** How the sentence at the caret is offered to go on; empty where it is not. */
  readonly ghost: string;
  /** What the last change moved; undefined where it moved nothing. */
  readonly moved: Move | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface EditorLink extends StoreApi<EditorFacts> {
  /** Dragging of parts, in the outline and in the text. */
  readonly drag: PartDrag;
  /** Parts for the clipboard; undefined while there is no editor. */
  readonly copy: (ids: ReadonlySet<string>) => CopiedText | undefined;
  /** The editor is there, or (null) gone. */
  readonly attach: (editor: PlanEditor | null) => void;
  /** The editor's state has changed; facts follow after the screen has been painted. */
  readonly update: (state: EditorState) => void;
  /** Runs a command and leaves the keyboard where it is; false where it does not apply. */
  readonly run: (command: Command) => boolean;
  /** As `run`, for a command that rewrites much at once: the plan as it was before is kept as a version. */
  readonly rewrite: (cause: RewriteCause, command: Command) => boolean;
  /** Whether a command would apply now. */
  readonly can: (command: Command) => boolean;
  /** Goes to a block and puts the keyboard into the text. */
  readonly goTo: (id: string) => void;
  /** Puts the keyboard back into the text, exactly where the caret was. */
  readonly focus: () => void;
  /** The plan as it is now; the same object while nothing changes. Undefined while there is no editor. */
  readonly plan: () => WorkPlan | undefined;
  /** Scrolls a range of a block's text into view and marks it, as `reveal` does. */
  readonly revealText: (block: string, from: number, to: number) => void;
  /** Scrolls a range into view and marks it until the next call, without moving caret or focus. */
  readonly reveal: (range: TextRange | undefined) => void;
  /** Marks ranges of the document `doc` until the next call, without touching the page; nothing if it is not shown any more. */
  readonly highlight: (doc: Node, ranges: readonly TextRange[]) => void;
  /** What is selected in the text; undefined while there is no editor. */
  readonly selection: () => TextRange | undefined;
}

/** A place in the text of a block. */
export interface BlockPlace {
  readonly block: string;
  readonly offset: number;
}

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const NO_NOTES: ItemNotes = [];

const NO_TEXT: EditorFacts = {
  doc: null,
  outline: [],
  dated: [],
  pending: [],
  references: [],
  notes: NO_NOTES,
  tracking: false,
  changes: [],
  changesMarked: true,
  characters: 0,
  title: "",
  year: null,
  frontMatter: EMPTY_FRONT_MATTER,
  numbering: { items: "continuous" },
  caret: undefined,
  ghost: "",
  caretAt: undefined,
  moved: undefined,
  canUndo: false,
  canRedo: false,
};

/** Name of the highlight in the style sheet. */
const HIGHLIGHT = "revealed";
const FOUND_HIGHLIGHT = "found";

/** Keeps the plan of a document as a version; it has to answer at once and to deal with failures itself. */
export type KeepBefore = (cause: RewriteCause, before: Node) => void;

export function createEditorLink(keepBefore: KeepBefore = () => {}): EditorLink {
  const store = createStore<EditorFacts>(() => NO_TEXT);
  let editor: PlanEditor | null = null;
  let newest: EditorState | undefined;
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const publish = () => {
    timer = undefined;
    if (newest) store.setState(kept(store.getState(), factsOf(newest)));
  };

  const run: EditorLink["run"] = (command) => {
    if (!editor?.can(command)) return false;
    return command(editor.state, editor.view.dispatch, editor.view);
  };

  const reveal: EditorLink["reveal"] = (range) => {
    CSS.highlights.delete(HIGHLIGHT);
    if (editor && range && range.to <= editor.state.doc.content.size) showRange(editor, range);
  };

  return {
    ...store,
    drag: createPartDrag(() => editor),
    copy: (ids) => (editor ? copyParts(editor.state, ids) : undefined),
    attach: (attached) => {
      editor = attached;
      clearTimeout(timer);
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
      newest = attached?.state;
      publish();
    },
    update: (state) => {
      newest = state;
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        // A timer of a frame runs when the frame has been painted; the text is on the screen before its panels follow.
        timer ??= setTimeout(publish);
      });
    },
    run,
    rewrite: (cause, command) => {
      const before = editor?.state.doc;
      const done = run(command);
      if (done && before) keepBefore(cause, before);
      return done;
    },
    can: (command) => editor?.can(command) ?? false,
    goTo: (id) => void editor?.selectBlock(id),
    focus: () => editor?.focus(),
    plan: () => newest && fromDoc(newest.doc),
    revealText: (block, from, to) => {
      const start = editor && textStart(editor.state, block);
      if (start !== null && start !== undefined) reveal({ from: start + from, to: start + to });
    },
    reveal,
    highlight: (doc, ranges) => {
      CSS.highlights.delete(FOUND_HIGHLIGHT);
      if (!editor || editor.state.doc !== doc || ranges.length === 0) return;
      const { view } = editor;
      const highlight = new Highlight(...ranges.map((range) => shownRange(view, range)));
      // What is revealed among the others lies on top.
      highlight.priority = -1;
      CSS.highlights.set(FOUND_HIGHLIGHT, highlight);
    },
    selection: () => {
      if (editor && !editor.composing && editor.view.hasFocus()) readCaret(editor.view);
      return editor?.state.selection;
    },
  };
}

/** Position of the first character of a block: of its lead where it is an item or a heading. */
function textStart({ doc }: EditorState, id: string): number | undefined {
  let start: number | undefined;
  doc.descendants((node, position) => {
    if (start !== undefined) return false;
    if (node.attrs["id"] === id) start = position + (node.isTextblock ? 1 : 2);
    return start === undefined;
  });
  return start;
}

function shownRange(view: EditorView, { from, to }: TextRange): Range {
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const shown = document.createRange();
  shown.setStart(start.node, start.offset);
  shown.setEnd(end.node, end.offset);
  return shown;
}

function showRange({ view }: PlanEditor, range: TextRange): void {
  const shown = shownRange(view, range);
  CSS.highlights.set(HIGHLIGHT, new Highlight(shown));
  const { startContainer: node } = shown;
  const element = node instanceof Element ? node : node.parentElement;
  // Twice: the first makes the parts on the way real, which corrects their estimated heights.
  element?.scrollIntoView({ block: "center" });
  element?.scrollIntoView({ block: "center" });
}

function factsOf(state: EditorState): EditorFacts {
  const { doc } = state;
  return {
    doc,
    outline: outline(doc),
    dated: datedExpressions(doc),
    pending: pendingPlaces(doc),
    references: unsettledReferences(doc),
    notes: doc.attrs["itemNotes"] ?? NO_NOTES,
    tracking: doc.attrs["tracking"],
    changes: shownChanges(state),
    changesMarked: hasChangeMarks(state),
    characters: characterCount(doc),
    title: doc.child(0).textContent,
    year: doc.attrs["year"],
    frontMatter: doc.attrs["frontMatter"],
    numbering: doc.attrs["numbering"],
    caret: caretContext(state.selection.$head),
    caretAt: placeOf(state.selection.$head),
    ghost: ghostText(state),
    moved: lastMove(state),
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  };
}

/** Keeps the old value of every fact that says the same, so that panels render only what changed. */
function kept(before: EditorFacts, after: EditorFacts): EditorFacts {
  const sameCaret = JSON.stringify(before.caret) === JSON.stringify(after.caret);
  return {
    ...after,
    outline: sameEntries(before.outline, after.outline) ? before.outline : after.outline,
    caret: sameCaret ? before.caret : after.caret,
    caretAt: isSamePlace(before.caretAt, after.caretAt) ? before.caretAt : after.caretAt,
  };
}

function placeOf($head: ResolvedPos): BlockPlace | undefined {
  const { parent, depth, parentOffset } = $head;
  // A lead has no id of its own, but its part has.
  const own: unknown = parent.attrs["id"];
  const block: unknown = own ?? (depth > 0 ? $head.node(depth - 1).attrs["id"] : undefined);
  return typeof block === "string" ? { block, offset: parentOffset } : undefined;
}

function isSamePlace(one: BlockPlace | undefined, other: BlockPlace | undefined): boolean {
  return one?.block === other?.block && one?.offset === other?.offset;
}

function sameEntries<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}
