/** The editor of an open plan. Its state is the only owner of the text; everything else is told what changed. */
import { history } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, EditorState, type Plugin, type Selection, type Transaction } from "prosemirror-state";
import type { Step } from "prosemirror-transform";
import { EditorView } from "prosemirror-view";
import type { StampSource } from "./commands/revise.ts";
import { selectBlock } from "./commands/select.ts";
import { editorKeymap } from "./keymap.ts";
import { marksInPage } from "./marks-in-page.ts";
import { caretPartPlugin } from "./plugins/caret-part.ts";
import { clipboardPlugin, type PasteOptions } from "./plugins/clipboard.ts";
import { ghostTextPlugin } from "./plugins/ghost-text.ts";
import { type InputRuleOptions, inputRulesPlugin } from "./plugins/input-rules.ts";
import { movesPlugin } from "./plugins/moves.ts";
import { notesPlugin } from "./plugins/notes.ts";
import { originsPlugin } from "./plugins/origins.ts";
import { readCaretPlugin } from "./plugins/read-caret.ts";
import { referencesPlugin } from "./plugins/references.ts";
import { revisionsPlugin } from "./plugins/revisions.ts";
import { textDecorationsPlugin } from "./plugins/text-decorations.ts";
import { exceedsTextLimit, textLimitPlugin } from "./plugins/text-limit.ts";
import { typingPlugin } from "./plugins/typing.ts";
import { uniqueIdsPlugin } from "./plugins/unique-ids.ts";
import { updatePage } from "./update-page.ts";
import { EDITOR_LABEL, SECOND_EDITOR_LABEL } from "./words.ts";

/** Stamp of an editor that nobody's name is known to. */
const nobody: StampSource = () => ({ author: "", at: new Date().toISOString() });

/** Steps of undo that are kept. */
const UNDO_DEPTH = 1_000;
/** ProseMirror writes the last text of a composition 20 ms after its end. */
const COMPOSITION_SETTLED_MS = 60;

export interface PlanEditorOptions {
  /** Element that the text is put into. */
  readonly mount: HTMLElement;
  /** Document of the plan (`toDoc`). */
  readonly doc: Node;
  readonly readOnly?: boolean;
  /** What the window adds to every view of the text; taken once. */
  readonly plugins?: readonly Plugin[];
  /** Gives the id of a new block: unique, 1–64 characters. */
  readonly newId: () => string;
  /** Every step, in order, and the state after them. Steps of a composition come together when it has ended. */
  readonly onSteps: (steps: readonly Step[], state: EditorState) => void;
  /** After every change of text or selection; not while an input method composes. */
  readonly onState?: (state: EditorState) => void;
  /** Text was not taken in: pasted, or typed into a paragraph that is full. */
  readonly onPasteRefused?: PasteOptions["onRefused"];
  readonly onStructuredPaste?: PasteOptions["onStructured"];
  readonly typing?: InputRuleOptions;
  /** Reads pasted HTML for its structure; see `PasteOptions`. */
  readonly readHtml?: PasteOptions["readHtml"];
  /** Who writes now, and when, for changes that are tracked. */
  readonly stamp?: StampSource;
}

export interface PlanEditor {
  /** The view that has the keyboard or had it last. */
  readonly view: EditorView;
  /** The current state, with the selection of that view; read it when needed, never keep it. */
  readonly state: EditorState;
  /** Whether an input method is composing: nothing may change the document then. */
  readonly composing: boolean;
  /** Runs a command and gives the focus back to the text; false where it does not apply, or while composing. */
  readonly run: (command: Command) => boolean;
  /** Whether a command would apply now, for menus. */
  readonly can: (command: Command) => boolean;
  /** Puts the caret at the start of a section, subsection, item, paragraph or clause and shows it. */
  readonly selectBlock: (id: string) => boolean;
  readonly focus: () => void;
  readonly setReadOnly: (readOnly: boolean) => void;
  /**
   * Shows the same text a second time, at the same place and with a caret of its own, and puts the keyboard there. Gives
   * the function that ends it; the keyboard then goes back to the first view.
   */
  readonly openSecond: (mount: HTMLElement) => () => void;
  readonly destroy: () => void;
}

/** Plug-ins of the text, in the order in which they see an event. */
export function editorPlugins(
  newId: () => string,
  paste: PasteOptions = { onRefused: () => {}, onStructured: () => {} },
  typing: InputRuleOptions = { fullWidthMarks: () => true },
  stamp: StampSource = nobody,
): readonly Plugin[] {
  return [
    // Before the keys: Tab takes the completion while there is one.
    ghostTextPlugin(),
    editorKeymap(),
    // Before typing, which may change the text at the start of a composition.
    referencesPlugin(newId),
    typingPlugin(),
    inputRulesPlugin(typing),
    clipboardPlugin(paste),
    textLimitPlugin(),
    uniqueIdsPlugin(newId),
    originsPlugin(),
    caretPartPlugin(),
    readCaretPlugin(),
    movesPlugin(),
    notesPlugin(),
    revisionsPlugin(stamp),
    textDecorationsPlugin(),
    history({ depth: UNDO_DEPTH }),
  ];
}

