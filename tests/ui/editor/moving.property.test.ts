/** Parts and selections that are moved, cut, copied, dropped and pasted, and what is typed like a number, in any order. */
import fc from "fast-check";
import { undoInputRule } from "prosemirror-inputrules";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import { isHeading, LEVEL_OF, toLines } from "../../../src/core/editor/lines.ts";
import { partPlaces } from "../../../src/core/editor/part-places.ts";
import {
  type CopiedText,
  copyParts,
  copySelection,
  type PastedLines,
  parseCopiedLines,
} from "../../../src/ui/editor/clipboard/plan-clipboard.ts";
import { moveSelected } from "../../../src/ui/editor/commands/move-selected.ts";
import {
  deleteMany,
  demoteMany,
  moveManyDown,
  moveManyTo,
  moveManyUp,
  promoteMany,
} from "../../../src/ui/editor/commands/parts.ts";
import { pasteBelow, pasteInto } from "../../../src/ui/editor/commands/paste-lines.ts";
import {
  addItem,
  deleteSelectedText,
  pressBackspace,
  pressEnter,
  setKind,
} from "../../../src/ui/editor/commands/structure.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import {
  characters,
  expectValid,
  placeAt,
  run,
  runs,
  select,
  share,
  shown,
  shownAfresh,
  start,
  undoAll,
} from "../../support/editing-runs.ts";

/** Whether a selection begins and ends anywhere, with whole paragraphs, or before the first letter of the next. */
const reach = fc.constantFrom("anywhere", "to-end", "to-next");

