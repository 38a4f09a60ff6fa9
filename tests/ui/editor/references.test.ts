import { undo } from "prosemirror-history";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { findBlock } from "../../../src/core/editor/blocks.ts";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { referencesOf } from "../../../src/core/editor/references.ts";
import { unsettledReferences } from "../../../src/core/editor/unsettled-references.ts";
import type { PlanItem } from "../../../src/core/plan/model.ts";
import {
  type CopiedText,
  copySelection,
  parseCopiedLines,
} from "../../../src/ui/editor/clipboard/plan-clipboard.ts";
import { setItemNumbering } from "../../../src/ui/editor/commands/form.ts";
import {
  dropReference,
  followReference,
  insertReference,
  linkAllReferences,
  repointReference,
} from "../../../src/ui/editor/commands/references.ts";
import { selectBlock } from "../../../src/ui/editor/commands/select.ts";
import {
  addItem,
  deletePart,
  movePartDown,
  movePartUp,
  pressEnter,
  setKind,
} from "../../../src/ui/editor/commands/structure.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { linkTyped } from "../../../src/ui/editor/plugins/references.ts";
import { transfer } from "../../support/copied.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const named = (id: string, text: string): PlanItem => ({ ...item(text), id });

function start(text: string): EditorState {
  let count = 0;
  const children = [
    { ...section("总体要求", [named("a", "甲"), named("b", "乙")]), id: "s1" },
    { ...section("重点任务", [named("c", "丙"), named("d", "丁"), named("here", text)]), id: "s2" },
  ];
  const state = editorState(toDoc(plan("标题", children)), () => `new-${++count}`);
  return afterCommands(state, at(text));
}

/** Puts the caret behind a text. */
function at(text: string): Command {
  return (state, dispatch) => {
    let position: number | undefined;
    state.doc.descendants((node, start) => {
      const index = node.isTextblock ? node.textContent.indexOf(text) : -1;
      if (index >= 0) position = start + 1 + index + text.length;
    });
    if (position === undefined) throw new RangeError(`no ${text}`);
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, position)));
    return true;
  };
}

function select(text: string): Command {
  return (state, dispatch) => {
    const { head } = afterCommands(state, at(text)).selection;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, head - text.length, head)));
    return true;
  };
}

const type =
  (text: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(text));
    return true;
  };

/** What the view does after each change, when no input method composes. */
const looked: Command = (state, dispatch) => {
  const tr = linkTyped(state);
  if (tr) dispatch?.(tr);
  return true;
};

function afterCommands(state: EditorState, ...commands: readonly Command[]): EditorState {
  return commands.reduce((before, command) => {
    let next = before;
    if (!command(before, (tr) => (next = before.apply(tr)))) throw new RangeError("does not apply");
    return next;
  }, state);
}

const onBlock = (id: string, ...commands: readonly Command[]) => [selectBlock(id), ...commands];
const textOf = (state: EditorState, id = "here") => findBlock(state.doc, id)?.node.textContent;
const links = (state: EditorState) =>
  referencesOf(state.doc).map(({ text, level, target }) => `${level} ${text} → ${target}`);
const unsettled = (state: EditorState) =>
  unsettledReferences(state.doc).map(({ reason, text }) => `${reason} ${text}`);

const linked = (text = "措施见第3项。") => afterCommands(start(text), linkAllReferences);

describe("a reference", () => {
  it("follows its target when items move, come and go, in the same step of undo", () => {
    const before = linked();
    expect(links(before)).toEqual(["item 3 → c"]);
    const moved = afterCommands(before, ...onBlock("c", movePartDown));
    expect(textOf(moved)).toBe("措施见第4项。");
    expect(afterCommands(moved, undo).doc.eq(before.doc)).toBe(true);
    const inserted = afterCommands(before, ...onBlock("a", addItem));
    expect(textOf(inserted)).toBe("措施见第4项。");
    expect(afterCommands(inserted, undo).doc.eq(before.doc)).toBe(true);
    expect(textOf(afterCommands(before, ...onBlock("a", deletePart)))).toBe("措施见第2项。");
  });

  it("follows a change of the numbering at once, written as it was", () => {
    const before = linked("见第二部分第三项");
    const changed = afterCommands(before, setItemNumbering("per-section"));
    expect(textOf(changed)).toBe("见第二部分第一项");
    expect(textOf(afterCommands(changed, ...onBlock("c", movePartUp, movePartUp)))).toBe("见第一部分第二项");
    expect(afterCommands(changed, undo).doc.eq(before.doc)).toBe(true);
  });

  it("stays as text where its target was deleted, is listed, and follows again after undo", () => {
    const before = linked();
    const gone = afterCommands(before, ...onBlock("c", deletePart));
    expect(textOf(gone)).toBe("措施见第3项。");
    expect(unsettled(gone)).toEqual(["gone 第3项"]);
    expect(unsettled(afterCommands(gone, undo))).toEqual([]);
    const [place] = unsettledReferences(gone.doc);
    if (!place) throw new RangeError("nothing to settle");
    expect(links(afterCommands(gone, dropReference(place)))).toEqual([]);
    expect(links(afterCommands(gone, repointReference(place, "s1")))).toEqual(["section 一 → s1"]);
    expect(textOf(afterCommands(gone, repointReference(place, "s1")))).toBe("措施见第一部分。");
  });

  it("is listed where its target is no item any more", () => {
    expect(unsettled(afterCommands(linked(), ...onBlock("c", setKind("paragraph"))))).toEqual(["gone 第3项"]);
  });

  it("is unclear where items of several sections have its number and it does not say which", () => {
    const before = linked("措施见第1项。");
    const changed = afterCommands(before, setItemNumbering("per-section"));
    expect(unsettled(changed)).toEqual(["unclear 第1项"]);
    const [place] = unsettledReferences(changed.doc);
    if (!place) throw new RangeError("nothing to settle");
    const settled = afterCommands(changed, repointReference(place, place.target));
    expect(textOf(settled)).toBe("措施见第一部分第1项。");
    expect(unsettled(settled)).toEqual([]);
    const near = afterCommands(linked("措施见第3项。"), setItemNumbering("per-section"));
    expect(textOf(near)).toBe("措施见第1项。");
    expect(unsettled(near)).toEqual([]);
  });

  it("becomes text where its number is written over or its words are no reference any more", () => {
    const digits = afterCommands(linked("见第3项"), select("3"), type("4"));
    expect(textOf(digits)).toBe("见第4项");
    expect(links(digits)).toEqual([]);
    expect(links(afterCommands(linked("见第3项"), at("3"), type("1")))).toEqual([]);
    expect(links(afterCommands(linked("见第3项"), select("项"), type("号")))).toEqual([]);
    expect(links(afterCommands(linked("见第3项"), at("第3项"), type("，")))).toEqual(["item 3 → c"]);
    expect(links(afterCommands(linked("见第3项"), at("3"), pressEnter))).toEqual([]);
  });
});

