/**
 * What is typed like a plan becomes one: a number at the start of a line makes its level, and half-width marks behind
 * Chinese text become full-width. One Backspace right after it takes the typed characters back (`undoInputRule`).
 *
 * Text of an input method is looked at when its composition has ended.
 */
import { InputRule, inputRules } from "prosemirror-inputrules";
import type { EditorState, Plugin, Transaction } from "prosemirror-state";
import { changeKind } from "../../../core/editor/arrange.ts";
import { type LineKind, lineAt, toLines } from "../../../core/editor/lines.ts";
import { applyLineEdit } from "../commands/edit-lines.ts";

const NUMERAL = "[一二三四五六七八九十百]{1,4}";

/** Numbers at the start of a line, the whole text before the caret; numbers themselves are computed. */
const NUMBERS: readonly (readonly [kind: Exclude<LineKind, "title" | "paragraph">, typed: RegExp])[] = [
  ["part", new RegExp(`^第${NUMERAL}(?:部分|篇|章)[ \\u3000]$`)],
  ["section", new RegExp(`^${NUMERAL}、$`)],
  ["subsection", new RegExp(`^[（(]${NUMERAL}[）)]$`)],
  ["item", /^\d{1,4}[.．、]$/],
  ["clause", new RegExp(`^${NUMERAL}是$`)],
];

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
};
/** Behind Chinese text only: figures keep their 1,200 and 8:30, Latin words their marks. */
const HALF_WIDTH = /(?<=[\p{Script=Han}”’）》〕])[,;:?!(]$/u;
/** A bracket is closed as it was opened. */
const CLOSING_BRACKET = /（[^（）()]{0,200}\)$/u;

export interface InputRuleOptions {
  /** Whether half-width marks become full-width, asked at each. */
  readonly fullWidthMarks: () => boolean;
}

export function inputRulesPlugin({ fullWidthMarks }: InputRuleOptions): Plugin {
  return inputRules({
    rules: [
      ...NUMBERS.map(
        ([kind, typed]) => new InputRule(typed, (state, _match, from, to) => toKind(state, kind, from, to)),
      ),
      new InputRule(HALF_WIDTH, (state, [mark], from, to) => {
        const full = FULL_WIDTH[mark];
        return full === undefined || !fullWidthMarks() ? null : state.tr.insertText(full, from, to);
      }),
      new InputRule(CLOSING_BRACKET, (state, _match, _from, to) =>
        fullWidthMarks() ? state.tr.insertText("）", to - typedLength(state, to), to) : null,
      ),
    ],
  });
}

/** 1 where the typed bracket is in the text already, as after a composition; 0 where it is still to come. */
function typedLength(state: EditorState, to: number): number {
  return state.doc.textBetween(Math.max(0, to - 1), to) === ")" ? 1 : 0;
}

/** The line without the typed number, at the level of the number; null in the title. */
function toKind(
  state: EditorState,
  kind: Exclude<LineKind, "title">,
  from: number,
  to: number,
): Transaction | null {
  const tr = state.tr.delete(from, to);
  const lines = toLines(tr.doc);
  const index = lineAt(lines, from);
  const line = lines[index];
  if (!line || line.kind === "title") return null;
  if (line.kind === kind) return tr;
  const changed = changeKind(lines, index, kind);
  return changed ? applyLineEdit(tr, lines, { lines: changed, caret: { line: index, offset: 0 } }) : null;
}
