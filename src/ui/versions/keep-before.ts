/** Keeps the text as it was before something rewrote much of it. */
import { fromDoc } from "../../core/editor/convert.ts";
import { NO_LABEL } from "../../core/plan/version.ts";
import type { KeepBefore } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";

/**
 * The change has been made when this is called and does not wait: it can be undone, and is in the journal, so that a
 * version that cannot be kept is no reason to hold the drafter up. The plan travels with the call, because the host's
 * replica may be behind the text or ahead of it.
 */
export function createKeepBefore(
  session: Pick<PlanSession, "keepVersion">,
  author: () => string,
): KeepBefore {
  return (cause, before) =>
    void session.keepVersion({ plan: fromDoc(before), author: author(), label: NO_LABEL, cause });
}
