/** What the columns of a task table hold, by their heads. */
import { z } from "zod";

export const taskColumnSchema = z.enum(["number", "task", "target", "lead", "support", "leader", "deadline"]);
export type TaskColumn = z.infer<typeof taskColumnSchema>;

const HEADS: readonly { readonly column: TaskColumn; readonly pattern: RegExp }[] = [
  { column: "number", pattern: /^(?:序号|编号)$/ },
  { column: "leader", pattern: /^(?:分管|牵头|责任|挂钩|包抓)?领导$|^(?:负责|责任|联系)人$/ },
  { column: "support", pattern: /^(?:配合|协助|协办|参与|参加)(?:单位|部门|科室|处室|股室)?$/ },
  {
    column: "lead",
    pattern:
      /^(?:责任|牵头|负责|承办|主办|落实|实施|主要责任|牵头责任)(?:单位|部门|科室|处室|股室|主体)(?:（.{1,8}）)?$/,
  },
  {
    column: "deadline",
    pattern: /^(?:完成|办结|推进)?(?:时限|时间|期限|节点)(?:要求|安排|节点)?$|^(?:完成|时间)(?:时限|节点)$/,
  },
  {
    column: "target",
    pattern: /^(?:工作|年度|预期|量化|绩效|具体)?(?:目标|指标)(?:要求|值|任务)?$|^措施目标$/,
  },
  {
    column: "task",
    pattern:
      /^(?:工作|重点|主要|目标|年度|具体|子){0,3}(?:任务|项目|事项|内容|工作)(?:名称|内容|分解)?$|^(?:工作|重点)(?:内容|任务|工作|事项|项目)$|^具体(?:措施|要求)$|^要求描述$|^工作重点$/,
  },
];

/** Column that a head names; `undefined` for any other text. */
export function columnOf(head: string): TaskColumn | undefined {
  const text = head.replace(/\s/g, "");
  return HEADS.find(({ pattern }) => pattern.test(text))?.column;
}

/** Column (from 0) of each kind in the head of a table; empty where the table is none of tasks. */
export function taskColumns(head: readonly string[]): Readonly<Partial<Record<TaskColumn, number>>> {
  const columns: Partial<Record<TaskColumn, number>> = {};
  for (const [index, text] of head.entries()) {
    const column = columnOf(text);
    if (column !== undefined) columns[column] ??= index;
  }
  return columns.task === undefined ? {} : columns;
}
