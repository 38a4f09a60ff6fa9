import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_ASSIGNMENT, NO_PROGRESS, type StoredTask } from "../../../src/core/plan/task-records.ts";
import { alignTasks } from "../../../src/core/tasks/align.ts";
import { piecesOf } from "../../../src/core/tasks/pieces.ts";
import { withUnitTails } from "../../../src/core/tasks/unit-tail-text.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";

const words = fc.constantFrom(
  "落实责任",
  "，",
  "。",
  "；",
  "（责任科室：办公室）",
  "“完成排查。”",
  "\n",
  "7月底前",
  "，，",
  "）",
  "（",
);
const text = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(""));
const stored = fc.array(text, { maxLength: 5 }).map((anchors) =>
  anchors.map(
    (anchor, place): StoredTask => ({
      id: `task-${place}`,
      anchor,
      counts: null,
      assignment: NO_ASSIGNMENT,
      progress: NO_PROGRESS,
    }),
  ),
);

describe("piecesOf", () => {
  it("covers every text with pieces in order, none of them empty", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (any) => {
        const pieces = piecesOf(any);
        expect(pieces.map(({ from, to }) => any.slice(from, to)).join("")).toBe(any);
        expect(pieces.every(({ from, to }) => to > from)).toBe(true);
      }),
    );
  });
});

describe("alignTasks", () => {
  it("covers the text, and has every stored task once: in the text or among the lost", () => {
    fc.assert(
      fc.property(text, stored, (any, tasks) => {
        const { spans, lost } = alignTasks(any, tasks);
        expect(spans.map(({ from, to }) => any.slice(from, to)).join("")).toBe(any);
        const ids = [...spans.flatMap((span) => span.stored ?? []), ...lost].map(({ id }) => id);
        expect(ids.sort()).toEqual(tasks.map(({ id }) => id));
        for (const { from, to, cuts } of spans)
          for (const cut of cuts) expect(cut > from && cut < to).toBe(true);
      }),
    );
  });
});

describe("withUnitTails", () => {
  it("leaves any plan without units as it is", () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ taskRecords: _, ...plan }) => {
        expect(withUnitTails(plan)).toEqual(plan);
      }),
    );
  });
});
