/** A plan, the same plan after a round of circulation, and who changed it. */
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { NOTICE, taskTable } from "./official-samples.ts";
import { item, paragraph, plan, section, subsection } from "./plan-builder.ts";

export const REVISED_BY = { author: "基础教育科", date: "2026-11-25T08:30:00Z" };

const stays = item("深入推进理论武装。健全“第一议题”制度。");
const changes = item("扩大学位供给。全年新增学位12000个，新建学校3所。");
const goes = item("做好语言文字工作。", [paragraph("开展推广普通话宣传周活动。")]);
const comes = item("加强校园安全。压实属地责任，开展专项整治。");
const last = item("抓好工作落实。每月一次调度。");
const leadIn = paragraph("2027年是关键一年。");

/** A sealed notice with a plan and a table as attachment. */
export const REVISED_SAMPLE: WorkPlan = plan(
  "示例市2027年教育工作要点",
  [
    section("坚持党的全面领导", [stays, changes]),
    section("推动高质量发展", [subsection("规范办学", [goes, last])]),
  ],
  { leadIn: [leadIn], frontMatter: { ...NOTICE, attachments: [taskTable(3, true)] } },
);

const [first, second] = REVISED_SAMPLE.children;
const table = taskTable(3, true);

export const CHANGED: WorkPlan = {
  ...REVISED_SAMPLE,
  title: { text: "示例市2027年教育系统工作要点", marks: [] },
  leadIn: [{ ...leadIn, text: "2027年是“十五五”规划的关键一年。" }],
  children: [
    {
      ...(first?.kind === "section" ? first : section("")),
      children: [
        stays,
        comes,
        { ...changes, lead: { text: "扩大学位供给。全年新增学位15000个，新建学校3所。", marks: [] } },
      ],
    },
    {
      ...(second?.kind === "section" ? second : section("")),
      children: [last],
    },
  ],
  frontMatter: {
    ...REVISED_SAMPLE.frontMatter,
    attachments: [
      {
        ...table,
        rows: [
          ...table.rows.slice(0, -1),
          ...table.rows.slice(-1).map((row) => row.map((cell) => `${cell}新`)),
        ],
      },
    ],
  },
};
