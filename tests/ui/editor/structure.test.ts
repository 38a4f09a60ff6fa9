import { undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { fromDoc } from "../../../src/core/editor/convert.ts";
import {
  addItem,
  addPart,
  addSection,
  addSubsection,
  atBlock,
  deletePart,
  deleteSelectedText,
  demotePart,
  movePartDown,
  movePartUp,
  pressBackspace,
  pressDelete,
  pressEnter,
  pressShiftEnter,
  promotePart,
} from "../../../src/ui/editor/commands/structure.ts";
import { afterCommands, editing, linesOf } from "../../support/outline-text.ts";

function become(command: Command, before: readonly string[], expected: readonly string[]): void {
  expect(linesOf(afterCommands(editing(...before), command))).toEqual(expected);
}

describe("Enter", () => {
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["at the end of the title begins the lead-in", ["# 要点|", "S 一"], ["# 要点", "P |", "S 一"]],
    ["inside the title breaks it by sense", ["# 南平市|要点"], ["# 南平市\n|要点"]],
    [
      "at the end of an item without body makes the next item",
      ["# ", "S 一", "I 甲|", "I 乙"],
      ["# ", "S 一", "I 甲", "I |", "I 乙"],
    ],
    [
      "at the end of a lead with body makes a body paragraph",
      ["# ", "S 一", "I 甲|", "P 文"],
      ["# ", "S 一", "I 甲", "P |", "P 文"],
    ],
    [
      "inside a heading makes two items, the body goes with the second",
      ["# ", "S 一", "I 甲|乙。丙", "P 文"],
      ["# ", "S 一", "I 甲", "I |乙。丙", "P 文"],
    ],
    [
      "behind the heading's 。 makes the rest a body paragraph",
      ["# ", "S 一", "I 甲。|丙"],
      ["# ", "S 一", "I 甲。", "P |丙"],
    ],
    [
      "before the heading's 。 leaves the sign with the heading",
      ["# ", "S 一", "I 甲|。丙"],
      ["# ", "S 一", "I 甲。", "P |丙"],
    ],
    [
      "in the run-in body makes the rest a body paragraph",
      ["# ", "S 一", "I 甲。丙|丁"],
      ["# ", "S 一", "I 甲。丙", "P |丁"],
    ],
    ["at the start of a heading makes room above", ["# ", "S 一", "I |甲"], ["# ", "S 一", "I ", "I |甲"]],
    [
      "in an empty item steps out to the level of its parent",
      ["# ", "S 一", "I 甲", "I |"],
      ["# ", "S 一", "I 甲", "S |"],
    ],
    [
      "in an empty item under （一） steps out to （二）",
      ["# ", "S 一", "T 甲", "I |"],
      ["# ", "S 一", "T 甲", "T |"],
    ],
    [
      "at the end of a section heading makes its first item",
      ["# ", "S 一|", "I 甲"],
      ["# ", "S 一", "I |", "I 甲"],
    ],
    [
      "at the end of a section heading over （一） makes the first （一）",
      ["# ", "S 一|", "T 甲"],
      ["# ", "S 一", "T |", "T 甲"],
    ],
    [
      "inside a section heading makes two sections",
      ["# ", "S 一|二", "I 甲"],
      ["# ", "S 一", "S |二", "I 甲"],
    ],
    [
      "at the end of an item's last paragraph makes the next item",
      ["# ", "S 一", "I 甲", "P 文|"],
      ["# ", "S 一", "I 甲", "P 文", "I |"],
    ],
    [
      "in the middle of a paragraph makes two",
      ["# ", "S 一", "I 甲", "P 文|字"],
      ["# ", "S 一", "I 甲", "P 文", "P |字"],
    ],
    [
      "in an empty last paragraph of an item makes it the next item",
      ["# ", "S 一", "I 甲", "P |"],
      ["# ", "S 一", "I 甲", "I |"],
    ],
    [
      "in an empty last paragraph of a section makes it an item",
      ["# ", "S 一", "P |", "I 甲"],
      ["# ", "S 一", "I |", "I 甲"],
    ],
    ["in an empty last lead-in paragraph makes it a section", ["# ", "P 导", "P |"], ["# ", "P 导", "S |"]],
    [
      "in a clause makes the next one",
      ["# ", "S 一", "I 甲", "C 是|"],
      ["# ", "S 一", "I 甲", "C 是", "C |"],
    ],
    ["in an empty clause ends the list", ["# ", "S 一", "I 甲", "C |"], ["# ", "S 一", "I 甲", "P |"]],
    ["replaces a selection", ["# ", "S 一", "I 甲|乙", "I 丙|丁"], ["# ", "S 一", "I 甲", "I |丁"]],
  ];
  it.each(table)("%s", (_name, before, expected) => become(pressEnter, before, expected));
});

