import { describe, expect, it } from "vitest";
import { countTopics, prepareTopics, strongestTopics } from "../../../src/core/suggest/topics.ts";

const topics = prepareTopics([["特教", "随班就读"], ["师德", " 师风 ", "师"], [""], ["STEM教育", "科创"]]);

const counted = (text: string) => {
  const counts = new Map<number, number>();
  countTopics(topics, text, 1, counts);
  return Object.fromEntries(counts);
};

describe("prepareTopics", () => {
  it("folds terms and leaves out empty and one-character ones and empty groups", () => {
    expect(topics.groups.map((group) => group.terms)).toEqual([
      ["特教", "随班就读"],
      ["师德", "师风"],
      ["stem教育", "科创"],
    ]);
  });

  it("has a fingerprint that follows the list", () => {
    expect(prepareTopics([["特教"]]).fingerprint).not.toBe(prepareTopics([["特教", "残疾"]]).fingerprint);
  });
});

describe("countTopics", () => {
  it("counts every mention of every term", () => {
    expect(counted("做好特教和随班就读，抓师德，办stem教育")).toEqual({ 0: 2, 1: 1, 2: 1 });
  });

  it("finds nothing in an empty text", () => {
    expect(counted("")).toEqual({});
  });
});

describe("strongestTopics", () => {
  it("gives the three most mentioned groups, weights growing with the mentions", () => {
    const counts = new Map([
      [0, 1],
      [1, 6],
      [2, 2],
      [3, 2],
    ]);
    expect(strongestTopics(counts)).toEqual([
      { group: 1, weight: 0.75 },
      { group: 2, weight: 0.5 },
      { group: 3, weight: 0.5 },
    ]);
  });
});
