import { describe, expect, it } from "vitest";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { NO_ASSIGNMENT } from "../../../src/core/plan/task-records.ts";
import {
  assignAll,
  assignHolder,
  assignTask,
  discardLost,
  mergeTask,
  setCounts,
  setProgress,
  splitTask,
  taskStateOf,
} from "../../../src/core/tasks/edit-tasks.ts";
import { countedTasks, type Task, taskListOf } from "../../../src/core/tasks/task-list.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";
import { seedPlans } from "../../support/seed-plans.ts";

const FIRST = "落实“双减”要求，7月底前完成校外培训机构排查。";
const SECOND = "加强作业管理，初中入学率达98%以上。";

let ids = 0;
const state = (of: WorkPlan) => taskStateOf(of, taskListOf(of), () => `new-${++ids}`);
const withRecords = (of: WorkPlan, records: WorkPlan["taskRecords"]): WorkPlan => ({
  ...of,
  ...(records ? { taskRecords: records } : {}),
});
const tasksOf = (of: WorkPlan): readonly Task[] => countedTasks(taskListOf(of));
const texts = (of: WorkPlan) => tasksOf(of).map(({ text }) => text);
const leads = (of: WorkPlan) => tasksOf(of).map(({ lead }) => [lead.value, lead.source]);

function samplePlan(body = `${FIRST}${SECOND}`, heading = "深化教育改革") {
  const sample = item(`${heading}。${body}`);
  return { id: sample.id, plan: plan("要点", [section("抓改革", [sample])], { year: 2027 }) };
}

/** The plan with another text in its only item, as after an edit. */
function edited(of: WorkPlan, text: string): WorkPlan {
  const [only] = of.children;
  if (only?.kind !== "section") throw new Error("the sample has one section");
  const children = only.children.map((child) => ({ ...child, lead: { text, marks: [] } }));
  return { ...of, children: [{ ...only, children }] } as WorkPlan;
}

describe("taskListOf", () => {
  it("proposes each body sentence as a task, with deadline and target in the words of the text", () => {
    const [first, second] = tasksOf(samplePlan().plan);
    expect([first?.text, second?.text]).toEqual([FIRST, SECOND]);
    expect(first?.deadline).toEqual({ value: "7月底前", source: "text" });
    expect(first?.target).toEqual({ value: "", source: "none" });
    expect(second?.target).toEqual({ value: "初中入学率达98%以上", source: "text" });
  });

  it("finds the body sentences of the seeds and calls no heading a task", async () => {
    const counts = (await seedPlans()).map(({ name, plan: seed }) => [name, tasksOf(seed).length]);
    expect(Object.fromEntries(counts)).toMatchObject({
      "jianyang-2021": 116,
      "kunming-2017": 162,
      "qingyuan-2022": 98,
    });
  });

  it("offers the eleven matters of a ragbag item one by one", async () => {
    const seed = (await seedPlans()).find(({ name }) => name === "jianyang-2021")?.plan;
    const groups = seed ? taskListOf(seed).groups : [];
    expect(groups.find(({ holder }) => holder.ordinal === "31")?.tasks).toHaveLength(11);
  });

  it("takes the heading of an item without text as its task, and proposes nothing under 总体要求", () => {
    const overall = { ...section("总体要求", [], { body: [paragraph("坚持立德树人。")] }) };
    const made = plan("要点", [
      { ...overall, role: "overall-requirements" },
      section("抓落实", [item("推进依法治教")], { body: [paragraph("重点抓好以下工作：")] }),
    ]);
    expect(texts(made)).toEqual(["推进依法治教"]);
    expect(taskListOf(made).groups.map(({ tasks }) => tasks.map(({ counts }) => counts))).toEqual([
      [false],
      [false],
      [true],
    ]);
  });

  it("reads units from a bracket behind a sentence, and lets one at the end speak for the whole item", () => {
    const made = samplePlan(
      `${FIRST.slice(0, -1)}（牵头单位：基教科；配合单位：监管科、安全科）。\n${SECOND}（责任科室：办公室）`,
    ).plan;
    expect(texts(made)).toEqual([FIRST, SECOND]);
    expect(leads(made)).toEqual([
      ["基教科", "text"],
      ["办公室", "text"],
    ]);
    expect(tasksOf(made)[0]?.support.value).toEqual(["监管科", "安全科"]);
    const whole = samplePlan(`${FIRST}${SECOND}（省发改委、省教育厅负责）`).plan;
    expect(leads(whole)).toEqual([
      ["省发改委", "item"],
      ["省发改委", "text"],
    ]);
  });

  it("gives the same task objects before and after an edit elsewhere", () => {
    const other = item("别处。另一件事要做好。");
    const { plan: sample } = samplePlan();
    const before = plan("要点", [...sample.children, other]);
    const after = plan("要点", [...sample.children, item("别处。另一件事要办好。")]);
    const [one] = taskListOf(before).groups;
    const [two] = taskListOf(after).groups;
    expect(one?.tasks).toBe(two?.tasks);
  });
});

