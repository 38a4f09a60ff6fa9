/** Keys of the text; those of panels and windows are theirs. */
import { selectAll } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { Command, Plugin } from "prosemirror-state";
import { nextDated, previousDated } from "./commands/dated.ts";
import {
  addItem,
  addSection,
  demotePart,
  movePartDown,
  movePartUp,
  pressBackspace,
  pressDelete,
  pressEnter,
  pressShiftEnter,
  promotePart,
} from "./commands/structure.ts";

/** Tab changes levels only; it never leaves the text by accident (F6 does). */
const always =
  (command: Command): Command =>
  (state, dispatch) =>
    command(state, dispatch) || true;

export const EDITOR_KEYS: Readonly<Record<string, Command>> = {
  Enter: pressEnter,
  "Shift-Enter": pressShiftEnter,
  "Mod-Enter": addItem,
  "Mod-Shift-Enter": addSection,
  Backspace: pressBackspace,
  "Mod-Backspace": pressBackspace,
  "Shift-Backspace": pressBackspace,
  Delete: pressDelete,
  "Mod-Delete": pressDelete,
  Tab: always(demotePart),
  "Shift-Tab": always(promotePart),
  "Alt-Shift-ArrowUp": always(movePartUp),
  "Alt-Shift-ArrowDown": always(movePartDown),
  "Alt-Shift-ArrowLeft": always(promotePart),
  "Alt-Shift-ArrowRight": always(demotePart),
  F8: nextDated,
  "Shift-F8": previousDated,
  "Mod-z": always(undo),
  "Mod-y": always(redo),
  "Mod-Shift-z": always(redo),
  "Mod-a": selectAll,
};

/** ProseMirror's own key table is not used: its Enter and Backspace know nothing of the levels of a plan. */
export function editorKeymap(): Plugin {
  return keymap(EDITOR_KEYS);
}
