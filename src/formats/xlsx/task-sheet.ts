/** What a spreadsheet of tasks looks like, for writing and for reading it back. */

/** Version of the sheet. Raise it where an older app could take a newer sheet wrongly. */
export const TASK_SHEET_FORMAT = 1;
/** A sheet that the user does not see says whose file it is. */
export const MARK_SHEET = "yaodian";
export const MARK = "yaodian-tasks";
/** Head of the hidden column with the keys of the tasks. */
export const KEY_LABEL = "任务编号";
/** Limit of a cell in every spreadsheet program. */
export const MAX_CELL_CHARACTERS = 32_767;

/** First characters that make a spreadsheet program take a typed or pasted text for a formula (ASVS 5.0, 1.2.10), full-width forms included. */
const FORMULA = /^[=+\-@\t\0＝＋－＠]/;

export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}
