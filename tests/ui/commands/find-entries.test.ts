import { describe, expect, it } from "vitest";
import { toDoc } from "../../../src/core/editor/convert.ts";
import { outline } from "../../../src/core/editor/outline.ts";
import { entriesFor } from "../../../src/ui/commands/find-entries.ts";
import { entriesIn } from "../../../src/ui/shared/outline-names.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const SECTIONS = [
  section("党的建设", [item("学前教育。"), item("义务教育。")]),
  section("改革", [item("高中教育。")]),
];
const ENTRIES = entriesIn(outline(toDoc(plan("标题", SECTIONS))));
const found = (typed: string) => entriesFor(ENTRIES, typed).map(({ label, heading }) => label + heading);

describe("entriesFor", () => {
  it("finds by number, items before sections", () => {
    expect(found("2")).toEqual(["2.义务教育", "二、改革"]);
    expect(found("第二项")).toEqual(found("2"));
  });

  it("finds by words and by initials", () => {
    expect(found("高中")).toEqual(["3.高中教育"]);
    expect(found("xqjy")).toEqual(["1.学前教育"]);
  });

  it("lists everything for nothing, and nothing for what is not there", () => {
    expect(found(" ")).toHaveLength(5);
    expect(found("99")).toEqual([]);
  });
});
