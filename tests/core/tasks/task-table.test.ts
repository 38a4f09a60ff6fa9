import { describe, expect, it } from "vitest";
import { attachmentSchema, type WorkPlan } from "../../../src/core/plan/model.ts";
import { assignAll, assignHolder, taskStateOf } from "../../../src/core/tasks/edit-tasks.ts";
import { progressOf } from "../../../src/core/tasks/progress.ts";
import { rememberTasks } from "../../../src/core/tasks/remember-tasks.ts";
import { acceptReturned, type ReturnedRow, returnedTasks } from "../../../src/core/tasks/returned-tasks.ts";
import { countedTasks, taskListOf } from "../../../src/core/tasks/task-list.ts";
import { ALL_COLUMNS, taskAttachment, taskTable, unitsOf } from "../../../src/core/tasks/task-table.ts";
import { withUnitTails } from "../../../src/core/tasks/unit-tail-text.ts";
import { draftFromPlan } from "../../../src/core/template/draft.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";

let ids = 0;
const newId = () => `new-${++ids}`;

/** Two items with two tasks and one task; the first item is the 基教科's but for its second task. */
function sample(year = 2027, issuer = "示例市教育局") {
  const first = item("深化改革。7月底前完成排查。加强作业管理。");
  const second = item("抓好安全。", [paragraph("年底前配齐保安员。")]);
  let made: WorkPlan = plan("2027年工作要点", [section("抓改革", [first, second])], {
    year,
    frontMatter: { issuer },
  });
  made = withRecords(
    made,
    assignHolder(stateOf(made), first.id, { lead: "基教科", support: ["人事科"], leader: "张某" }),
  );
  made = withRecords(made, assignAll(stateOf(made), [`${first.id}#2`], { lead: "体卫艺科" }));
  return made;
}

const stateOf = (of: WorkPlan) => taskStateOf(of, taskListOf(of), newId);
const withRecords = (of: WorkPlan, taskRecords: WorkPlan["taskRecords"]): WorkPlan =>
  taskRecords ? { ...of, taskRecords } : of;

const accepted = (of: WorkPlan, rows: readonly ReturnedRow[]) =>
  withRecords(of, acceptReturned(of, returnedTasks(of, rows).changes, newId));

describe("taskTable", () => {
  it("has numbers as numbers and what each task says and inherits", () => {
    const { title, head, rows } = taskTable(sample(), { columns: ALL_COLUMNS });
    expect(title).toBe("2027年工作要点责任分解表");
    expect(head.join("|")).toBe(
      "序号|部分|条目|条目标题|工作任务|指标|牵头单位|配合单位|分管领导|完成时限|进展|完成情况",
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      [
        1,
        "抓改革",
        1,
        "深化改革",
        "7月底前完成排查。",
        "",
        "基教科",
        "人事科",
        "张某",
        "7月底前",
        "未开始",
        "",
      ],
      [2, "抓改革", 1, "深化改革", "加强作业管理。", "", "体卫艺科", "人事科", "张某", "", "未开始", ""],
      [3, "抓改革", 2, "抓好安全", "年底前配齐保安员。", "", "", "", "", "年底前", "未开始", ""],
    ]);
  });

  it("gives a unit its own rows under the plan's numbers", () => {
    const table = taskTable(sample(), { columns: ["number", "task"], unit: "体卫艺科" });
    expect(table.rows.map(({ cells }) => cells)).toEqual([[2, "加强作业管理。"]]);
    expect(table.title).toBe("2027年工作要点责任分解表（体卫艺科）");
    expect(taskTable(sample(), { columns: ["number"], unit: "人事科" }).rows).toHaveLength(2);
    expect(unitsOf(taskListOf(sample()))).toEqual(["基教科", "体卫艺科", "人事科"]);
  });
});

describe("taskAttachment", () => {
  it("is an attachment that a plan can hold, head first", () => {
    const attachment = taskAttachment(sample(), { columns: ["number", "task"], id: "a", landscape: true });
    expect(attachmentSchema.parse(attachment)).toEqual(attachment);
    expect(attachment.rows.slice(0, 2)).toEqual([
      ["序号", "工作任务"],
      ["1", "7月底前完成排查。"],
    ]);
  });
});

