import { describe, expect, it } from "vitest";
import { fromLines } from "../../../src/core/editor/from-lines.ts";
import { insertWholeParts } from "../../../src/core/editor/insert-parts.ts";
import { lineAt, toLines } from "../../../src/core/editor/lines.ts";
import { editing, linesOf } from "../../support/outline-text.ts";

/** The plan after the parts were pasted at its caret. */
function pasted(lines: readonly string[], ...parts: readonly string[]): readonly string[] {
  const state = editing(...lines);
  const all = toLines(state.doc);
  const line = lineAt(all, state.selection.from);
  const at = { line, offset: state.selection.from - (all[line]?.start ?? 0) };
  // As they stand in the plan that they were copied from.
  const copied = toLines(editing("# ", "S 原", ...parts).doc).slice(2);
  const edit = insertWholeParts(all, at, copied);
  const doc = fromLines(state.doc, edit.lines);
  doc.check();
  const after = state.apply(state.tr.replaceWith(0, state.doc.content.size, doc.content));
  return linesOf(after).map((text) => text.replaceAll("|", ""));
}

describe("insertWholeParts", () => {
  const table: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
    [
      "puts an item below the one around the caret, wherever in it that stands",
      ["# ", "S 一", "I 甲", "P 文|字", "P 末", "I 乙"],
      ["I 新", "P 体"],
      ["# ", "S 一", "I 甲", "P 文字", "P 末", "I 新", "P 体", "I 乙"],
    ],
    [
      "puts it before an item from its very start",
      ["# ", "S 一", "I |甲", "P 文"],
      ["I 新"],
      ["# ", "S 一", "I 新", "I 甲", "P 文"],
    ],
    [
      "fills an empty item",
      ["# ", "S 一", "I 甲", "I |", "I 乙"],
      ["I 新", "P 体", "I 后"],
      ["# ", "S 一", "I 甲", "I 新", "P 体", "I 后", "I 乙"],
    ],
    [
      "takes an empty paragraph away",
      ["# ", "S 一", "I 甲", "P |", "P 末"],
      ["I 新"],
      ["# ", "S 一", "I 甲", "P 末", "I 新"],
    ],
    [
      "puts a section beside the one around the caret, and takes nothing of it over",
      ["# ", "S 一", "I 甲|", "I 乙", "S~ 末", "S 二"],
      ["S 新", "I 条"],
      ["# ", "S 一", "I 甲", "I 乙", "S~ 末", "S 新", "I 条", "S 二"],
    ],
    [
      "puts a section beside, even from an empty item, which goes",
      ["# ", "S 一", "I |", "I 乙"],
      ["S 新", "I 条"],
      ["# ", "S 一", "I 乙", "S 新", "I 条"],
    ],
    [
      "puts an item first in the section whose heading has the caret",
      ["# ", "S 一|", "P 导", "I 甲"],
      ["I 新"],
      ["# ", "S 一", "P 导", "I 新", "I 甲"],
    ],
    [
      "puts an item last before a section from its very start",
      ["# ", "S 一", "I 甲", "S~ 末", "S |二"],
      ["I 新"],
      ["# ", "S 一", "I 甲", "I 新", "S~ 末", "S 二"],
    ],
    [
      "puts an item before the closing that has the caret",
      ["# ", "S 一", "I 甲", "S~ 末|尾", "S 二"],
      ["I 新"],
      ["# ", "S 一", "I 甲", "I 新", "S~ 末尾", "S 二"],
    ],
    [
      "puts an item into the first section from title and lead-in",
      ["# 题|", "P 导", "S 一", "I 甲"],
      ["I 新"],
      ["# 题", "P 导", "S 一", "I 新", "I 甲"],
    ],
    [
      "puts a section first from the lead-in, and last from the closing of the plan",
      ["# 题", "P 导|", "S 一", "D~ 完"],
      ["S 新"],
      ["# 题", "P 导", "S 新", "S 一", "D~ 完"],
    ],
    [
      "puts a section after the last one from the closing of the plan",
      ["# 题", "S 一", "I 甲", "D~ 完|"],
      ["S 新"],
      ["# 题", "S 一", "I 甲", "S 新", "D~ 完"],
    ],
    [
      "gives what was copied before a section to the part that it comes behind",
      ["# 题", "S 一", "I 甲|", "I 乙", "S 二"],
      ["I 新", "S 部", "I 条"],
      ["# 题", "S 一", "I 甲", "I 乙", "I 新", "S 部", "I 条", "S 二"],
    ],
    ["begins a plan", ["# |"], ["S 新", "T 小", "I 条"], ["# ", "S 新", "T 小", "I 条"]],
  ];
  it.each(table)("%s", (_name, before, parts, expected) => {
    expect(pasted(before, ...parts)).toEqual(expected);
  });
});
