import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { findText } from "../../../src/core/find/find-text.ts";
import { replaceText } from "../../../src/core/find/replace-text.ts";
import { datedMark } from "../../support/marked-text.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

function replaced(
  text: string,
  wanted: string,
  replacement: string,
  marks = [datedMark(2, 7, "2026年", "a")],
) {
  const doc = toDoc(plan("要点", [section("党建", [{ ...item(""), lead: { text, marks } }])]));
  const found = findText(doc, { text: wanted, exact: false });
  const result = fromDoc(replaceText(new Transform(doc), found, replacement).doc);
  const part = result.children[0];
  const lead = part?.kind === "section" ? part.children[0]?.lead : undefined;
  return { text: lead?.text, marks: lead?.marks.map(({ from, to }) => [from, to]) };
}

describe("replaceText", () => {
  it("replaces every match of a paragraph", () => {
    expect(replaced("总结2026年工作，部署工作", "工作", "任务重点")).toEqual({
      text: "总结2026年任务重点，部署任务重点",
      marks: [[2, 7]],
    });
  });

  it("deletes where nothing is put in its place", () => {
    expect(replaced("总结2026年工作", "总结", "")).toEqual({ text: "2026年工作", marks: [[0, 5]] });
  });

  it("keeps the mark whose text is changed inside", () => {
    expect(replaced("总结2026年工作", "2026", "2027")).toEqual({ text: "总结2027年工作", marks: [[2, 7]] });
    expect(replaced("总结2026年工作", "2026年", "明年")).toEqual({ text: "总结明年工作", marks: [[2, 4]] });
  });

  it("keeps a mark on what the match and its replacement have in common", () => {
    expect(replaced("总结2026年工作", "2026年工作", "2026年任务")).toEqual({
      text: "总结2026年任务",
      marks: [[2, 7]],
    });
  });

  it("gives new characters no mark that covered only a part of the match", () => {
    expect(replaced("总结2026年工作", "结2026", "看")).toEqual({ text: "总看年工作", marks: [[2, 3]] });
  });

  it("leaves a text alone that is replaced by itself", () => {
    const doc = toDoc(plan("要点", []));
    const found = findText(doc, { text: "要点", exact: false });
    expect(replaceText(new Transform(doc), found, "要点").steps).toEqual([]);
  });
});
