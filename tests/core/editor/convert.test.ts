import fc from "fast-check";
import { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { planSchema } from "../../../src/core/editor/schema.ts";
import { EMPTY_FRONT_MATTER, type WorkPlan, workPlanSchema } from "../../../src/core/plan/model.ts";
import { arbitraryPlan, arbitraryTrackedPlan } from "../../support/arbitrary-plan.ts";

describe("toDoc and fromDoc", () => {
  it("are inverses for every plan, and the document is valid", () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryPlan, arbitraryTrackedPlan), (plan) => {
        const doc = toDoc(plan);
        doc.check();
        expect(fromDoc(doc)).toEqual(plan);
        expect(toDoc(fromDoc(doc)).eq(doc)).toBe(true);
        expect(workPlanSchema.safeParse(fromDoc(doc)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("survive JSON, which is how the document and its steps reach the host", () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const doc = Node.fromJSON(planSchema, JSON.parse(JSON.stringify(toDoc(plan).toJSON())));
        expect(fromDoc(doc)).toEqual(plan);
      }),
      { numRuns: 100 },
    );
  });

  it("cut marks to the text and let the later of two overlapping ones win", () => {
    const plan: WorkPlan = {
      year: 2027,
      title: {
        text: "2027年",
        marks: [
          { type: "origin", from: 0, to: 4, source: "a" },
          { type: "origin", from: 2, to: 99, source: "b" },
        ],
      },
      frontMatter: EMPTY_FRONT_MATTER,
      numbering: { items: "continuous" },
      sources: {},
      leadIn: [],
      children: [],
      closing: [],
    };
    expect(fromDoc(toDoc(plan)).title.marks).toEqual([
      { type: "origin", from: 0, to: 2, source: "a" },
      { type: "origin", from: 2, to: 5, source: "b" },
    ]);
  });
});

describe("fromDoc", () => {
  it("gives the identical object for every part that an edit left alone", () => {
    fc.assert(
      fc.property(
        arbitraryPlan.filter((plan) => plan.children.length > 1),
        (plan) => {
          const doc = toDoc(plan);
          const before = fromDoc(doc);
          const first = doc.child(2);
          const changed = first.copy(first.content.replaceChild(0, first.child(0).copy()));
          const after = fromDoc(doc.copy(doc.content.replaceChild(2, changed)));
          expect(after.children[0]).not.toBe(before.children[0]);
          expect(after.children.slice(1).every((child, index) => child === before.children[index + 1])).toBe(
            true,
          );
          expect(after.leadIn).toBe(before.leadIn);
          expect(after.frontMatter).toBe(before.frontMatter);
          expect(fromDoc(doc)).toBe(before);
        },
      ),
      { numRuns: 100 },
    );
  });
});
