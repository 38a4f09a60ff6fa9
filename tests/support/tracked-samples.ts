/** A plan whose changes two people have made while they were tracked. */
import { textOfDoc, toDoc } from "../../src/core/editor/convert.ts";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { recordsNow } from "../../src/core/revise/open-changes.ts";
import { item, paragraph, plan, section } from "./plan-builder.ts";

const supply = item("扩大供给。新建3所，改建2所。", [paragraph("统筹推进。")]);
const safety = item("校园安全。压实责任。", [paragraph("开展专项整治。")]);
const finish = item("抓好落实。");
const comes = item("加强宣传。");
const tasks = section("重点任务", [supply, safety, finish]);
export const UNTRACKED: WorkPlan = plan("示例市2027年教育工作要点", [tasks]);

export const LI = { author: "李四", at: "2026-11-25T09:00:00Z" };
const WANG = { author: "王五", at: "2026-11-25T10:00:00Z" };

/** The plan after somebody's edits, recorded with the name. */
export function trackedEdit(before: WorkPlan, next: WorkPlan, stamp: typeof LI): WorkPlan {
  const base = before.revisions?.base ?? textOfDoc(toDoc(before));
  const records = before.revisions?.records ?? [];
  const tracked: WorkPlan = { ...next, revisions: { tracking: true, base, records } };
  return { ...tracked, revisions: { tracking: true, base, records: recordsNow(toDoc(tracked), stamp) } };
}

export const BY_LI: WorkPlan = trackedEdit(
  UNTRACKED,
  {
    ...UNTRACKED,
    children: [
      {
        ...tasks,
        children: [{ ...supply, lead: { text: "扩大供给。新建5所，改建2所。", marks: [] } }, safety, finish],
      },
    ],
  },
  LI,
);
/** 5 to 6 buildings by one, an item gone, one moved to the top and one new by the other. */
export const BY_WANG: WorkPlan = trackedEdit(
  BY_LI,
  {
    ...BY_LI,
    children: [
      {
        ...tasks,
        children: [finish, { ...supply, lead: { text: "扩大供给。新建5所，改建6所。", marks: [] } }, comes],
      },
    ],
  },
  WANG,
);