describe("assignHolder and assignTask", () => {
  it("let a task inherit from its item until it has a value of its own", () => {
    const { id, plan: sample } = samplePlan();
    const shared = withRecords(sample, assignHolder(state(sample), id, { lead: "基教科" }));
    expect(leads(shared)).toEqual([
      ["基教科", "item"],
      ["基教科", "item"],
    ]);
    const own = withRecords(shared, assignTask(state(shared), `${id}#2`, { lead: "体卫艺科" }));
    expect(leads(own)).toEqual([
      ["基教科", "item"],
      ["体卫艺科", "task"],
    ]);
    const key = tasksOf(own)[1]?.key ?? "";
    const back = withRecords(own, assignTask(state(own), key, { lead: "" }));
    expect(leads(back)[1]).toEqual(["基教科", "item"]);
  });

  it("keep no record that says nothing", () => {
    const { id, plan: sample } = samplePlan();
    const shared = withRecords(sample, assignHolder(state(sample), id, { lead: "基教科" }));
    expect(assignHolder(state(shared), id, { lead: "" })).toEqual([]);
  });

  it("say so when the task is gone", () => {
    expect(assignTask(state(samplePlan().plan), "none", { lead: "基教科" })).toBeUndefined();
  });
});

describe("a stored task", () => {
  const assigned = () => {
    const { id, plan: sample } = samplePlan();
    return withRecords(sample, assignTask(state(sample), `${id}#1`, { lead: "基教科" }));
  };

  it("is found as long as half of its sentence is there", () => {
    const after = edited(
      assigned(),
      `深化教育改革。落实“双减”要求，年内对校外培训机构开展全面整治。${SECOND}`,
    );
    expect(leads(after)).toEqual([
      ["基教科", "task"],
      ["", "none"],
    ]);
    expect(taskListOf(after).lost).toEqual([]);
  });

  it("follows its sentence behind a new one, behind another, and into another item", () => {
    expect(leads(edited(assigned(), `改革。健全工作机制。${SECOND}${FIRST}`)).map(([lead]) => lead)).toEqual([
      "",
      "",
      "基教科",
    ]);
    const from = assigned();
    const moved = plan("要点", [item("别的条目。做好其他工作。"), item(`新条目。${FIRST}`)], {
      taskRecords: from.taskRecords,
    });
    expect(leads(moved).map(([lead]) => lead)).toEqual(["", "基教科"]);
    expect(taskListOf(moved).lost).toEqual([]);
  });

  it("is kept as lost when its sentence is gone, comes back with it, and can be discarded", () => {
    const from = assigned();
    const gone = edited(from, "深化教育改革。全新的内容与先前毫不相干。");
    const { lost } = taskListOf(gone);
    expect(lost.map(({ task }) => [task.anchor, task.assignment.lead])).toEqual([[FIRST, "基教科"]]);
    expect(leads(edited(gone, `深化教育改革。${FIRST}`))).toEqual([["基教科", "task"]]);
    expect(discardLost(state(gone), lost[0]?.task.id ?? "")).toEqual([]);
  });

  it("is kept as lost through changes of other tasks in its item", () => {
    const gone = edited(assigned(), "深化教育改革。全新的内容与先前毫不相干。");
    const key = tasksOf(gone)[0]?.key ?? "";
    const after = withRecords(gone, assignTask(state(gone), key, { lead: "办公室" }));
    expect(taskListOf(after).lost).toHaveLength(1);
    expect(leads(after)).toEqual([["办公室", "task"]]);
  });
});

