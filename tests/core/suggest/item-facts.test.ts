import { describe, expect, it } from "vitest";
import { factsOfItem } from "../../../src/core/suggest/item-facts.ts";

describe("factsOfItem", () => {
  it("tells units, time limit and targets of an item", () => {
    const body =
      "7月底前新建公办幼儿园6所，普惠率达到90%以上。（牵头单位：基教科；配合单位：财务科、人事科）";
    expect(factsOfItem({ heading: "扩大普惠资源", body })).toMatchObject({
      units: ["基教科", "财务科", "人事科"],
      deadline: "7月底前",
    });
    expect(factsOfItem({ heading: "扩大普惠资源", body }).targets.join()).toContain("90%");
  });

  it("says nothing of an item that names none", () => {
    expect(factsOfItem({ heading: "加强师德师风建设", body: "开展师德教育。" })).toEqual({
      units: [],
      deadline: "",
      targets: [],
    });
  });
});
