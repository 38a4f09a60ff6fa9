import { undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { mapChildren } from "../../../src/core/plan/map-children.ts";
import { type PlanChild, type PlanItem, plainText, type WorkPlan } from "../../../src/core/plan/model.ts";
import { restoreBlock } from "../../../src/ui/editor/commands/restore.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { countChanges, versionChanges } from "../../../src/ui/versions/version-changes.ts";
import { item, plan, section, subsection } from "../../support/year-plan.ts";

const OLD = fromDoc(
  toDoc(
    plan(
      2027,
      section(
        "抓学前教育",
        item("扩大学位。新建幼儿园三所。"),
        item("规范收费。公示收费标准。"),
        item("评估保教。"),
      ),
      section(
        "抓义务教育",
        subsection("均衡发展", item("集团办学。组建教育集团两个。"), item("课后服务。覆盖所有学校。")),
        subsection("教师队伍", item("县管校聘。交流教师百人。")),
      ),
    ),
  ),
);
const ITEMS = itemsOf(OLD.children).map(({ id }) => id);

function itemsOf(children: readonly PlanChild[]): readonly PlanItem[] {
  return children.flatMap((child) => (child.kind === "item" ? [child] : itemsOf(child.children)));
}

function idsOf({ children }: WorkPlan): readonly string[] {
  return itemsOf(children).map(({ id }) => id);
}

function without(from: WorkPlan, ...gone: readonly string[]): WorkPlan {
  const keep = <Part extends PlanChild>(part: Part): Part | undefined =>
    gone.includes(part.id) ? undefined : mapChildren(part, keep);
  return {
    ...from,
    children: from.children.map((child) => keep(child)).filter((child) => child !== undefined),
  };
}

/** With an item at the end, behind the last section. */
function withLast(to: WorkPlan, last: PlanItem): WorkPlan {
  return { ...to, children: [...to.children, last] };
}

function itemOf(id: string): PlanItem {
  const found = itemsOf(OLD.children).find((each) => each.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}

function editor(from: WorkPlan) {
  let state = editorState(toDoc(from), () => crypto.randomUUID());
  return {
    plan: () => fromDoc(state.doc),
    run: (command: Command) =>
      command(state, (tr) => {
        state = state.apply(tr);
      }),
  };
}

describe("restoreBlock", () => {
  it.each(ITEMS)("puts the deleted item %s back beside its old neighbours, in one step of undo", (id) => {
    const now = without(OLD, id);
    const open = editor(now);
    expect(open.run(restoreBlock(OLD, id, undefined))).toBe(true);
    expect(open.plan()).toEqual(OLD);
    open.run(undo);
    expect(open.plan()).toEqual(now);
  });

  it("brings all items of a heading back in any order", () => {
    const [one = "", two = "", three = ""] = ITEMS;
    const open = editor(without(OLD, one, two, three));
    for (const id of [three, one, two]) expect(open.run(restoreBlock(OLD, id, undefined))).toBe(true);
    expect(open.plan()).toEqual(OLD);
  });

  it("brings deleted headings back with the first of their items, and puts the others under them", () => {
    const open = editor(without(OLD, ...OLD.children.map(({ id }) => id)));
    for (const id of ITEMS.toReversed()) expect(open.run(restoreBlock(OLD, id, undefined))).toBe(true);
    expect(open.plan()).toEqual(OLD);
  });

  it("stays beside old neighbours although new items stand around them", () => {
    const [one = "", two = ""] = ITEMS;
    const added: PlanItem = { ...itemOf(one), id: "fresh", lead: plainText("新设的一条。") };
    const now = without(
      {
        ...OLD,
        children: OLD.children.map((child, at) =>
          at === 0 && child.kind === "section" ? { ...child, children: [added, ...child.children] } : child,
        ),
      },
      two,
    );
    const open = editor(now);
    open.run(restoreBlock(OLD, two, undefined));
    expect(idsOf(open.plan())).toEqual(["fresh", ...ITEMS]);
  });

  it.each(ITEMS)("moves the item %s back to where it stood, with its old text", (id) => {
    const reworded = { ...itemOf(id), lead: plainText("改过的说法。") };
    const open = editor(withLast(without(OLD, id), reworded));
    expect(open.run(restoreBlock(OLD, id, id, true))).toBe(true);
    expect(open.plan()).toEqual(OLD);
    expect(open.run(restoreBlock(OLD, id, id, true))).toBe(false);
  });

  it("refuses what the version does not have, and what is gone from the text", () => {
    const open = editor(OLD);
    expect(open.run(restoreBlock(OLD, "nothing", undefined))).toBe(false);
    expect(open.run(restoreBlock(OLD, ITEMS[0] ?? "", "gone"))).toBe(false);
  });
});

describe("countChanges", () => {
  it("counts what was added, dropped, reworded and moved", () => {
    const [one = "", two = "", three = ""] = ITEMS;
    const fresh: PlanItem = { ...itemOf(three), id: "fresh", lead: plainText("全新的安全排查。每月一次。") };
    const next = withLast(withLast(without(OLD, one, two), fresh), itemOf(two));
    const retitled = { ...next, title: plainText("另一个标题") };
    expect(countChanges(versionChanges(OLD, retitled))).toEqual({
      added: 1,
      dropped: 1,
      changed: 1,
      moved: 1,
    });
    expect(countChanges(versionChanges(OLD, OLD))).toEqual({ added: 0, dropped: 0, changed: 0, moved: 0 });
  });
});
