import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { datedExpressions } from "../../../src/core/editor/dated.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { CALENDAR } from "../../../src/core/rollover/calendar.ts";
import { createClassifier } from "../../../src/core/rollover/classify.ts";
import { type CalendarRow, withOfficeRows } from "../../../src/core/rollover/office-calendar.ts";
import { rollover } from "../../../src/core/rollover/rollover.ts";
import { keepDated } from "../../../src/ui/editor/commands/dated.ts";
import { setComparisonRecords } from "../../../src/ui/editor/commands/form.ts";
import { reclassifyDated } from "../../../src/ui/editor/commands/reclassify.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { afterCommands } from "../../support/outline-text.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const PLENUM: CalendarRow = {
  kind: "meeting",
  name: "二十届五中全会",
  from: "",
  to: "2026-10-20",
  next: "",
  source: "",
};
const DRILL: CalendarRow = {
  kind: "programme",
  name: "区级大练兵行动",
  from: "2024",
  to: "2026",
  next: "",
  source: "",
};

function classifierWith(...rows: readonly CalendarRow[]) {
  return createClassifier(withOfficeRows(CALENDAR, { rows, meetingsUntil: "" }).calendar);
}

function opened(value: WorkPlan) {
  let ids = 0;
  return editorState(toDoc(value), () => {
    ids += 1;
    return `made-${ids}`;
  });
}

const draft = () =>
  opened(
    rollover(
      {
        ...plan("要点", [
          section("党建", [item("学习贯彻党的二十届四中全会精神。深入开展区级大练兵行动，完成2026年任务。")]),
        ]),
        year: 2026,
      },
      2027,
    ).plan,
  );

function read(state: ReturnType<typeof draft>) {
  return datedExpressions(state.doc).map(({ text, mark }) => [text, mark.state, mark.reason, mark.proposed]);
}

describe("reclassifyDated", () => {
  const newId = () => "new-1";

  it("gives open expressions the verdict of the new tables and marks what they know now, in one step of undo", () => {
    const before = draft();
    const after = afterCommands(before, reclassifyDated(classifierWith(PLENUM, DRILL), newId));
    expect(read(before)).toEqual([
      ["党的二十届四中全会", "open", "meetings-unknown", null],
      ["2027年", "shifted", "own-year", "2027年"],
    ]);
    expect(read(after)).toEqual([
      ["党的二十届四中全会", "open", "meetings-older", "党的二十届五中全会"],
      ["区级大练兵行动", "open", "programme-ended", null],
      ["2027年", "shifted", "own-year", "2027年"],
    ]);
    expect(fromDoc(afterCommands(after, undo).doc)).toEqual(fromDoc(before.doc));
  });

  it("leaves alone what the drafter has settled, and does not apply where nothing changes", () => {
    const [first] = datedExpressions(draft().doc);
    const settled = afterCommands(draft(), keepDated(first?.mark.id ?? ""));
    const after = afterCommands(settled, reclassifyDated(classifierWith(PLENUM, DRILL), newId));
    expect(read(after)[0]).toEqual(["党的二十届四中全会", "kept", "meetings-unknown", null]);
    expect(reclassifyDated(classifierWith(), newId)(settled)).toBe(false);
  });
});

describe("setComparisonRecords", () => {
  it("keeps decisions in the plan, and undo takes them back", () => {
    const corrections = { forced: [{ last: "a", next: "b" }], forbidden: [] };
    const record = { other: "2026 要点", corrections, coverage: {} };
    const state = afterCommands(draft(), setComparisonRecords([record]));
    expect(fromDoc(state.doc).comparisonRecords).toEqual([record]);
    expect(fromDoc(afterCommands(state, undo).doc).comparisonRecords).toBeUndefined();
    expect(fromDoc(afterCommands(state, setComparisonRecords([])).doc).comparisonRecords).toBeUndefined();
  });
});
