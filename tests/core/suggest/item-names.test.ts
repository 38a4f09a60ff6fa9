import { describe, expect, it } from "vitest";
import { namesOf, placesIn } from "../../../src/core/suggest/item-names.ts";

const JIANYANG = "南平市建阳区教育局";
const found = (text: string, own: string, issuer = JIANYANG) =>
  namesOf(text, issuer, own, "n").map(({ original, proposed, reason }) => [original, proposed, reason]);

describe("placesIn", () => {
  it("takes the name of a bureau apart into its places", () => {
    const names = (issuer: string) => placesIn(issuer).map(({ name }) => name);
    expect(names(JIANYANG)).toEqual(["南平市", "建阳区"]);
    expect(names("中共昆明市教育局委员会")).toEqual(["昆明市"]);
    expect(names("广东省清远市教育局")).toEqual(["广东省", "清远市"]);
    expect(names("教育部")).toEqual([]);
  });
});

describe("namesOf", () => {
  it("marks the places of the source and proposes the own ones of the same level", () => {
    expect(found("推动建阳区学前教育发展，打造建阳品牌。", "昆明市盘龙区教育局")).toEqual([
      ["建阳区", "盘龙区", "source-place"],
      ["建阳", "盘龙", "source-place"],
    ]);
    expect(found("南平市建阳区的做法", "昆明市盘龙区教育局")).toEqual([
      ["南平市建阳区", "昆明市盘龙区", "source-place"],
    ]);
    expect(found("全省之首，福建省教育厅", "昆明市教育局", "福建省教育厅")).toEqual([
      ["福建省", null, "source-place"],
    ]);
  });

  it("marks units named after the place as a whole, without a proposal", () => {
    expect(found("支持建阳区第二实验小学和建阳一中办学。", "昆明市盘龙区教育局")).toEqual([
      ["建阳区第二实验小学", null, "source-unit"],
      ["建阳一中", null, "source-unit"],
    ]);
  });

  it("marks nothing of the own place, and nothing where the source has no place", () => {
    expect(found("推动建阳区学前教育发展。", JIANYANG)).toEqual([]);
    expect(found("推动建阳区学前教育发展。", "昆明市教育局", "教育部")).toEqual([]);
  });

  it("gives ranges of the text, in order and apart", () => {
    const text = "建阳区、建阳区实验小学、南平市";
    const marks = namesOf(text, JIANYANG, "昆明市教育局", "n");
    expect(marks.map(({ from, to }) => text.slice(from, to))).toEqual(["建阳区", "建阳区实验小学", "南平市"]);
  });
});
