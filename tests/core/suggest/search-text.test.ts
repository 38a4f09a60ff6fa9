import { describe, expect, it } from "vitest";
import { regionOf } from "../../../src/core/suggest/region.ts";
import { searchTermsOf, snippetOf, wordRanges } from "../../../src/core/suggest/search-text.ts";

describe("searchTermsOf", () => {
  it("parts words at blanks and marks, keeps phrases whole, and folds width and case", () => {
    expect(searchTermsOf(" 学前　“普惠 发展”，ＳＴＥＭ ").words).toEqual(["学前", "普惠 发展", "stem"]);
  });

  it("takes two or more Latin letters for initials as well", () => {
    expect(searchTermsOf("XQ jy")).toEqual({ words: ["xq", "jy"], initials: "xqjy" });
    expect(searchTermsOf("学前xq").initials).toBeNull();
    expect(searchTermsOf("x").initials).toBeNull();
  });
});

describe("wordRanges", () => {
  it("gives ascending ranges that do not overlap", () => {
    expect(wordRanges("学前教育和学前", ["学前", "前教育"])).toEqual([
      [0, 4],
      [5, 7],
    ]);
  });
});

describe("snippetOf", () => {
  it("begins after a mark near the first match and moves the ranges with it", () => {
    const text = `${"前面的话".repeat(10)}。这里说师德建设${"后面".repeat(60)}`;
    const { snippet, matches } = snippetOf(text, wordRanges(text, ["师德"]));
    expect(snippet.startsWith("…这里说师德")).toBe(true);
    expect(matches.map(([from, to]) => snippet.slice(from, to))).toEqual(["师德"]);
    expect(snippet.endsWith("…")).toBe(true);
  });

  it("is the beginning of a text without a match", () => {
    expect(snippetOf("短文。", [])).toEqual({ snippet: "短文。", matches: [] });
  });
});

describe("regionOf", () => {
  it.each([
    ["南平市建阳区教育局", "南平市建阳区"],
    ["中共昆明市委教育工作委员会", "昆明市"],
    ["广东省教育厅", "广东省"],
    ["教育部", ""],
    ["市教育局", ""],
    ["", ""],
  ])("reads %s", (issuer, region) => {
    expect(regionOf(issuer)).toBe(region);
  });
});