describe("withUnitTails", () => {
  it("names the units behind the last sentence they are responsible for, and nobody where nobody is", () => {
    const tailed = withUnitTails(sample());
    const [only] = tailed.children;
    const items = only?.kind === "section" ? only.children : [];
    expect(items.map(({ lead, body }) => [lead.text, ...body.map(({ text }) => text)])).toEqual([
      ["深化改革。7月底前完成排查。（责任科室：基教科、人事科）加强作业管理。（责任科室：体卫艺科、人事科）"],
      ["抓好安全。", "年底前配齐保安员。"],
    ]);
  });

  it("names units once where an item is all theirs, behind its last paragraph or its heading", () => {
    const long = item("深化改革。完成排查。", [paragraph("加强管理。")]);
    const short = item("推进依法治教");
    const made = plan("要点", [long, short]);
    const keys = [long.id, short.id];
    const tailed = withUnitTails(
      withRecords(made, assignAll(stateOf(made), keys, { lead: "法规科" })),
      "责任单位",
    );
    expect(tailed.children.map(({ lead, body }) => [lead.text, ...body.map(({ text }) => text)])).toEqual([
      ["深化改革。完成排查。", "加强管理。（责任单位：法规科）"],
      ["推进依法治教（责任单位：法规科）"],
    ]);
  });

  it("adds nothing to a sentence that names its units, and its own text reads back as the same units", () => {
    const tailed = withUnitTails(sample());
    expect(withUnitTails(tailed)).toEqual(tailed);
    const { taskRecords: _, ...text } = tailed;
    expect(countedTasks(taskListOf(text)).map(({ lead }) => lead.value)).toEqual(["基教科", "体卫艺科", ""]);
  });
});

describe("rememberTasks", () => {
  it("takes units over to the same items and sentences, and nothing else", () => {
    const next = plan("2028年工作要点", [
      section("抓改革", [
        item("抓好校园安全。年底前配齐保安员。"),
        item("深化改革。8月底前完成全面排查。加强作业管理。"),
      ]),
    ]);
    const { records, remembered } = rememberTasks(sample(), next, newId);
    const tasks = countedTasks(taskListOf(withRecords(next, records)));
    expect(tasks.map(({ lead }) => lead.value)).toEqual(["", "基教科", "体卫艺科"]);
    expect(tasks[1]).toMatchObject({ leader: { value: "张某" }, deadline: { value: "8月底前" } });
    expect(remembered).toBe(2);
  });

  it("changes nothing that the plan knows already", () => {
    const next = sample();
    const [record] = next.taskRecords ?? [];
    const own = withRecords(next, assignHolder(stateOf(next), record?.holder ?? "", { lead: "办公室" }));
    const { records } = rememberTasks(sample(), own, newId);
    expect(countedTasks(taskListOf(withRecords(own, records)))[0]?.lead.value).toBe("办公室");
  });
});

describe("draftFromPlan", () => {
  const options = { year: 2028, region: "", numbering: { items: "continuous" }, carry: "text" } as const;

  it("keeps last year's units, without progress and without deadlines that name a year", () => {
    const last = sample();
    const rows = [{ key: "", text: "7月底前完成排查。", state: "已完成", note: "好" }];
    const reported = accepted(last, rows);
    const dated = withRecords(
      reported,
      assignAll(stateOf(reported), [countedTasks(taskListOf(reported))[1]?.key ?? ""], {
        deadline: "2027年底",
      }),
    );
    const tasks = countedTasks(taskListOf(draftFromPlan(dated, { ...options, issuer: "" })));
    expect(tasks.map(({ lead, progress, deadline }) => [lead.value, progress, deadline.value])).toEqual([
      ["基教科", { state: "open", note: "" }, "7月底前"],
      ["体卫艺科", { state: "open", note: "" }, ""],
      ["", { state: "open", note: "" }, "年底前"],
    ]);
  });

  it("leaves the units of another bureau behind", () => {
    expect(draftFromPlan(sample(), { ...options, issuer: "别市教育局" })).not.toHaveProperty("taskRecords");
  });
});

