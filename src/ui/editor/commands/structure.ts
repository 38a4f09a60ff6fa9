/** Commands on the structure of the plan; what each does at which place is the table in the README. */
import { type Command, type Selection, TextSelection } from "prosemirror-state";
import {
  changeKind,
  demote,
  insertNewItem,
  insertNewPart,
  insertNewSection,
  insertNewSubsection,
  moveDown,
  moveUp,
  promote,
  removePart,
} from "../../../core/editor/arrange.ts";
import { enter, enterParagraph } from "../../../core/editor/enter.ts";
import { eraseBackward, eraseForward, eraseRange } from "../../../core/editor/erase.ts";
import type { LineEdit, LinePoint } from "../../../core/editor/line-edit.ts";
import type { LineKind, PlanLine } from "../../../core/editor/lines.ts";
import { asMove } from "../plugins/moves.ts";
import { type LineSelection, lineCommand } from "./edit-lines.ts";
import { textStartOf } from "./select.ts";

type Edit = (lines: readonly PlanLine[], at: LinePoint) => LineEdit | undefined;

/** Removes the selected text across any borders. */
export const deleteSelectedText: Command = (state, dispatch) => {
  if (state.selection.empty) return false;
  return lineCommand((lines, { from, to }) => eraseRange(lines, from, to))(state, dispatch);
};

/** Whether a selection reaches over more than one paragraph, where only our own deletion keeps the outline right. */
export function isAcrossLines({ $from, $to, empty }: Selection): boolean {
  return !empty && !($from.parent.isTextblock && $from.sameParent($to));
}

export const deleteSelectionAcrossLines: Command = (state, dispatch) => {
  return isAcrossLines(state.selection) && deleteSelectedText(state, dispatch);
};

export const pressEnter: Command = afterDeletion(enter);
export const pressShiftEnter: Command = afterDeletion(enterParagraph);

/** At the start of a paragraph; elsewhere the browser deletes a character. */
export const pressBackspace: Command = (state, dispatch) => {
  if (deleteSelectionAcrossLines(state, dispatch)) return true;
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  // At the very start there is nothing to delete, and nothing for the browser to try.
  return lineCommand((lines, { from }) => eraseBackward(lines, from.line))(state, dispatch) || true;
};

/** At the end of a paragraph; elsewhere the browser deletes a character. */
export const pressDelete: Command = (state, dispatch) => {
  if (deleteSelectionAcrossLines(state, dispatch)) return true;
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset < $from.parent.content.size) return false;
  return lineCommand((lines, { from }) => eraseForward(lines, from.line))(state, dispatch) || true;
};

export const promotePart: Command = said(
  lineCommand((lines, selection) => eachLine(lines, selection, promote)),
);
export const demotePart: Command = said(
  lineCommand((lines, selection) => eachLine(lines, selection, demote)),
);
export const movePartUp: Command = said(lineCommand((lines, { from }) => moveUp(lines, from)));
export const movePartDown: Command = said(lineCommand((lines, { from }) => moveDown(lines, from)));
export const addItem: Command = lineCommand((lines, { from }) => insertNewItem(lines, from));
export const addSubsection: Command = lineCommand((lines, { from }) => insertNewSubsection(lines, from));
export const addSection: Command = lineCommand((lines, { from }) => insertNewSection(lines, from));
export const addPart: Command = lineCommand((lines, { from }) => insertNewPart(lines, from));
/** Removes the item, （一） or section around the caret. */
export const deletePart: Command = lineCommand((lines, { from }) => removePart(lines, from));

/** Makes the paragraph of the caret a section, （一）, item, paragraph or 一是. */
export function setKind(kind: Exclude<LineKind, "title">): Command {
  return lineCommand((lines, { from }) => withCaret(changeKind(lines, from.line, kind), from));
}

/** The command with the caret in the block with this id first, e.g. for a menu of the outline. */
export function atBlock(id: string, command: Command): Command {
  return (state, dispatch) => {
    const position = textStartOf(state.doc, id);
    if (position === undefined) return false;
    const { tr } = state;
    const there = state.apply(tr.setSelection(TextSelection.create(tr.doc, position)));
    return command(there, dispatch && ((made) => dispatch(onOriginal(made))));

    function onOriginal(made: typeof tr): typeof tr {
      const moved = state.tr;
      for (const step of made.steps) moved.step(step);
      return moved.setSelection(TextSelection.create(moved.doc, made.selection.from, made.selection.to));
    }
  };
}

/** The command as a move of the part around the caret, of which those who hear the page are told. */
function said(command: Command): Command {
  return (state, dispatch) => command(state, dispatch && ((tr) => dispatch(asMove(tr, 1))));
}

function afterDeletion(edit: Edit): Command {
  return lineCommand((lines, { from, to }) => {
    if (from.line === to.line && from.offset === to.offset) return edit(lines, from);
    const erased = eraseRange(lines, from, to);
    return erased && edit(erased.lines, erased.caret);
  });
}

/**
 * Changes every line of the selection. From the last to the first: a change only moves what follows, so each line is
 * still where it was when its turn comes.
 */
function eachLine(
  lines: readonly PlanLine[],
  { from, to }: LineSelection,
  change: (lines: readonly PlanLine[], index: number) => readonly PlanLine[] | undefined,
): LineEdit | undefined {
  let changed: readonly PlanLine[] | undefined;
  for (let index = to.line; index >= from.line; index -= 1)
    changed = change(changed ?? lines, index) ?? changed;
  return withCaret(changed, from);
}

function withCaret(lines: readonly PlanLine[] | undefined, caret: LinePoint): LineEdit | undefined {
  return lines && { lines, caret };
}
