import { describe, expect, it } from "vitest";
import { eachGram, foldText, gramOverlap, gramSet, isHan, pairKey } from "../../../src/core/suggest/grams.ts";

const pieces = (text: string) => {
  const found: string[] = [];
  const folded = foldText(text);
  eachGram(folded, (_, from, to) => found.push(folded.slice(from, to)));
  return found;
};

describe("eachGram", () => {
  it("gives overlapping pairs of Han characters", () => {
    expect(pieces("学前教育")).toEqual(["学前", "前教", "教育"]);
  });

  it("does not pair across punctuation or other writing", () => {
    expect(pieces("双减，五育A级")).toEqual(["双减", "五育", "a", "级"]);
  });

  it("keeps Latin words and numbers whole, in any width and case", () => {
    expect(pieces("５Ｇ+STEM 2026年")).toEqual(["5g", "stem", "2026", "年"]);
  });

  it("gives a lone character by itself", () => {
    expect(pieces("教")).toEqual(["教"]);
  });

  it("gives nothing for a text without words", () => {
    expect(pieces("，。 —— ！")).toEqual([]);
  });

  it("numbers pairs and Latin words apart", () => {
    const [latin = 0] = gramSet("stem");
    expect(isHan(latin >>> 16)).toBe(false);
    expect(gramSet("学前")).toEqual(Uint32Array.of(pairKey("学".charCodeAt(0), "前".charCodeAt(0))));
  });
});

describe("gramOverlap", () => {
  it("is 1 for equal texts, 0 for texts without a common pair, and the Jaccard share between", () => {
    expect(gramOverlap(gramSet("师德师风"), gramSet("师德师风"))).toBe(1);
    expect(gramOverlap(gramSet("师德"), gramSet("双减"))).toBe(0);
    expect(gramOverlap(gramSet("师德师风"), gramSet("师德建设"))).toBeCloseTo(1 / 5);
    expect(gramOverlap(gramSet(""), gramSet(""))).toBe(0);
  });
});