describe("Enter in a clause that runs on", () => {
  it("makes a clause that runs on too", () => {
    const runsOn = afterCommands(editing("# ", "S 一", "I 甲", "C 是|否"), (state, dispatch) => {
      dispatch?.(state.tr.setNodeAttribute(state.selection.$from.before(), "runIn", true));
      return true;
    });
    const split = afterCommands(runsOn, pressEnter);
    const item = split.doc.child(2).child(1);
    expect([item.child(1), item.child(2)].map(({ attrs }) => attrs["runIn"])).toEqual([true, true]);
    expect(item.child(1).attrs["id"]).not.toBe(item.child(2).attrs["id"]);
  });
});

describe("Shift+Enter", () => {
  it("makes what stands behind the caret a body paragraph", () => {
    become(pressShiftEnter, ["# ", "S 一", "I 甲|乙"], ["# ", "S 一", "I 甲", "P |乙"]);
    become(pressShiftEnter, ["# ", "S 一", "I 甲", "P 文|"], ["# ", "S 一", "I 甲", "P 文", "P |"]);
    become(pressShiftEnter, ["# 要点|"], ["# 要点\n|"]);
  });
});

describe("Backspace at the start", () => {
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      "takes the number of an item away first",
      ["# ", "S 一", "I 甲", "I |乙", "P 文"],
      ["# ", "S 一", "I 甲", "P |乙", "P 文"],
    ],
    ["joins a paragraph to the one before", ["# ", "S 一", "I 甲", "P |乙"], ["# ", "S 一", "I 甲|乙"]],
    ["removes an empty item", ["# ", "S 一", "I 甲", "I |", "I 乙"], ["# ", "S 一", "I 甲|", "I 乙"]],
    [
      "leaves the items of a section to the section before",
      ["# ", "S 一", "I 甲", "S |二", "I 乙"],
      ["# ", "S 一", "I 甲", "P |二", "I 乙"],
    ],
    ["makes a clause a paragraph", ["# ", "S 一", "I 甲", "C |是"], ["# ", "S 一", "I 甲", "P |是"]],
    ["does not pull the lead-in into the title", ["# 要点", "P |导"], ["# 要点|", "P 导"]],
    ["removes an empty lead-in paragraph", ["# 要点", "P |", "S 一"], ["# 要点|", "S 一"]],
    ["joins the closing to the text before it", ["# ", "S 一", "I 甲", "S~ |结"], ["# ", "S 一", "I 甲|结"]],
    ["does nothing at the start of the title", ["# |要点"], ["# |要点"]],
  ];
  it.each(table)("%s", (_name, before, expected) => become(pressBackspace, before, expected));

  it("leaves deleting inside a paragraph to the browser", () => {
    expect(pressBackspace(editing("# 要|点"))).toBe(false);
    expect(pressBackspace(editing("# |要|点"))).toBe(false);
  });
});

describe("Delete at the end", () => {
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      "joins the next item, whose body follows",
      ["# ", "S 一", "I 甲|", "I 乙", "P 文"],
      ["# ", "S 一", "I 甲|乙", "P 文"],
    ],
    [
      "removes an empty paragraph that follows",
      ["# ", "S 一", "I 甲|", "P ", "P 文"],
      ["# ", "S 一", "I 甲|", "P 文"],
    ],
    ["removes an empty item in front of the next", ["# ", "S 一", "I |", "I 乙"], ["# ", "S 一", "I |乙"]],
    ["does not pull the text into the title", ["# 要点|", "S 一"], ["# 要点|", "S 一"]],
    ["does nothing at the end of the plan", ["# ", "S 一|"], ["# ", "S 一|"]],
  ];
  it.each(table)("%s", (_name, before, expected) => become(pressDelete, before, expected));
});

