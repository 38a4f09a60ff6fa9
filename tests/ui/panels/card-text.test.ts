import { describe, expect, it } from "vitest";
import { excerptOf } from "../../../src/ui/panels/excerpt.ts";
import { placeOf, provenanceParts } from "../../../src/ui/panels/provenance.ts";
import { sentencesOf } from "../../../src/ui/panels/sentences.ts";

describe("placeOf", () => {
  it.each([
    ["南平市建阳区教育局", "建阳"],
    ["昆明市教育局", "昆明"],
    ["清远市教育局", "清远"],
    ["广州市教育局", "广州"],
    ["贵州省教育厅", "贵州"],
    ["中共昆明市委教育工作委员会", "昆明"],
    ["教育局", "教育局"],
    ["", ""],
  ])("shortens %s to %s", (issuer, place) => {
    expect(placeOf(issuer)).toBe(place);
  });
});

describe("provenanceParts", () => {
  const origin = {
    documentId: "d",
    title: "南平市建阳区2021年教育工作要点",
    issuer: "南平市建阳区教育局",
    year: 2021,
    section: "四",
    item: "14",
    heading: "促进学前教育优质普惠发展",
  };
  const item = (ordinal: string) => `第${ordinal}条`;

  it("says place and year, section and item", () => {
    expect(provenanceParts(origin, item)).toEqual(["建阳 2021", "四", "第14条"]);
  });

  it("falls back to the title where neither place nor year is known", () => {
    const unknown = { ...origin, issuer: "", year: null, section: null, item: null };
    expect(provenanceParts(unknown, item)).toEqual(["南平市建阳区2021年教育工作要点"]);
  });
});

describe("sentencesOf", () => {
  function texts(text: string) {
    return sentencesOf(text).map(({ from, to }) => text.slice(from, to));
  }

  it("keeps punctuation and closing quotes with their sentence", () => {
    expect(texts("落实“双减”。做到“应开尽开。”再上台阶！未完")).toEqual([
      "落实“双减”。",
      "做到“应开尽开。”",
      "再上台阶！",
      "未完",
    ]);
  });

  it("splits at line breaks and drops blanks", () => {
    expect(texts("一是抓好。\n\n 二是落实；三是督查")).toEqual(["一是抓好。", "二是落实；三是督查"]);
    expect(texts("")).toEqual([]);
  });
});

describe("excerptOf", () => {
  it("shows the beginning when the match is there", () => {
    const body = `${"甲".repeat(5)}学前${"乙".repeat(200)}`;
    const excerpt = excerptOf(body, [[5, 7]]);
    expect(excerpt.text.startsWith("甲甲甲甲甲学前")).toBe(true);
    expect(excerpt.ranges).toEqual([[5, 7]]);
  });

  it("moves to a match further back, with the ranges", () => {
    const body = `${"甲".repeat(100)}学前教育${"乙".repeat(10)}`;
    const excerpt = excerptOf(body, [[100, 104]]);
    const [from, to] = excerpt.ranges[0] ?? [0, 0];
    expect(excerpt.text.slice(from, to)).toBe("学前教育");
    expect(excerpt.text.startsWith("…")).toBe(true);
  });
});
