import { describe, expect, it } from "vitest";
import { toDoc } from "../../../src/core/editor/convert.ts";
import type { PlanSection, WorkPlan } from "../../../src/core/plan/model.ts";
import type { Change } from "../../../src/core/revise/change.ts";
import { placeOfChange } from "../../../src/core/revise/change-places.ts";
import { changesBetween } from "../../../src/core/revise/changes-between.ts";
import { item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";

const supply = item("扩大供给。新建3所，改建2所。");
const note = paragraph("开展专项整治。");
const safety = item("校园安全。压实责任。", [note]);
const finish = item("抓好落实。");
const closing = paragraph("以上任务列入督查。");
const tasks = section("重点任务", [supply, safety, finish], { closing: [closing] });
const BASE = plan("示例市2027年教育工作要点", [tasks]);

function withTasks(changes: Partial<PlanSection>): WorkPlan {
  return { ...BASE, children: [{ ...tasks, ...changes }] };
}

function told(now: WorkPlan, base: WorkPlan = BASE): readonly string[] {
  return changesBetween(toDoc(base), toDoc(now)).map(inWords);
}

function inWords(change: Change): string {
  if (change.kind === "text") return `-${change.deleted}+${change.inserted}`;
  return `${change.kind} ${change.line} ${change.text} (${change.lines.length})`;
}

const reworded = (each: typeof supply, text: string) => ({ ...each, lead: { text, marks: [] } });

describe("changesBetween", () => {
  it("tells nothing of a text and itself, nor of marks", () => {
    expect(told(BASE)).toEqual([]);
    const marked = {
      ...finish,
      lead: { ...finish.lead, marks: [{ type: "pending" as const, from: 0, to: 2 }] },
    };
    expect(told(withTasks({ children: [supply, safety, marked] }))).toEqual([]);
  });

  it("tells words that came, went or were replaced, one by one", () => {
    const now = reworded(supply, "大力扩大供给。新建5所，改建所。");
    expect(told(withTasks({ children: [now, safety, finish] }))).toEqual(["-+大力", "-3+5", "-2+"]);
  });

  it("tells an item that came or went with all its paragraphs as one, where it is or was", () => {
    const added = item("加强宣传。", [paragraph("讲好故事。")]);
    expect(told(withTasks({ children: [supply, added, finish] }))).toEqual([
      "deleted item 校园安全。压实责任。 (2)",
      "inserted item 加强宣传。 (2)",
    ]);
  });

  it("tells the smaller of two that changed places as moved, with what stands under it", () => {
    expect(told(withTasks({ children: [supply, finish, safety] }))).toEqual(["moved item 抓好落实。 (1)"]);
    const one = section("一部分", [supply]);
    const other = section("二部分", [safety, finish]);
    const base = { ...BASE, children: [one, other] };
    expect(told({ ...BASE, children: [other, one] }, base)).toEqual(["moved section 一部分 (2)"]);
  });

  it("tells another kind or level of a line, and not what follows from it for others", () => {
    const under = subsection("学前教育", [safety, finish]);
    expect(told(withTasks({ children: [supply, under] }))).toEqual(["inserted subsection 学前教育 (1)"]);
    const behind = withTasks({
      children: [supply, safety, { ...finish, body: [closing] }, item("新事。")],
      closing: [],
    });
    expect(told(behind)).toEqual(["inserted item 新事。 (1)"]);
    const body = withTasks({
      children: [supply, { ...safety, body: [note] }, { ...finish, body: [closing] }],
      closing: [],
    });
    expect(told(body)).toEqual(["kind paragraph 以上任务列入督查。 (1)"]);
    const asText = { ...note, id: finish.id, text: finish.lead.text };
    expect(told(withTasks({ children: [supply, { ...safety, body: [note, asText] }] }))).toEqual([
      "kind paragraph 抓好落实。 (1)",
    ]);
  });

  it("tells a paragraph that was cut in two as one change", () => {
    const cut = { ...reworded(supply, "扩大供给。"), body: [paragraph("新建3所，改建2所。")] };
    const now = withTasks({ children: [cut, safety, finish] });
    const [change, ...others] = changesBetween(toDoc(BASE), toDoc(now));
    expect(others).toEqual([]);
    expect(change?.kind === "inserted" && change.words?.deleted).toBe("新建3所，改建2所。");
  });

  it("tells every change of a large plan", () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      item(`条目${index}。${"扎实推进各项工作。".repeat(20)}`),
    );
    const next = items.map((each) => reworded(each, each.lead.text.replace("扎实", "有序")));
    expect(told(withTasks({ children: next }), withTasks({ children: items }))).toHaveLength(300);
  });
});

describe("placeOfChange", () => {
  it("is the range of the words, of the block, or the end of the paragraph before what went", () => {
    const added = item("加强宣传。");
    const doc = toDoc(
      withTasks({ children: [reworded(supply, "扩大供给。新建5所，改建2所。"), added, finish] }),
    );
    const texts = changesBetween(toDoc(BASE), doc).map((change) => {
      const { from, to } = placeOfChange(doc, change);
      return [change.kind, doc.textBetween(from, to), doc.resolve(from).parent.textContent];
    });
    expect(texts).toEqual([
      ["text", "5", "扩大供给。新建5所，改建2所。"],
      ["deleted", "", "扩大供给。新建5所，改建2所。"],
      ["inserted", "加强宣传。", "加强宣传。"],
    ]);
  });
});