describe("deleteSelectedText", () => {
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["joins the rest of the last line to the first", ["# ", "S 一|二", "I 甲", "I 乙|丙"], ["# ", "S 一|丙"]],
    [
      "removes lines that are covered from start to start",
      ["# ", "S 一", "I |甲", "P 文", "I |乙"],
      ["# ", "S 一", "I |乙"],
    ],
    ["leaves the rest below a title that is cut", ["# 要|点", "P 导|语", "S 一"], ["# 要|", "P 语", "S 一"]],
    ["empties the plan when everything is selected", ["# |要点", "P 导", "S 一", "I 甲", "D~ 结|"], ["# |"]],
    [
      "leaves the children of a removed heading to the one before",
      ["# ", "S 一", "I |甲", "S |二", "I 乙"],
      ["# ", "S 一", "S |二", "I 乙"],
    ],
  ];
  it.each(table)("%s", (_name, before, expected) => become(deleteSelectedText, before, expected));
});

describe("promotePart and demotePart", () => {
  it("go through the levels that the plan uses", () => {
    become(promotePart, ["# ", "S 一", "I 甲|", "I 乙"], ["# ", "S 一", "S 甲|", "I 乙"]);
    become(demotePart, ["# ", "S 一", "S 甲|", "I 乙"], ["# ", "S 一", "I 甲|", "I 乙"]);
    become(demotePart, ["# ", "S 一", "T 二", "S 甲|"], ["# ", "S 一", "T 二", "T 甲|"]);
    become(promotePart, ["# ", "S 一", "T 二", "I 甲|", "I 乙"], ["# ", "S 一", "T 二", "T 甲|", "I 乙"]);
    become(demotePart, ["# ", "S 一", "I 甲", "I 乙|"], ["# ", "S 一", "I 甲", "P 乙|"]);
    become(promotePart, ["# ", "S 一", "I 甲", "P 乙|", "P 丙"], ["# ", "S 一", "I 甲", "I 乙|", "P 丙"]);
    become(demotePart, ["# ", "S 一", "P 乙|"], ["# ", "S 一", "C 乙|"]);
    become(promotePart, ["# ", "S 一", "C 乙|"], ["# ", "S 一", "P 乙|"]);
  });

  it("change every selected line", () => {
    become(demotePart, ["# ", "S 一", "I 甲", "I |乙", "I 丙|"], ["# ", "S 一", "I 甲", "P |乙", "P 丙"]);
  });

  it("give a new heading what follows it", () => {
    const state = afterCommands(editing("# ", "S 一", "T 二", "I 甲|", "I 乙", "S 三"), promotePart);
    expect(state.doc.child(2).child(2).textContent).toBe("甲乙");
  });
});

describe("movePartUp and movePartDown", () => {
  it("pass the neighbour with everything that belongs to the part", () => {
    become(
      movePartUp,
      ["# ", "S 一", "I 甲", "P 文", "I 乙", "P 字|"],
      ["# ", "S 一", "I 乙", "P 字|", "I 甲", "P 文"],
    );
    become(movePartDown, ["# ", "S 一|", "I 甲", "S 二", "I 乙"], ["# ", "S 二", "I 乙", "S 一|", "I 甲"]);
  });

  it("go on into the neighbouring section, before its closing", () => {
    become(
      movePartUp,
      ["# ", "S 一", "I 甲", "S~ 结", "S 二", "I 乙|"],
      ["# ", "S 一", "I 甲", "I 乙|", "S~ 结", "S 二"],
    );
    become(
      movePartDown,
      ["# ", "S 一", "I 甲|", "S 二", "P 文", "I 乙"],
      ["# ", "S 一", "S 二", "P 文", "I 甲|", "I 乙"],
    );
  });

  it("do not apply at the ends of the plan", () => {
    expect(movePartUp(editing("# ", "P 导", "S 一", "I 甲|"))).toBe(false);
    expect(movePartDown(editing("# ", "S 一", "I 甲|", "D~ 结"))).toBe(false);
    expect(movePartUp(editing("# 要点|", "S 一"))).toBe(false);
  });
});

