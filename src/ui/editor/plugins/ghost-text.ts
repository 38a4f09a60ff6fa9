/**
 * Ghost text: how the sentence at the caret may go on, shown behind the caret and no part of the document. Tab takes it,
 * every other key and every change lets it go. It never appears while an input method composes.
 *
 * It is an attribute of the paragraph that the style sheet prints behind its text, as prompts are: an element of its own
 * beside the caret would move the caret and disturb the input method.
 */
import { type Command, type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { type InsertableSentence, insertSentence } from "../commands/insert.ts";

/** Undefined: nothing is shown. */
type Ghost = InsertableSentence | undefined;
interface Shown {
  readonly ghost: Ghost;
}

const key = new PluginKey<Shown>("ghost-text");

export function ghostTextPlugin(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: (): Shown => ({ ghost: undefined }),
      apply: (tr, shown): Shown => {
        const given: Shown | undefined = tr.getMeta(key);
        if (given) return given;
        return shown.ghost && (tr.docChanged || tr.selectionSet) ? { ghost: undefined } : shown;
      },
    },
    props: {
      decorations: (state) => {
        const ghost = ghostOf(state);
        if (!ghost) return null;
        const { $head } = state.selection;
        const attributes = { "data-ghost": ghost.text.replaceAll("\n", "") };
        return DecorationSet.create(state.doc, [Decoration.node($head.before(), $head.after(), attributes)]);
      },
      handleKeyDown: (view, event) => {
        const ghost = ghostOf(view.state);
        if (!ghost || view.composing || event.isComposing) return false;
        if (event.key === "Tab" && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey)
          return insertSentence(ghost)(view.state, view.dispatch);
        letGo(view);
        return event.key === "Escape";
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          letGo(view);
          return false;
        },
        blur: (view) => {
          letGo(view);
          return false;
        },
      },
    },
  });
}

/** What is shown behind the caret; empty where nothing is. */
export function ghostText(state: EditorState): string {
  return ghostOf(state)?.text ?? "";
}

function ghostOf(state: EditorState): Ghost {
  return key.getState(state)?.ghost;
}

function letGo(view: EditorView): void {
  if (ghostOf(view.state)) view.dispatch(view.state.tr.setMeta(key, { ghost: undefined }));
}

/** Shows how a sentence goes on, where the caret stands at the end of a text that ends with `typed`; undefined: nothing. */
export function showGhostText(sentence: InsertableSentence | undefined, typed: string): Command {
  return (state, dispatch) => {
    const { empty, $head } = state.selection;
    const fits =
      empty &&
      $head.parent.isTextblock &&
      $head.parentOffset === $head.parent.content.size &&
      $head.parent.textContent.endsWith(typed);
    const ghost = fits ? sentence : undefined;
    if (ghostOf(state)?.text === ghost?.text) return false;
    dispatch?.(state.tr.setMeta(key, { ghost }));
    return true;
  };
}
