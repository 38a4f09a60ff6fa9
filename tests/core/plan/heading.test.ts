import { describe, expect, it } from "vitest";
import { headingLength, splitLead } from "../../../src/core/plan/heading.ts";

describe("splitLead", () => {
  it("ends the heading at the first 。", () => {
    expect(splitLead("理论武装。深入开展。")).toEqual({
      heading: "理论武装",
      body: "深入开展。",
      runIn: true,
    });
    expect(splitLead("理论武装。")).toEqual({ heading: "理论武装", body: "", runIn: true });
  });

  it("takes a lead without 。 as a heading alone on its line", () => {
    expect(splitLead("理论武装")).toEqual({ heading: "理论武装", body: "", runIn: false });
    expect(splitLead("")).toEqual({ heading: "", body: "", runIn: false });
  });

  it("finds no heading in a plain lead", () => {
    expect(splitLead("全是正文。没有标题", true)).toEqual({
      heading: "",
      body: "全是正文。没有标题",
      runIn: true,
    });
  });
});

describe("headingLength", () => {
  it("counts the 。 to the heading", () => {
    expect(["理论。深入", "理论", ""].map((text) => headingLength(text))).toEqual([3, 2, 0]);
    expect(headingLength("理论。深入", true)).toBe(0);
  });
});
