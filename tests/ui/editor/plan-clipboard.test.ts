import type { EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { datedExpressions } from "../../../src/core/editor/dated.ts";
import { outline } from "../../../src/core/editor/outline.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import {
  type CopiedText,
  copyParts,
  copySelection,
  PLAN_CLIPBOARD_TYPE,
  parseCopiedLines,
} from "../../../src/ui/editor/clipboard/plan-clipboard.ts";
import { moveSelected } from "../../../src/ui/editor/commands/move-selected.ts";
import { deleteMany } from "../../../src/ui/editor/commands/parts.ts";
import { pasteBelow, pasteInto } from "../../../src/ui/editor/commands/paste-lines.ts";
import { deleteSelectedText } from "../../../src/ui/editor/commands/structure.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { transfer } from "../../support/copied.ts";
import { datedMark, originSource } from "../../support/marked-text.ts";
import { afterCommands, editing, linesOf } from "../../support/outline-text.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

function pasted(state: EditorState, copied: CopiedText, type?: string): EditorState {
  const lines = parseCopiedLines(transfer(copied, type), state);
  const tr = lines && pasteInto(state, lines);
  return tr ? state.apply(tr) : state;
}

function open(value: WorkPlan): EditorState {
  let ids = 0;
  return editorState(toDoc(value), () => {
    ids += 1;
    return `made-${ids}`;
  });
}

function itemIds(state: EditorState): readonly string[] {
  return outline(state.doc).flatMap(({ children }) => children.map(({ id }) => id));
}

describe("copySelection", () => {
  it("writes numbers out for other programs, and headings for the outline of Word", () => {
    const { plain, html } = copySelection(editing("# 题", "S |党建", "I 甲。文", "C 带头|"));
    expect(plain).toBe("一、党建\n1.甲。文\n一是带头");
    expect(html).toContain('<p style="mso-outline-level:2">一、党建</p><p>1.甲。文</p><p>一是带头</p>');
  });

  it("copies words of one paragraph as words", () => {
    expect(copySelection(editing("# 题", "S 一", "I |甲乙|丙")).plain).toBe("甲乙");
  });
});

describe("pasting into another plan", () => {
  const copied = copySelection(editing("# 题", "S 一", "I |甲", "P 文", "C 带头", "I |乙"));

  it("brings whole items with their structure, also out of HTML alone", () => {
    for (const type of [PLAN_CLIPBOARD_TYPE, "text/html"]) {
      const after = pasted(editing("# 题", "S 二", "I 丙丁|戊", "P 己"), copied, type);
      expect(linesOf(after)).toEqual(["# 题", "S 二", "I 丙丁戊", "P 己", "I 甲", "P 文", "C 带头|"]);
    }
  });

  it("goes on at the caret with what was copied from inside a paragraph", () => {
    const words = copySelection(editing("# ", "S 一", "I 甲|乙", "P 丙|丁"));
    expect(linesOf(pasted(editing("# ", "S 二", "I 戊|己"), words))).toEqual([
      "# ",
      "S 二",
      "I 戊乙",
      "P 丙|己",
    ]);
  });

  it("takes marks along: origins under the keys of this plan, dated expressions with ids of their own", () => {
    const origin = {
      documentId: "old",
      title: "旧",
      issuer: "",
      year: 2021,
      section: null,
      item: "1",
      heading: "",
    };
    const marked = {
      ...item(""),
      lead: { text: "2021年甲", marks: [datedMark(0, 5, "2021年"), originSource(0, 6)] },
    };
    const sources = { [originSource(0, 1).source]: origin };
    const from = open(plan("题", [section("一", [marked])], { sources }));
    const parts = copyParts(from, new Set(itemIds(from)));
    const other = { [originSource(0, 1).source]: { ...origin, documentId: "another" } };
    const to = open(plan("题", [section("二", [{ ...marked, id: "own" }])], { sources: other }));
    const after = afterCommands(to, pasteBelow("own", transfer(parts)));
    expect(datedExpressions(after.doc).map(({ mark }) => mark.proposed)).toHaveLength(2);
    expect(new Set(datedExpressions(after.doc).map(({ mark }) => mark.id)).size).toBe(2);
    const [child] = fromDoc(after.doc).children;
    const brought = child?.kind === "section" ? child.children[1] : undefined;
    const key = brought?.lead.marks.find((mark) => mark.type === "origin")?.source ?? "";
    expect(fromDoc(after.doc).sources[key]).toMatchObject({ documentId: "old" });
  });

  it("keeps ids that are free, as of what was cut, and gives copies new ones", () => {
    const state = open(plan("题", [section("一", [item("甲"), item("乙")])]));
    const [first = "", second = ""] = itemIds(state);
    const cut = copyParts(state, new Set([first]));
    const moved = afterCommands(state, deleteMany(new Set([first])), pasteBelow(second, transfer(cut)));
    expect(itemIds(moved)).toEqual([second, first]);
    const doubled = afterCommands(state, pasteBelow(second, transfer(cut)));
    expect(itemIds(doubled).slice(0, 2)).toEqual([first, second]);
    expect(itemIds(doubled)[2]).toMatch(/^made-/);
  });

  it("is refused below a part where words were copied", () => {
    const words = copySelection(editing("# ", "S 一", "I |甲乙|丙"));
    const state = editing("# ", "S 二", "I 丁|");
    const [id = ""] = itemIds(state);
    expect(pasteBelow(id, transfer(words))(state)).toBe(false);
  });

  it("puts back what was cut", () => {
    const lines = ["# 题", "S 一", "I |甲", "P 文", "I 乙|", "I 丙"];
    const state = editing(...lines);
    const copied = copySelection(state);
    expect(linesOf(pasted(afterCommands(state, deleteSelectedText), copied))).toEqual([
      "# 题",
      "S 一",
      "I 甲",
      "P 文",
      "I 乙|",
      "I 丙",
    ]);
  });
});

describe("moveSelected", () => {
  function dropped(lines: readonly string[], before: string): readonly string[] | undefined {
    const state = editing(...lines);
    const own = parseCopiedLines(transfer(copySelection(state)), state);
    let position = 0;
    state.doc.descendants((node, at) => {
      if (node.isText && node.text === before) position = at;
    });
    const tr = own && moveSelected(state, own, position);
    return tr && linesOf(state.apply(tr));
  }

  it("moves words, and whole items without leaving an empty one", () => {
    expect(dropped(["# ", "S 一", "I |甲|乙", "I 丙"], "丙")).toEqual(["# ", "S 一", "I 乙", "I 甲|丙"]);
    expect(dropped(["# ", "S 一", "I |甲", "P 文|", "I 乙", "I 丙"], "丙")).toEqual([
      "# ",
      "S 一",
      "I 乙",
      "I 甲",
      "P 文|",
      "I 丙",
    ]);
  });

  it("does nothing inside of what is selected", () => {
    expect(dropped(["# ", "S 一", "I |甲", "P 文", "I 乙|"], "文")).toBeUndefined();
  });
});
