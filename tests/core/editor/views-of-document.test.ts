import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBlock } from "../../../src/core/editor/blocks.ts";
import { caretContext } from "../../../src/core/editor/caret-context.ts";
import { characterCount, countCharacters } from "../../../src/core/editor/character-count.ts";
import { toDoc } from "../../../src/core/editor/convert.ts";
import { numberedBlocks } from "../../../src/core/editor/numbers.ts";
import { type OutlineEntry, outline } from "../../../src/core/editor/outline.ts";
import { numbersOf } from "../../../src/core/plan/numbering.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { datedMark } from "../../support/marked-text.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";

describe("countCharacters", () => {
  it.each([
    ["", 0],
    ["工作要点。", 5],
    ["2027年", 2],
    ["达到90%以上", 5],
    ["“十五五” 规划——", 9],
    ["AI 赋能", 3],
    ["𠮷", 1],
  ])("counts %j as %i, like WPS and Word", (text, expected) => {
    expect(countCharacters(text)).toBe(expected);
  });
});

describe("characterCount", () => {
  it("counts everything but the title", () => {
    const doc = toDoc(
      plan("要点", [section("党建", [item("理论。文", [clause("一")])])], { leadIn: [paragraph("导语")] }),
    );
    expect(characterCount(doc)).toBe(2 + 2 + 4 + 1);
  });
});

describe("numberedBlocks", () => {
  it("gives every block the number that numbersOf gives the plan", () => {
    fc.assert(
      fc.property(arbitraryPlan, (value) => {
        const shown = new Map(numberedBlocks(toDoc(value)).map(({ id, number }) => [id, number]));
        expect(shown).toEqual(numbersOf(value));
      }),
      { numRuns: 200 },
    );
  });
});

describe("outline", () => {
  const value = plan("要点", [
    section("党建", [
      { ...item(""), lead: { text: "总结2026年", marks: [datedMark(2, 7, "2026年")] } },
      item("学习。深入"),
    ]),
    section("教学", [subsection("公平", [item("没有标题的条目", [], true)])]),
  ]);

  it("has labels, headings, counts and open dates", () => {
    const brief = (entries: readonly OutlineEntry[]): unknown =>
      entries.map(({ label, heading, characters, openDated, children }) => [
        label,
        heading,
        characters,
        openDated,
        brief(children),
      ]);
    expect(brief(outline(toDoc(value)))).toEqual([
      [
        "一、",
        "党建",
        11,
        1,
        [
          ["1.", "总结2026年", 4, 1, []],
          ["2.", "学习", 5, 0, []],
        ],
      ],
      ["二、", "教学", 11, 0, [["（一）", "公平", 9, 0, [["3.", "没有标题的条目", 7, 0, []]]]]],
    ]);
  });

  it("gives the identical entry for what has not changed", () => {
    const doc = toDoc(value);
    const before = outline(doc);
    const second = doc.child(3);
    const changed = second.copy(second.content.replaceChild(0, second.child(0).copy()));
    const after = outline(doc.copy(doc.content.replaceChild(3, changed)));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});

describe("caretContext", () => {
  const doc = toDoc(
    plan("要点", [section("党建", [item("理论武装。深入开展", [paragraph("正文")])]), section("教学")], {
      leadIn: [paragraph("导语")],
    }),
  );
  const at = (beginning: string, offset: number) => {
    let position = 0;
    doc.descendants((node, start) => {
      if (node.isTextblock && node.textContent.startsWith(beginning)) position = start + 1 + offset;
    });
    const found = caretContext(doc.resolve(position));
    return found && [found.place, found.typed, found.heading, found.sectionHeading];
  };

  it("tells heading, run-in body, paragraph and section apart", () => {
    expect(at("理论", 2)).toEqual(["heading", "理论", "理论武装", "党建"]);
    expect(at("理论", 4)).toEqual(["heading", "理论武装", "理论武装", "党建"]);
    expect(at("理论", 5)).toEqual(["body", "", "理论武装", "党建"]);
    expect(at("理论", 7)).toEqual(["body", "深入", "理论武装", "党建"]);
    expect(at("正文", 1)).toEqual(["body", "正", "理论武装", "党建"]);
    expect(at("教学", 2)).toEqual(["section", "", "", "教学"]);
    expect(at("导语", 1)).toBeUndefined();
    expect(at("要点", 1)).toBeUndefined();
  });
});

describe("findBlock", () => {
  it("finds parts and paragraphs by id", () => {
    const wanted = paragraph("正文");
    const doc = toDoc(plan("要点", [section("党建", [item("甲", [wanted])])]));
    expect(findBlock(doc, wanted.id)?.node.textContent).toBe("正文");
    expect(findBlock(doc, "missing")).toBeUndefined();
  });
});
