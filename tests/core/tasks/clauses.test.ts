import { describe, expect, it } from "vitest";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import type { TaskRecords } from "../../../src/core/plan/task-records.ts";
import { clauseCuts, proposeByClause, proposeBySentence } from "../../../src/core/tasks/clauses.ts";
import { assignTask, mergeTask, taskStateOf } from "../../../src/core/tasks/edit-tasks.ts";
import { piecesOf } from "../../../src/core/tasks/pieces.ts";
import { countedTasks, taskListOf } from "../../../src/core/tasks/task-list.ts";
import { item, plan, section } from "../../support/plan-builder.ts";
import { seedPlans } from "../../support/seed-plans.ts";

let ids = 0;
const stateOf = (source: WorkPlan) =>
  taskStateOf(source, taskListOf(source), () => {
    ids += 1;
    return `task-${ids}`;
  });
const withRecords = (source: WorkPlan, taskRecords: TaskRecords | undefined): WorkPlan =>
  taskRecords ? { ...source, taskRecords } : source;
const textsOf = (source: WorkPlan) => countedTasks(taskListOf(source)).map(({ text }) => text);

function clausesOf(sentence: string): readonly string[] {
  const starts = [
    0,
    ...clauseCuts(
      sentence,
      piecesOf(sentence)
        .slice(1)
        .map(({ from }) => from),
    ),
  ];
  return starts.map((from, place) => sentence.slice(from, starts[place + 1]));
}

const TWO = "健全教师培训制度，完善教师考核办法。建设校园安全平台，开展校园安全检查。";
const example = () => plan("示例市2027年教育工作要点", [section("抓好重点工作", [item(`加强管理。${TWO}`)])]);

describe("clauseCuts", () => {
  it.each([
    ["健全教师培训制度，完善教师考核办法。", ["健全教师培训制度，", "完善教师考核办法。"]],
    ["新建幼儿园3所，增加学位；改造学校，扩大容量。", ["新建幼儿园3所，增加学位；", "改造学校，扩大容量。"]],
    ["到2027年底，新建公办幼儿园3所。", ["到2027年底，新建公办幼儿园3所。"]],
    ["开展校园安全检查，确保检查全面覆盖。", ["开展校园安全检查，确保检查全面覆盖。"]],
    ["健全制度，抓落实，建设校园安全平台。", ["健全制度，抓落实，", "建设校园安全平台。"]],
    ["开展“健全培训制度，完善考核办法”活动。", ["开展“健全培训制度，完善考核办法”活动。"]],
  ])("has the tasks of %s", (sentence, expected) => {
    expect(clausesOf(sentence)).toEqual(expected);
  });
});

describe("proposeByClause", () => {
  it("lists each clause of the sentences that nobody decided on", () => {
    const source = example();
    expect(textsOf(withRecords(source, proposeByClause(stateOf(source))))).toEqual([
      "健全教师培训制度，",
      "完善教师考核办法。",
      "建设校园安全平台，",
      "开展校园安全检查。",
    ]);
  });

  it("leaves a sentence with a unit as it is, and its record the same", () => {
    const source = example();
    const state = stateOf(source);
    const key = countedTasks(state.list)[0]?.key ?? "";
    const assigned = withRecords(source, assignTask(state, key, { lead: "人事科" }));
    const records = proposeByClause(stateOf(assigned));
    expect(records?.[0]?.tasks[0]).toEqual(assigned.taskRecords?.[0]?.tasks[0]);
    const tasks = countedTasks(taskListOf(withRecords(assigned, records)));
    expect(tasks.map(({ text, lead }) => [text, lead.value])).toEqual([
      ["健全教师培训制度，完善教师考核办法。", "人事科"],
      ["建设校园安全平台，", ""],
      ["开展校园安全检查。", ""],
    ]);
  });

  it("changes nothing where every sentence is one clause", () => {
    const source = plan("示例市2027年教育工作要点", [
      section("抓好重点工作", [item("加强管理。开展校园安全检查。")]),
    ]);
    expect(proposeByClause(stateOf(source))).toBeUndefined();
  });

  it("loses no text of the seeds, finds every task again, and is taken back by proposeBySentence", async () => {
    for (const { plan: source } of await seedPlans()) {
      const before = taskListOf(source);
      const divided = withRecords(source, proposeByClause(stateOf(source)));
      const list = taskListOf(divided);
      expect(countedTasks(list).length).toBeGreaterThan(countedTasks(before).length);
      expect(list.lost).toEqual([]);
      const stored = (divided.taskRecords ?? []).flatMap(({ tasks }) => tasks);
      const found = list.groups.flatMap(({ tasks }) => tasks).filter(({ span }) => span.stored);
      expect(found.map(({ source: text }) => text)).toEqual(stored.map(({ anchor }) => anchor));
      const back = withRecords(divided, proposeBySentence(stateOf(divided)));
      expect(back.taskRecords).toEqual([]);
      expect(textsOf(back)).toEqual(textsOf(source));
    }
  });
});

describe("proposeBySentence", () => {
  it("keeps the clauses of a sentence of which one has a unit", () => {
    const source = example();
    const divided = withRecords(source, proposeByClause(stateOf(source)));
    const state = stateOf(divided);
    const key = countedTasks(state.list)[1]?.key ?? "";
    const assigned = withRecords(divided, assignTask(state, key, { lead: "人事科" }));
    const back = withRecords(assigned, proposeBySentence(stateOf(assigned)));
    expect(countedTasks(taskListOf(back)).map(({ text, lead }) => [text, lead.value])).toEqual([
      ["健全教师培训制度，", ""],
      ["完善教师考核办法。", "人事科"],
      ["建设校园安全平台，开展校园安全检查。", ""],
    ]);
  });

  it("keeps sentences that the drafter joined, and changes nothing where nothing is divided", () => {
    const source = example();
    const state = stateOf(source);
    const joined = withRecords(source, mergeTask(state, countedTasks(state.list)[1]?.key ?? ""));
    expect(textsOf(joined)).toEqual([TWO]);
    expect(proposeBySentence(stateOf(joined))).toBeUndefined();
    expect(proposeBySentence(state)).toBeUndefined();
  });
});
