/** What panels and window use of the editor. */
export { type CaretContext, caretContext } from "../../core/editor/caret-context.ts";
export { characterCount } from "../../core/editor/character-count.ts";
export { type DatedExpression, datedExpressions } from "../../core/editor/dated.ts";
export { type OutlineEntry, outline } from "../../core/editor/outline.ts";
export { type CopiedText, copyParts, writeCopied } from "./clipboard/plan-clipboard.ts";
export {
  acceptAllDated,
  acceptDated,
  editDated,
  keepAllDated,
  keepDated,
  nextDated,
  previousDated,
  reopenDated,
} from "./commands/dated.ts";
export {
  setComparisonRecords,
  setFrontMatter,
  setItemNotes,
  setNumbering,
  setTaskRecords,
  setTitle,
  setYear,
} from "./commands/form.ts";
export { type InsertableSentence, insertItem, insertSentence } from "./commands/insert.ts";
export {
  deleteMany,
  demoteMany,
  moveManyDown,
  moveManyTo,
  moveManyUp,
  promoteMany,
} from "./commands/parts.ts";
export { pasteBelow } from "./commands/paste-lines.ts";
export { settlePending } from "./commands/pending.ts";
export { reclassifyDated } from "./commands/reclassify.ts";
export {
  canInsertReference,
  dropReference,
  insertReference,
  repointReference,
  selectReference,
} from "./commands/references.ts";
export { restoreBlock, restorePlan } from "./commands/restore.ts";
export { goToChange, type StampSource, settleChanges, toggleTracking } from "./commands/revise.ts";
export { selectBlock, selectPrinted } from "./commands/select.ts";
export { insertSnippet } from "./commands/snippet.ts";
export {
  addItem,
  addPart,
  addSection,
  addSubsection,
  atBlock,
  deletePart,
  demotePart,
  movePartDown,
  movePartUp,
  promotePart,
  setKind,
} from "./commands/structure.ts";
export { TEXT_COMMANDS, textCommand } from "./commands/text-commands.ts";
export { createPlanEditor, editorState, type PlanEditor, type PlanEditorOptions } from "./plan-editor.ts";
export { PlanEditorView, type PlanEditorViewProps } from "./plan-editor-view.tsx";
export type { PasteRefusal } from "./plugins/clipboard.ts";
export { ghostText, showGhostText } from "./plugins/ghost-text.ts";
export { lastMove, type Move } from "./plugins/moves.ts";
export { readCaret } from "./plugins/read-caret.ts";
export { hasChangeMarks, recordChanges, shownChanges, toggleChangeMarks } from "./plugins/revisions.ts";