/** State of a document with the plug-ins of the editor; the caret stands in the title. */
export function editorState(
  doc: Node,
  newId: () => string,
  paste?: PasteOptions,
  typing?: InputRuleOptions,
  stamp?: StampSource,
): EditorState {
  return EditorState.create({ doc, plugins: [...editorPlugins(newId, paste, typing, stamp)] });
}

export function createPlanEditor(options: PlanEditorOptions): PlanEditor {
  let readOnly = options.readOnly ?? false;
  let unsent: Step[] = [];

  const show = (mount: HTMLElement, state: EditorState, label: string): EditorView => {
    const view: EditorView = new EditorView(mount, {
      state,
      plugins: [...(options.plugins ?? [])],
      domParser: marksInPage(() => view.state.doc),
      attributes: () => attributesOf(label, readOnly),
      // The other view follows the text and stays where it is.
      handleScrollToSelection: () => view !== active,
      dispatchTransaction: (tr) => dispatchIn(view, tr),
      handleDOMEvents: {
        focus: () => {
          active = view;
          tell();
          return false;
        },
        compositionend: () => {
          setTimeout(tell, COMPOSITION_SETTLED_MS);
          return false;
        },
      },
    });
    return view;
  };

  const first = show(
    options.mount,
    editorState(options.doc, options.newId, pasteOptions(options), options.typing, options.stamp),
    EDITOR_LABEL,
  );
  let active = first;
  let views: readonly EditorView[] = [first];
  const isComposing = () => views.some((view) => view.composing);

  function dispatchIn(view: EditorView, tr: Transaction): void {
    // Not by making the page uneditable: that takes away the caret, and with it choosing and copying by keys.
    if (readOnly && tr.docChanged) {
      view.updateState(view.state);
      return;
    }
    const { state, transactions } = view.state.applyTransaction(tr);
    if (transactions.length === 0 && exceedsTextLimit(tr)) options.onPasteRefused?.("paragraph-full");
    updatePage(view, state);
    for (const other of views) {
      if (other !== view)
        updatePage(other, withSelection(state, mapped(other.state.selection, transactions)));
    }
    unsent.push(...transactions.flatMap(({ steps }) => steps));
    tell();
  }

  function tell(): void {
    if (active.isDestroyed || isComposing()) return;
    const steps = unsent;
    unsent = [];
    if (steps.length > 0) options.onSteps(steps, active.state);
    options.onState?.(active.state);
  }

  const closeSecond = (second: EditorView) => {
    if (second.isDestroyed) return;
    const hadKeyboard = active === second;
    active = first;
    views = [first];
    second.destroy();
    tell();
    if (hadKeyboard) first.focus();
  };

  return {
    get view() {
      return active;
    },
    get state() {
      return active.state;
    },
    get composing() {
      return isComposing();
    },
    run: (command) => {
      if (isComposing() || readOnly) return false;
      const applied = command(active.state, active.dispatch, active);
      active.focus();
      return applied;
    },
    can: (command) => !isComposing() && !readOnly && command(active.state, undefined, active),
    selectBlock: (id) => {
      const found = selectBlock(id)(active.state, active.dispatch, active);
      active.focus();
      return found;
    },
    focus: () => active.focus(),
    setReadOnly: (value) => {
      readOnly = value;
      for (const view of views) view.setProps({});
    },
    openSecond: (mount) => {
      const second = show(mount, first.state, SECOND_EDITOR_LABEL);
      views = [first, second];
      active = second;
      second.focus();
      second.dispatch(second.state.tr.scrollIntoView());
      return () => closeSecond(second);
    },
    destroy: () => {
      tell();
      for (const view of views) view.destroy();
    },
  };
}

function attributesOf(label: string, readOnly: boolean): Record<string, string> {
  return {
    role: "textbox",
    // Editable content has a place in the tab order anyway; said outright, checkers know that the page scrolls by keys.
    tabindex: "0",
    "aria-multiline": "true",
    "aria-label": label,
    "aria-readonly": String(readOnly),
    class: "plan-text",
    lang: "zh-CN",
    spellcheck: "false",
    autocorrect: "off",
    translate: "no",
  };
}

/** The state for another view of the same text: everything but the selection, the history too, is the same. */
function withSelection(state: EditorState, selection: Selection): EditorState {
  return state.apply(state.tr.setSelection(selection));
}

function mapped(selection: Selection, transactions: readonly Transaction[]): Selection {
  return transactions.reduce((moved, { doc, mapping }) => moved.map(doc, mapping), selection);
}

function pasteOptions({ onPasteRefused, onStructuredPaste, readHtml }: PlanEditorOptions): PasteOptions {
  return {
    onRefused: onPasteRefused ?? (() => {}),
    onStructured: onStructuredPaste ?? (() => {}),
    ...(readHtml ? { readHtml } : {}),
  };
}