describe("linkTyped", () => {
  const typed = (...texts: readonly string[]) =>
    afterCommands(start("措施"), ...texts.flatMap((text) => [type(text), looked]));

  it("makes a reference of a phrase when it is clear that it does not go on", () => {
    expect(links(typed("见第3项"))).toEqual([]);
    expect(links(typed("见第3项", "。"))).toEqual(["item 3 → c"]);
    expect(links(typed("见第3项", "目"))).toEqual([]);
    expect(links(afterCommands(typed("见第3项"), pressEnter, looked))).toEqual(["item 3 → c"]);
    expect(links(afterCommands(typed("见第3项"), ...onBlock("a", looked)))).toEqual(["item 3 → c"]);
  });

  it("takes the longer phrase for the shorter one when it goes on", () => {
    expect(links(typed("按照第二部分", "第3项", "。"))).toEqual(["section 二 → c", "item 3 → c"]);
  });

  it("is refused by one undo and does not come back", () => {
    const refused = afterCommands(typed("见第3项", "。"), undo, looked);
    expect(textOf(refused)).toBe("措施见第3项。");
    expect(links(refused)).toEqual([]);
    expect(links(afterCommands(refused, type("另"), looked, type("有"), looked))).toEqual([]);
  });

  it("leaves numbers of other documents and unknown ones alone", () => {
    expect(links(typed("按照《条例》第3项", "。"))).toEqual([]);
    expect(links(typed("见第33项", "。"))).toEqual([]);
  });
});

describe("insertReference", () => {
  it("writes the words at the caret, in the place of the selection, or of the reference at the caret", () => {
    const inserted = afterCommands(start("措施见"), insertReference("d"));
    expect(textOf(inserted)).toBe("措施见第4项");
    expect(links(inserted)).toEqual(["item 4 → d"]);
    expect(textOf(afterCommands(inserted, insertReference("s1")))).toBe("措施见第一部分");
    expect(textOf(afterCommands(start("见第9项。"), select("第9项"), insertReference("c")))).toBe(
      "见第3项。",
    );
  });

  it("is no command of the title, and of no part that is gone", () => {
    const state = start("措施");
    expect(insertReference("d")(afterCommands(state, at("标题")))).toBe(false);
    expect(insertReference("gone")(state)).toBe(false);
  });
});

describe("followReference", () => {
  it("goes to what the reference at the caret means", () => {
    const state = afterCommands(linked(), at("见第3项"), followReference());
    expect(state.selection.$head.parent.textContent).toBe("丙");
    expect(followReference()(afterCommands(linked(), at("措")))).toBe(false);
  });
});

describe("references on the clipboard", () => {
  const copied = (state: EditorState) => copySelection(afterCommands(state, select("见第3项")));
  const marksIn = (text: CopiedText, state: EditorState) =>
    JSON.stringify(parseCopiedLines(transfer(text), state)?.lines.map(({ content }) => content.toJSON()));

  it("stay references inside the plan and are text in another one", () => {
    const state = linked();
    expect(marksIn(copied(state), state)).toContain('"reference"');
    const other = editorState(state.doc, () => "other");
    expect(marksIn(copied(state), other)).toContain("见第");
    expect(marksIn(copied(state), other)).not.toContain('"reference"');
  });
});

describe("references in the plan", () => {
  it("travel with it", () => {
    const state = linked();
    expect(toDoc(fromDoc(state.doc)).eq(state.doc)).toBe(true);
  });
});
