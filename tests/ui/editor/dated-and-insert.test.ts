import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { datedExpressions } from "../../../src/core/editor/dated.ts";
import type { InsertableItem } from "../../../src/core/editor/insert.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import {
  acceptAllDated,
  acceptDated,
  editDated,
  keepAllDated,
  keepDated,
  nextDated,
  previousDated,
  reopenDated,
} from "../../../src/ui/editor/commands/dated.ts";
import { setFrontMatter, setNumbering, setTitle, setYear } from "../../../src/ui/editor/commands/form.ts";
import { insertItem, insertSentence } from "../../../src/ui/editor/commands/insert.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { datedMark } from "../../support/marked-text.ts";
import { afterCommands, editing, linesOf } from "../../support/outline-text.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

function opened(value: WorkPlan) {
  let ids = 0;
  return editorState(toDoc(value), () => {
    ids += 1;
    return `made-${ids}`;
  });
}

const withDates = () =>
  opened(
    plan("要点", [
      section("党建", [
        {
          ...item(""),
          lead: {
            text: "总结2026年工作。展望2027年",
            marks: [datedMark(2, 7, "2026年", "a"), datedMark(12, 17, "2027年", "b")],
          },
        },
        {
          ...item(""),
          lead: {
            text: "待定",
            marks: [{ ...datedMark(0, 2, "待定", "c"), kind: "plenum", proposed: null }],
          },
        },
      ]),
    ]),
  );

describe("acceptDated, keepDated, editDated and reopenDated", () => {
  const read = (state: ReturnType<typeof withDates>) =>
    datedExpressions(state.doc).map(({ text, mark }) => [mark.id, text, mark.state]);

  it("settle one expression and can be taken back", () => {
    const state = withDates();
    const accepted = afterCommands(state, acceptDated("a"), keepDated("b"), editDated("c", "二十届五中全会"));
    expect(read(accepted)).toEqual([
      ["a", "2027年", "shifted"],
      ["b", "2027年", "kept"],
      ["c", "二十届五中全会", "shifted"],
    ]);
    expect(read(afterCommands(accepted, reopenDated("a"), reopenDated("c")))).toEqual([
      ["a", "2026年", "open"],
      ["b", "2027年", "kept"],
      ["c", "待定", "open"],
    ]);
    expect(afterCommands(accepted, undo, undo, undo).doc.eq(state.doc)).toBe(true);
  });

  it("do not apply without a proposal or to an unknown expression", () => {
    expect(acceptDated("c")(withDates())).toBe(false);
    expect(keepDated("x")(withDates())).toBe(false);
    expect(editDated("a", "")(withDates())).toBe(false);
  });
});

describe("acceptAllDated", () => {
  it("accepts every open expression of a kind in one step of undo", () => {
    const state = withDates();
    const accepted = afterCommands(state, acceptAllDated("own-year"));
    expect(accepted.doc.textContent).toContain("总结2027年工作。展望2028年");
    expect(afterCommands(accepted, undo).doc.eq(state.doc)).toBe(true);
    expect(acceptAllDated("plenum")(state)).toBe(false);
  });
});

describe("keepAllDated", () => {
  it("settles every open expression of a kind as it stands, in one step of undo", () => {
    const state = withDates();
    const kept = afterCommands(state, keepAllDated("own-year"));
    expect(kept.doc.textContent).toBe(state.doc.textContent);
    expect(datedExpressions(kept.doc).map(({ mark }) => mark.state)).toEqual(["kept", "kept", "open"]);
    expect(afterCommands(kept, undo).doc.eq(state.doc)).toBe(true);
    expect(keepAllDated("anniversary")(state)).toBe(false);
  });
});

describe("nextDated and previousDated", () => {
  it("go around through the open ones", () => {
    const selected = (state: ReturnType<typeof withDates>) =>
      state.doc.textBetween(state.selection.from, state.selection.to);
    const first = afterCommands(withDates(), nextDated);
    expect(selected(first)).toBe("2026年");
    expect(selected(afterCommands(first, nextDated))).toBe("2027年");
    expect(selected(afterCommands(first, nextDated, nextDated, nextDated))).toBe("2026年");
    expect(selected(afterCommands(first, previousDated))).toBe("待定");
    expect(selected(afterCommands(first, keepDated("b"), nextDated))).toBe("待定");
  });
});