describe("splitTask and mergeTask", () => {
  it("split at a clause, keep units, start the second part without progress, and survive edits", () => {
    const { id, plan: sample } = samplePlan();
    const done = withRecords(
      sample,
      setProgress(state(sample), `${id}#1`, { state: "done", note: "已完成" }),
    );
    const [first] = tasksOf(done);
    const cut = first?.span.cuts[0] ?? 0;
    const split = withRecords(done, splitTask(state(done), first?.key ?? "", cut));
    expect(texts(split)).toEqual(["落实“双减”要求，", "7月底前完成校外培训机构排查。", SECOND]);
    expect(tasksOf(split).map(({ progress }) => progress.state)).toEqual(["done", "open", "open"]);
    const after = edited(split, `深化教育改革。认真落实“双减”要求，8月底前完成校外培训机构排查。${SECOND}`);
    expect(texts(after)).toEqual(["认真落实“双减”要求，", "8月底前完成校外培训机构排查。", SECOND]);
    const back = withRecords(after, mergeTask(state(after), tasksOf(after)[1]?.key ?? ""));
    expect(texts(back)).toEqual(["认真落实“双减”要求，8月底前完成校外培训机构排查。", SECOND]);
  });

  it("merge sentences, with what either had, and keep a sentence written between them", () => {
    const { id, plan: sample } = samplePlan();
    const two = withRecords(sample, assignTask(state(sample), `${id}#2`, { lead: "基教科" }));
    const merged = withRecords(two, mergeTask(state(two), tasksOf(two)[1]?.key ?? ""));
    expect(texts(merged)).toEqual([FIRST + SECOND]);
    expect(leads(merged)).toEqual([["基教科", "task"]]);
    const after = edited(merged, `深化教育改革。${FIRST}健全长效机制。${SECOND}`);
    expect(texts(after)).toEqual([`${FIRST}健全长效机制。${SECOND}`]);
  });

  it("do nothing where there is no such place", () => {
    const { id, plan: sample } = samplePlan();
    expect(splitTask(state(sample), `${id}#1`, 1)).toBeUndefined();
    expect(mergeTask(state(sample), `${id}#1`)).toBeUndefined();
  });
});

describe("assignAll", () => {
  it("fills several tasks and items at once, also two that read the same", () => {
    const { id, plan: sample } = samplePlan(`${FIRST}${FIRST}`);
    const filled = withRecords(
      sample,
      assignAll(state(sample), [`${id}#1`, `${id}#2`, id, "none"], { deadline: "年底前" }),
    );
    expect(tasksOf(filled).map(({ deadline }) => deadline)).toEqual([
      { value: "年底前", source: "task" },
      { value: "年底前", source: "task" },
    ]);
    expect(filled.taskRecords?.[0]?.assignment).toEqual({ ...NO_ASSIGNMENT, deadline: "年底前" });
    expect(new Set(filled.taskRecords?.[0]?.tasks.map(({ id: task }) => task)).size).toBe(2);
  });
});

describe("setCounts", () => {
  it("lets the drafter overrule the rules both ways", () => {
    const { id, plan: sample } = samplePlan();
    const fewer = withRecords(sample, setCounts(state(sample), `${id}#1`, false));
    expect(texts(fewer)).toEqual([SECOND]);
  });
});
