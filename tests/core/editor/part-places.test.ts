import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { fromLines } from "../../../src/core/editor/from-lines.ts";
import { toLines } from "../../../src/core/editor/lines.ts";
import { moveParts, partPlaces } from "../../../src/core/editor/part-places.ts";
import { editing, linesOf } from "../../support/outline-text.ts";

/** Id of the line with this text. */
function idOf(doc: Node, text: string): string {
  return toLines(doc).find(({ content }) => content.textBetween(0, content.size) === text)?.attributes["id"];
}

/** What each place before `before` makes of the plan, by the kind that the moved parts become. */
function moves(lines: readonly string[], moved: readonly string[], before: string | null) {
  const state = editing(...lines);
  const ids = new Set(moved.map((text) => idOf(state.doc, text)));
  const at = before === null ? null : idOf(state.doc, before);
  return Object.fromEntries(
    partPlaces(state.doc, ids, at).map((place) => {
      const edit = moveParts(state.doc, ids, place);
      const doc = fromLines(state.doc, edit?.lines ?? []);
      doc.check();
      const after = state.apply(state.tr.replaceWith(0, state.doc.content.size, doc.content));
      return [place.kind, linesOf(after).map((line) => line.replaceAll("|", ""))];
    }),
  );
}

const PLAN = ["# 题", "S 一", "I 甲", "P 文", "I 乙", "S 二", "I 丙", "D~ 完"];

describe("partPlaces", () => {
  it("moves an item with its body between others", () => {
    expect(moves(PLAN, ["甲"], "丙")).toEqual({
      item: ["# 题", "S 一", "I 乙", "S 二", "I 甲", "P 文", "I 丙", "D~ 完"],
    });
  });

  it("offers each level at the end of a section, and makes the part what its neighbours are", () => {
    expect(moves(PLAN, ["丙"], "二")).toEqual({
      section: ["# 题", "S 一", "I 甲", "P 文", "I 乙", "S 丙", "S 二", "D~ 完"],
      item: ["# 题", "S 一", "I 甲", "P 文", "I 乙", "I 丙", "S 二", "D~ 完"],
    });
  });

  it("goes behind the last part, before the closing of the plan", () => {
    expect(moves(PLAN, ["甲"], null)).toEqual({
      section: ["# 题", "S 一", "I 乙", "S 二", "I 丙", "S 甲", "P 文", "D~ 完"],
      item: ["# 题", "S 一", "I 乙", "S 二", "I 丙", "I 甲", "P 文", "D~ 完"],
    });
  });

  it("offers nothing where nothing would change, nor inside of what is moved", () => {
    expect(moves(PLAN, ["甲"], "甲")).toEqual({});
    expect(moves(PLAN, ["甲"], "乙")).toEqual({});
    expect(moves(PLAN, ["一"], "乙")).toEqual({});
    expect(moves(PLAN, ["一"], "二")).toEqual({});
    expect(moves(PLAN, [], "二")).toEqual({});
  });

  it("takes a section with its children among items, where they become its neighbours", () => {
    expect(moves(PLAN, ["二"], "乙")).toEqual({
      item: ["# 题", "S 一", "I 甲", "P 文", "I 二", "I 丙", "I 乙", "D~ 完"],
    });
  });

  it("lets children go down with a section that becomes （一）, and keeps its closing", () => {
    const lines = ["# ", "S 一", "T 子", "S 二", "T 甲", "I 乙", "S~ 末", "S 三"];
    expect(moves(lines, ["二"], "三")["subsection"]).toEqual([
      "# ",
      "S 一",
      "T 子",
      "T 二",
      "I 甲",
      "I 乙",
      "T~ 末",
      "S 三",
    ]);
  });

  it("stays what it is in an empty section, or goes down by one where that cannot stand in it", () => {
    expect(Object.keys(moves(["# ", "S 一", "I 甲", "S 二"], ["甲"], null))).toEqual(["section", "item"]);
    expect(Object.keys(moves(["# ", "S 一", "S 二"], ["一"], null))).toEqual(["section", "subsection"]);
  });

  it("goes before the closing of the section it ends", () => {
    const lines = ["# ", "S 一", "I 甲", "S~ 末", "S 二", "I 乙"];
    expect(moves(lines, ["乙"], "二")["item"]).toEqual(["# ", "S 一", "I 甲", "I 乙", "S~ 末", "S 二"]);
  });

  it("gathers parts from several places in their order", () => {
    expect(moves(PLAN, ["丙", "甲"], "一")).toEqual({
      section: ["# 题", "S 甲", "P 文", "S 丙", "S 一", "I 乙", "S 二", "D~ 完"],
    });
    expect(moves(PLAN, ["丙", "甲"], "乙")).toEqual({
      item: ["# 题", "S 一", "I 甲", "P 文", "I 丙", "I 乙", "S 二", "D~ 完"],
    });
  });

  it("goes into parts of the plan and out of them", () => {
    const lines = ["# ", "A 上", "S 一", "I 甲", "A 下", "S 二"];
    expect(moves(lines, ["一"], null)).toEqual({
      part: ["# ", "A 上", "A 下", "S 二", "A 一", "I 甲"],
      section: ["# ", "A 上", "A 下", "S 二", "S 一", "I 甲"],
      subsection: ["# ", "A 上", "A 下", "S 二", "T 一", "I 甲"],
    });
  });
});
