import { failureText } from "../messages.ts";
import type { Services } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { reviseStrings as strings } from "./revise.strings.ts";

/** What became of an export; undefined where the drafter cancelled. */
export type ExportedChanges = { readonly ok: boolean; readonly text: string } | undefined;

/** Writes the plan with its open changes, as a Word file in which each can be accepted, into a file that the drafter chooses. */
export async function exportChanges(
  { platform, settings }: Pick<Services, "platform" | "settings">,
  session: PlanSession,
  link: Pick<EditorLink, "getState">,
): Promise<ExportedChanges> {
  const { changes } = link.getState();
  if (changes.length === 0) return { ok: false, text: strings.nothingToExport };
  const target = await platform.chooseExportTarget(strings.exportName);
  if (!target.ok) return { ok: false, text: failureText(target.failure, "export") };
  if (!target.value) return undefined;
  const { author } = settings.getState();
  const wish = { before: null, after: null, markup: "asRevisions", author } as const;
  const reply = await session.exportCopy(wish, target.value);
  if (!reply.ok) return { ok: false, text: failureText(reply.failure, "export") };
  const { name, bytes } = reply.value;
  if (bytes) platform.download(name, bytes);
  // The writer puts today's name, where there is one, to those that have none.
  const unsigned = author === "" ? changes.filter(({ record }) => !record?.author).length : 0;
  return { ok: true, text: strings.exported(name, unsigned) };
}
