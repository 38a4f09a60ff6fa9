import { planTargets } from "../../core/targets/plan-targets.ts";
import { failureText } from "../messages.ts";
import type { Services } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { summaryStrings as strings } from "./summary.strings.ts";

/** What became of an export; undefined where the drafter cancelled. */
export type OutlineResult = { readonly ok: boolean; readonly text: string } | undefined;

/** Writes the outline of this year's summary (总结提纲) into a file that the drafter chooses. */
export async function exportSummaryOutline(
  { platform }: Pick<Services, "platform">,
  session: PlanSession,
  link: Pick<EditorLink, "plan">,
): Promise<OutlineResult> {
  const target = await platform.chooseExportTarget(strings.outlineName);
  if (!target.ok) return { ok: false, text: failureText(target.failure, "export") };
  if (!target.value) return undefined;
  const reply = await session.exportSummary(target.value);
  if (!reply.ok) return { ok: false, text: failureText(reply.failure, "export") };
  const { name, bytes } = reply.value;
  if (bytes) platform.download(name, bytes);
  const plan = link.plan();
  return { ok: true, text: strings.outlineDone(name, plan ? planTargets(plan).length : 0) };
}
