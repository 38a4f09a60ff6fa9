/** The editor of an open plan. Its state is the only owner of the text; everything else is told what changed. */
import { history } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, EditorState, type Plugin } from "prosemirror-state";
import type { Step } from "prosemirror-transform";
import { EditorView } from "prosemirror-view";
import { selectBlock } from "./commands/select.ts";
import { editorKeymap } from "./keymap.ts";
import { marksInPage } from "./marks-in-page.ts";
import { caretPartPlugin } from "./plugins/caret-part.ts";
import { clipboardPlugin, type PasteOptions } from "./plugins/clipboard.ts";
import { ghostTextPlugin } from "./plugins/ghost-text.ts";
import { type InputRuleOptions, inputRulesPlugin } from "./plugins/input-rules.ts";
import { notesPlugin } from "./plugins/notes.ts";
import { originsPlugin } from "./plugins/origins.ts";
import { readCaretPlugin } from "./plugins/read-caret.ts";
import { textDecorationsPlugin } from "./plugins/text-decorations.ts";
import { exceedsTextLimit, textLimitPlugin } from "./plugins/text-limit.ts";
import { typingPlugin } from "./plugins/typing.ts";
import { uniqueIdsPlugin } from "./plugins/unique-ids.ts";
import { EDITOR_LABEL } from "./words.ts";

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
}

export interface PlanEditor {
  readonly view: EditorView;
  /** The current state; read it when needed, never keep it. */
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
  readonly destroy: () => void;
}

/** Plug-ins of the text, in the order in which they see an event. */
export function editorPlugins(
  newId: () => string,
  paste: PasteOptions = { onRefused: () => {}, onStructured: () => {} },
  typing: InputRuleOptions = { fullWidthMarks: () => true },
): readonly Plugin[] {
  return [
    // Before the keys: Tab takes the completion while there is one.
    ghostTextPlugin(),
    editorKeymap(),
    typingPlugin(),
    inputRulesPlugin(typing),
    clipboardPlugin(paste),
    textLimitPlugin(),
    uniqueIdsPlugin(newId),
    originsPlugin(),
    caretPartPlugin(),
    readCaretPlugin(),
    notesPlugin(),
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
): EditorState {
  return EditorState.create({ doc, plugins: [...editorPlugins(newId, paste, typing)] });
}

export function createPlanEditor(options: PlanEditorOptions): PlanEditor {
  let readOnly = options.readOnly ?? false;
  let unsent: Step[] = [];
  const view: EditorView = new EditorView(options.mount, {
    state: editorState(options.doc, options.newId, pasteOptions(options), options.typing),
    domParser: marksInPage(() => view.state.doc),
    attributes: () => ({
      role: "textbox",
      // Editable content has a place in the tab order anyway; said outright, checkers know that the page scrolls by keys.
      tabindex: "0",
      "aria-multiline": "true",
      "aria-label": EDITOR_LABEL,
      "aria-readonly": String(readOnly),
      class: "plan-text",
      lang: "zh-CN",
      spellcheck: "false",
      autocorrect: "off",
      translate: "no",
    }),
    dispatchTransaction: (tr) => {
      // Not by making the page uneditable: that takes away the caret, and with it choosing and copying by keys.
      if (readOnly && tr.docChanged) return view.updateState(view.state);
      const { state, transactions } = view.state.applyTransaction(tr);
      if (transactions.length === 0 && exceedsTextLimit(tr)) options.onPasteRefused?.("paragraph-full");
      view.updateState(state);
      unsent.push(...transactions.flatMap(({ steps }) => steps));
      tell();
    },
    handleDOMEvents: {
      compositionend: () => {
        setTimeout(tell, COMPOSITION_SETTLED_MS);
        return false;
      },
    },
  });

  function tell(): void {
    if (view.isDestroyed || view.composing) return;
    const steps = unsent;
    unsent = [];
    if (steps.length > 0) options.onSteps(steps, view.state);
    options.onState?.(view.state);
  }

  return {
    view,
    get state() {
      return view.state;
    },
    get composing() {
      return view.composing;
    },
    run: (command) => {
      if (view.composing || readOnly) return false;
      const applied = command(view.state, view.dispatch, view);
      view.focus();
      return applied;
    },
    can: (command) => !view.composing && !readOnly && command(view.state, undefined, view),
    selectBlock: (id) => {
      const found = selectBlock(id)(view.state, view.dispatch, view);
      view.focus();
      return found;
    },
    focus: () => view.focus(),
    setReadOnly: (value) => {
      readOnly = value;
      view.setProps({});
    },
    destroy: () => {
      tell();
      view.destroy();
    },
  };
}

function pasteOptions({ onPasteRefused, onStructuredPaste, readHtml }: PlanEditorOptions): PasteOptions {
  return {
    onRefused: onPasteRefused ?? (() => {}),
    onStructured: onStructuredPaste ?? (() => {}),
    ...(readHtml ? { readHtml } : {}),
  };
}
