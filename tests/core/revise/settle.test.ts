import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import type { PlanItem, PlanSection, TextMark, WorkPlan } from "../../../src/core/plan/model.ts";
import type { Change } from "../../../src/core/revise/change.ts";
import { changesBetween } from "../../../src/core/revise/changes-between.ts";
import { withAccepted, withRejected } from "../../../src/core/revise/settle.ts";
import { datedMark } from "../../support/marked-text.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";

const supply = item("到2026年新建3所。");
const safety = item("校园安全。");
const closing = paragraph("以上任务列入督查。");
const tasks = section("重点任务", [supply, safety], { closing: [closing] });

function planOf(changes: Partial<PlanSection>): WorkPlan {
  return plan("要点", [{ ...tasks, ...changes }]);
}

function withLead(text: string, marks: readonly TextMark[] = []): PlanItem {
  return { ...supply, lead: { text, marks } };
}

function settled(
  deed: "accept" | "reject",
  base: WorkPlan,
  now: WorkPlan,
  isChosen: (change: Change) => boolean = () => true,
): PlanSection {
  const [before, doc]: readonly [Node, Node] = [toDoc(base), toDoc(now)];
  const all = changesBetween(before, doc);
  const choice = { all, chosen: new Set(all.filter(isChosen)) };
  const [part] = fromDoc((deed === "accept" ? withAccepted : withRejected)(before, doc, choice)).children;
  if (part?.kind !== "section") throw new Error("the section is missing");
  return part;
}

const PENDING: TextMark = { type: "pending", from: 6, to: 9 };

describe("withRejected", () => {
  it("gives a dated expression back with its mark, as a whole", () => {
    const before = planOf({ children: [withLead("到2026年新建3所。", [datedMark(1, 6, "2026年")]), safety] });
    const shifted = { ...datedMark(1, 6, "2026年"), state: "shifted" as const, proposed: "2027年" };
    const now = planOf({ children: [withLead("到2027年新建5所。", [shifted]), safety] });
    const part = settled(
      "reject",
      before,
      now,
      (change) => change.kind === "text" && change.deleted === "2026",
    );
    expect(part.children[0]?.lead).toEqual({ text: "到2026年新建5所。", marks: [datedMark(1, 6, "2026年")] });
  });

  it("keeps what somebody must verify marked", () => {
    const now = planOf({ children: [withLead("到2027年新建3所。", [PENDING]), safety] });
    expect(settled("reject", planOf({}), now).children[0]?.lead).toEqual({
      text: "到2026年新建3所。",
      marks: [PENDING],
    });
  });

  it("puts a closing back behind the last child, also where another change went first", () => {
    const now = planOf({
      children: [
        { ...supply, lead: { text: "到2027年新建3所。", marks: [] } },
        { ...safety, body: [closing] },
        item("新事。"),
      ],
      closing: [],
    });
    const words = settled("accept", planOf({}), now, ({ kind }) => kind === "text");
    expect(words.closing).toEqual([closing]);
    const part = settled("reject", planOf({}), now, ({ kind }) => kind === "inserted");
    expect([part.children.length, part.closing]).toEqual([2, [closing]]);
  });
});

describe("withAccepted", () => {
  it("puts the chosen change into the text before and leaves the others out", () => {
    const now = planOf({ children: [withLead("到2027年新建5所。"), item("新事。")] });
    const part = settled(
      "accept",
      planOf({}),
      now,
      (change) => change.kind === "text" && change.inserted === "5",
    );
    expect(part.children.map(({ lead }) => lead.text)).toEqual(["到2026年新建5所。", "校园安全。"]);
  });

  it("gives the identical document where nothing is chosen", () => {
    const base = toDoc(planOf({}));
    expect(withAccepted(base, toDoc(planOf({ children: [] })), { all: [], chosen: new Set() })).toBe(base);
  });
});
