import { describe, expect, it } from "vitest";
import { compareTargets } from "../../../src/core/targets/compare-targets.ts";
import { planTargets } from "../../../src/core/targets/plan-targets.ts";
import { rowsAtCaret } from "../../../src/ui/targets/use-target-rows.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

describe("rowsAtCaret", () => {
  const given = plan("要点", [
    section("任务", [item("办学。入园率达98%以上，新增学位300个。"), item("体育。")]),
  ]);
  const rows = compareTargets([], planTargets(given));
  const [first, second] = rows;
  const block = first?.next?.block ?? "";

  it("is the target in which the caret stands", () => {
    expect(rowsAtCaret(rows, { block, offset: second?.next?.from ?? 0 }, block)).toEqual([second]);
  });

  it("is every target of the item where it stands in none, and nothing elsewhere", () => {
    expect(rowsAtCaret(rows, { block, offset: 0 }, block)).toEqual([first, second]);
    expect(rowsAtCaret(rows, undefined, null)).toEqual([]);
  });
});
