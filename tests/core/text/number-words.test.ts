import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LARGEST_IN_WORDS, numberInWords, valueOfWords } from "../../../src/core/text/number-words.ts";

describe("numberInWords", () => {
  it.each([
    [12, "十二"],
    [3_000, "三千"],
    [10_000, "一万"],
    [10_001, "一万零一"],
    [100_010, "十万零一十"],
    [110_000, "十一万"],
    [12_345, "一万二千三百四十五"],
    [20_010_000, "二千零一万"],
    [100_000_001, "一亿零一"],
    [1_200_000_000, "十二亿"],
  ])("writes %d as %s", (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  it("writes nothing that is no whole number of its range", () => {
    expect([0, -1, 1.5, LARGEST_IN_WORDS + 1].map(numberInWords)).toEqual(Array(4).fill(undefined));
  });
});

describe("valueOfWords", () => {
  it("reads what numberInWords writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGEST_IN_WORDS }), (value) => {
        expect(valueOfWords(numberInWords(value) ?? "")).toBe(value);
      }),
    );
  });

  it("reads no text that is no number", () => {
    expect(["", "万", "千万学校", "三万万", "学位"].map(valueOfWords)).toEqual(Array(5).fill(undefined));
  });
});
