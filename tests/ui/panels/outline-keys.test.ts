import type { EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { outline } from "../../../src/core/editor/outline.ts";
import { actionOfKey } from "../../../src/ui/panels/outline-keys.ts";
import { type OutlineRow, outlineRows } from "../../../src/ui/panels/outline-rows.ts";
import {
  allRows,
  type OutlineSelection,
  onlyRow,
  rangeTo,
  stillShown,
  toggled,
} from "../../../src/ui/panels/outline-selection.ts";
import { afterCommands, editing, linesOf } from "../../support/outline-text.ts";

const NO_KEYS = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

function rowsOf(state: EditorState, folded: ReadonlySet<string> = new Set()): readonly OutlineRow[] {
  return outlineRows(outline(state.doc), folded);
}

function idOf(state: EditorState, heading: string): string {
  return rowsOf(state).find(({ entry }) => entry.heading === heading)?.entry.id ?? "";
}

function headings(state: EditorState, { ids }: OutlineSelection): readonly string[] {
  return rowsOf(state).flatMap(({ entry }) => (ids.has(entry.id) ? [entry.heading] : []));
}

/** Presses keys (`Ctrl+Shift+a`) one after another on the row with this heading. */
function press(state: EditorState, heading: string, ...keys: readonly string[]) {
  let selection = onlyRow(idOf(state, heading));
  let current = state;
  for (const written of keys) {
    const parts = written.split("+");
    const event = {
      key: parts.at(-1) ?? "",
      altKey: parts.includes("Alt"),
      ctrlKey: parts.includes("Ctrl"),
      metaKey: false,
      shiftKey: parts.includes("Shift"),
    };
    const action = actionOfKey(event, rowsOf(current), selection, new Set());
    if (action?.command) current = afterCommands(current, action.command);
    selection = action?.selection ?? selection;
  }
  return { state: current, selection };
}

const PLAN = ["# |", "S 一", "I 甲", "P 文", "I 乙", "S 二", "I 丙", "I 丁"];

describe("the chosen rows", () => {
  const state = editing(...PLAN);
  const rows = rowsOf(state);
  const id = (heading: string) => idOf(state, heading);

  it("are a range from the first one, whichever way", () => {
    const range = rangeTo(onlyRow(id("乙")), rows, id("丙"));
    expect(headings(state, range)).toEqual(["乙", "二", "丙"]);
    expect(headings(state, rangeTo(range, rows, id("甲")))).toEqual(["甲", "乙"]);
  });

  it("are added and taken out one by one, and one always stays", () => {
    const two = toggled(onlyRow(id("甲")), id("丙"));
    expect(headings(state, two)).toEqual(["甲", "丙"]);
    expect(headings(state, toggled(toggled(two, id("甲")), id("丙")))).toEqual(["丙"]);
  });

  it("are all that are shown, and only those", () => {
    const all = allRows(onlyRow(id("乙")), rows);
    expect(all.ids.size).toBe(6);
    const folded = stillShown(all, rowsOf(state, new Set([id("二")])));
    expect(folded && headings(state, folded)).toEqual(["一", "甲", "乙", "二"]);
    expect(stillShown(onlyRow(id("丙")), rowsOf(state, new Set([id("二")])))).toBeUndefined();
  });
});

describe("actionOfKey", () => {
  const state = editing(...PLAN);

  it("extends by Shift, chooses all by Ctrl+A, and goes back to one row by an arrow", () => {
    const choose = (...keys: readonly string[]) => {
      const pressed = press(state, "甲", ...keys);
      return headings(pressed.state, pressed.selection);
    };
    expect(choose("Shift+ArrowDown", "Shift+ArrowDown")).toEqual(["甲", "乙", "二"]);
    expect(choose("Shift+End")).toEqual(["甲", "乙", "二", "丙", "丁"]);
    expect(choose("Ctrl+a")).toHaveLength(6);
    expect(choose("Ctrl+ArrowDown", "Ctrl+ArrowDown", "Ctrl+ ")).toEqual(["甲", "二"]);
    expect(choose("Ctrl+a", "Escape")).toEqual(["甲"]);
    expect(choose("Shift+ArrowDown", "ArrowDown")).toEqual(["二"]);
  });

  it("moves what is chosen together, also into the next section, as one step of undo", () => {
    const down = press(state, "甲", "Shift+ArrowDown", "Alt+Shift+ArrowDown");
    expect(linesOf(down.state)).toEqual(["# ", "S 一", "S 二", "I |甲", "P 文", "I 乙", "I 丙", "I 丁"]);
    expect(headings(down.state, down.selection)).toEqual(["甲", "乙"]);
    const up = press(state, "丙", "Shift+ArrowDown", "Alt+Shift+ArrowUp");
    expect(linesOf(up.state).slice(1)).toEqual(["S 一", "I 甲", "P 文", "I 乙", "I |丙", "I 丁", "S 二"]);
  });

  it("lets nothing pass what stands at the end already", () => {
    const apart = press(state, "甲", "Ctrl+ArrowDown", "Ctrl+ArrowDown", "Ctrl+ArrowDown", "Ctrl+ArrowDown");
    const both = { ...toggled(apart.selection, idOf(state, "丁")), active: idOf(state, "丁") };
    const action = actionOfKey(
      { ...NO_KEYS, altKey: true, shiftKey: true, key: "ArrowDown" },
      rowsOf(state),
      both,
      new Set(),
    );
    expect(action?.command?.(state)).toBe(false);
  });

  it("changes levels by Tab, with what stands below", () => {
    const lines = ["# |", "S 一", "T 甲", "I 乙", "T 丙", "I 丁"];
    const down = press(editing(...lines), "甲", "Shift+ArrowDown", "Shift+ArrowDown", "Tab");
    expect(linesOf(down.state).slice(1)).toEqual(["S 一", "I |甲", "I 乙", "I 丙", "I 丁"]);
    const up = press(editing(...lines), "丙", "Shift+Tab");
    expect(linesOf(up.state).slice(1)).toEqual(["S 一", "T 甲", "I 乙", "S |丙", "I 丁"]);
  });

  it("deletes what is chosen with everything in it", () => {
    const { state: after } = press(state, "乙", "Shift+ArrowDown", "Delete");
    expect(linesOf(after)).toEqual(["# ", "S 一", "I 甲", "P |文"]);
  });

  it("leaves other keys to the window", () => {
    const selection = onlyRow(idOf(state, "甲"));
    for (const key of ["c", "F6", "x"])
      expect(actionOfKey({ ...NO_KEYS, key }, rowsOf(state), selection, new Set())).toBeUndefined();
    expect(
      actionOfKey({ ...NO_KEYS, ctrlKey: true, key: "c" }, rowsOf(state), selection, new Set()),
    ).toBeUndefined();
  });
});
