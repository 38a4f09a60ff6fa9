import { describe, expect, it } from "vitest";
import type { Numbering } from "../../../src/core/plan/model.ts";
import { bareOrdinal, numbersInOrder, numbersOf, ordinalLabel } from "../../../src/core/plan/numbering.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";

const numberedBy = (items: Numbering["items"]) =>
  numbersInOrder(
    ["section", "item", "item", "subsection", "item", "section", "subsection", "item", "subsection", "item"],
    {
      items,
    },
  );

describe("numbersInOrder", () => {
  it("runs items through the plan, through a section, or from 1 under every heading", () => {
    expect(numberedBy("continuous")).toEqual([1, 1, 2, 1, 3, 2, 1, 4, 2, 5]);
    expect(numberedBy("per-section")).toEqual([1, 1, 2, 1, 3, 2, 1, 1, 2, 2]);
    expect(numberedBy("per-heading")).toEqual([1, 1, 2, 1, 1, 2, 1, 1, 2, 1]);
  });

  it("begins clauses anew after any other text", () => {
    expect(
      numbersInOrder(["clause", "clause", "break", "clause", "item", "clause"], { items: "continuous" }),
    ).toEqual([1, 2, 0, 1, 1, 1]);
  });
});

describe("numbersOf", () => {
  it("numbers sections, subsections, items and clauses by id", () => {
    const first = clause("甲");
    const second = clause("乙");
    const inner = item("条目", [first, second, paragraph("正文")]);
    const small = subsection("小", [inner]);
    const part = section("部分", [small]);
    expect([...numbersOf(plan("要点", [section("一"), part]))].slice(1)).toEqual([
      [part.id, 2],
      [small.id, 1],
      [inner.id, 1],
      [first.id, 1],
      [second.id, 2],
    ]);
  });
});

describe("GB/T 9704 7.3.3 ordinalLabel and bareOrdinal", () => {
  it("write the levels with their punctuation, and bare", () => {
    expect([
      ordinalLabel("section", 12),
      ordinalLabel("subsection", 3),
      ordinalLabel("item", 20),
      ordinalLabel("clause", 1),
    ]).toEqual(["十二、", "（三）", "20.", "一是"]);
    expect([bareOrdinal("section", 12), bareOrdinal("item", 20)]).toEqual(["十二", "20"]);
  });
});
