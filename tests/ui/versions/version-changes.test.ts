import { undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { SAMPLE_PLAN } from "../../../electron/services/output/sample-plan.ts";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { type PlanChild, plainText, type WorkPlan } from "../../../src/core/plan/model.ts";
import { restoreBlock, restorePlan } from "../../../src/ui/editor/commands/restore.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { versionChanges } from "../../../src/ui/versions/version-changes.ts";

const last: WorkPlan = fromDoc(toDoc(SAMPLE_PLAN));
const items = itemsOf(last.children);
const id = items[0] ?? "";

function itemsOf(children: readonly PlanChild[]): readonly string[] {
  return children.flatMap((child) => (child.kind === "item" ? [child.id] : itemsOf(child.children)));
}

/** The plan with another title, and with one item reworded beyond recognition. */
const changed: WorkPlan = JSON.parse(
  JSON.stringify({ ...last, title: plainText("新的标题") }),
  (_key, value: unknown) =>
    typeof value === "object" && value !== null && "id" in value && value.id === id
      ? { ...value, lead: plainText("另写一件全然不同的事。") }
      : value,
);

function editor(plan: WorkPlan) {
  let state = editorState(toDoc(plan), () => crypto.randomUUID());
  return {
    plan: () => fromDoc(state.doc),
    run: (command: Command) =>
      command(state, (tr) => {
        state = state.apply(tr);
      }),
  };
}

describe("versionChanges", () => {
  it("finds nothing between a version and itself", () => {
    expect(versionChanges(last, last)).toEqual([]);
  });

  it("pairs what has the same id, whatever its wording, and gives the title", () => {
    expect(items.length).toBeGreaterThan(1);
    expect(versionChanges(last, changed).map(({ key }) => key)).toEqual(["title", `${id} ${id}`]);
  });
});

describe("versionChanges of order and headings", () => {
  const [section, ...others] = last.children;

  it("shows a changed heading", () => {
    if (section?.kind !== "section") throw new Error("the sample begins with a section");
    const next = { ...last, children: [{ ...section, lead: plainText("另一个标题") }, ...others] };
    expect(versionChanges(last, next).map(({ what }) => what)).toContainEqual({
      kind: "edge",
      edge: "heading",
    });
  });

  it("shows points that changed places with the same text as moved", () => {
    const next: WorkPlan = JSON.parse(JSON.stringify(last), (key, value: unknown) =>
      key === "children" && Array.isArray(value) ? value.reverse() : value,
    );
    const kinds = versionChanges(last, next).map(({ what }) => what.kind === "point" && what.change);
    expect(new Set(kinds)).toEqual(new Set(["moved"]));
  });
});

describe("restorePlan", () => {
  it("brings text and form data of a version back in one step of undo", () => {
    const now = { ...changed, year: 2031 };
    const { plan, run } = editor(now);
    expect(run(restorePlan(last))).toBe(true);
    expect(plan()).toEqual(last);
    expect(run(restorePlan(last))).toBe(false);
    run(undo);
    expect(plan()).toEqual(now);
  });
});

describe("restoreBlock", () => {
  it("brings one item back and leaves the rest, in one step of undo", () => {
    const { plan, run } = editor(changed);
    expect(run(restoreBlock(last, id, id))).toBe(true);
    expect(versionChanges(last, plan()).map(({ key }) => key)).toEqual(["title"]);
    expect(run(restoreBlock(last, id, id))).toBe(false);
    run(undo);
    expect(plan()).toEqual(changed);
  });
});
