/** What of the task breakdown a written document shows, beside its text: 责任科室 behind sentences, 责任分解表 as attachment. */
import { z } from "zod";
import { MAX_ATTACHMENTS, type WorkPlan } from "../plan/model.ts";
import { type TaskColumn, taskAttachment } from "./task-table.ts";
import { withUnitTails } from "./unit-tail-text.ts";

export const TABLE_PAGES = ["none", "portrait", "landscape"] as const;

export const taskOutputSchema = z.strictObject({
  /** Whether `（责任科室：…）` stands behind the sentences. */
  tails: z.boolean(),
  /** How the pages of the table lie. */
  table: z.enum(TABLE_PAGES),
});
export type TaskOutput = Readonly<z.infer<typeof taskOutputSchema>>;

/** The text alone. */
export const NO_TASKS: TaskOutput = { tails: false, table: "none" };

/** Columns by how much room there is; what a returned table reports (进展) has no place on paper. */
const COLUMNS: Readonly<Record<"portrait" | "landscape", readonly TaskColumn[]>> = {
  portrait: ["number", "task", "lead", "support", "deadline"],
  landscape: ["number", "heading", "task", "target", "lead", "support", "leader", "deadline"],
};
const TABLE_ID = "task-table";

/** The plan as it is to be printed: a copy that is never edited or saved. The table is its last attachment. */
export function withTaskOutput(plan: WorkPlan, { tails, table }: TaskOutput): WorkPlan {
  const tailed = tails ? withUnitTails(plan) : plan;
  const { attachments } = plan.frontMatter;
  if (table === "none" || attachments.length >= MAX_ATTACHMENTS) return tailed;
  const options = { columns: COLUMNS[table], id: TABLE_ID, landscape: table === "landscape" };
  // Made of the plan without tails: what is a column of its own need not stand in the sentence as well.
  const attachment = taskAttachment(plan, options);
  if (attachment.rows.length < 2) return tailed;
  return { ...tailed, frontMatter: { ...plan.frontMatter, attachments: [...attachments, attachment] } };
}