const step = fc.record({
  does: fc.constantFrom(
    "cut",
    "copy",
    "copyElsewhere",
    "copyParts",
    "paste",
    "pasteBelow",
    "dropSelection",
    "dropParts",
    "moveUp",
    "moveDown",
    "promote",
    "demote",
    "delete",
    "number",
    "refusedNumber",
    "enter",
    "backspace",
    "addItem",
    "makeParagraph",
    "makeSection",
  ),
  anchor: share,
  head: share,
  reaches: reach,
  /** Where something goes, and which of several. */
  target: share,
  which: fc.array(share, { minLength: 1, maxLength: 3 }),
  number: fc.constantFrom("（三）", "(十二)", "三、", "3.", "12、", "一是", "第二部分 "),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Run {
  readonly state: EditorState;
  readonly copied: CopiedText | undefined;
}

/** What a step does, and the characters that the document then has. */
interface Result extends Run {
  readonly expected: string;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  enter: pressEnter,
  backspace: pressBackspace,
  addItem,
  makeParagraph: setKind("paragraph"),
  makeSection: setKind("section"),
};

const MANY: Readonly<Record<string, (ids: ReadonlySet<string>) => Command>> = {
  moveUp: moveManyUp,
  moveDown: moveManyDown,
  promote: promoteMany,
  demote: demoteMany,
};

/** A selection between two shares of the document, or of its lines. */
function selected(state: EditorState, anchor: number, head: number, reaches: string): EditorState {
  if (reaches === "anywhere") return select(state, anchor, head);
  const lines = toLines(state.doc);
  const at = (share: number) => Math.floor(share * lines.length * 0.999);
  const from = lines[Math.min(at(anchor), at(head))]?.start ?? 1;
  const last = lines[Math.max(at(anchor), at(head))];
  const end = (last?.start ?? 1) + (last?.content.size ?? 0);
  const next = lines[Math.max(at(anchor), at(head)) + 1]?.start ?? end;
  const to = reaches === "to-end" ? end : next;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

/** Runs a step on `state`; `other` is an open plan beside it. */
function take({ state: before, copied }: Run, given: Step, other: EditorState): Result {
  const state = selected(before, given.anchor, given.head, given.reaches);
  const text = characters(state.doc);
  const done = (command: Command, expected = text, clipboard = copied): Result => ({
    state: run(state, command).state,
    copied: clipboard,
    expected,
  });
  const ids = someIds(state, given.which);
  switch (given.does) {
    case "copy":
      return { state, copied: copySelection(state), expected: text };
    case "copyElsewhere":
      return {
        state,
        copied: copySelection(selected(other, given.anchor, given.head, given.reaches)),
        expected: text,
      };
    case "copyParts":
      return { state, copied: ids.size === 0 ? copied : copyParts(state, ids), expected: text };
    case "cut":
      if (state.selection.empty) return { state, copied, expected: text };
      return done(deleteSelectedText, without(text, selectedText(state)), copySelection(state));
    case "paste": {
      const pasted = copied && restored(copied, state);
      const expected = pasted && without(text + charactersOf(pasted), selectedText(state));
      return done((_state, dispatch) => dispatched(pasted && pasteInto(state, pasted), dispatch), expected);
    }
    case "pasteBelow": {
      const pasted = copied && restored(copied, state);
      const [id] = ids;
      if (!copied || !pasted?.whole || id === undefined) return { state, copied, expected: text };
      return done(pasteBelow(id, transferOf(copied)), sorted(text + charactersOf(pasted)));
    }
    case "dropSelection": {
      if (state.selection.empty) return { state, copied, expected: text };
      const own = restored(copySelection(state), state);
      const position = placeAt(state.doc, given.target);
      return done((_state, dispatch) => dispatched(own && moveSelected(state, own, position), dispatch));
    }
    case "dropParts": {
      const before = headingIds(state)[Math.floor(given.target * (headingIds(state).length + 1))] ?? null;
      const places = partPlaces(state.doc, ids, before);
      const place = places[Math.floor(given.anchor * places.length * 0.999)];
      return place ? done(moveManyTo(ids, place)) : { state, copied, expected: text };
    }
    case "delete":
      return done(deleteMany(ids), without(text, partsText(state, ids)));
    case "number":
      return { ...typedNumber(state, given.number), copied };
    case "refusedNumber":
      return { ...typedNumber(state, given.number, true), copied };
    default: {
      const many = MANY[given.does];
      return done(
        many ? many(ids) : (COMMANDS[given.does] ?? (() => false)),
        withoutSelected(state, given.does),
      );
    }
  }
}

function withoutSelected(state: EditorState, does: string): string {
  const erases = does === "enter" || does === "backspace";
  return erases && erasesSelection(state, does)
    ? without(characters(state.doc), selectedText(state))
    : characters(state.doc);
}

/** Backspace inside a paragraph is the browser's. */
function erasesSelection({ selection }: EditorState, does: string): boolean {
  return does === "enter" || !selection.$from.sameParent(selection.$to);
}

function dispatched(
  tr: ReturnType<typeof pasteInto>,
  dispatch: ((tr: EditorState["tr"]) => void) | undefined,
): boolean {
  if (tr) dispatch?.(tr);
  return tr !== undefined;
}

/** Types a number at the start of the paragraph of the caret, letter by letter; refused: with one Backspace after it. */
function typedNumber(before: EditorState, number: string, refused = false): Omit<Result, "copied"> {
  const { $head } = before.selection;
  if (!$head.parent.isTextblock) return { state: before, expected: characters(before.doc) };
  let state = before.apply(before.tr.setSelection(TextSelection.create(before.doc, $head.start())));
  const literal = state.tr.insertText(number).doc;
  const kind = toLines(state.doc).find(({ start }) => start === $head.start())?.kind;
  const view = {
    composing: false,
    get state() {
      return state;
    },
    dispatch: (tr: EditorState["tr"]) => {
      state = state.apply(tr);
    },
  } as unknown as EditorView;
  for (const letter of number) {
    const { from, to } = state.selection;
    const insert = () => state.tr.insertText(letter, from, to);
    const taken = state.plugins.some(
      (plugin) => plugin.props.handleTextInput?.call(plugin, view, from, to, letter, insert) === true,
    );
    if (!taken) view.dispatch(insert());
  }
  const becameLevel = kind !== "title";
  if (refused && becameLevel) {
    expect(undoInputRule(state, view.dispatch)).toBe(true);
    expect(state.doc.textContent).toBe(literal.textContent);
    expect(toLines(state.doc).map((line) => line.kind)).toEqual(toLines(literal).map((line) => line.kind));
    return { state, expected: characters(literal) };
  }
  return { state, expected: becameLevel ? characters(before.doc) : characters(literal) };
}

function restored(copied: CopiedText, state: EditorState): PastedLines | undefined {
  return parseCopiedLines(transferOf(copied), state);
}

/** As it comes out of the clipboard of another program, which keeps HTML alone. */
function transferOf({ html }: CopiedText): DataTransfer {
  return { getData: (type: string) => (type === "text/html" ? html : "") } as unknown as DataTransfer;
}

function headingIds({ doc }: EditorState): readonly string[] {
  return toLines(doc)
    .filter(isHeading)
    .map(({ attributes }) => attributes["id"]);
}

function someIds(state: EditorState, which: readonly number[]): ReadonlySet<string> {
  const all = headingIds(state);
  return new Set(which.flatMap((at) => all[Math.floor(at * all.length)] ?? []));
}

function partsText({ doc }: EditorState, ids: ReadonlySet<string>): string {
  let text = "";
  doc.descendants((node) => {
    const isChosen = node.type.name in LEVEL_OF && ids.has(node.attrs["id"]);
    if (isChosen) text += node.textContent;
    return !isChosen;
  });
  return text;
}

function selectedText({ doc, selection: { from, to } }: EditorState): string {
  return doc.textBetween(from, to);
}

function charactersOf({ lines }: PastedLines): string {
  return lines.map(({ content }) => content.textBetween(0, content.size)).join("");
}

function outlineOf({ doc }: EditorState) {
  return toLines(doc).map(({ kind, attributes }) => ({ kind, ...attributes }));
}

function sorted(text: string): string {
  return [...text.replaceAll("\n", "")].sort().join("");
}

/** The characters without those of another text, each once. */
function without(text: string, taken: string): string {
  const left = [...sorted(text)];
  for (const character of sorted(taken)) {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
  }
  return left.join("");
}

describe("moving, cutting, pasting and numbers", () => {
  it("keep the plan valid, lose and add no character, and undo returns to the start", () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, fc.array(step, { maxLength: 8 }), (plan, beside, steps) => {
        const first = start(plan);
        const other = start(beside);
        let now: Run = { state: first, copied: undefined };
        for (const each of steps) {
          const { expected, ...result } = take(now, each, other);
          now = result;
          expectValid(now.state.doc);
          expect(characters(now.state.doc)).toBe(expected);
          expect(shown(now.state)).toEqual(shown(shownAfresh(now.state)));
        }
        expect(undoAll(now.state).doc.eq(first.doc)).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });

  it("put back by paste what was cut, with every part what it was", () => {
    fc.assert(
      fc.property(arbitraryPlan, share, share, reach, (plan, anchor, head, reaches) => {
        const state = selected(start(plan), anchor, head, reaches);
        // In an empty paragraph the end of what is cut is also the start of what stays.
        if (state.selection.empty || state.selection.$to.parent.content.size === 0) return;
        const copied = copySelection(state);
        const cut = run(state, deleteSelectedText).state;
        const pasted = restored(copied, cut);
        const after = run(cut, (_state, dispatch) =>
          dispatched(pasted && pasteInto(cut, pasted), dispatch),
        ).state;
        expect(after.doc.textContent).toBe(state.doc.textContent);
        // An empty paragraph at the caret makes room for what is pasted.
        if (pasted?.whole && cut.selection.$head.parent.content.size > 0)
          expect(outlineOf(after)).toEqual(outlineOf(state));
      }),
      { numRuns: runs(150) },
    );
  });
});
