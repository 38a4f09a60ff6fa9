import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDoc } from "../../../src/core/editor/convert.ts";
import { fromLines } from "../../../src/core/editor/from-lines.ts";
import { isHeading, type PlanLine, subtreeEnd, toLines } from "../../../src/core/editor/lines.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";

const KINDS = ["section", "subsection", "item", "paragraph", "clause"] as const;

/** Any list of lines made of the lines of a plan: kinds and levels no longer fit each other. */
function scramble(lines: readonly PlanLine[], kinds: readonly number[]): readonly PlanLine[] {
  return lines.map((line, index) => {
    const choice = kinds[index % kinds.length] ?? 0;
    const kind = KINDS[choice % KINDS.length];
    if (index === 0 || choice > 9 || !kind) return line;
    return { ...line, kind, attributes: { id: line.attributes["id"] }, closing: choice % 2 === 0 };
  });
}

describe("toLines and fromLines", () => {
  it("are inverses and keep every unchanged part as the identical node", () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const doc = toDoc(plan);
        const built = fromLines(doc, toLines(doc));
        expect(built.eq(doc)).toBe(true);
        for (let index = 2; index < 2 + plan.children.length; index += 1)
          expect(built.child(index)).toBe(doc.child(index));
      }),
      { numRuns: 300 },
    );
  });

  it("make a valid document with the same text in the same order of any list of lines", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.array(fc.nat(14), { minLength: 1 }), (plan, kinds) => {
        const doc = toDoc(plan);
        const built = fromLines(doc, scramble(toLines(doc), kinds));
        built.check();
        expect(built.textContent).toBe(doc.textContent);
        expect(toLines(built).length).toBe(toLines(doc).length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("subtreeEnd", () => {
  it("covers exactly the node of a heading", () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const doc = toDoc(plan);
        const lines = toLines(doc);
        lines.forEach((line, index) => {
          if (!isHeading(line) || !line.container) return;
          const text = lines
            .slice(index, subtreeEnd(lines, index))
            .map(({ content }) => content.textBetween(0, content.size));
          expect(text.join("")).toBe(line.container.textContent);
        });
      }),
      { numRuns: 200 },
    );
  });
});
