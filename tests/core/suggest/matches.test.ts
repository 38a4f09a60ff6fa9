import { describe, expect, it } from "vitest";
import { foldText, gramSet } from "../../../src/core/suggest/grams.ts";
import { matchRanges, wordsIn } from "../../../src/core/suggest/matches.ts";

const marking = (typed: string, telling = typed, terms: readonly string[] = []) => ({
  typed: new Set(gramSet(foldText(typed))),
  telling: new Set(gramSet(foldText(telling))),
  terms,
});

describe("matchRanges", () => {
  it("marks typed words as far as they stand together", () => {
    expect(matchRanges("加强校园安全，保平安校园", marking("校园安全"))).toEqual([
      [2, 6],
      [10, 12],
    ]);
  });

  it("leaves out parts that only hold words that tell nothing", () => {
    expect(matchRanges("加强管理，加强校园安全", marking("加强校园安全", "校园安全"))).toEqual([[5, 11]]);
  });

  it("marks whole words of a topic", () => {
    expect(matchRanges("做好随班就读", marking("特教", "特教", ["随班就读", "特教"]))).toEqual([[2, 6]]);
  });

  it("gives ranges of the text as written where folding changes its length", () => {
    const text = "①㎡校园㏑安全";
    const ranges = matchRanges(text, marking("校园 安全"));
    expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(["校园", "安全"]);
  });

  it("marks nothing in an empty text or for an empty query", () => {
    expect(matchRanges("", marking("校园"))).toEqual([]);
    expect(matchRanges("校园", marking(""))).toEqual([]);
  });
});

describe("wordsIn", () => {
  it("names each word once, and no part of another", () => {
    const text = "校园安全，校园，平安，校园安全";
    expect(
      wordsIn(text, [
        [0, 4],
        [5, 7],
        [8, 10],
        [11, 15],
      ]),
    ).toEqual(["校园安全", "平安"]);
  });
});
