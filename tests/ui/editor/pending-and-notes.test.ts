import { undo } from "prosemirror-history";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { pendingPlaces } from "../../../src/core/editor/pending.ts";
import { draftFromPlan } from "../../../src/core/template/draft.ts";
import { setItemNotes } from "../../../src/ui/editor/commands/form.ts";
import { nextPending, settlePending, togglePending } from "../../../src/ui/editor/commands/pending.ts";
import { convertNumber, insertText, surround } from "../../../src/ui/editor/commands/quick-text.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { withNote, withoutNote, withResolved } from "../../../src/ui/review/note-changes.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const TEXT = "学前教育。新增学位3000个，覆盖率××。";

function start(text = TEXT, from = "学位", to = from): EditorState {
  const state = editorState(toDoc(plan("标题", [section("一部分", [item(text)])])), () => "new-id");
  return selected(state, from, to);
}

function selected(state: EditorState, from: string, to = from): EditorState {
  let position = 1;
  state.doc.descendants((node, at) => {
    if (node.isTextblock && node.textContent.includes(from))
      position = at + 1 + node.textContent.indexOf(from);
  });
  const end = position + (from === to ? from.length : 0);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, position, end)));
}

function caretIn(state: EditorState, text: string): EditorState {
  const { selection } = selected(state, text);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, selection.from)));
}

function afterCommands(state: EditorState, ...commands: readonly Command[]): EditorState {
  let now = state;
  for (const command of commands)
    command(now, (tr) => {
      now = now.apply(tr);
    });
  return now;
}

const itemText = (state: EditorState) => state.doc.child(2).child(1).textContent;
const places = (state: EditorState) => pendingPlaces(state.doc).map(({ kind, text }) => `${kind} ${text}`);

describe("togglePending", () => {
  it("marks the selection, beside what is written out as open, and takes the mark away again", () => {
    const before = start();
    const marked = afterCommands(before, togglePending);
    expect(places(marked)).toEqual(["marked 学位", "written ××"]);
    expect(places(afterCommands(marked, togglePending))).toEqual(["written ××"]);
    expect(afterCommands(marked, undo).doc.eq(before.doc)).toBe(true);
  });

  it("marks the piece of the sentence around a caret, and unmarks from anywhere inside", () => {
    const marked = afterCommands(caretIn(start(), "3000"), togglePending);
    expect(places(marked)).toEqual(["marked 新增学位3000个", "written ××"]);
    expect(places(afterCommands(caretIn(marked, "增学"), togglePending))).toEqual(["written ××"]);
  });

  it("counts what is marked and written out at once only once, and goes round the places", () => {
    const marked = afterCommands(start(TEXT, "××"), togglePending);
    expect(places(marked)).toEqual(["marked ××"]);
    const { from, to } = afterCommands(caretIn(marked, "学前"), nextPending).selection;
    expect(marked.doc.textBetween(from, to)).toBe("××");
    expect(places(afterCommands(marked, settlePending({ from, to })))).toEqual(["written ××"]);
  });

  it("is in the plan, and not in the draft of another year", () => {
    const marked = fromDoc(afterCommands(start(), togglePending).doc);
    expect(JSON.stringify(marked)).toContain('"type":"pending"');
    const options = {
      year: 2027,
      issuer: "",
      region: "",
      numbering: marked.numbering,
      carry: "text",
    } as const;
    expect(JSON.stringify(draftFromPlan(marked, options))).not.toContain('"type":"pending"');
  });
});

describe("setItemNotes", () => {
  const note = {
    id: "n1",
    block: "item-1",
    text: " 再核对 ",
    author: "张三 ",
    writtenAt: "2026-11-25T08:00:00Z",
    resolved: false,
  };

  it("keeps notes in the plan, undoes them, and drops the list with the last one", () => {
    const notes = withNote([], note);
    expect(notes).toEqual([{ ...note, text: "再核对", author: "张三" }]);
    const noted = afterCommands(start(), setItemNotes(notes));
    expect(fromDoc(noted.doc).itemNotes).toEqual(notes);
    expect(fromDoc(afterCommands(noted, undo).doc)).not.toHaveProperty("itemNotes");
    expect(withResolved(notes, "n1", true)[0]?.resolved).toBe(true);
    expect(fromDoc(afterCommands(noted, setItemNotes(withoutNote(notes, "n1"))).doc)).not.toHaveProperty(
      "itemNotes",
    );
  });

  it("takes no empty note", () => {
    expect(withNote([], { ...note, text: " \n" })).toEqual([]);
  });
});

describe("surround", () => {
  it("goes round the selection, and leaves it selected", () => {
    const state = afterCommands(start(), surround("《", "》"));
    expect(itemText(state)).toBe("学前教育。新增《学位》3000个，覆盖率××。");
    expect(state.doc.textBetween(state.selection.from, state.selection.to)).toBe("学位");
  });

  it("puts the caret between an empty pair", () => {
    const state = afterCommands(caretIn(start(), "学位"), surround("〔", "〕"), insertText("a\nb"));
    expect(itemText(state)).toBe("学前教育。新增〔a b〕学位3000个，覆盖率××。");
  });
});

describe("convertNumber", () => {
  it.each([
    ["3000", "三千"],
    ["12", "十二"],
    ["105", "一百零五"],
    ["二十", "20"],
    ["三万五千", "35000"],
  ])("writes %s as %s, and back", (from, to) => {
    const state = afterCommands(caretIn(start(`前${from}后`), from), convertNumber);
    expect(itemText(state)).toBe(`前${to}后`);
    expect(itemText(afterCommands(state, convertNumber))).toBe(`前${from}后`);
  });

  it("leaves what it cannot write alone", () => {
    for (const text of ["1234567890123", "学位", "0", "万", "3.5"]) {
      const state = caretIn(start(`前${text}后`), text);
      expect(convertNumber(state)).toBe(false);
    }
  });
});
