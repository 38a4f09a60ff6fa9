import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { applySteps, planOf, replicaOf } from "../../../electron/services/plans/replica.ts";
import { toChildNode } from "../../../src/core/editor/convert.ts";
import { planSchema } from "../../../src/core/editor/schema.ts";
import { MAX_TEXT_LENGTH } from "../../../src/core/plan/model.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const small = plan("2027年工作要点", [section("抓实学前教育", [item("扩大学位。新增学位100个。")])]);

/** An edit of a document by three numbers; `undefined` where it does not fit. */
function edit(doc: Node, kind: number, at: number, length: number): Transform | undefined {
  const transform = new Transform(doc);
  const from = at % doc.content.size;
  const to = Math.min(from + (length % 40), doc.content.size);
  try {
    if (kind === 0) transform.insert(from, planSchema.text("字"));
    else if (kind === 1) transform.delete(from, to);
    else if (kind === 2) transform.setDocAttribute("year", 2000 + (at % 100));
    else if (kind === 3) transform.insert(doc.content.size, toChildNode(item("新条目。", [])));
    else transform.replaceWith(from, to, planSchema.text("新增"));
  } catch {
    // Random places do not always take an edit.
    return undefined;
  }
  return transform.steps.length > 0 ? transform : undefined;
}

describe("applySteps", () => {
  it("R18: gives the editor's plan after any edits, in batches as they come over the wire", () => {
    let edits = 0;
    fc.assert(
      fc.property(
        arbitraryPlan,
        fc.array(fc.tuple(fc.nat(4), fc.nat(5000), fc.nat()), { minLength: 1, maxLength: 12 }),
        (start, wanted) => {
          let editor = replicaOf(start);
          let replica = editor;
          for (const each of wanted) {
            const transform = edit(editor, ...each);
            if (!transform) continue;
            try {
              transform.doc.check();
            } catch {
              // What the schema refuses, no editor sends.
              continue;
            }
            edits += 1;
            editor = transform.doc;
            replica = applySteps(replica, JSON.parse(JSON.stringify(transform.steps)));
            expect(replica.eq(editor)).toBe(true);
          }
          expect(planOf(replica)).toEqual(planOf(editor));
        },
      ),
      { numRuns: 300 },
    );
    expect(edits).toBeGreaterThan(300);
  });

  const start = replicaOf(small);
  const text = (content: unknown) => ({ content: [content] });
  it.each([
    ["no step", "text"],
    ["an unknown step", { stepType: "teleport" }],
    ["a place outside the document", { stepType: "replace", from: 9000, to: 9001 }],
    [
      "text between blocks",
      { stepType: "replace", from: 0, to: 0, slice: text({ type: "text", text: "a" }) },
    ],
    ["an unknown node", { stepType: "replace", from: 1, to: 1, slice: text({ type: "image" }) }],
    [
      "an item without lead inside a slice",
      {
        stepType: "replace",
        from: start.content.size,
        to: start.content.size,
        slice: text({ type: "item", attrs: { id: "x", plain: false } }),
      },
    ],
    ["a year that is none", { stepType: "docAttr", attr: "year", value: 20221 }],
    ["an attribute of another shape", { stepType: "docAttr", attr: "frontMatter", value: { issuer: 1 } }],
    [
      "a mark with a value of its own",
      {
        stepType: "addMark",
        from: 1,
        to: 3,
        mark: { type: "origin", attrs: { source: "" } },
      },
    ],
    [
      "a text longer than a file may hold",
      {
        stepType: "replace",
        from: 1,
        to: 1,
        slice: text({ type: "text", text: "字".repeat(MAX_TEXT_LENGTH + 1) }),
      },
    ],
  ])("refuses %s and leaves the document as it was", (_, step) => {
    const before = JSON.stringify(start);
    const good = { stepType: "replace", from: 1, to: 1, slice: text({ type: "text", text: "新" }) };
    expect(() => applySteps(start, [good, step])).toThrow(expect.objectContaining({ code: "bad-request" }));
    expect(JSON.stringify(start)).toBe(before);
  });

  it("refuses any JSON that is no step with a failure, never with a crash", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("replace", "replaceAround", "addMark", "attr", "docAttr"),
        (value, stepType) => {
          const json = typeof value === "object" && value !== null ? { ...value, stepType } : value;
          expect(() => applySteps(start, [json])).toThrow(expect.objectContaining({ code: "bad-request" }));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
