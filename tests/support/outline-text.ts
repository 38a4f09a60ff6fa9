/**
 * Documents as lists of lines with a caret, for tests of editing: `# ` title, `A ` part, `S ` section, `T ` subsection, `I ` item,
 * `P ` paragraph, `C ` clause; `A~ `, `S~ `, `T~ ` and `D~ ` are paragraphs in the closing of part, section, subsection and plan. `|`
 * is the caret; two of them are the ends of a selection.
 */
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { toDoc } from "../../src/core/editor/convert.ts";
import { fromLines } from "../../src/core/editor/from-lines.ts";
import { DEEPEST, plainContent } from "../../src/core/editor/line-edit.ts";
import { type Level, type LineKind, type PlanLine, toLines } from "../../src/core/editor/lines.ts";
import { editorState } from "../../src/ui/editor/plan-editor.ts";
import { plan } from "./plan-builder.ts";

const KINDS: Readonly<Record<string, LineKind>> = {
  "#": "title",
  A: "part",
  S: "section",
  T: "subsection",
  I: "item",
  P: "paragraph",
  C: "clause",
};
const CLOSINGS: Readonly<Record<string, Level>> = { "D~": 0, "A~": 1, "S~": 2, "T~": 3 };
const CARET = "|";

/** Editor state of such lines; new ids are counted. */
export function editing(...texts: readonly string[]): EditorState {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const lines = texts.map((text) => lineOf(text.replaceAll(CARET, ""), newId()));
  const doc = fromLines(toDoc(plan("")), lines);
  const carets = caretsOf(texts, doc);
  const state = editorState(doc, newId);
  const [anchor = 1, head = anchor] = carets;
  return state.apply(state.tr.setSelection(TextSelection.create(doc, anchor, head)));
}

function lineOf(text: string, id: string): PlanLine {
  const [sign = ""] = text.split(" ", 1);
  const content = plainContent(text.slice(sign.length + 1));
  const closing = CLOSINGS[sign];
  if (closing !== undefined)
    return { kind: "paragraph", attributes: { id }, content, inside: closing, closing: true };
  const kind = KINDS[sign];
  if (!kind) throw new RangeError(`no kind of line: ${text}`);
  return { kind, attributes: { id }, content, inside: DEEPEST, closing: false };
}

function caretsOf(texts: readonly string[], doc: Node): readonly number[] {
  const placed = toLines(doc);
  return texts.flatMap((text, index) => {
    const [sign = ""] = text.split(" ", 1);
    const start = placed[index]?.start ?? 0;
    const pieces = text
      .slice(sign.length + 1)
      .split(CARET)
      .slice(0, -1);
    return pieces.map((_piece, at) => start + pieces.slice(0, at + 1).join("").length);
  });
}

/** The lines of a state, with its caret or the ends of its selection. */
export function linesOf(state: EditorState): readonly string[] {
  const { from, to } = state.selection;
  return toLines(state.doc).map((line) => {
    const offsets = [...new Set([from, to])]
      .map((position) => position - line.start)
      .filter((offset) => offset >= 0 && offset <= line.content.size);
    const text = line.content.textBetween(0, line.content.size);
    const marked = offsets
      .toReversed()
      .reduce((rest, offset) => rest.slice(0, offset) + CARET + rest.slice(offset), text);
    return `${signOf(line)} ${marked}`;
  });
}

function signOf(line: PlanLine): string {
  if (line.closing) return Object.entries(CLOSINGS).find(([, level]) => level === line.inside)?.[0] ?? "?";
  return Object.entries(KINDS).find(([, kind]) => kind === line.kind)?.[0] ?? "?";
}

/** The state after a command, unchanged where it does not apply. */
export function afterCommands(state: EditorState, ...commands: readonly Command[]): EditorState {
  return commands.reduce((before, command) => {
    let result = before;
    command(before, (tr) => {
      result = before.apply(tr);
    });
    return result;
  }, state);
}