describe("returnedTasks", () => {
  const row = { key: "", state: "进行中", note: "正在排查" };

  it("finds rows by key, and by text where the key is gone, copied or on another row", () => {
    const of = sample();
    const [first, second] = countedTasks(taskListOf(of));
    const result = returnedTasks(of, [
      { ...row, text: "7月底前完成全面排查。" },
      { ...row, key: first?.key ?? "", text: second?.text ?? "", state: "完成", note: "" },
    ]);
    expect(result.changes.map(({ text, after, lead }) => [text, after, lead])).toEqual([
      ["7月底前完成排查。", { state: "under-way", note: "正在排查" }, "基教科"],
      ["加强作业管理。", { state: "done", note: "" }, "体卫艺科"],
    ]);
    const again = withRecords(of, acceptReturned(of, result.changes, newId));
    expect(countedTasks(taskListOf(again)).map(({ progress }) => progress.state)).toEqual([
      "under-way",
      "done",
      "open",
    ]);
    expect(countedTasks(taskListOf(again)).map(({ lead }) => lead.value)).toEqual(["基教科", "体卫艺科", ""]);
  });

  it("takes nothing from rows that are no task, says so, and reports words it does not know", () => {
    const result = returnedTasks(sample(), [
      { ...row, text: "与本要点毫不相干的一行" },
      { ...row, text: "加强作业管理。", state: "差不多" },
      { ...row, text: "年底前配齐保安员。", state: " ", note: null },
    ]);
    expect(result.unknown).toEqual(["与本要点毫不相干的一行"]);
    expect(result.unclear).toEqual(["加强作业管理。"]);
    expect(result.changes.map(({ after }) => after)).toEqual([{ state: "open", note: "正在排查" }]);
    expect(result.unchanged).toBe(1);
  });

  it("shows what a unit wrote over the office's own columns, and takes it where that is accepted", () => {
    const of = sample();
    const values = { lead: "督导室", support: "人事科，财务科", leader: "张某", deadline: "", target: "" };
    const [change, ...more] = returnedTasks(of, [
      { ...row, state: null, note: null, text: "7月底前完成排查。", values },
      { ...row, state: null, note: null, text: "加强作业管理。", values: { lead: " 体卫艺科 " } },
    ]).changes;
    expect(more).toEqual([]);
    expect(change?.values).toEqual([
      { field: "lead", before: "基教科", after: "督导室" },
      { field: "support", before: "人事科", after: "人事科、财务科" },
    ]);
    const refused = change ? [{ ...change, values: [] }] : [];
    const leadOf = (records: WorkPlan["taskRecords"]) =>
      countedTasks(taskListOf(withRecords(of, records)))[0]?.lead.value;
    expect(leadOf(acceptReturned(of, refused, newId))).toBe("基教科");
    expect(leadOf(acceptReturned(of, change ? [change] : [], newId))).toBe("督导室");
  });
});

describe("progressOf", () => {
  it("counts by unit and section; what is past its deadline and not done is late", () => {
    const of = sample();
    const rows = [{ key: "", text: "加强作业管理。", state: "已完成", note: "" }];
    const reported = accepted(of, rows);
    const counts = { total: 1, done: 0, underWay: 0, late: 0, open: 0, withoutOwner: 0 };
    expect(progressOf(taskListOf(reported), 2027, "2027-08-01")).toEqual({
      all: { total: 3, done: 1, underWay: 0, late: 1, open: 1, withoutOwner: 1 },
      byUnit: [
        { name: "基教科", counts: { ...counts, late: 1 } },
        { name: "体卫艺科", counts: { ...counts, done: 1 } },
        { name: "", counts: { ...counts, open: 1, withoutOwner: 1 } },
      ],
      bySection: [
        { name: "抓改革", counts: { total: 3, done: 1, underWay: 0, late: 1, open: 1, withoutOwner: 1 } },
      ],
    });
    expect(progressOf(taskListOf(of), 2027, "2027-07-31").all.late).toBe(0);
  });
});
