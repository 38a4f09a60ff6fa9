/** Keys of the text; those of panels and windows are theirs. */
import { chainCommands, selectAll } from "prosemirror-commands";
import { undoInputRule } from "prosemirror-inputrules";
import { keydownHandler } from "prosemirror-keymap";
import { type Command, Plugin } from "prosemirror-state";
import { commandOfKey } from "../../host/command-table.ts";
import { keyOf } from "../commands/keys.ts";
import {
  demotePart,
  pressBackspace,
  pressDelete,
  pressEnter,
  pressShiftEnter,
  promotePart,
} from "./commands/structure.ts";
import { textCommand } from "./commands/text-commands.ts";

/** Tab changes levels only; it never leaves the text by accident (F6 does). */
const always =
  (command: Command): Command =>
  (state, dispatch) =>
    command(state, dispatch) || true;

/** Keys of writing itself, which are no commands of their own. */
export const WRITING_KEYS: Readonly<Record<string, Command>> = {
  Enter: pressEnter,
  "Shift-Enter": pressShiftEnter,
  // Right after a number that was typed became a level, Backspace means the number.
  Backspace: chainCommands(undoInputRule, pressBackspace),
  "Mod-Backspace": pressBackspace,
  "Shift-Backspace": pressBackspace,
  Delete: pressDelete,
  "Mod-Delete": pressDelete,
  Tab: always(demotePart),
  "Shift-Tab": always(promotePart),
  "Mod-a": selectAll,
};

/**
 * Keys of writing, and those of the command table that work on the text. ProseMirror's own key table is not used: its
 * Enter and Backspace know nothing of the levels of a plan. A key of the table is taken even where its command does
 * not apply, so that the browser never does something else with it.
 */
export function editorKeymap(): Plugin {
  const writing = keydownHandler(WRITING_KEYS);
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const id = commandOfKey(keyOf(event))?.id;
        const command = id === undefined ? undefined : textCommand(id);
        if (!command) return writing(view, event);
        command(view.state, view.dispatch, view);
        return true;
      },
    },
  });
}