const suggestion: InsertableItem = {
  item: {
    id: 1,
    origin: {
      documentId: "seed",
      title: "2021年教育工作要点",
      issuer: "建阳区教育局",
      year: 2021,
      section: "四",
      item: "14",
      heading: "促进学前教育优质普惠发展",
    },
    sectionHeading: "提质量",
    heading: "促进学前教育优质普惠发展",
    body: "到2021年底达到90%。\n一是新建园所。\n做好2021年评估。",
  },
  headingDated: [],
  bodyDated: [datedMark(1, 7, "2021年底", "d1"), datedMark(24, 29, "2021年", "d2")],
};

describe("insertItem", () => {
  it("completes the heading that has been begun, with clauses, dated expressions and origin", () => {
    const state = afterCommands(editing("# ", "S 一", "I 学前普惠|", "I 乙"), insertItem(suggestion));
    expect(linesOf(state)).toEqual([
      "# ",
      "S 一",
      "I 促进学前教育优质普惠发展。到2021年底达到90%。",
      "C 新建园所。",
      "P 做好2021年评估。|",
      "I 乙",
    ]);
    expect(datedExpressions(state.doc).map(({ text, mark }) => [mark.id, text])).toEqual([
      ["d1", "2021年底"],
      ["d2", "2021年"],
    ]);
    expect(fromDoc(state.doc).sources).toMatchObject({ s1: suggestion.item.origin });
    expect(fromDoc(state.doc).children[0]).toMatchObject({
      children: [{ lead: { marks: [{ type: "origin", from: 0, source: "s1" }, { type: "dated" }] } }, {}],
    });
  });

  it("goes below an item that is already written, and registers its source once", () => {
    const state = afterCommands(
      editing("# ", "S 一", "I 甲。有正文|", "I 乙"),
      insertItem(suggestion),
      insertItem(suggestion),
    );
    expect(linesOf(state).filter((line) => line.startsWith("I"))).toEqual([
      "I 甲。有正文",
      "I 促进学前教育优质普惠发展。到2021年底达到90%。",
      "I 促进学前教育优质普惠发展。到2021年底达到90%。",
      "I 乙",
    ]);
    expect(Object.keys(fromDoc(state.doc).sources)).toEqual(["s1"]);
    const ids = datedExpressions(state.doc).map(({ mark }) => mark.id);
    expect(new Set(ids).size).toBe(4);
  });

  it("becomes the first item of an empty section, and comes off with one undo", () => {
    const state = editing("# ", "S 一|");
    const inserted = afterCommands(state, insertItem(suggestion));
    expect(linesOf(inserted)[2]).toBe("I 促进学前教育优质普惠发展。到2021年底达到90%。");
    expect(afterCommands(inserted, undo).doc.eq(state.doc)).toBe(true);
  });
});

describe("insertSentence", () => {
  it("puts a sentence at the caret with its dates and origin", () => {
    const state = afterCommands(
      editing("# ", "S 一", "I 甲|乙"),
      insertSentence({
        text: "到2021年底。",
        dated: [datedMark(1, 6, "2021年", "d")],
        origin: suggestion.item.origin,
      }),
    );
    expect(linesOf(state)[2]).toBe("I 甲到2021年底。|乙");
    expect(datedExpressions(state.doc).map(({ text }) => text)).toEqual(["2021年"]);
    expect(insertSentence({ text: "", dated: [], origin: suggestion.item.origin })(state)).toBe(false);
  });
});

describe("setTitle, setYear, setNumbering and setFrontMatter", () => {
  it("change the plan and are undone like text", () => {
    const state = editing("# 要点", "S 一");
    const changed = afterCommands(
      state,
      setTitle("南平市\n要点"),
      setYear(2027),
      setNumbering({ items: "per-section" }),
      setFrontMatter({ issuer: "教育局" }),
    );
    expect(fromDoc(changed.doc)).toMatchObject({
      title: { text: "南平市\n要点" },
      year: 2027,
      numbering: { items: "per-section" },
      frontMatter: { issuer: "教育局", region: "" },
    });
    expect(afterCommands(changed, undo, undo, undo, undo).doc.eq(state.doc)).toBe(true);
  });

  it("refuse what a plan cannot hold, and do nothing for the same value", () => {
    const state = editing("# 要点");
    expect(() => setYear(20_271)(state)).toThrow(RangeError);
    expect(setTitle("要点")(state)).toBe(false);
    expect(setYear(null)(state)).toBe(false);
  });
});
