/** What the commands of the table do in the text. */
import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import type { TextCommandId } from "../../../host/command-table.ts";
import { toggleChangeMarks } from "../plugins/revisions.ts";
import { nextDated, previousDated } from "./dated.ts";
import { setItemNumbering } from "./form.ts";
import { nextPending, previousPending, togglePending } from "./pending.ts";
import { convertNumber, insertText, surround } from "./quick-text.ts";
import { followReference, linkAllReferences } from "./references.ts";
import { nextChange, previousChange, settleAtCaret, settleChanges } from "./revise.ts";
import {
  addItem,
  addPart,
  addSection,
  addSubsection,
  deletePart,
  demotePart,
  movePartDown,
  movePartUp,
  promotePart,
  setKind,
} from "./structure.ts";

/** One for every command whose place is the text, and those of undo, which the text answers by key as well. */
export const TEXT_COMMANDS: Readonly<Record<TextCommandId | "undo" | "redo", Command>> = {
  undo,
  redo,
  "add-item": addItem,
  "add-section": addSection,
  "add-part": addPart,
  "add-subsection": addSubsection,
  "make-part": setKind("part"),
  "make-section": setKind("section"),
  "make-subsection": setKind("subsection"),
  "make-clause": setKind("clause"),
  "make-paragraph": setKind("paragraph"),
  "make-item": setKind("item"),
  promote: promotePart,
  demote: demotePart,
  "move-up": movePartUp,
  "move-down": movePartDown,
  "delete-part": deletePart,
  "number-continuous": setItemNumbering("continuous"),
  "number-per-section": setItemNumbering("per-section"),
  "number-per-heading": setItemNumbering("per-heading"),
  "insert-brackets": surround("〔", "〕"),
  "insert-titles": surround("《", "》"),
  "insert-quotes": surround("“", "”"),
  "insert-dash": insertText("——"),
  "convert-number": convertNumber,
  "follow-reference": followReference(),
  "link-references": linkAllReferences,
  "toggle-pending": togglePending,
  "next-pending": nextPending,
  "previous-pending": previousPending,
  "toggle-change-marks": toggleChangeMarks,
  "next-change": nextChange,
  "previous-change": previousChange,
  "accept-change": settleAtCaret("accept"),
  "reject-change": settleAtCaret("reject"),
  "accept-all-changes": settleChanges("accept", () => true),
  "reject-all-changes": settleChanges("reject", () => true),
  "next-dated": nextDated,
  "previous-dated": previousDated,
};

/** The command of the text with this id; undefined for those of the window. */
export function textCommand(id: string): Command | undefined {
  return Object.entries(TEXT_COMMANDS).find(([name]) => name === id)?.[1];
}
