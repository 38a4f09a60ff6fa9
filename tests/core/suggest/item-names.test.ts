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

  it("keeps places whole whose names have a unit inside", () => {
    const names = (issuer: string) => placesIn(issuer).map(({ name, level }) => `${name} ${level}`);
    expect(names("广州市天河区教育局")).toEqual(["广州市 city", "天河区 county"]);
    expect(names("贵州省贵阳市教育局")).toEqual(["贵州省 province", "贵阳市 city"]);
    expect(names("荆州市沙市区教育局")).toEqual(["荆州市 city", "沙市区 county"]);
    expect(names("北京市通州区教育委员会")).toEqual(["北京市 city", "通州区 county"]);
    expect(names("津市市教育局")).toEqual(["津市市 city"]);
  });

  it("knows autonomous places by their level", () => {
    const names = (issuer: string) => placesIn(issuer).map(({ name, level }) => `${name} ${level}`);
    expect(names("广西壮族自治区南宁市教育局")).toEqual(["广西壮族自治区 province", "南宁市 city"]);
    expect(names("黔东南苗族侗族自治州凯里市教育局")).toEqual(["黔东南苗族侗族自治州 city", "凯里市 city"]);
    expect(names("积石山保安族东乡族撒拉族自治县教育局")).toEqual(["积石山保安族东乡族撒拉族自治县 county"]);
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

  it("proposes names with a unit inside as wholes", () => {
    expect(found("推动昆明市学前教育", "广州市教育局", "昆明市教育局")).toEqual([
      ["昆明市", "广州市", "source-place"],
    ]);
    expect(found("推广天河区和广州的经验", "昆明市盘龙区教育局", "广州市天河区教育局")).toEqual([
      ["天河区", "盘龙区", "source-place"],
      ["广州", "昆明", "source-place"],
    ]);
  });

  it("marks units named after the place as a whole, without a proposal", () => {
    expect(found("支持建阳区第二实验小学和建阳一中办学。", "昆明市盘龙区教育局")).toEqual([
      ["建阳区第二实验小学", null, "source-unit"],
      ["建阳一中", null, "source-unit"],
    ]);
  });

  it("marks no more than the place where a unit behind it is any of its kind", () => {
    const text = "昆明市中小学“卓越教师”培养，昆明市学校安全条例，昆明市乡村学校";
    expect(found(text, "广州市教育局", "昆明市教育局").map(([name]) => name)).toEqual([
      "昆明市",
      "昆明市",
      "昆明市",
    ]);
  });

  it("marks schools and units that stand without the place", () => {
    expect(found("支持书坊中学、第三中学，与海天机械有限公司合作。", "昆明市盘龙区教育局")).toEqual([
      ["书坊中学", null, "source-unit"],
      ["第三中学", null, "source-unit"],
      ["海天机械有限公司", null, "source-unit"],
    ]);
    expect(found("支持长集中学、石门乡发展", "昆明市教育局", "")).toEqual([
      ["长集中学", null, "source-unit"],
      ["石门乡", null, "source-place"],
    ]);
  });

  it("marks activities that are called by the place, and prizes, as brands", () => {
    expect(found("擦亮“建阳先锋”品牌，办好嘉木杯大赛。", "昆明市盘龙区教育局")).toEqual([
      ["建阳先锋", null, "source-brand"],
      ["嘉木杯", null, "source-brand"],
    ]);
  });

  it("marks nothing of the own bureau and of one above it, nor what is ours in a foreign text", () => {
    const text = "推动建阳区学前教育发展，支持书坊中学。";
    expect(found(text, JIANYANG)).toEqual([]);
    expect(found("支持第三中学、南平市实验小学", JIANYANG, "南平市教育局")).toEqual([]);
    expect(found("支持书坊中学", "", "")).toEqual([]);
    expect(found("学习昆明市第三中学经验", "昆明市教育局", JIANYANG)).toEqual([]);
  });

  it("gives ranges of the text, in order and apart", () => {
    const text = "建阳区、建阳区实验小学、南平市";
    const marks = namesOf(text, JIANYANG, "昆明市教育局", "n");
    expect(marks.map(({ from, to }) => text.slice(from, to))).toEqual(["建阳区", "建阳区实验小学", "南平市"]);
  });
});
