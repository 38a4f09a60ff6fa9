/**
 * Ghost text: how the sentence at the caret may go on, shown behind the caret and no part of the document. Tab takes it,
 * every other key and every change lets it go. It never appears while an input method composes.
 */
import { type Command, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { type InsertableSentence, insertSentence } from "../commands/insert.ts";

interface Ghost {
  readonly sentence: InsertableSentence | undefined;
}

const key = new PluginKey<Ghost>("ghost-text");

export function ghostTextPlugin(): Plugin<Ghost> {
  return new Plugin<Ghost>({
    key,
    state: {
      init: (): Ghost => ({ sentence: undefined }),
      apply: (tr, ghost): Ghost => {
        const given: Ghost | undefined = tr.getMeta(key);
        if (given) return given;
        return ghost.sentence && (tr.docChanged || tr.selectionSet) ? { sentence: undefined } : ghost;
      },
    },
    props: {
      decorations: (state) => {
        const sentence = key.getState(state)?.sentence;
        if (!sentence) return null;
        const widget = Decoration.widget(state.selection.head, () => ghostElement(sentence.text), {
          side: 1,
          key: sentence.text,
          ignoreSelection: true,
        });
        return DecorationSet.create(state.doc, [widget]);
      },
      handleKeyDown: (view, event) => {
        const sentence = key.getState(view.state)?.sentence;
        if (!sentence || view.composing || event.isComposing) return false;
        if (event.key === "Tab" && !event.shiftKey && !event.ctrlKey && !event.altKey)
          return insertSentence(sentence)(view.state, view.dispatch);
        view.dispatch(view.state.tr.setMeta(key, { sentence: undefined }));
        return event.key === "Escape";
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          if (key.getState(view.state)?.sentence)
            view.dispatch(view.state.tr.setMeta(key, { sentence: undefined }));
          return false;
        },
      },
    },
  });
}

/** Shows a sentence's rest behind the caret, where the caret stands at the end of the text `typed`. */
export function showGhostText(sentence: InsertableSentence | undefined, typed: string): Command {
  return (state, dispatch) => {
    const { empty, $head } = state.selection;
    const fits =
      empty &&
      $head.parent.isTextblock &&
      $head.parentOffset === $head.parent.content.size &&
      $head.parent.textContent.endsWith(typed);
    const shown = fits ? sentence : undefined;
    if (key.getState(state)?.sentence?.text === shown?.text) return false;
    dispatch?.(state.tr.setMeta(key, { sentence: shown }));
    return true;
  };
}

function ghostElement(text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "ghost-text";
  element.contentEditable = "false";
  element.setAttribute("aria-hidden", "true");
  element.textContent = text;
  return element;
}