describe("addItem, addSubsection and addSection", () => {
  it("add an empty part where the drafter stands", () => {
    become(addItem, ["# ", "S 一", "I 甲|", "P 文", "I 乙"], ["# ", "S 一", "I 甲", "P 文", "I |", "I 乙"]);
    become(addItem, ["# ", "S 一|", "P 文", "I 乙"], ["# ", "S 一", "P 文", "I |", "I 乙"]);
    become(addItem, ["# 要点|", "S 一", "S~ 结"], ["# 要点", "S 一", "I |", "S~ 结"]);
    become(addItem, ["# 要点|"], ["# 要点", "I |"]);
    become(
      addSubsection,
      ["# ", "S 一", "T 甲", "I 乙|", "T 丙"],
      ["# ", "S 一", "T 甲", "I 乙", "T |", "T 丙"],
    );
    become(addSection, ["# ", "S 一|", "I 甲", "S 二"], ["# ", "S 一", "I 甲", "S |", "S 二"]);
    become(addSection, ["# 要点|", "P 导"], ["# 要点", "P 导", "S |"]);
  });
});

describe("deletePart", () => {
  it("removes the part around the caret with everything in it", () => {
    become(deletePart, ["# ", "S 一", "I 甲", "P 文|", "I 乙"], ["# ", "S 一", "I |乙"]);
    become(deletePart, ["# ", "S 一|", "I 甲", "S 二"], ["# ", "S |二"]);
    expect(deletePart(editing("# 要点|"))).toBe(false);
  });
});

describe("atBlock", () => {
  it("runs a command elsewhere, as one step of undo", () => {
    const state = editing("# 要点|", "S 一", "I 甲", "I 乙");
    const id = state.doc.child(2).child(2).attrs["id"];
    const moved = afterCommands(state, atBlock(id, movePartUp));
    expect(linesOf(moved)).toEqual(["# 要点", "S 一", "I |乙", "I 甲"]);
    expect(afterCommands(moved, undo).doc.eq(state.doc)).toBe(true);
    expect(atBlock("missing", movePartUp)(state)).toBe(false);
  });
});

describe("parts", () => {
  it("stand above the sections: added over the first, and promoted to only where there are some", () => {
    become(addPart, ["# 要点|", "P 导", "S 一", "I 甲"], ["# 要点", "P 导", "A |", "S 一", "I 甲"]);
    become(promotePart, ["# 要点", "S 一|", "I 甲"], ["# 要点", "S 一|", "I 甲"]);
    become(promotePart, ["# 要点", "A 部", "S 一|", "I 甲"], ["# 要点", "A 部", "A 一|", "I 甲"]);
    become(demotePart, ["# 要点", "A 部|", "S 一", "I 甲"], ["# 要点", "S 部|", "S 一", "I 甲"]);
  });

  it("begin with a section when Enter is pressed, and take new sections in", () => {
    become(pressEnter, ["# 要点", "A 部|"], ["# 要点", "A 部", "S |"]);
    become(addSection, ["# 要点", "A 部", "S 一|", "A 二"], ["# 要点", "A 部", "S 一", "S |", "A 二"]);
  });

  it("keep their closing below their last section", () => {
    const state = editing("# 要点", "A 部", "S 一", "I 甲", "A~ 结|", "A 二");
    expect(linesOf(state)).toEqual(["# 要点", "A 部", "S 一", "I 甲", "A~ 结|", "A 二"]);
    expect(fromDoc(state.doc).children[0]).toMatchObject({ kind: "part", closing: [{ text: "结" }] });
  });
});

describe("addItem where （一） stand for the items", () => {
  it("adds one of them, and an item where the plan has any", () => {
    become(addItem, ["# 要点", "S 一", "T 甲|", "T 乙"], ["# 要点", "S 一", "T 甲", "T |", "T 乙"]);
    become(
      addItem,
      ["# 要点", "S 一", "T 甲|", "I 子", "T 乙"],
      ["# 要点", "S 一", "T 甲", "I |", "I 子", "T 乙"],
    );
  });
});
